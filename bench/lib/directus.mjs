// Directus on a loaded database: its own tables beside ours, our table `enterprise` served as it is. Installed under
// bench/directus, nowhere else.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { note, root, run } from './shell.mjs';

const home = `${root}/bench/directus`;
const token = createHash('sha256').update('bench').digest('hex').slice(0, 32);

/// Installs it by its lock file when it is not there.
async function installed() {
  if (existsSync(`${home}/node_modules/directus/package.json`)) return;
  note('directus: installing (once)');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--omit=dev'], { cwd: home });
}

/// `address` is a connection string by socket: postgresql://user@/database?host=…&port=…
function settings(address, port) {
  const url = new URL(address.replace('@/', '@localhost/'));
  return {
    ...process.env,
    DB_CLIENT: 'pg',
    DB_HOST: url.searchParams.get('host'),
    DB_PORT: url.searchParams.get('port') ?? '5432',
    DB_DATABASE: url.pathname.slice(1),
    DB_USER: url.username || 'xiezhi',
    DB_PASSWORD: '',
    DB_POOL__MAX: '32',
    KEY: randomUUID(),
    SECRET: randomUUID(),
    ADMIN_EMAIL: 'bench@example.org',
    ADMIN_PASSWORD: randomUUID(),
    ADMIN_TOKEN: token,
    HOST: '127.0.0.1',
    PORT: `${port}`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEMETRY: 'false',
    LOG_LEVEL: 'warn',
    RATE_LIMITER_ENABLED: 'false',
    CACHE_ENABLED: 'false',
    WEBSOCKETS_ENABLED: 'false',
    NODE_ENV: 'production',
  };
}

/// It says on its log when it is there, at a level that would have it log every request too; so it is asked.
async function untilServing(url, headers, child) {
  let said = '';
  for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 500) {
    await pause(500);
    const answer = await fetch(`${url}/items/enterprise?limit=1`, { headers }).catch(() => null);
    if (answer?.ok) return;
    said = answer ? `${answer.status} ${(await answer.text()).slice(0, 400)}` : 'no answer';
  }
  throw new Error(`directus does not serve the table: ${said}`);
}

/// A running Directus with our table in its care; requests carry `headers`.
export async function directus(world, port) {
  await installed();
  const env = settings(world.address, port);
  const cli = `${home}/node_modules/directus/cli.js`;
  note('directus: its tables');
  await run('node', [cli, 'bootstrap'], { cwd: home, env });
  const child = spawn('node', [cli, 'start'], { cwd: home, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const headers = { authorization: `Bearer ${token}` };
    await untilServing(`http://127.0.0.1:${port}`, headers, child);
    return { port, headers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
