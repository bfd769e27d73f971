// list.mjs FILE.csv: a real list of enterprises into both databases, twice each. Both take it alike, the second time
// brings nothing new, the journal verifies and the read tables follow from it; where the rows were placed is printed.
// One JSON object on the last line of standard output.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dropDatabase, newDatabase, numbered, pack, summaryOf, xiezhi } from '../tool/product.mjs';

const kInCounties = 0.7; // of the rows taken, at least
const kNowhere = 0.01; // at most
const counts = ['created', 'updated', 'unchanged', 'duplicates', 'conflicts', 'rejected', 'remarked'];

const file = process.argv[2];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-list-'));

async function twice(engine) {
  const data = path.join(folder, engine);
  fs.mkdirSync(data);
  const database = newDatabase(engine, data, 'list');
  const take = (...more) =>
    summaryOf(xiezhi('ledger', 'import', file, '--database', database, '--law', 'law', ...more));
  try {
    const first = take('--data', data); // numbered at once
    const journal = summaryOf(xiezhi('journal', 'verify', '--database', database));
    assert.equal(journal.pending, 0);
    const tables = summaryOf(xiezhi('rebuild', '--database', database, '--law', pack, '--check')).tables;
    const second = take();
    assert.equal(second.created + second.updated, 0, `${engine}: the same list again changes something`);
    assert.equal(second.rows, first.rows);
    assert.equal(second.unchanged, first.created, `${engine}: every enterprise is known the second time`);
    const after = await numbered(database, data);
    assert.ok(journal.ok && after.ok);
    assert.deepEqual([after.entries, after.root], [journal.entries, journal.root], `${engine}: the journal grew`);
    const rebuilt = summaryOf(xiezhi('rebuild', '--database', database, '--law', pack, '--check'));
    assert.deepEqual(rebuilt.tables, tables, `${engine}: a table changed`);
    return { first, entries: journal.entries };
  } finally {
    dropDatabase(database);
  }
}

const told = ({ first }) => Object.fromEntries([...counts, 'rows', 'placed_by'].map((name) => [name, first[name]]));

try {
  const sqlite = await twice('sqlite');
  const postgres = await twice('postgres');
  assert.deepEqual(told(postgres), told(sqlite), 'both databases take the list alike');
  assert.equal(postgres.entries, sqlite.entries);
  const { created, placed_by: by, ...others } = told(sqlite);
  const of = (...names) => names.reduce((sum, name) => sum + (by[name] ?? 0), 0);
  const placed = {
    county: of('address', 'code'),
    city: of('address_city', 'code_city', 'region'),
    nowhere: of('nothing'),
  };
  assert.equal(placed.county + placed.city + placed.nowhere, created, 'every row taken is counted by its place');
  assert.ok(placed.county >= kInCounties * created, `too few are placed in counties: ${JSON.stringify(by)}`);
  assert.ok(placed.nowhere <= kNowhere * created, `too many are placed nowhere: ${JSON.stringify(by)}`);
  const rows_per_s = { sqlite: sqlite.first.rows_per_s, postgres: postgres.first.rows_per_s };
  console.log(JSON.stringify({ ok: true, created, ...others, placed, placed_by: by, rows_per_s }));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
