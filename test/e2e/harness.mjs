// A server with data of its own and a browser, for tests that do what a person does. A test gets pages, no API.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { pack, root, serve as serveProduct, xiezhi } from '../tool/product.mjs';

export { accountsOf, root, xiezhi } from '../tool/product.mjs';

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

/** Starts a server on demo data in a folder of its own. `stop()` ends it and removes the folder. */
export async function startServer({ demo = ['--small'], serve = [], database: given } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-e2e-'));
  const data = path.join(folder, 'data');
  const database = given ?? `sqlite:${path.join(data, 'xiezhi.db')}`;
  fs.mkdirSync(data);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    xiezhi('demo', '--database', database, '--data', data, '--law', pack, ...demo);
    const server = await serveProduct({ database, data, log: path.join(folder, 'server.log'), more: serve });
    const stop = async () => {
      await server.halt();
      remove();
    };
    return { ...server, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

export const launch = () =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: kFlags,
  });

/**
 * Counts on all pages of a walk what a person's hand does: trusted clicks and keys in the browser; characters are
 * counted by who types them.
 */
export async function countHand(page, tally) {
  page.tally = tally;
  await page.exposeBinding('countHand', (_source, kind) => (tally[kind] += 1));
  await page.addInitScript(() => {
    const count = (kind) => (event) => event.isTrusted && window.countHand(kind);
    // What a pen writes on the pad of a signature is a stroke, no click.
    const written = (event) => event.target instanceof Element && !!event.target.closest('[data-testid="signature"]');
    window.addEventListener('click', (event) => count(written(event) ? 'strokes' : 'clicks')(event), true);
    window.addEventListener('keydown', count('keys'), true);
    window.addEventListener('drop', count('drops'), true);
  });
}

/**
 * A page that remembers what went wrong on it. `troubles`: script errors, and answers with a status of 500 and more;
 * `answers`: all that was refused or did not come, to be read when a test fails.
 */
export async function openPage(browser, url) {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce', // what slides in is met where it will stand
  });
  const page = await context.newPage();
  page.troubles = [];
  page.answers = [];
  page.on('response', (answer) => answer.status() >= 400 && page.answers.push(`${answer.status()} ${answer.url()}`));
  page.on('requestfailed', (asked) => page.answers.push(`${asked.failure()?.errorText} ${asked.url()}`));
  page.on('pageerror', (error) => page.troubles.push(`script: ${error.message}`));
  page.on('response', (answer) => answer.status() >= 500 && page.troubles.push(`${answer.status()} ${answer.url()}`));
  return page;
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
  await page.screenshot({
    path: path.join(kResults, `${name}.png`),
    fullPage: true,
  });
}
