// The product as its users run it: the command line, a server with data of its own, databases to put them on.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const binary = process.env.XIEZHI_BINARY ?? path.join(root, 'build/release/xiezhi');
export const pack = path.join(root, 'build/law/pack.json');

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Runs a program to its end and gives what it printed; throws when it fails. */
export function ran(program, given, input) {
  const done = spawnSync(program, given, { encoding: 'utf8', cwd: root, maxBuffer: 1 << 28, input });
  if (done.error) throw done.error;
  if (done.status !== 0) {
    const said = [done.stdout, done.stderr].map((text) => text.slice(0, 2000)).join('\n');
    throw new Error(`${path.basename(program)} ${given.join(' ')}: exit ${done.status} ${done.signal ?? ''}\n${said}`);
  }
  return done.stdout;
}

/** Runs `xiezhi ARGUMENTS…` to its end and gives what it printed; throws when it fails. */
export const xiezhi = (...given) => ran(binary, given);

/** The JSON object on the last line of what a command printed. */
export const summaryOf = (printed) => JSON.parse(printed.trim().split('\n').at(-1));

/** The address of a new database: in a folder on SQLite, beside others of the cluster on PostgreSQL. */
export function newDatabase(engine, folder, name) {
  if (engine === 'sqlite') return `sqlite:${path.join(folder, `${name}.db`)}`;
  const server = process.env.XIEZHI_POSTGRES;
  if (!server) throw new Error('XIEZHI_POSTGRES names a cluster: test/postgres_cluster.sh start DIR');
  const own = `xiezhi_${name}_${process.pid}`;
  ran('psql', ['-q', server, '-c', `CREATE DATABASE ${own} ENCODING 'UTF8' TEMPLATE template0`]);
  return server.replace(/^(postgresql:\/\/[^/]*\/)[^?]*/, `$1${own}`);
}

/** Drops what newDatabase made; a folder goes with its owner. */
export function dropDatabase(address) {
  const own = /^postgresql:\/\/[^/]*\/([^?]*)/.exec(address);
  if (own) ran('psql', ['-q', process.env.XIEZHI_POSTGRES, '-c', `DROP DATABASE ${own[1]} WITH (FORCE)`]);
}

async function untilHealthy(url, child, log) {
  for (let waited = 0; waited < 30_000; waited += 25) {
    if (child.exitCode !== null) break;
    try {
      if ((await fetch(`${url}/api/health`)).ok) return;
    } catch {
      // not listening yet
    }
    await pause(25);
  }
  throw new Error(`the server did not come up:\n${fs.readFileSync(log, 'utf8').slice(-4000)}`);
}

/** Starts `xiezhi serve` on a database. `halt()` ends it as an operator does, `kill()` as a power cut does. */
export async function serve({ database, data, log, more = [] }) {
  const url = `http://127.0.0.1:${await freePort()}`;
  const listen = url.slice('http://'.length);
  const given = ['--data', data, '--web', path.join(root, 'web/dist'), '--law', pack, '--database', database];
  const child = spawn(binary, ['serve', ...given, '--listen', listen, ...more], {
    cwd: root,
    stdio: ['ignore', fs.openSync(log, 'w'), fs.openSync(log, 'a')],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const end = (signal) => async () => {
    if (child.exitCode === null) child.kill(signal);
    await ended;
  };
  const server = { url, data, database, log, halt: end('SIGTERM'), kill: end('SIGKILL') };
  try {
    await untilHealthy(url, child, log);
  } catch (error) {
    await server.kill();
    throw error;
  }
  return server;
}

/**
 * Lets a server number the entries that a command wrote beside it, and gives what `journal verify` says then. Without a
 * server they wait, which is a problem after a minute.
 */
export async function numbered(database, data) {
  const server = await serve({ database, data, log: path.join(data, 'server.log') });
  try {
    for (let waited = 0; waited < 120_000; waited += 200) {
      // Not yet numbered is no failure here.
      const { stdout } = spawnSync(binary, ['journal', 'verify', '--database', database], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      if (summaryOf(stdout).pending === 0) break;
      await pause(200);
    }
  } finally {
    await server.halt();
  }
  return summaryOf(xiezhi('journal', 'verify', '--database', database));
}

/** The accounts of the demo data by login: {account, password, name, office, post}. */
export function accountsOf({ data }) {
  const people = {};
  for (const line of fs.readFileSync(path.join(data, 'accounts.txt'), 'utf8').split('\n').filter(Boolean)) {
    const [account, password, who] = line.split('\t');
    const [, office, name, post] = /^(.+) (.+)（(.+)）$/.exec(who);
    people[account] = { account, password, office, name, post };
  }
  return people;
}
