// The handheld's page on a phone: from words to provisions, without a signal too, and before anybody signed in.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';

export const options = { demo: ['--small'] };

const kPhone = { width: 390, height: 844 };
const cards = (page) => page.locator('ol.found > li');
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function withoutSignal({ page, server, login, shot }) {
  await page.setViewportSize(kPhone);
  await login(page, accountsOf(server)['daoli-officer']);
  await page.goto('/field/');
  await page.getByText('法规已存在本机，没有信号也能查。').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '疏散通道被货物堵住' }).click();
  await cards(page).first().getByText('安全生产法 第一百零五条第二项').waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'what was found');

  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('无信号').waitFor();
  await page.getByText('法规已存在本机，没有信号也能查。').waitFor({ timeout: 60_000 });
  await page.getByLabel('写下看到的情况').fill('有限空间作业场所未设置明显的安全警示标志');
  await cards(page).first().getByText('工贸企业有限空间作业安全规定 第十九条第一项').waitFor();
  await cards(page).first().getByText('检查内容').waitFor();
  assert.equal(await wide(page), false, 'nothing runs out of a narrow screen');
  await shot(page, 'field');
  await page.getByLabel('写下看到的情况').fill('hello');
  await page.getByText(/没有找到/).waitFor();
  await page.context().setOffline(false);
}

async function before({ page, server, shot }) {
  await page.setViewportSize(kPhone);
  await page.goto('/field/');
  await page.getByRole('alert').getByText('还没有登录').waitFor({ timeout: 60_000 });
  assert.deepEqual(await seriousFindings(page), [], 'before signing in');
  await shot(page, 'field-signed-out');
  await page.getByRole('link', { name: '去登录' }).click();
  const { account, password } = accountsOf(server)['daoli-officer'];
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: '现场查法' }).click();
  const field = await opened;
  await field.getByLabel('写下看到的情况').fill('电工没有特种作业操作证');
  await field.getByText('安全生产法 第九十七条第七项').first().waitFor({ timeout: 60_000 });
}

export const tests = {
  'from words to provisions, without a signal too': withoutSignal,
  'who has not signed in is told so and finds the way back': before,
};
