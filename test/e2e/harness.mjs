// A server with data of its own and a browser, for tests that do what a person does. A test gets pages, no API.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const kBinary = process.env.XIEZHI_BINARY ?? path.join(root, 'build/release/xiezhi');
const kPack = path.join(root, 'build/law/pack.json');
const kResults = path.join(root, 'test-results');
const kFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Runs `xiezhi ARGUMENTS…` to its end and gives what it printed; throws when it fails. */
export function xiezhi(...given) {
  const done = spawnSync(kBinary, given, { encoding: 'utf8', cwd: root, maxBuffer: 1 << 26 });
  if (done.error) throw done.error;
  if (done.status !== 0)
    throw new Error(`xiezhi ${given.join(' ')}: exit ${done.status}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

async function untilHealthy(url, child, log) {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (child.exitCode !== null) break;
    try {
      if ((await fetch(`${url}/api/health`)).ok) return;
    } catch {
      // not listening yet
    }
    await pause(100);
  }
  throw new Error(`the server did not come up:\n${fs.readFileSync(log, 'utf8').slice(-4000)}`);
}

/** Starts a server on demo data in a folder of its own. `stop()` ends it and removes the folder. */
export async function startServer({ demo = ['--small'], serve = [], database: given } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-e2e-'));
  const data = path.join(folder, 'data');
  const database = given ?? `sqlite:${path.join(data, 'xiezhi.db')}`;
  fs.mkdirSync(data);
  xiezhi('demo', '--database', database, '--data', data, '--law', kPack, ...demo);
  const url = `http://127.0.0.1:${await freePort()}`;
  const log = path.join(folder, 'server.log');
  const child = spawn(
    kBinary,
    [
      'serve',
      '--data',
      data,
      '--web',
      path.join(root, 'web/dist'),
      '--law',
      kPack,
      '--database',
      database,
      '--listen',
      url.slice('http://'.length),
      ...serve,
    ],
    { cwd: root, stdio: ['ignore', fs.openSync(log, 'w'), fs.openSync(log, 'a')] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const halt = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  };
  const stop = async () => {
    await halt();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilHealthy(url, child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, data, database, log, halt, stop };
}

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: kFlags });

/**
 * Counts on all pages of a walk what a person's hand does: trusted clicks and keys in the browser; characters are
 * counted by who types them.
 */
export async function countHand(page, tally) {
  page.tally = tally;
  await page.exposeBinding('countHand', (_source, kind) => (tally[kind] += 1));
  await page.addInitScript(() => {
    const count = (kind) => (event) => event.isTrusted && window.countHand(kind);
    window.addEventListener('click', count('clicks'), true);
    window.addEventListener('keydown', count('keys'), true);
  });
}

/** A page that remembers what went wrong on it: script errors, and answers with a status of 500 and more. */
export async function openPage(browser, url) {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.troubles = [];
  page.on('pageerror', (error) => page.troubles.push(`script: ${error.message}`));
  page.on('response', (answer) => answer.status() >= 500 && page.troubles.push(`${answer.status()} ${answer.url()}`));
  return page;
}

/** The accounts of the demo data by login: {account, password, name, office, post}. */
export function accountsOf(server) {
  const people = {};
  for (const line of fs.readFileSync(path.join(server.data, 'accounts.txt'), 'utf8').split('\n').filter(Boolean)) {
    const [account, password, who] = line.split('\t');
    const [, office, name, post] = /^(.+) (.+)（(.+)）$/.exec(who);
    people[account] = { account, password, office, name, post };
  }
  return people;
}

/** Logs in as a person does. `account` is {account, password}. */
export async function login(page, { account, password }) {
  await page.goto('/');
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('密码').waitFor({ state: 'detached' });
}

/** Saves what the page shows as test-results/NAME.png. */
export async function shot(page, name) {
  fs.mkdirSync(kResults, { recursive: true });
  await page.screenshot({ path: path.join(kResults, `${name}.png`), fullPage: true });
}
