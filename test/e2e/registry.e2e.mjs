// What is entered by hand about enterprises and bodies, and what a person keeps for himself: password, filters.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { accountsOf, shot } from './harness.mjs';

export const options = { demo: ['--small'] };

/** An enterprise is entered, changed where it differs, and given a site; a wrong code is told before it is sent. */
async function enterprise({ page, login, server }) {
  const people = accountsOf(server);
  await login(page, people['daoli-officer']);
  await page.goto('/ledger');
  await page.getByRole('button', { name: '企业建档' }).click();
  const form = page.getByRole('dialog', { name: '企业建档' });
  await page.keyboard.press('Control+Enter');
  await form.getByText('请填写企业名称').waitFor();
  await form.getByLabel('企业名称').fill('冰城试验机械厂');
  await form.getByLabel('统一社会信用代码').fill('91230102MA18ABCD1X');
  await form.getByText('统一社会信用代码有误').first().waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await form.getByLabel('统一社会信用代码').fill('');
  await form.getByLabel('联系电话').fill('0451-00000000');
  await form.getByLabel('法定代表人（负责人）').fill('测试人甲');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '冰城试验机械厂' }).waitFor();

  await page.getByRole('button', { name: '更新企业档案' }).click();
  const change = page.getByRole('dialog', { name: '更新企业档案' });
  assert.equal(await change.getByLabel('企业名称').inputValue(), '冰城试验机械厂', 'what is known is not typed again');
  await page.keyboard.press('Control+Enter');
  await change.getByText('没有变化').first().waitFor();
  await change.getByLabel('地址').fill('道里区试验路 1 号');
  await change.getByLabel('联系电话').fill('');
  await page.keyboard.press('Control+Enter');
  await change.waitFor({ state: 'detached' });
  await page.getByText('道里区试验路 1 号').waitFor();
  await page.getByText('0451-00000000').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '增加场所' }).click();
  const site = page.getByRole('dialog', { name: '增加场所' });
  await site.getByLabel('场所名称').fill('东厂区');
  await site.getByLabel('地址').fill('道里区试验路 2 号');
  await page.keyboard.press('Control+Enter');
  await site.waitFor({ state: 'detached' });
  await page.getByText('东厂区').waitFor();
}

/** Who has neither duty reads the ledger and is offered no entry into it. */
async function reader({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-head']);
  await page.goto('/ledger');
  await page.getByRole('row').nth(1).waitFor();
  assert.equal(await page.getByRole('button', { name: '企业建档' }).count(), 0);
}

/** A filter and the columns chosen on one machine are there on another. */
async function kept({ page, open, login, server }) {
  const who = accountsOf(server)['daoli-officer'];
  await login(page, who);
  await page.goto('/ledger');
  await page.getByRole('combobox', { name: '风险等级' }).press('Enter');
  await page.getByRole('option').filter({ visible: true }).first().click();
  await page.getByText('保存条件').click();
  await page.getByLabel('条件名称').fill('我的红色企业');
  const told = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('/kept/'));
  await page.keyboard.press('Enter');
  assert.equal((await told).status(), 200);
  const elsewhere = await open();
  await login(elsewhere, who);
  await elsewhere.goto('/ledger');
  await elsewhere.getByRole('button', { name: '我的红色企业', exact: true }).click();
  await elsewhere.waitForURL(/grade=/);
}

/** A password is changed by its owner: the other sessions end, this one goes on, the old word opens nothing. */
async function password({ page, open, login, server }) {
  const who = accountsOf(server)['nangang-officer'];
  await login(page, who);
  const other = await open();
  await login(other, who);
  await page.getByRole('button', { name: /我的账号/ }).click();
  const dialog = page.getByRole('dialog', { name: '我的账号' });
  await dialog.getByText(who.account).waitFor();
  await dialog.getByLabel('现在的密码').fill('不是这个密码的');
  await dialog.getByLabel('新密码', { exact: true }).fill('another-word-2026');
  await dialog.getByLabel('再输一次新密码').fill('another-word-2027');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText('两次输入的新密码不一样').waitFor();
  await dialog.getByLabel('再输一次新密码').fill('another-word-2026');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText('密码').waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await shot(page, 'own-account');
  await dialog.getByLabel('现在的密码').fill(who.password);
  await page.keyboard.press('Enter');
  await page.getByText('密码已修改').waitFor();
  await page.goto('/inspections');
  await page.getByRole('heading', { name: '执法检查' }).waitFor();
  await other.goto('/inspections');
  await other.getByLabel('密码').waitFor();
  await login(other, { account: who.account, password: 'another-word-2026' });
  await other.getByRole('heading', { name: '工作台' }).waitFor();
}

/** A letter of entrustment is recorded and ended; one that includes compulsion is refused with its article. */
async function letters({ page, login, server }) {
  await login(page, accountsOf(server)['province-admin']);
  await page.goto('/admin?tab=bodies');
  await page.getByLabel(/^终止委托：哈尔滨市道里区/).click();
  const end = page.getByRole('dialog', { name: '终止委托' });
  await page.keyboard.press('Control+Enter');
  await end.waitFor({ state: 'detached' });
  await page.getByLabel(/^终止委托：哈尔滨市道里区/).click();
  await page.getByText('没有尚在的委托').waitFor();
  await page.getByLabel(/^委托执法：哈尔滨市道里区/).click();
  const form = page.getByRole('dialog', { name: '委托执法' });
  await form.getByText('委托书包含行政强制措施').click();
  await form.getByText('行政强制法').first().waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await form.getByText('委托书包含行政强制措施').click();
  await form.getByLabel('委托书公布日期').fill('2026-11-01');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  await shot(page, 'admin-bodies');
}

export const tests = {
  'an enterprise is entered by hand, changed and given a site': enterprise,
  'who keeps no ledger is offered no entry into it': reader,
  'filters kept on one machine are there on another': kept,
  'a password is changed by its owner': password,
  'a letter of entrustment is recorded and ended': letters,
};
