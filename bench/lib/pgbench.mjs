// The peer on PostgreSQL: pgbench with the statements that the server sends, in the same round trips, read from
// src/store/query when it runs. Keys are fetched once for several operations, so that fetching them costs little. Plans
// are generic, as those of the server's long-lived connections come to be: else a short run measures planning. The
// network protocol of the clients, HTTP, JSON, rights and the law are what the server has more to do.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { counties } from './world.mjs';
import { root, run } from './shell.mjs';

const clients = 32;
const folder = `${root}/build/bench/pgbench`;

/// A statement of the store, its parameters replaced by pgbench's variables or literals.
function sql(name, ...values) {
  const places = [`${root}/src/store/query/postgres/${name}.sql`, `${root}/src/store/query/${name}.sql`];
  const text = readFileSync(places.find(existsSync), 'utf8')
    .replace(/^--.*\n/gm, '')
    .trim();
  return text.replaceAll(/\$(\d+)/g, (_, place) => values[Number(place) - 1]).replaceAll('\n', ' ') + ';';
}

const numbers = (count) => [...Array(count).keys()];

/// Fetches `count` values of a table of keys into variables k0, k1, …
function keys(table, count, column, condition = 'true') {
  const columns = numbers(count).map((i) => `max(${column}) FILTER (WHERE n = :n + ${i}) AS k${i}`);
  return `SELECT ${columns.join(', ')} FROM ${table} WHERE ${condition} AND n BETWEEN :n AND :n + ${count - 1} \\gset`;
}

function dossier(enterprises) {
  const count = 5;
  const one = (i) => [
    '\\startpipeline',
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;',
    sql('enterprise_find', `:k${i}`),
    sql('enterprise_sites', `:k${i}`),
    sql('enterprise_penalties', `:k${i}`),
    sql('inspection_of_enterprise', `:k${i}`, ':most'),
    sql('casefile_of_enterprise', `:k${i}`, ':most'),
    'COMMIT;',
    '\\endpipeline',
  ];
  const head = [`\\set n random(1, ${enterprises - count})`, keys('bench_enterprise', count, 'id')];
  return { count, text: [...head, ...numbers(count).flatMap(one)].join('\n') };
}

function tasks(codes) {
  const choice = codes.map((code, i) => `WHEN :n = ${i} THEN ${code}`).join(' ');
  const head = [`\\set n random(0, ${codes.length - 1})`, `\\set body CASE ${choice} END`];
  return { count: 1, text: [...head, sql('task_list', ':body', ':none', ':none', ':page')].join('\n') };
}

/// Each client records findings in streams of its own, as each officer does in his inspections.
function finding() {
  const count = 4;
  const one = (i) => {
    const stream = `:s${i}`;
    const next = `:w${i}`;
    return [
      '\\startpipeline',
      'BEGIN;',
      sql('stream_lock', `:l${i}`),
      '\\endpipeline',
      '\\startpipeline',
      sql('stream_advance', stream, next, `:v${i}`),
      sql('entry_insert', stream, next, "'finding_recorded.1'", ':actor', ':command', '1795000000000', ':leaf'),
      sql('command_insert', stream, next, "'\\x00'", ':reply', '1795000000000'),
      sql(
        'inspection_upsert',
        stream,
        next,
        ':enterprise',
        "'99'",
        "'99'",
        "'on_site'",
        '1795000000000',
        next,
        next,
        'NULL',
      ),
      sql(
        'task_upsert',
        stream,
        "'99'",
        "'99'",
        "'inspection'",
        ':enterprise',
        ':title',
        "'on_site'",
        "'9999-12-31'",
        '1795000000000',
      ),
      'COMMIT;',
      '\\endpipeline',
    ];
  };
  const columns = numbers(count).map(
    (i) =>
      `max(stream) FILTER (WHERE n = :n + ${i}) AS s${i}, max(locked) FILTER (WHERE n = :n + ${i}) AS l${i}, ` +
      `max(version) FILTER (WHERE n = :n + ${i}) AS v${i}`,
  );
  const head = [
    `\\set n random(1, ${streamsOfClient - count})`,
    `SELECT ${columns.join(', ')} FROM bench_stream JOIN stream USING (stream) ` +
      `WHERE client = :client_id AND n BETWEEN :n AND :n + ${count - 1} \\gset`,
    ...numbers(count).map((i) => `\\set w${i} :v${i} + 1`),
  ];
  return { count, text: [...head, ...numbers(count).flatMap(one)].join('\n') };
}

const streamsOfClient = 400;

/// Tables of keys, of the enterprises that the load generator reads too, and streams to write to.
async function makeKeys(world) {
  const rows = readFileSync(`${world.files}/enterprises.tsv`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  writeFileSync(`${folder}/keys.tsv`, rows.map((row, i) => `${((i * 7919) % rows.length) + 1}\t${row[1]}\n`).join(''));
  await world.psql('DROP TABLE IF EXISTS bench_enterprise; CREATE TABLE bench_enterprise (n int PRIMARY KEY, id text)');
  await world.psql(`\\copy bench_enterprise FROM '${folder}/keys.tsv'`);
  await world.psql(
    `CREATE TABLE IF NOT EXISTS bench_stream (client int, n int, stream text COLLATE "C", locked text,
      PRIMARY KEY (client, n));
    INSERT INTO bench_stream SELECT c, n, format('bench/%s/%s', c, n),
      format('["bench/%s/%s","bench/body/%s","bench/officer/%s"]', c, n, c, c)
      FROM generate_series(0, ${clients - 1}) AS c, generate_series(1, ${streamsOfClient}) AS n ON CONFLICT DO NOTHING;
    INSERT INTO stream SELECT stream, 0 FROM bench_stream ON CONFLICT DO NOTHING;
    INSERT INTO stream SELECT format('bench/%s/%s', kind, c), 0
      FROM generate_series(0, ${clients - 1}) AS c, (VALUES ('body'), ('officer')) AS k (kind) ON CONFLICT DO NOTHING;
    ANALYZE bench_enterprise, bench_stream, stream`.replaceAll('\n', ' '),
  );
  return { enterprises: rows.length, codes: [...new Set(rows.map((row) => row[0]))].slice(0, counties) };
}

/// Operations a second of pgbench, by operation: `rate(name, seconds)`.
export async function peer(world) {
  mkdirSync(folder, { recursive: true });
  const { enterprises, codes } = await makeKeys(world);
  const scripts = { dossier: dossier(enterprises), tasks: tasks(codes), finding: finding() };
  const sample = await world.psql(`SELECT leaf FROM entry WHERE type = 'finding_recorded.1' ORDER BY entry_id LIMIT 1`);
  const variables = {
    none: 0, // before every day and stream, as the empty text is; pgbench takes no empty value
    page: 21,
    most: 200,
    leaf: sample,
    actor: JSON.parse(sample).actor,
    command: JSON.parse(sample).command_id,
    reply: '{"events":["finding_recorded.1"],"status":"accepted","stream":"inspection/","version":4}',
    enterprise: JSON.parse(sample).command_id,
    title: '年度安全生产监督检查计划',
  };
  for (const [name, script] of Object.entries(scripts)) writeFileSync(`${folder}/${name}.sql`, script.text + '\n');
  const rate = async (name, duration) => {
    const args = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', `${cpus().length}`, '-T', `${duration}`];
    for (const [key, value] of Object.entries(variables)) args.push('-D', `${key}=${value}`);
    const env = { ...process.env, PGOPTIONS: '-c plan_cache_mode=force_generic_plan' };
    const said = await run('pgbench', [...args, '-f', `${folder}/${name}.sql`, world.address], { env });
    return Number(said.match(/tps = ([\d.]+)/)[1]) * scripts[name].count;
  };
  return { rate };
}
