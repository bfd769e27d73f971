// What comes to whom by itself: the step with its own day, matters that others hand over, remarks; and the way from a
// number to the files that it counts. Visible controls only.
import assert from 'node:assert/strict';
import { accountsOf } from './harness.mjs';
import { begin, choose, named, send, type } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const item = (page, ...texts) =>
  texts.reduce((list, text) => list.filter({ hasText: text }), page.locator('[id^="work-"]'));
const badge = async (page, name) => (await page.getByRole('button', { name }).locator('.badge').innerText()).trim();

/** Mine, waiting and the unit's are counted by the server; the day says for which step it is set. */
async function counts({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await item(page).first().waitFor();
  const mine = Number(await badge(page, /^我要办的/));
  assert.equal(await item(page).count(), mine, 'every own matter is in the list');
  const all = Number(await badge(page, /^本单位全部/));
  await page.getByRole('button', { name: /^本单位全部/ }).click();
  await page.waitForFunction((want) => document.querySelectorAll('[id^="work-"]').length === want, all);
  const days = await item(page, /期限\s+\d{4}-/).allInnerTexts();
  assert.ok(days.length > 0, 'where the day is of another step, the row says of which');
  for (const text of days) assert.doesNotMatch(text.split('\n')[0], /期限/);
}

/** A party asks that somebody leave the case: the head finds it on his workbench, and answers there. */
async function recusal({ open, login, server }) {
  const people = accountsOf(server);
  const officer = await open();
  await login(officer, people['daoli-officer']);
  await officer.goto('/cases?status=investigating');
  await officer.getByRole('row').nth(1).getByRole('link').first().click();
  await officer.getByTestId('lawful').waitFor();
  const head = await open();
  await login(head, people['daoli-head']);
  await item(head).first().waitFor();
  await begin(officer, 'RequestRecusal');
  await choose(officer, '被申请回避的人员', people['daoli-officer'].name);
  await type(officer, '申请的理由', '与本案有直接利害关系');
  await send(officer, 'RequestRecusal');
  const row = item(head, named('DecideRecusal')).first();
  await row.waitFor({ timeout: 15_000 });
  assert.match(await row.innerText(), /当事人申请回避，由您决定/);
  await row.getByRole('button').click();
  await head.getByText('回避申请待决定').waitFor();
}

/** Two at the same file: what one remarks stands at the other's without a reload, and is marked on his workbench. */
async function remarks({ open, login, server }) {
  const people = accountsOf(server);
  const officer = await open();
  await login(officer, people['daoli-officer']);
  const head = await open();
  await login(head, people['daoli-head']);
  await head.getByRole('button', { name: /^本单位全部/ }).click();
  await item(head).nth(1).waitFor();
  await officer.getByRole('button', { name: /^本单位全部/ }).click();
  const second = item(officer).nth(2);
  await second.waitFor();
  const id = await second.getAttribute('id');
  await second.getByRole('button').click();
  await officer.getByLabel('留言内容').fill('请看第三项');
  await officer.locator('.remarks button').click();
  await officer.getByText('请看第三项').waitFor();
  const marked = head.locator(`#${id}`).filter({ hasText: '有新留言' });
  await marked.waitFor({ timeout: 15_000 });
  await marked.getByRole('button').click();
  await head.getByText('请看第三项').waitFor();
  await head
    .locator(`#${id}`)
    .filter({ hasText: /留言 1/ })
    .waitFor();
  await officer.locator('.remarks textarea').fill('已经看过');
  await officer.locator('.remarks button').click();
  await head.getByText('已经看过').waitFor({ timeout: 15_000 });
}

/** Lists are narrowed by words, by officer and by what is overdue; all of it stands in the address. */
async function lists({ page, login, server }) {
  const people = accountsOf(server);
  await login(page, people['daoli-officer']);
  await page.goto('/inspections');
  const link = page.getByRole('row').nth(1).getByRole('link').first();
  const name = await link.innerText();
  await page.getByLabel('企业名称，或文书文号', { exact: false }).fill(name);
  await page.keyboard.press('Enter');
  await page.waitForURL(/text=/);
  await page.waitForFunction((want) => {
    const rows = [...document.querySelectorAll('tbody tr')];
    return rows.length > 0 && rows.every((row) => row.innerText.includes(want));
  }, name);
  await page.reload();
  await page.getByRole('row').nth(1).getByText(name).waitFor();
  await page.goto('/cases');
  await page.getByRole('button', { name: '我承办的' }).click();
  await page.waitForURL(/officer=/);
  await page.getByRole('button', { name: '已逾期' }).click();
  await page.waitForURL(/overdue=1/);
  await page.getByRole('button', { name: '已逾期' }).click();
  await page.waitForFunction(() => !location.search.includes('overdue'));
}

/** From the load of a person and from a figure to the files. */
async function numbers({ page, login, server }) {
  const people = accountsOf(server);
  await login(page, people['daoli-head']);
  await page.getByRole('button', { name: '负荷' }).click();
  const row = page
    .getByRole('region', { name: '按人员' })
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .first();
  const count = Number(await row.getByRole('link').first().innerText());
  await row.getByRole('link').first().click();
  await page.waitForURL(/officer=/);
  await page.getByRole('row').nth(1).waitFor();
  assert.equal((await page.locator('tbody tr').count()) === Math.min(count, 30), true, 'as many as the number said');
  await page.goto('/figures');
  await page
    .getByText(/今日 \d+\s+本月 \d+/)
    .first()
    .waitFor();
  await page.locator('.months .pick').first().click();
  await page.waitForURL(/month=\d{4}-\d{2}/);
  await page
    .getByText(/\d{4}年\d{2}月 \d+/)
    .first()
    .waitFor();
  await page
    .getByRole('link', { name: /^办理中/ })
    .first()
    .click();
  await page.waitForURL(/inspections\?.*status=open/);
  await page.getByRole('row').nth(1).waitFor();
}

/** An approver reads what was said in the time line, without leaving the page; from an entry the way leads back. */
async function entries({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-head']);
  await page.goto('/cases?status=notified');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('button', { name: '全部展开' }).click();
  const line = page.locator('.entry').filter({ hasText: /告知/ }).first();
  await line.locator('.content').waitFor();
  assert.ok((await line.locator('.content').innerText()).length > 20);
  await page.goto('/ledger');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByText('日志记录与存证').first().click();
  await page.locator('.entry').first().getByRole('link').click();
  await page.waitForURL('**/journal/enterprise/**');
  await page.getByRole('link', { name: '返回' }).click();
  await page.waitForURL('**/ledger/*');
}

export const tests = {
  'the workbench counts what is mine and says of which step the day is': counts,
  'a request that somebody leave the case comes to the head': recusal,
  'a remark comes to the colleague by itself': remarks,
  'lists are narrowed by words, officer and day, in the address': lists,
  'a number leads to the files that it counts': numbers,
  'entries are read in place, and lead back': entries,
};
