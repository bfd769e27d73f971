// The habits of the desk: what a list, a form and a file do under a person's hands. Visible controls only.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { accountsOf } from './harness.mjs';
import { begin, field, send, tick, type, visit } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

async function workbench({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-head']);
  const current = page.locator('[id^="work-"] button[aria-current="true"]');
  await current.waitFor();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  const first = await current.innerText();
  await page.keyboard.press('j');
  await page.waitForFunction(
    (before) => document.querySelector('[id^="work-"] button[aria-current="true"]')?.innerText !== before,
    first,
  );
  const second = await current.innerText();
  const overdue = await page.locator('[id^="work-"]').first().innerText();
  assert.match(overdue, /逾期/, 'what is overdue stands on top');
  assert.match(overdue, /您/, 'it says why it came to me');
  await page.reload();
  await current.waitFor();
  assert.equal(await current.innerText(), second, 'a reload comes back to the file being read');
  await page.getByRole('button', { name: '本单位全部' }).click();
  await page.getByRole('button', { name: /^我要办的/ }).click();
}

/** In the place beside the list a head approves, with the whole file readable. */
async function approveInPlace({ open, login, server }) {
  const people = accountsOf(server);
  const officer = await open();
  await login(officer, people['daoli-officer']);
  await officer.getByRole('link', { name: '企业台账', exact: true }).click();
  await officer.getByRole('row').nth(1).getByRole('link').click();
  await officer.getByRole('button', { name: '开启检查' }).click();
  await type(officer, '计划、任务或者线索的名称文号', '专项检查第七号');
  await officer.getByTestId('check').getByText('依法不能办理').waitFor();
  await tick(officer, people['daoli-officer2'].name);
  await officer.getByTestId('check').getByText('依法可以办理').waitFor();
  await send(officer, 'OpenInspection');
  await officer.waitForURL('**/inspections/*');
  const head = await open();
  await login(head, people['daoli-head']);
  const name = await officer.locator('h1').getByRole('link').innerText();
  const item = head.locator('[id^="work-"]').filter({ hasText: '批准检查方案' }).filter({ hasText: name }).last();
  await item.getByRole('button').click();
  await head.getByText('专项检查第七号').first().waitFor();
  await begin(head, 'ApproveScheme');
  await type(head, '检查内容 1', '安全警示标志');
  await send(head, 'ApproveScheme');
  // The officer's own page learns of it by itself.
  await officer.getByTestId('lawful').getByRole('button', { name: '到场检查' }).waitFor({ timeout: 15_000 });
}

async function ledger({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByRole('row').nth(3).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('涂料');
  await page.waitForURL(/text=/);
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('tbody tr')];
    return shown.length > 0 && shown.every((row) => row.innerText.includes('涂料'));
  });
  const rows = (await page.getByRole('row').count()) - 1;

  await page.getByText('保存条件').click();
  await page.getByLabel('条件名称').fill('涂料企业');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('显示列').click();
  await page.locator('label').filter({ hasText: '地址' }).click();
  await page.getByText('显示列').click();
  assert.equal(await page.getByRole('columnheader', { name: '地址' }).count(), 0, 'a column goes');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 CSV' }).click();
  const csv = fs.readFileSync(await (await download).path(), 'utf8');
  assert.ok(csv.startsWith('\uFEFF企业名称,'), 'the file begins as Excel expects it');
  assert.equal(csv.trim().split('\r\n').length, rows + 1, 'as many rows as the list');
  assert.ok(!csv.split('\r\n')[0].includes('地址'), 'the columns are those chosen');

  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '可以办理' }).waitFor();
  if (rows > 1) {
    const before = await page.locator('h1').innerText();
    await page.keyboard.press(']');
    await page.waitForFunction((text) => document.querySelector('h1')?.innerText !== text, before);
    await page.goBack();
  }
  await page.goBack();
  await page.getByRole('columnheader', { name: '企业名称' }).waitFor();
  assert.equal(
    await page.getByPlaceholder('按企业名称、拼音首字母、统一社会信用代码查询').inputValue(),
    '涂料',
    'the list is as it was left',
  );

  await page.getByPlaceholder('按企业名称、拼音首字母、统一社会信用代码查询').fill('没有这样的企业');
  await page.getByText('没有符合“没有这样的企业”的企业').waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByRole('row').nth(3).waitFor();
  await page.getByRole('button', { name: '涂料企业', exact: true }).click();
  await page.waitForURL(/text=/);
}

/** Two people at one case: each sees what the other does, and what is being typed stays, a reload in the middle too. */
async function twoAtOnce({ open, login, server }) {
  const people = accountsOf(server);
  const one = await open();
  await login(one, people['daoli-officer']);
  await one.getByRole('link', { name: '行政处罚案件', exact: true }).click();
  await one.getByRole('button', { name: '调查取证', exact: true }).click();
  await one.getByRole('row').nth(1).getByRole('link').click();
  await one.getByRole('heading', { name: '下一步' }).waitFor();
  const other = await open();
  await login(other, people['daoli-officer2']);
  await visit(other, one);

  await begin(one, 'CollectEvidence');
  await type(one, '名称', '询问笔录');
  await begin(other, 'CollectEvidence');
  await type(other, '名称', '现场照片');
  await tick(other, '已主动出示执法证件');
  await tick(other, '以合法手段取得');
  await send(other, 'CollectEvidence');

  assert.equal(await field(one, '名称').inputValue(), '询问笔录', 'what is typed stays while the file changes');
  await one.reload();
  await one.getByRole('heading', { name: '下一步' }).waitFor();
  await one.getByText('现场照片').first().waitFor();
  await one.getByRole('dialog').waitFor(); // the open form stands in the address
  assert.equal(await field(one, '名称').inputValue(), '询问笔录', 'and a reload does not lose it');
  await tick(one, '已主动出示执法证件');
  await tick(one, '以合法手段取得');
  await send(one, 'CollectEvidence');
  await other.getByText('询问笔录').first().waitFor({ timeout: 15_000 });

  await one.getByLabel('留言内容').fill('请补一份营业执照');
  await one.getByRole('button', { name: '留言' }).click();
  await one.getByText('请补一份营业执照').waitFor();
  const history = await one.getByRole('region', { name: '时间线' }).innerText();
  assert.ok(!history.includes('营业执照'), 'a remark is no part of the file');
}

async function proof({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('link', { name: '执法检查', exact: true }).click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('region', { name: '时间线' }).getByRole('link').first().click();
  await page.getByTestId('verdict').getByText('已在本机验证').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载证明' }).click();
  const saved = JSON.parse(fs.readFileSync(await (await download).path(), 'utf8'));
  assert.ok(saved.leaf && saved.checkpoint && Array.isArray(saved.path));
  // A proof that was tampered with on its way is noticed here, whatever the server says.
  await page.route('**/api/journal/inclusion*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    await route.fulfill({
      response: answer,
      json: {
        ...body,
        leaf: body.leaf.replace(/"version":(\d+)/, '"version":9$1'),
      },
    });
  });
  await page.reload();
  await page.getByTestId('verdict').getByText('验证不通过').waitFor();
}

async function strangers({ open, login, server }) {
  const people = accountsOf(server);
  const own = await open();
  await login(own, people['daoli-officer']);
  await own.getByRole('link', { name: '行政处罚案件', exact: true }).click();
  await own.getByRole('row').nth(1).getByRole('link').click();
  await own.getByRole('heading', { name: '下一步' }).waitFor();
  const stranger = await open();
  await login(stranger, people['nangang-officer']);
  await stranger.goto(new URL(own.url()).pathname);
  await stranger
    .getByRole('alert')
    .getByText(/没有查看权限|没有找到/)
    .first()
    .waitFor();
  await stranger.goto('/admin');
  await stranger.getByRole('alert').getByText('没有查看权限').waitFor();
  await stranger.goto('/nowhere');
  await stranger.getByRole('heading', { name: '没有找到' }).waitFor();
}

async function cutOff({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await page.route('**/api/inspections*', (route) => route.abort());
  await page.getByRole('link', { name: '执法检查', exact: true }).click();
  await page.getByRole('alert').getByText('连接不上服务器').waitFor();
  await page.unroute('**/api/inspections*');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('row').nth(1).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  await page.keyboard.press('Escape');
}

async function administration({ page, login, server }) {
  await login(page, accountsOf(server)['province-admin']);
  await page.getByRole('link', { name: '系统管理' }).click();
  await page.getByPlaceholder('按姓名查找').fill('陈己二');
  const row = page.getByRole('row').filter({ hasText: '陈己二' });
  await row.getByText('没有证件').waitFor();
  await row.getByRole('button', { name: /^登记执法证件/ }).click();
  await type(page, '证件编号', '演示2399999');
  await send(page, 'IssueCertificate');
  await row.getByText('演示2399999').waitFor();
  await page.getByPlaceholder('按姓名查找').fill('查无此人');
  await page.getByText('没有符合条件的人员').waitFor();
}

export const tests = {
  'the workbench says what, until when and why, and keys walk through it': workbench,
  'a scheme is approved beside the list, and the officer learns of it': approveInPlace,
  'the ledger: rows while typing, kept filters, columns, files, and the way back': ledger,
  'two people at one case, a reload in the middle, a remark beside the file': twoAtOnce,
  'an entry is proved in the browser, and a forged one is noticed': proof,
  'who may not see a page is told so': strangers,
  'without a network the page says so and comes back': cutOff,
  'an administrator issues a certificate': administration,
};
