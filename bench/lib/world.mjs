// The loaded databases: a demonstration province, a million enterprises more, inspections on site in 32 counties. Made
// once under build/bench and used again; `rm -r build/bench` begins anew.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { built, lawPack, note, root, run } from './shell.mjs';

export const enterprises = Number(process.env.BENCH_ENTERPRISES ?? 1_000_000);
export const counties = 32;
const inspectionsOfCounty = 200;
const home = `${root}/build/bench`;
const clusterSettings = ['shared_buffers=1GB', 'max_wal_size=8GB', 'checkpoint_timeout=15min'];

function schemaHash() {
  const folder = `${root}/src/store/schema`;
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(`${folder}/${name}`));
  return hash.digest('hex').slice(0, 16);
}

/// A list of enterprises that are not in the loaded databases, or with `first` 0 the one that they were loaded from.
export async function list(first, count) {
  mkdirSync(home, { recursive: true });
  const file = `${home}/list-${first}-${count}.csv`;
  if (!existsSync(file))
    await run(built('bench/prepare/bench_prepare'), ['list', `${first}`, `${count}`, file, '--law', lawPack]);
  return file;
}

async function load(world) {
  note(`${world.engine}: loading ${enterprises} enterprises (once)`);
  const place = ['--database', world.address, '--law', lawPack];
  await run(built('xiezhi'), ['demo', '--data', world.data, ...place]);
  const summary = await run(built('xiezhi'), ['ledger', 'import', await list(0, enterprises), ...place]);
  note(`${world.engine}: ${summary.trim()}`);
}

async function prepare(world) {
  const stamp = `${world.data}/.loaded`;
  const key = `${schemaHash()} ${enterprises}`;
  const loaded = existsSync(stamp) && readFileSync(stamp, 'utf8') === key;
  if (!loaded) {
    await world.empty();
    await load(world);
  }
  const args = ['files', '--law', lawPack, '--database', world.address, '--data', world.data, '--out', world.files];
  mkdirSync(world.files, { recursive: true });
  await run(built('bench/prepare/bench_prepare'), [
    ...args,
    '--counties',
    `${counties}`,
    '--inspections',
    `${inspectionsOfCounty}`,
  ]);
  if (!loaded) {
    await world.settle();
    writeFileSync(stamp, key);
  }
}

async function openSqlite() {
  const data = `${home}/sqlite/data`;
  const file = `${data}/xiezhi.db`;
  const sql = async (text, database = file) => (await run('sqlite3', ['-readonly', database, text])).trim();
  const world = {
    engine: 'sqlite',
    address: `sqlite:${file}`,
    data,
    files: `${home}/sqlite/files`,
    empty: async () => {
      rmSync(`${home}/sqlite`, { recursive: true, force: true });
      mkdirSync(data, { recursive: true });
    },
    settle: async () => {},
    entries: async () => Number(await sql('SELECT count(*) FROM entry')),
    settings: async () => ({
      version: await sql('SELECT sqlite_version()'),
      journal_mode: await sql('PRAGMA journal_mode'),
      synchronous: 'FULL (2), set and checked by every connection of the server',
    }),
    /// A copy that may be written to, and a function that drops it.
    copy: async () => {
      const folder = `${home}/sqlite/copy`;
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      await run('cp', ['-r', `${data}/.`, folder]);
      const drop = async () => rmSync(folder, { recursive: true, force: true });
      return { ...world, data: folder, address: `sqlite:${folder}/xiezhi.db`, drop };
    },
    close: async () => {},
  };
  await prepare(world);
  return world;
}

async function openPostgres() {
  const data = `${home}/postgres/data`;
  const cluster = `${home}/postgres/cluster`;
  // One that an interrupted run left behind.
  if (existsSync(`${cluster}/data/postmaster.pid`))
    await run('test/postgres_cluster.sh', ['stop', cluster]).catch(() => {});
  const started = await run('test/postgres_cluster.sh', ['start', cluster, ...clusterSettings]);
  const maintenance = started.trim().split('\n').at(-1);
  const on = (database) => maintenance.replace('/postgres?', `/${database}?`);
  const psql = async (address, text) =>
    (await run('psql', ['-qAtX', '-v', 'ON_ERROR_STOP=1', address, '-c', text])).trim();
  const address = on('xiezhi_bench');
  const world = {
    engine: 'postgres',
    address,
    data,
    files: `${home}/postgres/files`,
    empty: async () => {
      for (const folder of [data, world.files]) rmSync(folder, { recursive: true, force: true });
      mkdirSync(data, { recursive: true });
      await psql(maintenance, 'DROP DATABASE IF EXISTS xiezhi_bench');
      await psql(maintenance, "CREATE DATABASE xiezhi_bench ENCODING 'UTF8' TEMPLATE template0");
    },
    settle: async () => psql(address, 'VACUUM ANALYZE'),
    entries: async () => Number(await psql(address, 'SELECT count(*) FROM entry')),
    psql: (text) => psql(address, text),
    postmaster: () => Number(readFileSync(`${cluster}/data/postmaster.pid`, 'utf8').split('\n')[0]),
    settings: async () => {
      const out = {};
      for (const name of [
        'server_version',
        'fsync',
        'synchronous_commit',
        'full_page_writes',
        'wal_sync_method',
        'shared_buffers',
        'max_wal_size',
        'checkpoint_timeout',
      ]) {
        out[name] = await psql(address, `SHOW ${name}`);
      }
      return out;
    },
    copy: async () => {
      const drop = () => psql(maintenance, 'DROP DATABASE IF EXISTS xiezhi_bench_copy');
      await drop();
      await psql(maintenance, 'CREATE DATABASE xiezhi_bench_copy TEMPLATE xiezhi_bench');
      return { ...world, address: on('xiezhi_bench_copy'), psql: (text) => psql(on('xiezhi_bench_copy'), text), drop };
    },
    close: () => run('test/postgres_cluster.sh', ['stop', cluster]),
  };
  try {
    await prepare(world);
  } catch (error) {
    await world.close();
    throw error;
  }
  return world;
}

/// Runs a benchmark on each database. BENCH_ENGINES=sqlite takes one alone.
export async function onEach(benchmark) {
  const engines = (process.env.BENCH_ENGINES ?? 'sqlite postgres').split(' ');
  for (const engine of engines) {
    const world = await (engine === 'sqlite' ? openSqlite() : openPostgres());
    try {
      const settings = { settings: engine, ...(await world.settings()), entries: await world.entries() };
      console.log(JSON.stringify(settings));
      await benchmark(world);
    } finally {
      await world.close();
    }
  }
}
