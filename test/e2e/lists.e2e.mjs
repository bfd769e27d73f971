// Lists that are kept while a file is looked at: on the way back they show what is so now, and what the address asks
// for.
import assert from 'node:assert/strict';
import { accountsOf } from './harness.mjs';
import { begin, send, tick, type, visit } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const rows = (page) => page.locator('main tbody tr');
const pressed = (page) => page.locator('.filters button[aria-pressed="true"]').innerText();
const kSearch = '按企业名称、拼音首字母、统一社会信用代码查询';
const scrolled = (page) => page.evaluate(() => Math.round(window.scrollY));

/** An inspection opened by one officer, whose scheme waits for the head. */
async function opened(page, people, words) {
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await rows(page).nth(2).getByRole('link').click();
  await page.getByRole('button', { name: '开启检查' }).click();
  await type(page, '计划、任务或者线索的名称文号', words);
  await tick(page, people['daoli-officer2'].name);
  await send(page, 'OpenInspection');
  await page.waitForURL('**/inspections/*');
  await page.getByRole('heading', { name: '下一步' }).waitFor();
}

/** list → file → somebody else acts on it → back: the row is the new one, and the list stands where it was left. */
async function changedMeanwhile({ page, open, login, server }) {
  const people = accountsOf(server);
  await login(page, people['daoli-officer']);
  await opened(page, people, '专项检查第二十一号');
  const path = new URL(page.url()).pathname;
  await page.setViewportSize({ width: 1440, height: 420 });
  await page.getByRole('link', { name: '执法检查', exact: true }).click();
  const row = rows(page).filter({ has: page.locator(`a[href="${path}"]`) });
  await row.getByText('待批方案').waitFor();
  await page.mouse.wheel(0, 60);
  await page.waitForFunction(() => window.scrollY > 20);
  const before = await scrolled(page);
  await row.getByRole('link').click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();

  const head = await open();
  await login(head, people['daoli-head']);
  await visit(head, page);
  await begin(head, 'ApproveScheme');
  await type(head, '检查内容 1', '安全警示标志');
  await send(head, 'ApproveScheme');
  // The officer's file has heard of it; the list behind it must have, too.
  await page.getByTestId('lawful').getByRole('button', { name: '到场检查' }).waitFor();
  await page.goBack();
  await row.getByText('待进场').waitFor();
  assert.equal(await scrolled(page), before, 'the list stands where it was left');
}

/** A filtered list left for a file, then the place in the bar: the list is the whole one, as tab and address say. */
async function filesAnew({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('link', { name: '执法检查', exact: true }).click();
  await page.getByRole('columnheader', { name: '开启时间' }).waitFor();
  const all = await rows(page).count();
  await page.getByRole('button', { name: '整改复查', exact: true }).click();
  await page.waitForURL(/status=correcting/);
  await page.waitForFunction((most) => document.querySelectorAll('main tbody tr').length < most, all);
  await rows(page).first().getByRole('link').click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await page.getByRole('link', { name: '执法检查', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/inspections' && url.search === '');
  assert.equal(await pressed(page), '全部');
  await page.waitForFunction((count) => document.querySelectorAll('main tbody tr').length === count, all);
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/status=correcting/);
  assert.equal(await pressed(page), '整改复查');
  await page.waitForFunction((most) => document.querySelectorAll('main tbody tr').length < most, all);
}

async function ledgerAnew({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByRole('columnheader', { name: '统一社会信用代码' }).waitFor();
  const all = await rows(page).count();
  await page.keyboard.press('/');
  await page.keyboard.type('涂料');
  await page.waitForURL(/text=/);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main tbody tr')].every((row) => row.innerText.includes('涂料')),
  );
  await rows(page).first().getByRole('link').click();
  await page.getByRole('heading', { name: '可以办理' }).waitFor();
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/ledger' && url.search === '');
  await page.waitForFunction((count) => document.querySelectorAll('main tbody tr').length === count, all);
  assert.equal(await page.getByPlaceholder(kSearch).inputValue(), '', 'what is exported is what is shown');
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/text=/);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main tbody tr')].every((row) => row.innerText.includes('涂料')),
  );
  assert.equal(await page.getByPlaceholder(kSearch).inputValue(), '涂料');
}

export const tests = {
  'what changed meanwhile is there on the way back, and the place is kept': changedMeanwhile,
  'a list entered anew by the bar shows what tab and address say': filesAnew,
  'so does the ledger, with its field and its rows': ledgerAnew,
};
