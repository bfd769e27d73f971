// Administration: accounts from their opening to their end, and what runs in the background.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';

export const options = { demo: ['--small'] };

/** An account from its opening to its end: what the server makes is shown once, opens a session, and then no more. */
async function accounts({ page, open, login, server }) {
  const people = accountsOf(server);
  await login(page, people['province-admin']);
  await page.goto('/admin?tab=accounts');
  await page.getByRole('button', { name: '开立账号' }).click();
  const form = page.getByRole('dialog', { name: '开立账号' });
  await form.getByRole('button', { name: '开立账号' }).click();
  await form.getByText('执法人员').nth(1).waitFor();
  await form.getByRole('combobox', { name: '执法人员' }).click();
  await page.getByRole('option').filter({ visible: true }).first().click();
  await form.getByLabel('账号名').fill('Not A Name');
  await form.getByRole('button', { name: '开立账号' }).click();
  await form.getByRole('alert').getByText('账号名须为').waitFor();
  await form.getByLabel('账号名').fill('new-colleague');
  await page.keyboard.press('Enter');
  const password = await page.getByTestId('fresh-password').innerText();
  assert.match(password, /^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
  assert.deepEqual(await seriousFindings(page), []);
  await page.getByRole('button', { name: '已记下' }).click();
  const row = page.getByTestId('accounts').getByRole('row').filter({ hasText: 'new-colleague' });
  await row.getByText('没有记录').waitFor();

  const colleague = await open();
  await login(colleague, { account: 'new-colleague', password });
  await colleague.getByRole('heading', { name: '工作台' }).waitFor();

  await page.getByPlaceholder('按账号或者姓名查找').fill('new-col');
  await row.getByRole('button', { name: '重置密码：new-colleague' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
  assert.notEqual(await page.getByTestId('fresh-password').innerText(), password);
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: '停用：new-colleague' }).click();
  assert.deepEqual(await seriousFindings(page), []);
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await row.getByText('已停用').waitFor();
  // The session of the account that was disabled is over.
  await colleague.goto('/inspections');
  await colleague.getByLabel('密码').waitFor();

  await row.getByRole('button', { name: '恢复：new-colleague' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
  const again = await page.getByTestId('fresh-password').innerText();
  await page.getByRole('button', { name: '已记下' }).click();
  await row.getByText('可用').waitFor();
  await login(colleague, { account: 'new-colleague', password: again });
  await colleague.getByRole('heading', { name: '工作台' }).waitFor();
}

/** An export that somebody else has asked for is among the work in the background. */
async function jobs({ page, open, login, server }) {
  const people = accountsOf(server);
  const officer = await open();
  await login(officer, people['daoli-officer']);
  await officer.goto('/ledger');
  await officer.getByRole('row').nth(2).waitFor();
  const saved = officer.waitForEvent('download');
  await officer.getByRole('button', { name: '导出 CSV' }).click();
  await saved;
  await login(page, people['province-admin']);
  await page.goto('/admin?tab=jobs');
  const row = page.getByTestId('jobs').getByRole('row').filter({ hasText: people['daoli-officer'].name });
  await row.getByText('台账导出').first().waitFor();
  await row.getByText('已完成').first().waitFor();
  await page.getByText('全部已编号').waitFor();
  assert.deepEqual(await seriousFindings(page), []);
}

export const tests = {
  'an account is opened, used, given another password, disabled and opened again': accounts,
  'work in the background is seen by administrators': jobs,
};
