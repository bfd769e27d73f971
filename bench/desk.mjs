// The desk in a browser over a loaded ledger: time until workbench and ledger can be worked with, cold; from a
// keystroke to its rows. Then listing, reading and creating enterprises beside Directus on the same PostgreSQL.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { accountsOf, launch, login, openPage } from '../test/e2e/harness.mjs';
import { directus } from './lib/directus.mjs';
import { serve } from './lib/server.mjs';
import { enterprises, onEach } from './lib/world.mjs';
import { median, note, report, root, seconds } from './lib/shell.mjs';
import { requestOf, wire } from './lib/wire.mjs';

const kColdOpenings = 15;
const kWords = 60;
const kConnections = 32;
const kRounds = 3;
const kPages = 'web/dist';
const kDirectusPort = 18_455;

/// Resolves when the page can be worked with: `ready` finds what is waited for, and the main thread has been free for
/// half a second; the end of its last long task counts, or the frame that showed the rows.
function watchInteractive(ready) {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  window.interactive = new Promise((resolve) => {
    let shown = 0;
    const look = () => {
      if (!shown && document.querySelector(ready)) shown = performance.now();
      const busy = Math.max(shown, ...tasks.map((task) => task.startTime + task.duration));
      if (shown && performance.now() - busy > 500) resolve(busy);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/// Milliseconds from following a link to `path` to being able to work there, with nothing of the desk in the browser.
async function coldOpening(browser, url, cookies, path, ready) {
  const page = await openPage(browser, url);
  try {
    await page.context().addCookies(cookies);
    await page.addInitScript(watchInteractive, ready);
    await page.goto(path);
    return await page.evaluate(() => window.interactive);
  } finally {
    await page.context().close();
  }
}

async function signIn(browser, url, who) {
  const page = await openPage(browser, url);
  await login(page, who);
  return page;
}

async function openings(world, browser, url, who) {
  const signed = await signIn(browser, url, who);
  const cookies = await signed.context().cookies();
  await signed.context().close();
  for (const [name, path, ready] of [
    ['workbench', '/', '[id^="work-"], .queue p'],
    ['ledger', '/ledger', 'tbody tr'],
  ]) {
    const took = [];
    for (let one = 0; one < kColdOpenings; ++one) took.push(await coldOpening(browser, url, cookies, path, ready));
    const most = Math.max(...took);
    report(`interactive.${name}.${world.engine}`, Math.round(median(took)), 'ms cold, median', {
      peer: 'aim',
      peerValue: 1500,
      most_ms: Math.round(most),
      openings: took.length,
      enterprises,
    });
  }
}

/// Milliseconds from the last key of `word` to the frame in which every row has it in its name.
async function keystroke(page, box, word) {
  const [before, last] = [word.slice(0, -1), word.slice(-1)];
  await box.fill(before);
  await page.waitForFunction(
    (text) => [...document.querySelectorAll('tbody tr')].every((row) => row.innerText.includes(text)),
    before,
  );
  await page.evaluate((whole) => {
    const rows = () => [...document.querySelectorAll('tbody tr')];
    const all = () => rows().length > 0 && rows().every((row) => row.innerText.includes(whole));
    window.took = new Promise((resolve) => {
      if (all()) return resolve(null); // the rows need not change: nothing to see
      addEventListener(
        'input',
        (event) => {
          const look = () => (all() ? resolve(performance.now() - event.timeStamp) : requestAnimationFrame(look));
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    });
  }, word);
  await box.press('End');
  await page.keyboard.insertText(last);
  return page.evaluate(() => window.took);
}

/// Two characters that stand together in many names and three that stand in few, drawn from the loaded names.
function words(world) {
  const names = readFileSync(`${world.files}/enterprises.tsv`, 'utf8').trim().split('\n');
  const out = [];
  for (let at = 7; out.length < kWords; at = (at * 7919 + 104_729) % names.length) {
    const name = names[at].split('\t')[2];
    const from = 2 + (at % Math.max(1, name.length - 5));
    out.push(name.slice(from, from + 2 + (out.length % 2)));
  }
  return out;
}

async function search(world, browser, url, who) {
  const page = await signIn(browser, url, who);
  await page.goto('/ledger');
  await page.locator('tbody tr').first().waitFor();
  const box = page.getByPlaceholder('按企业名称', { exact: false });
  const took = [];
  for (const word of words(world)) {
    const one = await keystroke(page, box, word);
    if (one !== null) took.push(one);
  }
  await page.context().close();
  took.sort((a, b) => a - b);
  const part = (share) => Number(took[Math.floor(share * (took.length - 1))].toFixed(1));
  report(`keystroke.${world.engine}`, part(0.95), 'ms p95', {
    peer: 'aim',
    peerValue: 100,
    p50_ms: part(0.5),
    max_ms: part(1),
    keystrokes: took.length,
    enterprises,
  });
}

/// Signed-in headers of one account, for commands too.
async function headersOf(port, { account, password }) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: account, password }),
  });
  if (!answer.ok) throw new Error(`login: ${answer.status}`);
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  return { cookie, 'x-csrf-token': (await answer.json()).csrf_token };
}

/// A UUIDv7 of an instant of its own, as those of people who do not act in the same millisecond.
let instant = Date.now() - 86_400_000;
function uuidv7() {
  const time = (++instant).toString(16).padStart(12, '0');
  const rest = randomUUID().replaceAll('-', '');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(13, 16)}-${rest.slice(16, 20)}-${rest.slice(20)}`;
}

const pick = (list) => list[Math.floor(Math.random() * list.length)];
const nameOf = (number) => `对比新增企业${number}号有限公司`;

/// The three requests, asked of us: rows and forms as the desk asks for them.
function ours(headers, places, known) {
  let number = 0;
  return {
    list: () => requestOf(`/api/enterprises?division=${pick(places)}&size=20`, headers),
    read: () => requestOf(`/api/enterprises/${pick(known).id}`, headers),
    create: () =>
      requestOf('/api/command/RegisterEnterprise', headers, {
        command_id: uuidv7(),
        stream: `enterprise/${uuidv7()}`,
        expected_version: 0,
        payload: { name: nameOf(++number), division: pick(places), address: '示范路一号', industry: 'C3490' },
      }),
  };
}

/// The same of Directus: the same columns, the same rows. What the table needs is given.
function theirs(headers, places, known) {
  const fields = 'serial,id,name,credit_code,industry,address,division,status';
  let number = 10_000_000;
  return {
    list: () =>
      requestOf(
        `/items/enterprise?limit=20&sort=serial&fields=${fields}&filter[division][_eq]=${pick(places)}`,
        headers,
      ),
    read: () => requestOf(`/items/enterprise/${pick(known).key}`, headers),
    create: () =>
      requestOf('/items/enterprise', headers, {
        number: ++number,
        id: uuidv7(),
        version: 1,
        name: nameOf(number),
        name_hash: number,
        division: pick(places),
        city: '2301',
        address: '示范路一号',
        industry: 'C3490',
        status: 'operating',
        words: '',
        places: '',
        updated_at: Date.now(),
      }),
  };
}

/// In turn, so that whatever else the machine does falls on both; the median of the rounds counts.
async function beside(world, server, other, who) {
  const sample = (await world.psql('SELECT id, number, division FROM enterprise ORDER BY md5(id) LIMIT 20000'))
    .split('\n')
    .map((line) => line.split('|'))
    .map(([id, key, division]) => ({ id, key, division }));
  const places = [...new Set(sample.map((one) => one.division))];
  const mine = ours(await headersOf(server.port, who), places, sample);
  const peer = theirs(other.headers, places, sample);
  for (const operation of ['list', 'read', 'create']) {
    const rates = { ours: [], theirs: [] };
    for (let round = 0; round < kRounds; ++round) {
      const options = { connections: kConnections, seconds: seconds(5) };
      rates.ours.push(await wire({ ...options, port: server.port, next: mine[operation] }));
      rates.theirs.push(await wire({ ...options, port: other.port, next: peer[operation] }));
    }
    const middle = (list, name) => Number(median(list.map((one) => one[name])).toFixed(1));
    report(`directus.${operation}`, middle(rates.ours, 'per_s'), 'requests/s', {
      peer: 'Directus 11.1.2, the same PostgreSQL and rows',
      peerValue: middle(rates.theirs, 'per_s'),
      p99_ms: middle(rates.ours, 'p99_ms'),
      peer_p99_ms: middle(rates.theirs, 'p99_ms'),
      connections: kConnections,
      enterprises,
    });
  }
}

async function againstDirectus(world) {
  const copy = await world.copy(); // both write, and Directus makes tables of its own
  const running = [];
  try {
    const server = await serve(copy);
    running.push(server);
    const other = await directus(copy, kDirectusPort);
    running.push(other);
    await beside(copy, server, other, accountsOf(copy)['province-registrar']);
  } finally {
    for (const one of running) await one.stop();
    await copy.drop();
  }
}

if (!existsSync(`${root}/${kPages}/index.html`)) throw new Error('web/dist is missing: script/build web');
await onEach(async (world) => {
  const server = await serve(world, kPages);
  const browser = await launch();
  const url = `http://127.0.0.1:${server.port}`;
  const people = accountsOf(world);
  try {
    await openings(world, browser, url, people['daoli-head']);
    await search(world, browser, url, people['province-registrar']);
  } finally {
    await browser.close();
    await server.stop();
  }
  if (world.engine === 'postgres') await againstDirectus(world);
  else note('Directus is measured on PostgreSQL');
});
