// The enforcement loop as people walk it: from a list of enterprises to a closed case, each step by whom the law lets
// do it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { accountsOf, xiezhi } from './harness.mjs';
import {
  begin,
  choose,
  field,
  findViolation,
  named,
  refused,
  send,
  step,
  tick,
  type,
  visit,
  word,
} from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const kEnterprise = '哈尔滨松北机电制造有限公司';
const kViolation = '有较大危险因素的场所';

/** The people of one county, and who brings lists in for the province. */
function castOf(server) {
  const people = accountsOf(server);
  return {
    place: '黑龙江省哈尔滨市道里区',
    registrar: people['province-registrar'],
    officer: people['daoli-officer'],
    second: people['daoli-officer2'],
    head: people['daoli-head'],
    deputy: people['daoli-deputy'],
    reviewer: people['daoli-reviewer'],
  };
}

async function importLedger(page, server, division) {
  const list = path.join(server.data, '..', 'ledger.csv');
  fs.writeFileSync(
    list,
    `\uFEFF企业名称,统一社会信用代码,企业地址,行业代码,法定代表人,联系电话\n${kEnterprise},,${division}新阳路一百号,C3490,刘志远,0451-88001122\n,,无名,C,,\n`,
  );
  await page.getByRole('link', { name: '台账导入' }).first().click();
  await page.getByLabel('把 CSV 或 XLSX 文件拖到这里').setInputFiles(list);
  await page.getByRole('button', { name: '核对（不写入台账）' }).click();
  await page.getByRole('button', { name: /^写入台账/ }).click();
  await page.getByText('已经写入台账').waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: '历次导入' }).click();
  const row = page.getByRole('row').filter({ hasText: 'ledger.csv' });
  await row.getByText('已完成').waitFor({ timeout: 30_000 });
  assert.deepEqual((await row.getByRole('cell').allInnerTexts()).slice(3, 5), ['2', '1'], 'two rows, one taken');
  const download = page.waitForEvent('download');
  await row.getByRole('link', { name: '下载核对报告' }).click();
  const report = fs.readFileSync(await (await download).path(), 'utf8');
  assert.match(report, /行号/);
}

async function openInspection(page, second, head) {
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByRole('heading', { name: '企业台账' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('松北机电');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: kEnterprise }).click();
  await page.getByRole('button', { name: '开启检查' }).click();
  await type(page, '计划、任务或者线索的名称文号', '二〇二六年度监督检查计划第十二项');
  const alone = await refused(page);
  assert.match(alone, /行政处罚法第四十二条第一款/);
  await page.getByRole('button', { name: '开启检查' }).click();
  assert.equal(
    await field(page, '计划、任务或者线索的名称文号').inputValue(),
    '二〇二六年度监督检查计划第十二项',
    'what was typed is kept',
  );
  await tick(page, second.name);
  await send(page, 'OpenInspection');
  await page.waitForURL('**/inspections/*');
  await page.getByText('须由他人办理').waitFor();
  assert.match(await page.locator('aside').innerText(), new RegExp(head.name));
}

async function approveScheme(page) {
  await step(page, 'ApproveScheme', async () => {
    await type(page, '检查内容 1', '较大危险因素场所设置安全警示标志');
    await findViolation(page, '对应的违法行为 1', kViolation);
    await page.getByRole('button', { name: '添加一项' }).click();
    await type(page, '检查内容 2', '安全生产教育和培训记录');
    await page.getByRole('button', { name: '添加一项' }).click();
    await type(page, '检查内容 3', '安全设备的维护、保养和检测');
  });
}

async function inspect(page, shot) {
  await step(page, 'BeginOnSite', async () => {
    await type(page, '现场负责人姓名', '刘志远');
    await type(page, '现场负责人职务', '总经理');
  });
  await page
    .getByRole('button', {
      name: `较大危险因素场所设置安全警示标志 ${word('inspection.ItemResult', 'failed')}`,
    })
    .click();
  await field(page, '问题描述').waitFor();
  await type(page, '问题描述', '冲压车间的压力机旁未设置明显的安全警示标志');
  await type(page, '位置', '冲压车间');
  await field(page, '证据').setInputFiles({
    name: '压力机.png',
    mimeType: 'image/png',
    buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
  });
  await page.getByRole('dialog').getByLabel('说明').waitFor();
  await shot(page, 'loop-finding');
  await send(page, 'RecordFinding');
  await page
    .getByRole('button', {
      name: `安全生产教育和培训记录 ${word('inspection.ItemResult', 'failed')}`,
    })
    .click();
  await type(page, '问题描述', '两名新上岗人员的培训记录没有签字');
  await type(page, '位置', '办公室');
  await send(page, 'RecordFinding');
  await page
    .getByRole('button', {
      name: `安全设备的维护、保养和检测 ${word('inspection.ItemResult', 'passed')}`,
    })
    .click();
  await page.getByText('已查 3 / 3').waitFor();
}

async function treatFindings(page) {
  await step(page, 'GiveFeedback', () => type(page, '负责人意见', '情况属实，立即改正'));
  await page.getByRole('button', { name: `${named('CorrectOnSpot')}：问题 2` }).click();
  await type(page, '改正情况', '当场补签');
  await send(page, 'CorrectOnSpot');
  await page.getByRole('button', { name: `${named('OrderCorrection')}：问题 1` }).click();
  await type(page, '改正要求', '在压力机旁设置明显的安全警示标志');
  await type(page, '改正期限', new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''));
  await send(page, 'OrderCorrection');
}

async function fileCase(head, officers) {
  await head.getByRole('button', { name: '从问题立案' }).click();
  await head.getByRole('dialog').getByText('违法事实').first().waitFor();
  for (const officer of officers) await tick(head, officer.name);
  await send(head, 'FileCase');
  await head.waitForURL('**/cases/*');
  await head.getByRole('heading', { name: '下一步' }).waitFor();
}

async function investigate(page) {
  await step(page, 'CollectEvidence', async () => {
    await type(page, '名称', '现场检查记录');
    await tick(page, '已主动出示执法证件');
    await tick(page, '以合法手段取得');
  });
  await step(page, 'VerifyEvidence', () => type(page, '查证说明', '与现场照片、当事人陈述一致'));
  await step(page, 'EndInvestigation', async () => {
    await tick(page, '情节复杂');
    await type(page, '调查结论', '违法事实清楚，证据确凿');
  });
}

/** Facts in, explanation out: three signs of ordinary danger are the second tier. */
async function weigh(page) {
  await begin(page, 'WeighPenalty');
  const form = page.getByRole('dialog');
  await form.getByLabel('涉及设备设施数量').fill('3');
  await form.getByRole('radiogroup', { name: '设备设施危险程度' }).getByLabel('一般').check();
  await form.getByText('由下列事实确定').waitFor();
  await form.getByText('10,000–25,000 元').first().waitFor();
  await form.getByText('涉及设备设施数量：3 → 2').waitFor();
  await form.getByLabel('期间内再次发生同类违法行为').check();
  await form.getByText('行政处罚法 第三十四条').first().waitFor();
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT, fullPage: true });
  await send(page, 'WeighPenalty');
  // The penalty page holds the weighing, and explains it again.
  await page.getByRole('link', { name: '裁量与计算' }).click();
  await page.getByText('已经裁量').waitFor();
  await page.getByRole('button', { name: '裁量说明' }).click();
  await page.getByText('由下列事实确定').waitFor();
  assert.equal(await page.getByLabel('涉及设备设施数量').inputValue(), '3');
  await page.getByRole('link', { name: '返回案件' }).click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
}

async function giveNotice(page) {
  await begin(page, 'GiveNotice');
  await type(page, '金额 1', '2万');
  const silent = await refused(page);
  assert.match(silent, /行政处罚法第四十四条/);
  await begin(page, 'GiveNotice');
  await tick(page, '已告知陈述、申辩的权利');
  await send(page, 'GiveNotice');
  await step(page, 'RecordDefence', () => type(page, '陈述申辩内容', '已经改正，请求从轻处罚'));
  await step(page, 'ReviewDefence', async () => {
    await tick(page, '采纳');
    await type(page, '理由', '拟处罚款已在幅度内从轻');
  });
  await step(page, 'WaiveDefence', () => type(page, '放弃的表示', '当事人书面表示不再陈述申辩，放弃要求听证'));
}

async function decide(head, deputy) {
  await step(head, 'Deliberate', async () => {
    await tick(head, deputy.name);
    await type(head, '讨论结论', '同意拟处罚意见');
  });
  await begin(head, 'Decide');
  await type(head, '决定书文号', '（道里）应急罚〔2026〕1号');
  await type(head, '金额 1', '3万');
  const heavier = await refused(head);
  assert.match(heavier, /行政处罚法第四十五条第二款/);
  await begin(head, 'Decide');
  await type(head, '金额 1', '2万');
  await send(head, 'Decide');
}

async function carryOut(page, head) {
  await step(page, 'ServeDecision');
  await step(page, 'DiscloseDecision');
  await visit(head, page);
  await head.getByText('尚不能办理').waitFor();
  await step(page, 'RecordPayment', () => type(page, '财政票据号', '黑财 00012345'));
  await visit(head, page);
  await step(head, 'CloseCase', () => type(head, '小结', '罚款缴清，问题已改正'));
  await head.getByText('本事项已办结').waitFor();
}

async function walk({ server, open, login, shot }) {
  const people = castOf(server);
  const sit = async (who) => {
    const page = await open();
    await login(page, who);
    return page;
  };
  const registrar = await sit(people.registrar);
  await importLedger(registrar, server, people.place);
  await shot(registrar, 'loop-import');

  const officer = await sit(people.officer);
  const second = await sit(people.second);
  const head = await sit(people.head);
  await openInspection(officer, people.second, people.head);
  await visit(head, officer);
  await approveScheme(head);
  await visit(officer, officer);
  await inspect(officer, shot);
  await treatFindings(officer);
  await shot(officer, 'loop-inspection');
  await step(officer, 'SignByOfficer');
  await visit(second, officer);
  await step(second, 'SignByOfficer');
  await visit(officer, officer);
  await step(officer, 'RecordRefusalToSign', async () => {
    await choose(officer, '报告给', people.head.name);
    await type(officer, '拒绝的理由', '负责人以不了解情况为由拒绝签字');
  });
  await step(officer, 'Reinspect', async () => {
    await tick(officer, '已经改正');
    await type(officer, '复查情况', '警示标志已经设置');
  });

  await visit(head, officer);
  await fileCase(head, [people.officer, people.second]);
  await shot(head, 'loop-case-filed');
  await visit(officer, head);
  await investigate(officer);
  await weigh(officer);
  await giveNotice(officer);
  const reviewer = await sit(people.reviewer);
  await visit(reviewer, officer);
  await step(reviewer, 'ReviewLegality', () => type(reviewer, '审核意见', '主体适格，程序合法，裁量适当'));
  await visit(head, officer);
  await decide(head, people.deputy);
  await shot(head, 'loop-case-decided');
  await visit(officer, head);
  await carryOut(officer, head);
  await shot(head, 'loop-case-closed');

  await head.getByRole('link', { name: '来自检查' }).click();
  await head.waitForURL('**/inspections/*');
  await visit(officer, head);
  await step(officer, 'CloseInspection', () => type(officer, '小结', '问题均已处理'));
  await officer.getByText('本事项已办结').waitFor();
  await shot(officer, 'loop-inspection-closed');

  await server.halt();
  xiezhi('journal', 'verify', '--database', server.database);
}

export const tests = {
  'from a list of enterprises to a closed case': walk,
};
