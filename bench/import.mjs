// Bringing a list of 200,000 new enterprises into a copy of the loaded database: by the command line while nothing else
// happens, then through the server while findings are recorded. The peer writes the same read-table rows with one
// statement of the database itself.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { costs } from './lib/cpu.mjs';
import { load, serve } from './lib/server.mjs';
import { built, lawPack, report, run } from './lib/shell.mjs';
import { enterprises, list, onEach } from './lib/world.mjs';

const rows = Number(process.env.BENCH_ROWS ?? 200_000);
const findingsPerSecond = 200;

/// Rows a second of copying the imported rows into a table with the same indexes.
async function bare(world) {
  const before = Date.now();
  if (world.engine === 'postgres') {
    await world.psql('CREATE TABLE bench_peer (LIKE enterprise INCLUDING ALL)');
    const columns = await world.psql(
      "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = " +
        "'enterprise'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
    );
    const from = Date.now();
    await world.psql(
      `INSERT INTO bench_peer (${columns}) OVERRIDING SYSTEM VALUE ` +
        `SELECT ${columns} FROM enterprise ORDER BY number DESC LIMIT ${rows}`,
    );
    return (rows * 1000) / (Date.now() - from);
  }
  const schema = (
    await run('sqlite3', [
      world.address.slice(7),
      "SELECT sql FROM sqlite_schema WHERE tbl_name = 'enterprise' AND sql IS NOT NULL",
    ])
  ).trim();
  const copy = schema
    .split('\n')
    .join(' ')
    .replaceAll(/\benterprise(_\w+)? ON enterprise\b/g, 'peer$1 ON peer')
    .replace('CREATE TABLE enterprise', 'CREATE TABLE peer');
  const statements = copy.replaceAll(/ CREATE /g, '; CREATE ');
  // Generated columns are not among them.
  const columns = (
    await run('sqlite3', [
      world.address.slice(7),
      "SELECT group_concat(name, ', ') FROM pragma_table_info('enterprise')",
    ])
  ).trim();
  await run('sqlite3', [
    world.address.slice(7),
    `PRAGMA synchronous=FULL; ${statements}; INSERT INTO peer (${columns}) SELECT ${columns} FROM enterprise ORDER BY number DESC LIMIT ${rows}`,
  ]);
  return (rows * 1000) / (Date.now() - before);
}

async function idle(world) {
  const args = ['ledger', 'import', await list(enterprises, rows), '--database', world.address, '--law', lawPack];
  // What has ended counts with who waited for it: the command line's processor time is ours afterwards.
  const pids = { import: process.pid, ...(world.postmaster ? { database: world.postmaster() } : {}) };
  let summary;
  const cpu_us = await costs(pids, async () => {
    summary = JSON.parse((await run(built('xiezhi'), args)).trim().split('\n').at(-1));
    return rows;
  });
  if (summary.created !== rows) throw new Error(`not all rows were taken: ${JSON.stringify(summary)}`);
  report(`import.idle.${world.engine}`, summary.rows_per_s, 'rows/s', {
    peer: 'INSERT … SELECT of the same rows into a table with the same indexes',
    peerValue: Math.round(await bare(world)),
    rows,
    cpu_us,
  });
}

async function signIn(server, world) {
  const accounts = readFileSync(`${world.files}/accounts.tsv`, 'utf8').trim().split('\n');
  const [, name, password] = accounts.map((line) => line.split('\t')).find(([division]) => division === '23');
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  return { cookie, 'x-csrf-token': (await answer.json()).csrf_token };
}

async function importing(server, world) {
  const headers = await signIn(server, world);
  const at = `http://127.0.0.1:${server.port}/api/ledger/imports`;
  const body = readFileSync(await list(enterprises + rows, rows));
  const answer = await fetch(`${at}?name=bench.csv`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body,
  });
  let job = await answer.json();
  if (answer.status !== 202) throw new Error(JSON.stringify(job));
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 200));
    job = await (await fetch(`${at}/${job.id}`, { headers })).json();
  }
  return (job.progress.rows * 1000) / (job.updated_at - job.started_at);
}

/// Waits until a file is there.
async function appears(file) {
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function busy(world) {
  const ready = `${world.files}/ready`;
  const until = `${world.files}/until`;
  for (const file of [ready, until]) rmSync(file, { force: true });
  const server = await serve(world);
  try {
    const options = { mix: 'finding=1', rate: findingsPerSecond, seconds: 240, warm: 0, ready, until };
    const findings = load(server, world, options);
    await Promise.race([appears(ready), findings]);
    const perSecond = await importing(server, world);
    writeFileSync(until, '');
    const { p99_ms, p50_ms, max_ms, per_s } = (await findings).finding;
    report(`import.busy.${world.engine}`, Math.round(perSecond), 'rows/s', { peer: 'aim', peerValue: 8000, rows });
    const more = { peer: 'aim', peerValue: 150, p50_ms, max_ms, per_s };
    report(`import.busy.finding.${world.engine}`, p99_ms, 'ms p99', more);
    const most = server.mostResidentMb();
    report(`import.memory.${world.engine}`, most, 'MB resident at most', { peer: 'aim', peerValue: 300 });
  } finally {
    await server.stop();
  }
}

await onEach(async (world) => {
  const copy = await world.copy();
  try {
    await idle(copy);
    await busy(copy);
  } finally {
    await copy.drop();
  }
});
