// What holds of every page of the desk alike: without a network and when the server fails, empty, for somebody without
// permission, by keys alone, after a reload in the middle, at every width, and under the eyes of axe in all of these.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { seriousFindings } from './axe.mjs';
import { accountsOf, root } from './harness.mjs';
import { allPlaces, kForbidden, overAll, pageOf, rowOf, tabTo } from './places.mjs';

export const options = { demo: ['--small'] };

const kWidths = [820, 1024, 1280, 2560];
const alert = (page, text) => page.getByRole('alert').getByText(text).first();
const retry = (page) => page.getByRole('button', { name: '重试' }).first().click();
const look = async (page, what) => assert.deepEqual(await seriousFindings(page), [], what);

async function cutOff(world) {
  const people = accountsOf(world.server);
  const asking = (await allPlaces(world, people)).filter((one) => one.asks);
  const json = { type: 'about:blank', title: '服务器内部错误', status: 503, code: 'store.unavailable', detail: '' };
  const broken = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json });
  const pages = await overAll(world, people, asking, async (page, one) => {
    const cut = (route) => route.abort();
    await page.route(one.asks, cut);
    await page.goto(one.path);
    await alert(page, '连接不上服务器').waitFor();
    await look(page, 'without a network');
    await page.unroute(one.asks, cut);
    await retry(page);
    await one.ready(page).waitFor();
    // A server that fails is told by its code, so that it can be reported.
    await page.route(one.asks, broken);
    await page.reload();
    await alert(page, 'store.unavailable').waitFor();
    await page.unroute(one.asks, broken);
    await retry(page);
    await one.ready(page).waitFor();
  });
  for (const page of pages.values()) page.troubles = page.troubles.filter((trouble) => !trouble.startsWith('503 '));
}

/** The same page with nothing in it says where one begins. */
async function nothing(world) {
  const people = accountsOf(world.server);
  const some = (await allPlaces(world, people)).filter((one) => one.empty);
  await overAll(world, people, some, async (page, one) => {
    const [change, says, path = one.path] = one.empty;
    const emptied = async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: change(await answer.json()) });
    };
    if (one.asks) await page.route(one.asks, emptied);
    await page.goto(path);
    await page.getByText(says).first().waitFor();
    await look(page, 'with nothing in it');
    if (one.asks) await page.unroute(one.asks, emptied);
  });
  const page = await pageOf(world, people['daoli-head']);
  await page.goto('/figures');
  await page.getByRole('row', { name: /检查/ }).first().waitFor(); // a county has no parts: its months as a table
}

/** Who may not see a page is told so, and what leads nowhere is not offered. */
async function strangers(world) {
  const people = accountsOf(world.server);
  const closed = (await allPlaces(world, people)).filter((one) => one.stranger);
  const visit = async (page, { path, stranger: [, other = path, says] }) => {
    await page.goto(other);
    await (says ? page.getByText(says).first() : alert(page, kForbidden)).waitFor();
    await look(page, 'to a stranger');
  };
  const page = (await overAll(world, people, closed, visit, (one) => one.stranger[0])).get('nangang-officer');
  await page.goto('/');
  await page.getByRole('heading', { name: '工作台' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '负荷' }).count(), 0, 'the load is the leaders');
  assert.equal(await page.getByRole('link', { name: '系统管理' }).count(), 0, 'nor is there a way to administration');
  assert.equal(await page.getByRole('link', { name: '台账导入' }).count(), 0, 'nor to imports');
}

/** Where keys alone lead to is there after a reload as well. */
async function keys(world) {
  const people = accountsOf(world.server);
  const pages = await overAll(world, people, await allPlaces(world, people), async (page, one) => {
    await page.goto(one.path);
    await one.ready(page).waitFor();
    const there = await one.keys(page);
    await there.waitFor();
    await page.reload();
    await there.waitFor();
  });
  await bar(pages.get('daoli-officer'));
}
/** The bar of every page by Tab: past it, the own account, the keys, the way out with drafts left behind. */
async function bar(page) {
  await page.goto('/cases');
  await rowOf(page).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => !!document.activeElement.closest('main')), 'the first link leads past the bar');
  await page.reload();
  const own = page.locator('header .person');
  await tabTo(page, own);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await look(page, 'the own account');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction((one) => one === document.activeElement, await own.elementHandle());
  for (const [name, opened] of [
    ['快捷键', page.getByRole('dialog', { name: '快捷键' })],
    ['退出登录', page.getByRole('dialog').filter({ hasText: '保留并退出' })],
  ]) {
    await tabTo(page, page.locator('header').getByRole('button', { name }));
    await page.keyboard.press('Enter');
    await opened.waitFor();
    await look(page, name);
    await page.keyboard.press('Escape');
    await opened.waitFor({ state: 'hidden' });
  }
}

/** No page scrolls sideways, from a tablet held upright to the widest screen. */
async function widths(world) {
  const people = accountsOf(world.server);
  await overAll(world, people, await allPlaces(world, people), async (page, one) => {
    await page.goto(one.path);
    await one.ready(page).waitFor();
    await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"], main .state[role="status"]'));
    const help = await page.locator('header').getByRole('link', { name: '帮助' }).getAttribute('href');
    assert.ok(fs.existsSync(path.join(root, 'docs/guide', `${help.replace('/help/', '')}.md`)), `${help} is a page`);
    for (const width of kWidths) {
      await page.setViewportSize({ width, height: 900 });
      await fits(page, width);
      if (width === 1024) await look(page, 'on a tablet held across');
    }
  });
}
async function fits(page, width) {
  // Two frames: what watches the size of things has drawn by then.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const [over, brand] = await page.evaluate(() => [
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
    document.querySelector('.brand')?.offsetHeight ?? 0,
  ]);
  assert.ok(over <= 0, `scrolls sideways by ${over} px at ${width} px`);
  assert.ok(brand < 60, 'the name of the desk stands in one line');
}

export const tests = {
  'without a network, or when the server fails, each page says so and comes back': cutOff,
  'with nothing in it a page says where one begins': nothing,
  'who may not see a page is told so': strangers,
  'each page by keys alone, and after a reload': keys,
  'each page from a tablet to the widest screen': widths,
};
