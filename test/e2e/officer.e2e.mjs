// An officer's day, counted: an inspection with twelve findings, the order, the re-inspection, the case, the decision.
// Prints how many clicks and keys it takes and how long the typing; nothing is typed twice.
import assert from 'node:assert/strict';
import { dropPhotos } from './hand.mjs';
import { accountsOf, countHand } from './harness.mjs';
import {
  begin,
  field,
  phrase,
  refused,
  send,
  signByHand,
  step,
  takeViolation,
  tick,
  type,
  visit,
} from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const kCharactersPerSecond = 2.5; // Chinese by pinyin, with choosing the characters
/** A photo dragged into the form. */
async function drop(page, name) {
  const zone = page.getByRole('dialog').locator('.zone');
  const caption = page.getByRole('dialog').getByLabel('说明');
  await zone.scrollIntoViewIfNeeded();
  await dropPhotos(page, zone, [name]);
  // A hand that missed, because the form was still moving, drops once more.
  await caption.waitFor({ timeout: 8_000 }).catch(() => dropPhotos(page, zone, [name]));
  await caption.waitFor();
}
// What the walk may cost a hand; it is only ever lowered, but for a step that the law asks for: the weighing.
const kMost = { clicks: 75, keys: 25, characters: 99 };
const kPlaces = ['二号冲床', '三号冲床', '四号冲床', '五号冲床', '六号冲床', '七号冲床', '八号冲床', '九号冲床'];

/** The charges one after the other: counts are typed where the form puts the hand, choices are clicked. */
async function weighAll(page) {
  await begin(page, 'WeighPenalty');
  for (;;) {
    const form = page.getByRole('dialog');
    const facts = form.locator('.fact');
    await facts.first().waitFor();
    const note = await form.getByText(/^第 \d+ \/ \d+ 项/).innerText();
    for (const fact of await facts.all()) {
      const choices = fact.getByRole('radio');
      if ((await choices.count()) > 0) {
        // The lightest: no, or the first of the degrees.
        await fact.getByLabel('否').or(choices.first()).last().click();
        continue;
      }
      await page.waitForFunction((one) => document.activeElement === one, await fact.locator('input').elementHandle());
      page.tally.typed.push('1');
      await page.keyboard.type('1');
    }
    await form.getByText('由下列事实确定').waitFor();
    await form.getByRole('button', { name: '提交' }).click();
    const [, at, of] = note.match(/(\d+) \/ (\d+)/);
    if (at === of) return form.waitFor({ state: 'detached' });
    await form.getByText(`第 ${Number(at) + 1} / ${of} 项`).waitFor();
  }
}

async function walk({ server, open, login, shot }) {
  const people = accountsOf(server);
  const tally = { clicks: 0, drops: 0, strokes: 0, keys: 0, typed: [], again: [] };
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
    assert.notEqual(await field(officer, '现场负责人姓名').inputValue(), '', 'who is registered stands there');
  });
  const items = officer.locator('ol.items > li');
  await items.first().waitFor();
  const count = await items.count();
  await officer.keyboard.press('1');
  for (let at = 0; at < count; at += 1) {
    const last = at === count - 1;
    await officer.waitForFunction(
      (index) => document.activeElement?.matches(`ol.items > li:nth-child(${index})`),
      at + 1,
    );
    await officer.keyboard.press(last ? '2' : '1');
    await officer.getByText(`已查 ${at + 1} / ${count}`).waitFor();
  }
  await type(officer, '问题描述', '未设置明显的安全警示标志');
  await takeViolation(officer, '涉嫌违法行为', '没有明显的安全警示标志');
  await type(officer, '位置', '一号冲床');
  await type(officer, '同样问题的其他位置', kPlaces.join('\n'));
  await officer.getByText('将登记 9 条问题').waitFor();
  await drop(officer, '冲床.png');
  await officer.getByTestId('check').getByText('依法可以办理').waitFor();
  await shot(officer, 'officer-copies');
  await send(officer, 'RecordFinding');
  for (const [violation, text, place] of [
    ['经常维护保养、定期', '通风设备没有维护记录', '配电室'],
    ['教育培训情况记录', '两名新员工没有培训签字', '办公室'],
    ['事故应急救援预案，或者未', '没有演练记录', '值班室'],
  ]) {
    await officer.keyboard.press('n');
    await type(officer, '问题描述', text);
    await takeViolation(officer, '涉嫌违法行为', violation);
    await type(officer, '位置', place);
    await drop(officer, `${place}.png`);
    await send(officer, 'RecordFinding');
  }
  await officer.getByText('问题 12', { exact: true }).first().waitFor();

  await step(officer, 'GiveFeedback', () => phrase(officer, '负责人意见', '情况属实，立即改正'));
  await begin(officer, 'OrderCorrection');
  assert.match(
    await field(officer, '改正要求').inputValue(),
    /1\. 一号冲床、二号冲床/,
    'the order is composed of the findings',
  );
  await officer.getByRole('button', { name: '10 日后' }).click();
  await shot(officer, 'officer-order');
  await send(officer, 'OrderCorrection');
  await step(officer, 'SignByOfficer', () => signByHand(officer));
  const second = await sit('daoli-officer2');
  await visit(second, officer);
  await step(second, 'SignByOfficer', () => signByHand(second));
  // The colleague's signature appears by itself.
  await officer.getByRole('region', { name: '检查记录签字' }).getByText('已签字').nth(1).waitFor();
  await step(officer, 'SignByEnterprise', () => signByHand(officer));
  // Twelve findings looked at again in one form.
  await step(officer, 'Reinspect', async () => {
    await tick(officer, '已经改正');
    await phrase(officer, '复查情况', '均已改正');
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
    assert.equal(await field(officer, '名称').inputValue(), '现场检查记录');
    await tick(officer, '已主动出示执法证件');
    await tick(officer, '以合法手段取得');
  });
  await step(officer, 'VerifyEvidence', () => phrase(officer, '查证说明', '与原件、原物核对一致'));
  await step(officer, 'EndInvestigation', () => phrase(officer, '调查结论', '违法事实清楚，证据确凿'));
  await weighAll(officer);
  await step(officer, 'GiveNotice', async () => {
    await field(officer, '金额 1').waitFor();
    assert.notEqual(await field(officer, '金额 1').inputValue(), '', 'what was weighed stands there');
    await tick(officer, '已告知陈述、申辩的权利');
  });
  await step(officer, 'WaiveDefence', () => phrase(officer, '放弃的表示', '当事人书面表示放弃陈述、申辩'));
  await visit(head, officer);
  await begin(head, 'Decide');
  const check = head.getByTestId('check');
  await check.getByText(/依法/).waitFor();
  const unlawful = await check.getByText('依法不能办理').isVisible();
  if (unlawful) throw new Error(await refused(head));
  await send(head, 'Decide');
  await head
    .getByText(/应急罚〔\d{4}〕\d+号/)
    .first()
    .waitFor();

  const characters = tally.typed.join('').replaceAll('\n', '').length;
  const repeated = tally.typed.filter((text, at) => text.length > 3 && tally.typed.indexOf(text) !== at);
  assert.deepEqual(repeated, [], 'nothing is typed twice');
  assert.deepEqual(tally.again, [], 'nothing is typed that the page shows already');
  assert.equal(tally.strokes, 9, 'three signatures are really written');
  const hand = { clicks: tally.clicks + tally.drops, keys: tally.keys, characters };
  for (const [what, most] of Object.entries(kMost)) assert.ok(hand[what] <= most, `${what}: ${hand[what]} > ${most}`);
  console.log(
    JSON.stringify({
      officer_walk: {
        findings: 12,
        clicks: tally.clicks,
        drops: tally.drops,
        strokes: tally.strokes,
        keys: tally.keys,
        typed_characters: characters,
        typing_seconds: Math.round(characters / kCharactersPerSecond),
        characters_per_second: kCharactersPerSecond,
      },
    }),
  );
}

export const tests = {
  'an inspection with twelve findings up to the decision, counted': walk,
};
