// Runs the browser tests: `node test/e2e/run.mjs [NAME…]`. A file NAME.e2e.mjs exports `tests`: an object of
// `async ({ page, server, open, login, shot }) => {…}`; they run in order on one server, each on a fresh page.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, login, openPage, shot, startServer } from './harness.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const all = fs
  .readdirSync(here)
  .filter((name) => name.endsWith('.e2e.mjs'))
  .map((name) => name.replace('.e2e.mjs', ''));
const names = process.argv.length > 2 ? process.argv.slice(2) : all.sort();

let passed = 0;
let failed = 0;
let unsteady = 0;

function complain(label, error, pages) {
  const lines = String(error.stack ?? error).split('\n');
  console.log(`FAIL ${label}\n     ${lines.slice(0, 15).join('\n     ')}`);
  for (const page of pages) {
    console.log(`     at ${page.url()}`);
    for (const line of [...page.troubles, ...page.answers.slice(-5)]) console.log(`        ${line}`);
  }
}

/** What the page says, on one line: where no picture can be looked at, the words tell. */
async function wordsOf(page) {
  const text = await page.locator('body').innerText({ timeout: 2000 });
  return text.replace(/\s+/g, ' ').slice(0, 400);
}

async function runOne(label, test, browser, server) {
  const pages = [];
  const open = async () => {
    pages.push(await openPage(browser, server.url));
    return pages.at(-1);
  };
  const started = Date.now();
  try {
    const page = await open();
    await test({ page, server, open, login, shot });
    const troubles = pages.flatMap((one) => one.troubles);
    if (troubles.length > 0) throw new Error(troubles.join('\n'));
    console.log(`ok   ${label} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    complain(label, error, pages);
    for (const [at, page] of pages.entries()) {
      await shot(page, `failed-${label.replace(/[^\p{L}\p{N}]+/gu, '-')}-${at}`).catch(() => {});
      console.log(`     page ${at}: ${await wordsOf(page).catch(() => 'says nothing')}`);
    }
    return false;
  } finally {
    for (const page of pages) await page.context().close();
  }
}

/** The tests of a file in order on a server of their own; how many held and how many did not. */
async function runFile(name, browser) {
  const { tests, options, environment = {} } = await import(`./${name}.e2e.mjs`);
  // What the file's server finds in its environment; taken back when the file is done.
  const before = Object.fromEntries(Object.keys(environment).map((key) => [key, process.env[key]]));
  Object.assign(process.env, environment);
  const server = await startServer(options).finally(() => {
    for (const [key, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
    }
  });
  let held = 0;
  let not = 0;
  try {
    for (const [title, test] of Object.entries(tests))
      (await runOne(`${name}: ${title}`, test, browser, server)) ? (held += 1) : (not += 1);
  } finally {
    await server.stop();
  }
  return { held, not };
}

// A browser on a strained machine may stumble where nothing is wrong: a file that failed is run once more, whole and on
// a server of its own, and the second run counts. That it was needed is said at the end, and is to be looked into.
const browser = await launch();
try {
  for (const name of names) {
    let outcome = await runFile(name, browser);
    if (outcome.not > 0) {
      console.log(`${name} is run once more`);
      unsteady += 1;
      outcome = await runFile(name, browser);
    }
    passed += outcome.held;
    failed += outcome.not;
  }
} finally {
  await browser.close();
}
if (unsteady > 0) console.log(`UNSTEADY: ${unsteady} of the files needed a second run, see above`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
