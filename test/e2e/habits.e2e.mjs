// What holds when hands are quick, the network is slow and others write meanwhile: nothing is lost, nothing is hidden,
// and each key does what it says. Visible controls only.
import assert from 'node:assert/strict';
import { dropPhotos } from './hand.mjs';
import { accountsOf } from './harness.mjs';
import { begin, field, named, phrase, send, step, tick, type, visit } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const dialog = (page) => page.getByRole('dialog');
const region = (page, name) => page.getByRole('region', { name, exact: true });
const lawful = (page, command) => page.getByTestId('lawful').getByRole('button', { name: named(command), exact: true });

/** Presses Tab until `target` has the focus. */
async function tabTo(page, target, most = 60) {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`Tab does not come to ${target}`);
}

/** Opens a choice and takes the first that is called so. */
async function pick(page, label, name) {
  await dialog(page).locator('.field').filter({ hasText: label }).locator('.el-select').click();
  await page.getByRole('option', { name }).filter({ visible: true }).first().click();
}

async function finding(page, words) {
  await type(page, '问题描述', words);
  await type(page, '位置', '一号车间');
}

async function openedFrom(page, row, words, second) {
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.locator('main tbody tr').nth(row).getByRole('link').click();
  await page.getByRole('button', { name: '开启检查' }).click();
  await type(page, '计划、任务或者线索的名称文号', words);
  await tick(page, second);
  await send(page, 'OpenInspection');
  await page.waitForURL('**/inspections/*');
  await page.getByRole('heading', { name: '下一步' }).waitFor();
}

/** An inspection on site, with an item in its scheme. */
async function onSite({ open, login, server }, row, words) {
  const people = accountsOf(server);
  const page = await open();
  await login(page, people['daoli-officer']);
  await openedFrom(page, row, words, people['daoli-officer2'].name);
  const head = await open();
  await login(head, people['daoli-head']);
  await visit(head, page);
  await begin(head, 'ApproveScheme');
  await type(head, '检查内容 1', '安全警示标志');
  await send(head, 'ApproveScheme');
  await head.context().close();
  await lawful(page, 'BeginOnSite').waitFor();
  await step(page, 'BeginOnSite');
  await lawful(page, 'RecordFinding').waitFor();
  return page;
}

/** A form that is sent while a photo is on its way waits for it; one that did not arrive holds it back, by name. */
async function uploads(tools) {
  const page = await onSite(tools, 3, '专项检查第五十一号');
  const slow = async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue().catch(() => {}); // it may have been let through meanwhile
  };
  await page.route('**/api/blobs/**', slow);
  await page.keyboard.press('n');
  await finding(page, '冲床没有防护罩');
  await dropPhotos(page, dialog(page).locator('.zone'), ['冲床.png', '车间.png']);
  await dialog(page).getByText('正在上传').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog(page).waitFor({ state: 'detached' });
  const thumbs = region(page, '发现的问题').locator('.thumbs button');
  await thumbs.nth(1).waitFor();
  await page.unroute('**/api/blobs/**', slow);

  await page.keyboard.press('n');
  await finding(page, '通道堆放杂物');
  const broken = (route) => route.abort();
  await page.route('**/api/blobs/**', broken);
  await dropPhotos(page, dialog(page).locator('.zone'), ['通道.png']);
  await dialog(page).getByRole('alert').getByText('没有上传成功：通道.png').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.unroute('**/api/blobs/**', broken);
  await dialog(page).getByText('没有上传成功').waitFor();
  await dialog(page).getByRole('button', { name: '重新上传' }).click();
  await send(page, 'RecordFinding');
  await thumbs.nth(2).waitFor();
}

/** While the server is away, what is there stays, and says that it may be old; the bar says so too. */
async function away(tools) {
  const page = await onSite(tools, 4, '专项检查第五十二号');
  const people = accountsOf(tools.server);
  await page.keyboard.press('n');
  await type(page, '问题描述', '配电箱没有上锁');
  const json = { type: 'about:blank', title: '服务器内部错误', status: 503, code: 'store.unavailable', detail: '' };
  const broken = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json });
  await page.route('**/api/inspections/*', broken);
  const other = await tools.open();
  await tools.login(other, people['daoli-officer2']);
  await visit(other, page);
  await other.keyboard.press('n');
  await finding(other, '灭火器过期');
  await send(other, 'RecordFinding');
  const stale = page.getByRole('status').getByText('没有读到最新内容');
  await stale.waitFor({ timeout: 15_000 });
  assert.equal(await field(page, '问题描述').inputValue(), '配电箱没有上锁');
  await page.unroute('**/api/inspections/*', broken);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '重试' }).click();
  await stale.waitFor({ state: 'detached' });
  await region(page, '发现的问题').getByText('灭火器过期').waitFor();

  await page.route('**/api/pulse*', broken);
  const told = page.getByRole('status').getByText('连接中断');
  await told.waitFor({ timeout: 20_000 });
  await page.unroute('**/api/pulse*', broken);
  await told.waitFor({ state: 'detached', timeout: 15_000 });
  page.troubles = page.troubles.filter((trouble) => !trouble.startsWith('503 '));
}

/** A draft brings back what was typed, and what has become known since is there as well. */
async function drafts(tools) {
  const page = await onSite(tools, 5, '专项检查第五十三号');
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')));
  const opinion = '负责人意见';
  await begin(page, 'GiveFeedback');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  assert.deepEqual(await kept(), [], 'a form that was only looked at keeps nothing');
  await begin(page, 'GiveFeedback');
  await type(page, opinion, '情况属实，立即整改');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  const [key, ...others] = await kept();
  assert.deepEqual(others, []);
  const { values } = await page.evaluate((name) => JSON.parse(localStorage.getItem(name)), key);
  assert.deepEqual(Object.values(values.values), ['情况属实，立即整改'], 'only what was typed is kept');
  await step(page, 'RecordFinding', () => finding(page, '疏散指示缺失'));
  await begin(page, 'GiveFeedback');
  await dialog(page).getByText('此后该事项有了新内容').waitFor();
  assert.equal(await field(page, opinion).inputValue(), '情况属实，立即整改');
  // The open form stands in the address, so a reload comes back to it.
  await page.reload();
  await dialog(page).waitFor();
  assert.equal(await field(page, opinion).inputValue(), '情况属实，立即整改');
  await send(page, 'GiveFeedback');
  assert.ok(!page.url().includes('do='));
}

/** The workbench by keys alone: Enter presses what it stands on, `a` opens the step that is due. */
async function keys(tools) {
  const { open, login, server } = tools;
  const people = accountsOf(server);
  const officer = await open();
  await login(officer, people['daoli-officer']);
  await openedFrom(officer, 6, '专项检查第五十四号', people['daoli-officer2'].name);
  const name = await officer.locator('h1').getByRole('link').innerText();
  await officer.context().close();
  const page = await open();
  await login(page, people['daoli-head']);
  const item = page.locator('[id^="work-"]').filter({ hasText: '批准检查方案' }).filter({ hasText: name }).last();
  await tabTo(page, item.getByRole('button'), 200);
  await page.keyboard.press('Enter');
  await page.getByText('专项检查第五十四号').first().waitFor();
  assert.equal(new URL(page.url()).pathname, '/', 'Enter on a matter shows it beside the list');
  await lawful(page, 'ApproveScheme').waitFor();
  await page.keyboard.press('a');
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await tabTo(page, lawful(page, 'ApproveScheme'), 200);
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await type(page, '检查内容 1', '安全警示标志');
  await page.keyboard.press('Control+Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await page
    .getByRole('status')
    .getByText(`${named('ApproveScheme')}：已办理`)
    .waitFor();

  // Over a window the page's keys do nothing; Enter closes it.
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '快捷键' });
  await help.getByText('办理当前应办的一步').waitFor();
  await page.keyboard.press('Enter');
  await help.waitFor({ state: 'hidden' });
  assert.equal(new URL(page.url()).pathname, '/');
  await page.goto('/');
  await page.locator('[id^="work-"] button[aria-current="true"]').waitFor();
  await tabTo(page, page.getByRole('link', { name: '行政处罚案件', exact: true }));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cases');
  await page.goBack();
  await page.locator('[id^="work-"] button[aria-current="true"]').waitFor();
  await page.locator('body').click({ position: { x: 2, y: 400 } });
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(inspections|cases)\/[^/]+$/);
}

/** What did not come is told as such: in the search, among violations, at a dossier, of a document. */
async function failures({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  const cut = (route) => route.abort();
  await page.route('**/api/enterprises?*', cut);
  await page.getByRole('combobox', { name: '搜企业' }).fill('道里');
  const again = page.getByRole('option', { name: '没有查成' });
  await again.waitFor();
  await page.unroute('**/api/enterprises?*', cut);
  await again.click();
  await again.waitFor({ state: 'detached' });
  await page.getByRole('listbox').getByRole('option').nth(1).waitFor();

  await page.goto('/ledger');
  await page.route('**/api/next?*', cut);
  await page.locator('main tbody tr').nth(2).getByRole('link').click();
  const actions = region(page, '可以办理');
  await actions.getByText('没有读到可以办理的事项').waitFor();
  await page.unroute('**/api/next?*', cut);
  await actions.getByRole('button', { name: '重试' }).click();
  await actions.getByRole('button', { name: '开启检查' }).waitFor();

  await page.goto('/inspections?status=correcting');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  const panel = page.getByTestId('documents');
  const preview = panel.getByRole('button', { name: /^预览/ }).first();
  await preview.waitFor();
  const json = { type: 'about:blank', title: '服务器内部错误', status: 503, code: 'store.unavailable', detail: '' };
  const broken = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json });
  await page.route('**/documents/*', broken);
  await preview.click();
  await dialog(page).getByRole('alert').getByText('store.unavailable').waitFor();
  await page.unroute('**/documents/*', broken);
  await dialog(page).getByRole('button', { name: '重试' }).click();
  await page.getByTestId('document').waitFor();
  // The open document stands in the address.
  await page.waitForURL(/document=/);
  await page.reload();
  await page.getByTestId('document').waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  assert.ok(!page.url().includes('document='));
  page.troubles = page.troubles.filter((trouble) => !trouble.startsWith('503 '));
}

/** A link into the middle of a list: the page before is a page of that list. */
async function pages({ page, open, login, server }) {
  const people = accountsOf(server);
  await login(page, people['harbin-head']);
  await page.goto('/ledger');
  const first = page.locator('main tbody tr').first();
  const begin = await first.innerText();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.waitForURL(/page=2/);
  const link = page.url();
  await page.waitForFunction((before) => document.querySelector('main tbody tr')?.innerText !== before, begin);
  const second = await first.innerText();
  // By the way one came, after a reload too.
  await page.reload();
  await first.waitFor();
  await page.getByRole('button', { name: '上一页' }).click();
  await page.waitForURL((url) => !url.search.includes('page='));
  await page.waitForFunction((before) => document.querySelector('main tbody tr')?.innerText === before, begin);

  const other = await open();
  await login(other, people['harbin-head']);
  await other.goto('/figures');
  await other.goto(link);
  await other.waitForFunction((wanted) => document.querySelector('main tbody tr')?.innerText === wanted, second);
  await other.getByRole('button', { name: '上一页' }).click();
  await other.waitForFunction((wanted) => document.querySelector('main tbody tr')?.innerText === wanted, begin);
  assert.equal(new URL(other.url()).pathname, '/ledger');
  // Inside a file the list goes on beyond its page.
  await other.locator('main tbody tr').last().getByRole('link').click();
  await other.waitForURL('**/ledger/*');
  await other.getByRole('heading', { name: '可以办理' }).waitFor();
  await other.keyboard.press(']');
  const [name] = second.split(/[\t\n]/);
  await other.getByRole('heading', { name, level: 1 }).waitFor();
}

/** An export goes on after a reload, and its file can be had again. */
async function exports({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.goto('/ledger');
  await page.locator('main tbody tr').nth(2).waitFor();
  const running = async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), state: 'running' } });
  };
  await page.route(/\/api\/ledger\/exports\/[^/]+$/, running);
  await page.getByRole('button', { name: '导出 CSV' }).click();
  await page.getByRole('status').getByText('正在导出').waitFor();
  await page.reload();
  await page.getByRole('status').getByText('正在导出').waitFor();
  const download = page.waitForEvent('download');
  await page.unroute(/\/api\/ledger\/exports\/[^/]+$/, running);
  assert.match((await download).suggestedFilename(), /\.csv$/);
  await page.reload();
  const again = page.waitForEvent('download');
  await page.getByRole('link', { name: '再次下载' }).click();
  assert.match((await again).suggestedFilename(), /\.csv$/);
}

/** A case is transferred to a body chosen by its name, by the head of the one above; the party stands fixed. */
async function transfer({ open, login, server }) {
  const people = accountsOf(server);
  const officer = await open();
  await login(officer, people['daoli-officer']);
  await officer.goto('/cases?status=investigating');
  await officer.getByRole('row').nth(1).getByRole('link').first().click();
  await officer.getByRole('heading', { name: '下一步' }).waitFor();
  const head = await open();
  await login(head, people['harbin-head']);
  await visit(head, officer);
  await begin(head, 'TransferCase');
  await pick(head, '移送到', /南岗区应急管理局/);
  await pick(head, '管辖变动', /./);
  await type(head, '文号', '哈应急移〔2026〕3号');
  await send(head, 'TransferCase');
  await region(head, '案件情况').getByText('南岗区应急管理局').waitFor();
}

/** What administrators look for stands in the address; what another one does to an account appears by itself. */
async function administrators({ page, open, login, server }) {
  const people = accountsOf(server);
  await login(page, people['province-admin']);
  await page.goto('/admin');
  await page.getByPlaceholder('按姓名查找').fill('陈己二');
  await page.waitForURL(/find=/);
  await page.reload();
  assert.equal(await page.getByPlaceholder('按姓名查找').inputValue(), '陈己二');
  await page.getByRole('button', { name: '账号', exact: true }).click();
  await page.waitForURL(/tab=accounts/);
  await page.goBack();
  await page.waitForURL(/find=/);
  await page.goto('/admin?tab=accounts&find=nangang-officer');
  const row = (one) => one.getByTestId('accounts').getByRole('row').filter({ hasText: 'nangang-officer' }).first();
  await row(page).getByText('可用').waitFor();
  const other = await open();
  await login(other, people['province-admin']);
  await other.goto('/admin?tab=accounts&find=nangang-officer');
  await row(other).getByRole('button', { name: /^停用/ }).click();
  await other.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await row(other).getByText('已停用').waitFor();
  await row(page).getByText('已停用').waitFor({ timeout: 15_000 });
}

/** Down the list of tables by keys; what is looked for stands in the address. */
async function tables({ page, login, server }) {
  await login(page, accountsOf(server)['province-reviewer']);
  await page.goto('/benchmarks');
  await page.locator('[data-row-link]').nth(1).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement === document.querySelectorAll('[data-row-link]')[1]);
  await page.getByTestId('find-benchmark').fill('教育培训');
  await page.waitForURL(/find=/);
  await page.reload();
  assert.equal(await page.getByTestId('find-benchmark').inputValue(), '教育培训');
}

/** The next inspection of a plan: the name of the plan is there, one click. */
async function remembered({ page, login, server }) {
  const people = accountsOf(server);
  await login(page, people['daoli-officer2']);
  await openedFrom(page, 9, '专项检查第六十一号', people['daoli-officer'].name);
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.locator('main tbody tr').nth(10).getByRole('link').click();
  await page.getByRole('button', { name: '开启检查' }).click();
  await phrase(page, '计划、任务或者线索的名称文号', '专项检查第六十一号');
  assert.equal(await field(page, '计划、任务或者线索的名称文号').inputValue(), '专项检查第六十一号');
  await tick(page, people['daoli-officer'].name);
  await send(page, 'OpenInspection');
  await page.waitForURL('**/inspections/*');
}

export const tests = {
  'a form waits for its photos, and is not sent without one that failed': uploads,
  'a server that is away takes nothing from the page': away,
  'a draft keeps what was changed and hides nothing new': drafts,
  'the workbench by keys alone': keys,
  'a failure is told as a failure': failures,
  'the page before, on a link and by the way one came': pages,
  'an export outlives a reload': exports,
  'a case is transferred by name': transfer,
  'administrators: filters in the address, accounts by themselves': administrators,
  'tables by keys': tables,
  'words written once are offered': remembered,
};
