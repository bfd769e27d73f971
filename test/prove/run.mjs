// Proves the tables of the corpus with `xiezhi law prove` and compares: each fault found where it is, its witness true
// of the table, and nothing said about a table that is whole. `node test/prove/run.mjs [BINARY]`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asDmn, readCorpus, rulesAt } from './corpus.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, '../..');
const binary = process.argv[2] ?? join(top, 'build/release/xiezhi');
const wrong = [];

const made = execFileSync(process.execPath, [join(here, 'make.mjs')], { encoding: 'utf8' });
if (made !== readFileSync(join(here, 'corpus.txt'), 'utf8')) wrong.push('corpus.txt is not what make.mjs makes');
const tables = ['written.txt', 'corpus.txt'].flatMap((file) =>
  readCorpus(readFileSync(join(here, file), 'utf8'), file),
);

/** What is wrong with an answer, or nothing. */
function fault(table, proof) {
  const { kind, rules, words } = table.expect;
  if (kind === 'undecided') return proof.undecided?.includes(words) ? '' : `undecided is ${proof.undecided}`;
  if (proof.undecided) return `undecided: ${proof.undecided}`;
  if (kind === 'good') return proof.findings.length === 0 ? '' : 'a false alarm';
  const found = proof.findings.filter((one) => one.fault === kind);
  if (found.length === 0) return 'the fault was not found';
  if (found.length !== proof.findings.length) return 'another fault was found';
  const named = found.some((one) =>
    rules.every((rule, i) => (kind === 'unreachable' ? one.rules[0] : one.rules[i]) === rule),
  );
  if (!named) return 'the fault was found elsewhere';
  for (const one of found.filter(({ facts }) => facts.length > 0)) {
    const there = rulesAt(table, one.facts);
    if (!there.declared) return 'a witness outside of the declared values';
    const need = kind === 'gap' ? [] : kind === 'unreachable' ? one.rules.slice(0, 1) : one.rules;
    const true_of = kind === 'gap' ? there.rules.length === 0 : need.every((rule) => there.rules.includes(rule));
    if (!true_of) return 'a witness that does not show it';
  }
  if (found.some(({ facts }) => facts.length === 0) && kind !== 'unreachable' && rules.length > 0) return 'no witness';
  return '';
}

const folder = mkdtempSync(join(tmpdir(), 'prove-'));
const groups = new Map();
for (const table of tables) {
  const key = table.uses.join(' ');
  const path = join(folder, `${table.name}.dmn`);
  writeFileSync(path, asDmn(table));
  groups.set(key, [...(groups.get(key) ?? []), { table, path }]);
}
const counts = { faulty: 0, good: 0, undecided: 0 };
for (const [key, list] of groups) {
  const uses = key ? key.split(' ').flatMap((use) => ['--use', use]) : [];
  const run = spawnSync(binary, ['law', 'prove', '--json', ...uses, ...list.map(({ path }) => path)], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const answers = run.stdout
    .trim()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  list.forEach(({ table, path }) => {
    const answer = answers.find((one) => one.file === path);
    const why = answer ? fault(table, answer.proof) : 'no answer';
    counts[table.expect.kind === 'good' ? 'good' : table.expect.kind === 'undecided' ? 'undecided' : 'faulty'] += 1;
    if (why)
      wrong.push(`${table.at}: ${table.name}: ${why}\n  ${JSON.stringify(answer?.proof.findings ?? run.stderr)}`);
  });
}
rmSync(folder, { recursive: true });
for (const one of wrong) console.error(one);
console.log(JSON.stringify({ ...counts, wrong: wrong.length }));
process.exit(wrong.length === 0 ? 0 : 1);
