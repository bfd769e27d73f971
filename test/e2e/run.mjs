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
    passed += 1;
    console.log(`ok   ${label} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(
      `FAIL ${label}\n     ${String(error.stack ?? error)
        .split('\n')
        .slice(0, 15)
        .join('\n     ')}`,
    );
    for (const [at, page] of pages.entries()) {
      console.log(`     at ${page.url()}`);
      await shot(page, `failed-${label.replace(/[^\p{L}\p{N}]+/gu, '-')}-${at}`).catch(() => {});
    }
  } finally {
    for (const page of pages) await page.context().close();
  }
}

const browser = await launch();
try {
  for (const name of names) {
    const { tests, options } = await import(`./${name}.e2e.mjs`);
    const server = await startServer(options);
    try {
      for (const [title, test] of Object.entries(tests)) await runOne(`${name}: ${title}`, test, browser, server);
    } finally {
      await server.stop();
    }
  }
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
