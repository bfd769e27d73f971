// Checks of the tree's own shape. `node test/arch/run.mjs [--build DIR] [NAME…]`; without names all that can run.
// First every check is shown trees it must reject and trees it must not: a check that cannot fail is no check.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

const names = process.argv.slice(2);
const at = names.indexOf('--build');
const build = at >= 0 ? path.resolve(names.splice(at, 2)[1]) : null;
const all = fs
  .readdirSync(path.join(here, 'check'))
  .map((file) => path.basename(file, '.mjs'))
  .sort();

/** A sample names files by path (with a dot or slash) and arguments by plain name. */
function onSample(check, sample) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-arch-'));
  const given = { root: folder, home: '/nonexistent-home' };
  for (const [name, value] of Object.entries(sample)) {
    if (!/[./]/.test(name)) {
      given[name] = value;
      continue;
    }
    fs.mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), value);
  }
  try {
    return check(given);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

let passed = 0;
let failed = 0;
function report(name, problems) {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  for (const problem of problems.slice(0, 40)) console.log(`     ${problem}`);
  if (problems.length > 40) console.log(`     and ${problems.length - 40} more`);
}

for (const name of names.length > 0 ? names : all) {
  const { check, title, needsBuild, violations, harmless = [] } = await import(`./check/${name}.mjs`);
  const missed = violations.filter((sample) => onSample(check, sample).length === 0);
  const cried = harmless.flatMap((sample) => onSample(check, sample));
  report(`${name}: notices what it is for`, [
    ...missed.map(
      (sample) => `not noticed: ${JSON.stringify(sample, (key, value) => (value instanceof Map ? [...value] : value))}`,
    ),
    ...cried.map((problem) => `noticed for nothing: ${problem}`),
  ]);
  if (needsBuild && !build) {
    report(`${name}: ${title}`, ['needs --build DIR']);
    continue;
  }
  let note = '';
  const problems = check({ root, build, say: (text) => (note = text) });
  report(`${name}: ${title}${note && ` (${note})`}`, problems);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
