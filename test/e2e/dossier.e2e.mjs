// The dossier of an enterprise: each of its cards and forms, by keys alone; nothing in them; other people.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';
import { field, named, send, type } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const kDay = 86_400_000;
const dayFromNow = (days) => new Date(Date.now() + 8 * 3_600_000 + days * kDay).toISOString().slice(0, 10);
const card = (page, title) => page.getByRole('region', { name: title, exact: true });
const ready = (page) => page.getByRole('heading', { name: '可以办理' }).waitFor();
const dialog = (page) => page.getByRole('dialog');

/** The dossier of an enterprise that was fined: from the closed cases to the first with an amount, and from it on. */
async function finedDossier(page) {
  await page.getByRole('link', { name: '行政处罚案件', exact: true }).click();
  await page.getByRole('button', { name: '已结案', exact: true }).click();
  await page.waitForURL(/status=closed/);
  await page
    .getByRole('row')
    .filter({ hasText: /[\d,]+ 元/ })
    .first()
    .getByRole('link')
    .click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await page.locator('h1').getByRole('link').click();
  await ready(page);
}

async function firstDossier(page) {
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await ready(page);
  return new URL(page.url()).pathname;
}

/** Opens a form by its button without a mouse. */
async function open(page, button) {
  await button.focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
}

/** Sends the open form by its keys and waits until the desk has told so. */
async function sendByKeys(page, command) {
  await page.getByTestId('check').getByText('依法可以办理').waitFor();
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('status')
    .getByText(`${named(command)}：已办理`)
    .waitFor();
  await dialog(page).waitFor({ state: 'detached' });
}

async function licences(page) {
  const box = card(page, '许可证');
  await open(page, box.getByRole('button', { name: '登记许可证' }));
  await type(page, '证号', '（演示）安许证字〔2026〕9001');
  await type(page, '发证机关', '黑龙江省应急管理厅');
  await type(page, '有效期自', '2026-01-05');
  await type(page, '有效期至', '2029-01-06');
  await page.getByTestId('check').getByText('依法不能办理').waitFor();
  await page.getByText('安全生产许可证条例第九条第一款').first().waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'a licence that is refused');
  await type(page, '有效期至', '2029-01-05');
  await sendByKeys(page, 'RecordLicence');
  const row = box.getByText('（演示）安许证字〔2026〕9001');
  await row.waitFor();
  await open(page, box.getByRole('button', { name: '终止：安全生产许可证' }).last());
  await sendByKeys(page, 'EndLicence');
  await box.getByText(`${dayFromNow(0)} 注销`).waitFor();
}

async function sources(page) {
  const box = card(page, '重大危险源');
  await open(page, box.getByRole('button', { name: '登记重大危险源' }));
  await type(page, '重大危险源名称', '甲醇储罐区九号');
  await type(page, '评估日期', dayFromNow(-20));
  await sendByKeys(page, 'RecordHazardSource');
  await box.getByText('没有备案记录').last().waitFor();
  await open(page, box.getByRole('button', { name: '更新：甲醇储罐区九号（四级）' }));
  assert.equal(await field(page, '评估日期').inputValue(), dayFromNow(-20), 'what is known stands there');
  await type(page, '备案日期', dayFromNow(-5));
  await type(page, '备案编号', 'BA（演示）9');
  await sendByKeys(page, 'RecordHazardSource');
  await box.getByText(`${dayFromNow(-5)} 备案，BA（演示）9`).waitFor();
  await open(page, box.getByRole('button', { name: '核销：甲醇储罐区九号（四级）' }));
  await sendByKeys(page, 'CloseHazardSource');
  await box.getByText(`${dayFromNow(0)} 核销`).waitFor();
}

async function persons(page) {
  const box = card(page, '安全管理人员');
  await open(page, box.getByRole('button', { name: named('RecordKeyPerson') }));
  await type(page, '姓名', '孙辛九');
  await type(page, '资格证书编号', '演示990001');
  await type(page, '证书有效期至', dayFromNow(30));
  await sendByKeys(page, 'RecordKeyPerson');
  await box.getByText('还有 30 天到期').waitFor();
  await open(page, box.getByRole('button', { name: '离岗：孙辛九' }));
  await sendByKeys(page, 'EndKeyPerson');
  await box.getByText(`${dayFromNow(0)} 离岗`).waitFor();
}

async function grade(page) {
  const box = card(page, '风险等级');
  await open(page, box.getByRole('button', { name: named('GradeEnterprise') }));
  await page.getByTestId('check').getByText('依法不能办理').waitFor(); // as it stands
  await type(page, '分级理由', '使用甲醇，去年发现过重大事故隐患');
  await sendByKeys(page, 'GradeEnterprise');
  await box.getByText('使用甲醇，去年发现过重大事故隐患').waitFor();
}

async function byKeys({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-registrar']);
  await firstDossier(page);
  for (const form of [licences, sources, persons, grade]) await form(page);
  assert.deepEqual(await seriousFindings(page), [], 'a dossier with all its cards');
  await page.reload();
  await card(page, '安全管理人员').getByText('孙辛九').waitFor();
  await card(page, '许可证')
    .getByText(`${dayFromNow(0)} 注销`)
    .waitFor();
}

/** A form that was not sent survives a reload; what somebody else did meanwhile does not throw it away. */
async function together({ page, login, server, open: another }) {
  const people = accountsOf(server);
  await login(page, people['daoli-officer']);
  const path = await firstDossier(page);
  await open(page, card(page, '重大危险源').getByRole('button', { name: '登记重大危险源' }));
  await type(page, '重大危险源名称', '氧气汇流排间九号');
  await type(page, '评估日期', dayFromNow(-3));
  const other = await another();
  await login(other, people['daoli-registrar']);
  await other.goto(path);
  await ready(other);
  await open(other, card(other, '安全管理人员').getByRole('button', { name: named('RecordKeyPerson') }));
  await type(other, '姓名', '周壬十');
  await send(other, 'RecordKeyPerson');
  await card(page, '安全管理人员').getByText('周壬十').waitFor(); // the page follows by itself
  await page.reload();
  await ready(page);
  await open(page, card(page, '重大危险源').getByRole('button', { name: '登记重大危险源' }));
  assert.equal(await field(page, '重大危险源名称').inputValue(), '氧气汇流排间九号');
  await sendByKeys(page, 'RecordHazardSource');
  await card(other, '重大危险源').getByText('氧气汇流排间九号').waitFor();
}

async function filesOf({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await finedDossier(page);
  const documents = card(page, '执法文书');
  const table = page.getByTestId('enterprise-documents');
  await table.getByRole('row').nth(2).waitFor();
  const preview = documents.getByRole('button', { name: /^预览行政处罚决定书/ }).first();
  await open(page, preview);
  const frame = page.getByTestId('document');
  await frame.waitFor();
  const pdf = await page.request.get(await frame.getAttribute('src'));
  assert.equal(pdf.headers()['content-type'], 'application/pdf');
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });

  const trend = card(page, '近三年，按季度');
  await trend.getByRole('img').nth(3).waitFor();
  await trend.getByText('按表格看').focus();
  await page.keyboard.press('Enter');
  await trend.getByRole('row').nth(12).waitFor();
  assert.equal(await trend.getByRole('row').count(), 13, 'twelve quarters and their titles');
  const inspected = await trend.getByRole('row').locator('td:nth-of-type(1)').allInnerTexts();
  assert.ok(inspected.some((count) => Number(count) > 0));
  await page.evaluate(() => window.scrollTo(0, 0)); // the bar stands over what has been scrolled below it
  assert.deepEqual(await seriousFindings(page), [], 'documents and quarters');

  await table.getByRole('link', { name: '案件', exact: true }).first().click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
}

/** The same page with nothing in it says so in each card. */
async function nothing({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-registrar']);
  const path = await firstDossier(page);
  const id = path.split('/').at(-1);
  const emptied = (change) => async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: change(await answer.json()) });
  };
  await page.route(
    `**/api/enterprises/${id}`,
    emptied(({ grading: _grading, ...view }) => ({
      ...view,
      licences: [],
      hazard_sources: [],
      key_people: [],
      findings: [],
      inspections: [],
      cases: [],
      quarters: view.quarters.map((one) => ({ ...one, inspections: 0, findings: 0, cases: 0, fine_fen: 0 })),
    })),
  );
  await page.route(
    `**/api/enterprises/${id}/documents`,
    emptied((list) => ({ ...list, rows: [] })),
  );
  await page.goto(path);
  for (const [title, words] of [
    ['风险等级', '还没有评定'],
    ['许可证', '没有登记许可证'],
    ['重大危险源', '没有登记重大危险源'],
    ['安全管理人员', '没有登记主要负责人'],
    ['未办结的隐患', '没有未办结的隐患'],
    ['执法文书', '还没有制作文书'],
  ]) {
    await card(page, title).getByText(words).waitFor();
  }
  assert.deepEqual(await seriousFindings(page), [], 'an empty dossier');
}

/** Documents that cannot be had are told in their card; the rest of the page stands. */
async function broken({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  const path = await firstDossier(page);
  await page.route('**/api/enterprises/*/documents', (route) => route.abort());
  await page.goto(path);
  const documents = card(page, '执法文书');
  await documents.getByText('连接不上服务器').waitFor();
  await card(page, '许可证').waitFor();
  await page.unroute('**/api/enterprises/*/documents');
  await documents.getByRole('button', { name: '重试' }).click();
  await documents.getByText('连接不上服务器').waitFor({ state: 'detached' });
}

async function strangers({ open: another, login, server }) {
  const people = accountsOf(server);
  const page = await another();
  await login(page, people['daoli-officer']);
  const path = await firstDossier(page);

  const neighbour = await another();
  await login(neighbour, people['nangang-officer']);
  await neighbour.goto(path);
  await neighbour
    .getByRole('alert')
    .getByText(/没有查看权限|没有找到/)
    .first()
    .waitFor();
  assert.equal(await card(neighbour, '许可证').count(), 0);

  const reviewer = await another(); // reads, and records nothing
  await login(reviewer, people['daoli-reviewer']);
  await reviewer.goto(path);
  await ready(reviewer);
  for (const title of ['风险等级', '许可证', '重大危险源', '安全管理人员']) {
    await card(reviewer, title).waitFor();
    assert.equal(await card(reviewer, title).getByRole('button').count(), 0, title);
  }

  const nobody = await another();
  await nobody.goto(path);
  await nobody.getByLabel('账号').waitFor();
  assert.equal(await card(nobody, '许可证').count(), 0);
}

export const tests = {
  'each card and its forms by keys alone': byKeys,
  'two people at one dossier, and a form that survives a reload': together,
  'documents in place, quarters as pictures and as a table': filesOf,
  'nothing gathered yet': nothing,
  'documents that cannot be had': broken,
  'another county, another role, nobody': strangers,
};
