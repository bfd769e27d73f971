// import.mjs --engine sqlite|postgres [--rounds N] [--seed S]: kills `xiezhi ledger import` with SIGKILL in the middle of a
// list, again and again, and lets it end. Whole batches stand in between, and what stands in the end is what an import
// that nobody disturbed makes. One JSON object on the last line of standard output.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { binary, dropDatabase, newDatabase, numbered, pause, ran, root, summaryOf, xiezhi } from '../tool/product.mjs';
import { random } from '../tool/random.mjs';

const kRows = 40_000;
const kBatch = 8_000; // rows of one transaction of the command line
const kKills = 3; // of one import: before the first batch stands, and after one more each time
const audit = path.join(root, 'build/release/test/crash/crash_audit');

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const next = random(Number(values.seed));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-import-killed-'));
const list = path.join(folder, 'list.csv');

/** Enterprises of two counties; some rows come twice, some contradict an earlier one, some cannot be taken. */
function write() {
  const lines = ['企业名称,统一社会信用代码,注册地址,法定代表人,联系电话'];
  for (let row = 0; row < kRows; row += 1) {
    const of = row % 97 === 96 ? row - 90 : row;
    const county = of % 2 ? '道里区' : '南岗区';
    const address = `黑龙江省哈尔滨市${county}试验路${of}号`;
    const phone = (row % 194 === 193 ? 138 : 139) * 100_000_000 + of;
    const name = row % 501 === 500 ? '' : `试验企业${of}有限公司`;
    lines.push(`${name},,${address},王${of % 977},${phone}`);
  }
  fs.writeFileSync(list, `${lines.join('\n')}\n`);
}

const given = (database) => ['ledger', 'import', list, '--database', database, '--law', 'law'];
const stands = (database) => JSON.parse(ran(audit, ['ledger', database]));
const databases = [];
function fresh(name) {
  databases.push(newDatabase(values.engine, folder, name));
  return databases.at(-1);
}

/** How many rows the import in a database has taken; 0 while there is no schema. */
function taken(database) {
  const done = spawnSync(audit, ['rows', database], { encoding: 'utf8' });
  return done.status === 0 ? Number(done.stdout) : 0;
}

/** Lets it run until so many rows stand, and a moment longer; whether it had to be killed. */
async function killedAfter(database, rows, moment) {
  const child = spawn(binary, given(database), { cwd: root, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal === 'SIGKILL')));
  while (child.exitCode === null && taken(database) < rows) await pause(10);
  await pause(moment);
  child.kill('SIGKILL');
  return ended;
}

write();
const told = { kills: 0, in_the_middle: 0, resumed: 0 };
try {
  const undisturbed = fresh('undisturbed');
  const from = Date.now();
  const whole = summaryOf(xiezhi(...given(undisturbed)));
  const took = Date.now() - from;
  const wanted = stands(undisturbed);
  const { created, duplicates, conflicts, rejected } = whole;
  assert.ok(created && duplicates && conflicts && rejected, JSON.stringify(whole));
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const database = fresh(`killed${round}`);
    let rows = 0;
    for (let kill = 0; kill < kKills; kill += 1) {
      const batch = (took * kBatch) / kRows;
      if (!(await killedAfter(database, kill === 0 ? 0 : rows + kBatch, next() * batch))) break;
      told.kills += 1;
      if (taken(database) === 0) continue; // perhaps not even a schema
      const state = stands(database);
      const { progress } = state.imports[0];
      assert.equal(progress.rows % kBatch, 0, 'whole batches');
      assert.equal(state.enterprises, progress.created, 'the ledger holds what the import says');
      assert.ok(progress.rows >= rows, 'no batch is lost');
      rows = progress.rows;
      if (rows < kRows) told.in_the_middle += 1;
    }
    const summary = summaryOf(xiezhi(...given(database)));
    assert.equal(summary.resumed_after_row, rows, 'it goes on where it stood');
    if (rows > 0) told.resumed += 1;
    assert.deepEqual(stands(database), wanted, 'as if nothing had happened');
    const journal = await numbered(database, folder);
    assert.equal(journal.entries, wanted.enterprises, 'one entry for each');
    console.error(`round ${round}: went on after row ${rows}`);
  }
  assert.ok(told.in_the_middle > 0, 'no kill came between two batches: nothing was shown');
  const { enterprises } = wanted;
  console.log(JSON.stringify({ ok: true, engine: values.engine, ...told, enterprises, undisturbed_ms: took }));
} finally {
  databases.forEach(dropDatabase);
  fs.rmSync(folder, { recursive: true, force: true });
}
