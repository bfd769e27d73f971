// `xiezhi law diff` and `xiezhi law what-if` on the law of this tree: what a change of one benchmark is told as, and whom
// it would reach. `node test/prove/tools.mjs [BINARY [DATABASE]]`; the database holds the law cases.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = process.argv[2] ?? join(top, 'build/release/xiezhi');
const database = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'law-tools-'));
const table = 'region/heilongjiang/discretion/equipment.dmn';

function lines(...words) {
  const run = spawnSync(binary, ['law', ...words], { cwd: top, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

// A draft that puts five places into the tier of six.
const before = readFileSync(join(top, 'law', table), 'utf8');
const after = before.replaceAll('[3..5]', '[3..4]').replaceAll('[6..10]', '[5..10]');
assert.notEqual(before, after);
cpSync(join(top, 'law'), join(folder, 'law'), { recursive: true });
writeFileSync(join(folder, 'law', table), after);
const draft = join(folder, 'law', table);
let parts = 0;

function check(name, part) {
  part();
  parts += 1;
  console.log(`ok   ${name}`);
}

check('a law against itself has no difference', () => {
  assert.deepEqual(lines('diff', 'law', 'law'), [{ added: 0, changed: 0, removed: 0 }]);
});
check('a changed condition is a rule gone and a rule come', () => {
  const told = lines('diff', 'law', join(folder, 'law')).slice(0, -1);
  // Benchmarks of other instruments may stand on the same table.
  assert.ok(told.every((one) => one.what === 'benchmark' && /^hlj\.equipment(-|$)/.test(one.id)));
  const own = told.filter((one) => one.id === 'hlj.equipment');
  const places = own.map((one) => `${one.change} ${one.place}`);
  assert.deepEqual(places, [
    'removed rule 2',
    'removed rule 3',
    'removed rule 5',
    'removed rule 6',
    'added rule 2',
    'added rule 3',
    'added rule 5',
    'added rule 6',
  ]);
});
check('before a benchmark applies it is not there', () => {
  const told = lines('diff', '2021-08-31', '2021-09-01');
  assert.ok(told.some((one) => one.what === 'benchmark' && one.change === 'added' && one.id === 'hlj.training'));
  assert.ok(told.some((one) => one.what === 'violation' && one.change === 'added' && one.id === 'wsl.97.3'));
});
check('the same table treats nobody differently', () => {
  const result = lines('what-if', '--benchmark', 'hlj.equipment', '--draft', `law/${table}`, '--synthetic', '100000');
  assert.equal(result.length, 1);
  assert.equal(result[0].result.same, 100000);
});
check('the draft reaches those with five places, and says so', () => {
  const told = lines(
    'what-if',
    '--benchmark',
    'hlj.equipment',
    '--draft',
    draft,
    '--synthetic',
    '100000',
    '--show',
    '5',
  );
  const { result } = told.at(-1);
  assert.equal(result.cases, 100000);
  assert.ok(result.heavier > 1000);
  assert.equal(result.same + result.heavier, 100000);
  for (const one of told.slice(0, -1)) assert.equal(one.facts['涉及设备设施数量'], '5');
  assert.deepEqual(
    lines('what-if', '--benchmark', 'hlj.equipment', '--draft', draft, '--synthetic', '100000', '--show', '5'),
    told,
  );
});
check('cases of a file are told by their ids', () => {
  const file = join(folder, 'cases.jsonl');
  const facts = (count) => ({ 涉及设备设施数量: count, 设备设施危险程度: '一般' });
  writeFileSync(file, [4, 5, 6].map((count) => JSON.stringify({ id: `c${count}`, facts: facts(count) })).join('\n'));
  const told = lines('what-if', '--benchmark', 'hlj.equipment', '--draft', draft, '--cases', file);
  assert.deepEqual(
    told.slice(0, -1).map((one) => `${one.id} ${one.before} ${one.after}`),
    ['c5 一般 20–50 % 较重 50–80 %'],
  );
});
if (database) {
  check('weighed cases of the journal are decided again', () => {
    const { result } = lines('what-if', '--benchmark', 'hlj.equipment', '--draft', draft, '--database', database).at(
      -1,
    );
    assert.ok(result.cases > 5, `${result.cases} cases`);
    assert.equal(result.same, result.cases); // the law cases weigh two or three places
  });
}
rmSync(folder, { recursive: true });
console.log(`${parts} passed, 0 failed`);
