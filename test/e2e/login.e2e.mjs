// The door: by keys, with nothing or something wrong in it, locked, without a network; the way back to where one was;
// a session that ends while a form is open.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { accountsOf, login } from './harness.mjs';
import { begin, field, send, tick, type } from './loop.steps.mjs';
import { firstOf, tabTo } from './places.mjs';

export const options = { demo: ['--small'] };

const name = (page) => page.getByLabel('账号');
const word = (page) => page.getByLabel('密码');
const enter = (page) => page.getByRole('button', { name: '登录' });
const wrong = (page, text) => page.getByRole('alert').getByText(text).first();
const kWidths = [820, 1024, 1280, 2560];

async function byKeys({ page, server }) {
  const { account, password } = accountsOf(server)['daoli-officer'];
  await page.goto('/login');
  await name(page).waitFor();
  for (const width of kWidths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `scrolls sideways by ${over} px at ${width} px`);
  }
  await tabTo(page, enter(page));
  await page.keyboard.press('Enter');
  await wrong(page, '请填写账号和密码').waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'nothing filled in');
  await page.reload();
  await tabTo(page, name(page));
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type('不是这个密码');
  await page.keyboard.press('Enter');
  await wrong(page, '账户名或密码错误').waitFor();
  assert.equal(await name(page).inputValue(), account, 'the name need not be typed again');
  assert.equal(await word(page).inputValue(), '');
  assert.deepEqual(await seriousFindings(page), [], 'a wrong password');

  await page.route('**/api/session', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await word(page).fill(password);
  await page.keyboard.press('Enter');
  await wrong(page, '连接不上服务器').waitFor();
  await page.unroute('**/api/session');
  await word(page).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '工作台' }).waitFor();
  await page.goto('/login');
  await page.getByRole('heading', { name: '工作台' }).waitFor(); // who is in stands at no door
}

async function locked({ page, server }) {
  const { account, password } = accountsOf(server)['daoli-presider'];
  await page.goto('/login');
  await name(page).fill(account);
  for (let at = 0; at < 5; at += 1) {
    await word(page).fill(`错${at}`);
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await enter(page).click();
    assert.equal((await answered).status(), 401);
    await page.waitForFunction(() => document.querySelector('#password').value === '');
  }
  await word(page).fill(password);
  await enter(page).click();
  await wrong(page, '账户已锁定十五分钟').waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'a locked account');
}

/** A link from a colleague leads through the door to where it was meant to; no address leads out of the desk. */
async function wayBack({ page, server }) {
  const { account, password } = accountsOf(server)['daoli-officer'];
  await page.goto('/cases?status=served');
  await page.waitForURL(/\/login\?to=/);
  await name(page).fill(account);
  await word(page).fill(password);
  await enter(page).click();
  await page.waitForURL(/\/cases\?status=served$/);
  await page.getByRole('row').nth(1).waitFor();
  await page.context().clearCookies();
  await page.goto('/login?to=//example.com/');
  await name(page).fill(account);
  await word(page).fill(password);
  await enter(page).click();
  await word(page).waitFor({ state: 'detached' });
  assert.equal(new URL(page.url()).host, new URL(server.url).host, 'it stays in the desk');
}

/** A session that ends in the middle: the form says so, and what was typed is there after signing in again. */
async function expired({ page, server }) {
  const person = accountsOf(server)['daoli-officer'];
  await login(page, person);
  const path = await firstOf(page, 'case', '调查取证');
  await begin(page, 'CollectEvidence');
  await type(page, '名称', '询问笔录第三号');
  await tick(page, '已主动出示执法证件');
  await tick(page, '以合法手段取得');
  await page.context().clearCookies();
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await page.waitForURL(/\/login\?to=/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.deepEqual(await seriousFindings(page), [], 'back at the door');
  await name(page).fill(person.account);
  await word(page).fill(person.password);
  await enter(page).click();
  await page.waitForURL((url) => url.pathname === path);
  // The address names the step, so the form opens by itself.
  await page.getByRole('dialog').waitFor();
  assert.equal(await field(page, '名称').inputValue(), '询问笔录第三号');
  await send(page, 'CollectEvidence');
}

export const tests = {
  'in by keys; blank, wrong, without a network': byKeys,
  'a locked account is told how long': locked,
  'through the door to where the link leads': wayBack,
  'a session that ends with a form open keeps what is typed': expired,
};
