// Finding a violation by what is seen: the picker under a person's hands, and the two places that answer it.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';
import { begin, field, send, tick, type } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const kFirst = '对应的违法行为 1';
const shown = (page) => page.getByRole('option').filter({ visible: true });

/** The scheme of a new inspection, open before the head who approves it. */
async function scheme({ open, login, server }) {
  const people = accountsOf(server);
  const officer = await open();
  await login(officer, people['daoli-officer']);
  await officer.getByRole('link', { name: '企业台账', exact: true }).click();
  await officer.getByRole('row').nth(2).getByRole('link').click();
  await officer.getByRole('button', { name: '开启检查' }).click();
  await type(officer, '计划、任务或者线索的名称文号', '专项检查第九号');
  await tick(officer, people['daoli-officer2'].name);
  await send(officer, 'OpenInspection');
  await officer.waitForURL('**/inspections/*');
  const head = await open();
  await login(head, people['daoli-head']);
  await head.goto(officer.url());
  await begin(head, 'ApproveScheme');
  return head;
}

async function byWords(world) {
  const page = await scheme(world);
  const box = field(page, kFirst);
  await box.focus();
  await page.keyboard.type('两名焊工没有证件就在动火');
  const first = shown(page).first();
  await first.getByText('安全生产法 第九十七条第七项').waitFor();
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
  assert.match(await first.innerText(), /特种作业人员.*\n?.*违反：安全生产法 第三十条/s);
  await page.keyboard.press('Enter');
  await page.getByText('特种作业人员未按规定培训取证即上岗').filter({ visible: true }).first().waitFor();

  // What the department does not punish is told, and cannot be chosen.
  await box.focus();
  await page.keyboard.type('居民楼内非法储存汽油，存在现实危险');
  const handed = shown(page).filter({ hasText: '依法移送' }).first();
  await handed.waitFor();
  assert.equal(await handed.getAttribute('aria-disabled'), 'true');

  await box.fill('第一百零二条');
  await shown(page).filter({ hasText: '安全生产法 第一百零二条' }).first().waitFor();
  await box.fill('〇〇〇〇');
  await page.getByText('没有匹配的违法行为').filter({ visible: true }).waitFor();
}

/** What is already written is a question too. */
async function byWhatIsWritten(world) {
  const page = await scheme(world);
  await type(page, '检查内容 1', '车间疏散通道堆放杂物，安全出口上锁');
  await field(page, kFirst).click();
  await shown(page).first().getByText('安全生产法 第一百零五条第二项').waitFor();
}

/** The core in the browser and the server give the same list; with the core there, the server is not asked. */
async function sameInBothPlaces(world) {
  const page = await scheme(world);
  const asked = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/law/match')) asked.push(request.url());
  });
  const text = '气瓶和油漆一起存放在车间，没有专用仓库';
  const box = field(page, kFirst);
  await box.focus();
  await page.keyboard.type(text);
  await shown(page).first().getByText('危险化学品安全管理条例 第八十条').waitFor();
  const listed = (await shown(page).allInnerTexts()).map((line) => line.split('\n')[0].trim());
  assert.deepEqual(asked, [], 'the form has the core loaded, which answers');
  const served = await page.evaluate(async (words) => {
    const answer = await fetch(`/api/law/match?top=12&text=${encodeURIComponent(words)}`);
    return (await answer.json()).rows.map((row) => row.title);
  }, text);
  assert.deepEqual(listed, served);
}

/** A scheme is filled from the lists of the enterprise's trade; what was typed stays, and everything can be edited. */
async function fromAChecklist(world) {
  const page = await scheme(world);
  await type(page, '检查内容 1', '上次检查的问题是否已经改正');
  const lists = page.getByRole('group', { name: '检查清单' });
  const general = lists.getByRole('button', { name: /^按通用清单填入/ }).first();
  await general.waitFor();
  await lists
    .getByRole('button', { name: /^只填重点事项/ })
    .last()
    .click();
  const told = await lists.getByRole('status').innerText();
  const key = Number(/已填入 (\d+) 项/.exec(told)?.[1]);
  const items = page.getByRole('textbox', { name: /^检查内容 \d+$/ });
  assert.ok(key > 0);
  assert.equal(await items.count(), key + 1);
  assert.equal(await items.first().inputValue(), '上次检查的问题是否已经改正');
  // The whole list brings what is not there yet.
  const all = Number(/（(\d+) 项）/.exec(await general.innerText())?.[1]);
  await general.click();
  assert.equal(await items.count(), all + 1);
  await general.click();
  await lists.getByText('清单里的检查项都已经有了').waitFor();
  await items.nth(1).fill('改写过的检查项');
  assert.deepEqual(await seriousFindings(page), []);
  await send(page, 'ApproveScheme');
  await page.getByText('改写过的检查项').first().waitFor();
}

/** Without the module the desk still finds: the server answers. */
async function withoutTheModule({ open, login, server }) {
  const page = await scheme({
    open: async () => {
      const fresh = await open();
      await fresh.route('**/core.wasm', (route) => route.abort());
      return fresh;
    },
    login,
    server,
  });
  await field(page, kFirst).focus();
  await page.keyboard.type('灭火器过期');
  await shown(page).first().waitFor();
  page.troubles.length = 0; // the blocked module is reported by the browser
}

export const tests = {
  'a violation is found by everyday words, with the keyboard alone': byWords,
  'what is written already is looked for': byWhatIsWritten,
  'browser and server answer alike': sameInBothPlaces,
  'a scheme is filled from a checklist of the trade': fromAChecklist,
  'without the module the server answers': withoutTheModule,
};
