// An officer's day, counted: an inspection with twelve findings, the order, the re-inspection, the case, the decision.
// Prints how many clicks and keys it takes and how long the typing; nothing is typed twice.
import assert from 'node:assert/strict';
import { accountsOf, countHand } from './harness.mjs';
import { begin, field, findViolation, refused, send, step, tick, type, visit } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const kCharactersPerSecond = 2.5; // Chinese by pinyin, with choosing the characters
const photo = (name) => ({ name, mimeType: 'image/png', buffer: Buffer.from(`89504e470d0a1a0a${Buffer.from(name).toString('hex')}`, 'hex') });
/** A photo dropped into the form: one movement of the hand, counted as a click. */
async function drop(page, name) {
  page.tally.clicks += 1;
  await field(page, '证据').setInputFiles(photo(name));
  await page.getByRole('dialog').getByLabel('说明').waitFor();
}
const kPlaces = ['二号冲床', '三号冲床', '四号冲床', '五号冲床', '六号冲床', '七号冲床', '八号冲床', '九号冲床'];

async function walk({ server, open, login, shot }) {
  const people = accountsOf(server);
  const tally = { clicks: 0, keys: 0, typed: [] };
  const sit = async (account) => {
    const page = await open();
    await login(page, people[account]);
    await countHand(page, tally);
    await page.reload();
    return page;
  };
  const officer = await sit('daoli-officer');
  const head = await sit('daoli-head');

  // From anywhere: "/" and a few characters of the name.
  await officer.getByRole('combobox', { name: '搜企业' }).waitFor();
  await officer.keyboard.press('/');
  await officer.keyboard.type('涂料');
  await officer.getByRole('option').filter({ hasText: '涂料有限公司' }).first().waitFor();
  await officer.keyboard.press('ArrowDown');
  await officer.keyboard.press('Enter');
  await officer.getByRole('button', { name: '开启检查' }).click();
  await type(officer, '计划、任务或者线索的名称文号', '年度监督检查计划第十二项');
  await tick(officer, people['daoli-officer2'].name);
  await send(officer, 'OpenInspection');
  await officer.waitForURL('**/inspections/*');

  // The head approves; the scheme is that of the last inspection.
  await visit(head, officer);
  await step(head, 'ApproveScheme', async () => {
    await head.getByRole('button', { name: '沿用最近一次检查的方案' }).click();
    await head.getByRole('dialog').getByLabel('检查内容 2', { exact: true }).waitFor();
  });

  // On site: the checklist by keys, findings with their copies.
  await officer.getByTestId('lawful').getByRole('button', { name: '到场检查' }).waitFor();
  await step(officer, 'BeginOnSite', async () => {
    await type(officer, '现场负责人姓名', '刘志远');
    await type(officer, '现场负责人职务', '站长');
  });
  const items = officer.locator('ol.items > li');
  await items.first().waitFor();
  const count = await items.count();
  await officer.keyboard.press('1');
  for (let at = 0; at < count; at += 1) {
    const last = at === count - 1;
    await items.nth(at).evaluate((row) => row.focus());
    await officer.keyboard.press(last ? '2' : '1');
    await officer.getByText(`已查 ${at + 1} / ${count}`).waitFor();
  }
  await findViolation(officer, '涉嫌违法行为', '警示标志');
  await type(officer, '问题描述', '未设置明显的安全警示标志');
  await type(officer, '位置', '一号冲床');
  await type(officer, '同样问题的其他位置', kPlaces.join('\n'));
  await officer.getByText('将登记 9 条问题').waitFor();
  await drop(officer, '冲床.png');
  await officer.getByTestId('check').getByText('依法可以办理').waitFor();
  await shot(officer, 'officer-copies');
  await send(officer, 'RecordFinding');
  for (const [violation, text, place] of [
    ['经常维护保养', '通风设备没有维护记录', '配电室'],
    ['教育培训情况', '两名新员工没有培训签字', '办公室'],
    ['应急救援预案', '没有演练记录', '值班室'],
  ]) {
    await officer.keyboard.press('n');
    await findViolation(officer, '涉嫌违法行为', violation);
    await type(officer, '问题描述', text);
    await type(officer, '位置', place);
    await drop(officer, `${place}.png`);
    await send(officer, 'RecordFinding');
  }
  await officer.getByText('问题 12', { exact: true }).first().waitFor();

  await step(officer, 'GiveFeedback', () => type(officer, '负责人意见', '属实，立即改正'));
  await begin(officer, 'OrderCorrection');
  await type(officer, '改正要求', '补齐标志、记录和演练');
  const deadline = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(5, 10).replace('-', '');
  await type(officer, '改正期限', deadline);
  await send(officer, 'OrderCorrection');
  await step(officer, 'SignByOfficer');
  const second = await sit('daoli-officer2');
  await visit(second, officer);
  await step(second, 'SignByOfficer');
  // The colleague's signature appears by itself.
  await officer.getByRole('region', { name: '检查记录签字' }).getByText('已签字').nth(1).waitFor();
  await step(officer, 'SignByEnterprise');
  // Twelve findings looked at again in one form.
  await step(officer, 'Reinspect', async () => {
    await tick(officer, '已经改正');
    await type(officer, '复查情况', '均已改正');
  });
  await officer.getByText('12', { exact: true }).first().waitFor();
  await shot(officer, 'officer-reinspected');

  // The case: everything that is known is there.
  await visit(head, officer);
  await head.getByRole('button', { name: '从问题立案' }).click();
  await head.getByRole('dialog').getByText('违法事实').first().waitFor();
  await send(head, 'FileCase');
  await head.waitForURL('**/cases/*');
  await visit(officer, head);
  await step(officer, 'CollectEvidence', async () => {
    await type(officer, '名称', '现场检查记录');
    await tick(officer, '已主动出示执法证件');
    await tick(officer, '以合法手段取得');
  });
  await step(officer, 'VerifyEvidence', () => type(officer, '查证说明', '与现场照片一致'));
  await step(officer, 'EndInvestigation', () => type(officer, '调查结论', '事实清楚'));
  await step(officer, 'GiveNotice', async () => {
    await field(officer, '金额 1').waitFor();
    const amounts = await officer.getByRole('dialog').getByLabel(/^金额 \d+$/).count();
    for (let at = 1; at <= amounts; at += 1) await type(officer, `金额 ${at}`, `${at}万`);
    await tick(officer, '已告知陈述、申辩的权利');
  });
  await step(officer, 'WaiveDefence', () => type(officer, '放弃的表示', '书面放弃'));
  await visit(head, officer);
  await begin(head, 'Decide');
  await type(head, '决定书文号', '（道里）应急罚〔2026〕99号');
  const check = head.getByTestId('check');
  await check.getByText(/依法/).waitFor();
  const unlawful = await check.getByText('依法不能办理').isVisible();
  if (unlawful) throw new Error(await refused(head));
  await send(head, 'Decide');
  await head.getByText('（道里）应急罚〔2026〕99号').first().waitFor();

  const characters = tally.typed.join('').replaceAll('\n', '').length;
  const repeated = tally.typed.filter((text, at) => text.length > 3 && tally.typed.indexOf(text) !== at);
  assert.deepEqual(repeated, [], 'nothing is typed twice');
  console.log(
    JSON.stringify({
      officer_walk: {
        findings: 12,
        clicks: tally.clicks,
        keys: tally.keys,
        typed_characters: characters,
        typing_seconds: Math.round(characters / kCharactersPerSecond),
        characters_per_second: kCharactersPerSecond,
      },
    }),
  );
}

export const tests = { 'an inspection with twelve findings up to the decision, counted': walk };
