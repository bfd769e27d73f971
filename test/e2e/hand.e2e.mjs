// What hands do to forms and files: drop, paste, take a photo, walk with the arrows, take back, come back after the
// browser was closed. The events are the browser's own; visible controls only.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { dropPhotos, pastePhoto, pasteText, photo } from './hand.mjs';
import { accountsOf } from './harness.mjs';
import { begin, field, named, send, signByHand, step, tick, type, visit } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const kTold = '未设置明显的安全警示标志';
const region = (page, name) => page.getByRole('region', { name, exact: true });
const dialog = (page) => page.getByRole('dialog');
const toast = (page) => page.getByRole('status');

/** An inspection of an enterprise of its own, on site, with a scheme of three items. */
async function onSite({ open, login, server }, row, words) {
  const people = accountsOf(server);
  const page = await open();
  await login(page, people['daoli-officer']);
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.locator('main tbody tr').nth(row).getByRole('link').click();
  await page.getByRole('button', { name: '开启检查' }).click();
  await type(page, '计划、任务或者线索的名称文号', words);
  await tick(page, people['daoli-officer2'].name);
  await send(page, 'OpenInspection');
  await page.waitForURL('**/inspections/*');
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  const head = await open();
  await login(head, people['daoli-head']);
  await visit(head, page);
  await begin(head, 'ApproveScheme');
  await pasteText(head, field(head, '检查内容 1'), '安全警示标志\n教育培训记录\n应急演练记录');
  await dialog(head).getByLabel('检查内容 3', { exact: true }).waitFor();
  await send(head, 'ApproveScheme');
  await head.context().close();
  await page
    .getByTestId('lawful')
    .getByRole('button', { name: named('BeginOnSite') })
    .waitFor();
  await step(page, 'BeginOnSite');
  await page.locator('ol.items > li').nth(2).waitFor();
  await page
    .getByTestId('lawful')
    .getByRole('button', { name: named('RecordFinding') })
    .waitFor();
  return page;
}

/** The first key leads to the list; arrows and letters walk, figures record, and a result is taken back. */
async function arrows(tools) {
  const page = await onSite(tools, 3, '专项检查第三十一号');
  const at = (index) =>
    page.waitForFunction((row) => document.activeElement?.matches(`ol.items > li:nth-child(${row})`), index);
  const item = (index) => page.locator('ol.items > li').nth(index - 1);
  await page.keyboard.press('1');
  await at(1);
  await page.keyboard.press('ArrowDown');
  await at(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await at(3);
  await page.keyboard.press('k');
  await at(2);
  await page.keyboard.press('ArrowUp');
  await at(1);
  await page.keyboard.press('1');
  await page.getByText('已查 1 / 3').waitFor();
  await at(2);
  await page.keyboard.press('3');
  await page.getByText('已查 2 / 3').waitFor();
  await at(3);
  await page.keyboard.press('ArrowUp');
  await at(2);
  await page.keyboard.press('1');
  await item(2).getByText('符合', { exact: true }).first().waitFor();
  await toast(page).getByRole('button', { name: '撤销' }).click();
  await item(2).getByText('不适用', { exact: true }).first().waitFor();
  // A failed item leads to its finding by itself.
  await item(3).focus();
  await page.keyboard.press('2');
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
}

async function photosOfFindings(tools) {
  const page = await onSite(tools, 4, '专项检查第三十二号');
  await page.keyboard.press('n');
  await type(page, '问题描述', kTold);
  await type(page, '位置', '一号车间');
  const zone = dialog(page).locator('.zone');
  await dropPhotos(page, zone, ['冲床.png', '通道.png']);
  await dialog(page).getByLabel('说明').nth(1).waitFor();
  await pastePhoto(zone, '粘贴.png');
  await dialog(page).getByLabel('说明').nth(2).waitFor();
  assert.equal(await zone.locator('img').count(), 3, 'dropped and pasted, each is seen at once');
  await send(page, 'RecordFinding');
  // Small pictures in the list; one is looked at in place, the arrows lead to the next.
  const thumbs = region(page, '发现的问题').locator('.thumbs button');
  await thumbs.nth(2).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.thumbs button:enabled').length === 3);
  await thumbs.first().focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: '查看照片' });
  await viewer.getByText('1 / 3').waitFor();
  await page.keyboard.press('ArrowRight');
  await viewer.getByText('2 / 3').waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'a picture in place');
  await page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });

  // The same elsewhere: everything is there but the place.
  await page.getByRole('button', { name: '复制到其他位置：问题 1' }).click();
  assert.equal(await field(page, '问题描述').inputValue(), kTold);
  assert.equal(await field(page, '位置').inputValue(), '');
  await type(page, '位置', '二号车间');
  await pasteText(page, field(page, '同样问题的其他位置'), '三号车间\n四号车间');
  await dialog(page).getByText('将登记 3 条问题').waitFor();
  await send(page, 'RecordFinding');
  await page.getByText('问题 4', { exact: true }).first().waitFor();
  // Taken back before anything is signed: the four words say what has become of it.
  await toast(page).getByRole('button', { name: '撤销' }).click();
  await toast(page).getByText('已撤销 3 条问题登记').waitFor();
  await page.waitForFunction(() => document.body.innerText.split('已撤销登记').length === 4);
}

/** When a batch or its undoing breaks off in the middle, the desk says exactly how far it came. */
async function honest(tools) {
  const page = await onSite(tools, 5, '专项检查第三十三号');
  await page.keyboard.press('n');
  await type(page, '问题描述', kTold);
  await type(page, '位置', '一号仓库');
  await pasteText(page, field(page, '同样问题的其他位置'), '二号仓库\n三号仓库');
  const once = (kind, after) => {
    let seen = 0;
    return page.route(`**/api/command/${kind}`, (route) => ((seen += 1) > after ? route.abort() : route.continue()));
  };
  await once('RecordFinding', 1);
  await dialog(page).getByRole('button', { name: '提交' }).click();
  await page
    .getByTestId('halfway')
    .getByText('已办理：一号仓库。没有办理：二号仓库、三号仓库。', { exact: false })
    .waitFor();
  assert.equal(await field(page, '位置').inputValue(), '二号仓库', 'what was taken has left the form');
  await page.unroute('**/api/command/RecordFinding');
  await page.getByText('问题 1', { exact: true }).first().waitFor();
  await send(page, 'RecordFinding');
  await page.getByText('问题 3', { exact: true }).first().waitFor();
  assert.equal(await page.getByText('问题 4', { exact: true }).count(), 0, 'nothing twice');
  await once('WithdrawFinding', 1);
  await toast(page).getByRole('button', { name: '撤销' }).click();
  await toast(page).getByText('已撤销 1 条；没有撤销：').waitFor();
  await page.unroute('**/api/command/WithdrawFinding');
  await page.waitForFunction(() => document.body.innerText.split('已撤销登记').length === 2);
}

/** Several files let go over the board: a form each, and what one said goes over to the next. */
async function board({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('link', { name: '行政处罚案件', exact: true }).click();
  await page.getByRole('button', { name: '调查取证', exact: true }).click();
  await page.waitForURL(/status=investigating/);
  await page.getByRole('row').nth(1).getByRole('link').click();
  const place = page.getByTestId('evidence-board');
  await place.waitFor();
  const before = await place.locator('.piece').count();
  await dropPhotos(page, place, ['配电箱.png', '灭火器.png']);
  await dialog(page).getByText('第 1 / 2 份').waitFor();
  assert.equal(await field(page, '名称').inputValue(), '配电箱');
  await tick(page, '已主动出示执法证件');
  await tick(page, '以合法手段取得');
  await dialog(page).getByRole('button', { name: '提交' }).click();
  await dialog(page).getByText('第 2 / 2 份').waitFor();
  assert.equal(await field(page, '名称').inputValue(), '灭火器');
  await send(page, 'CollectEvidence');
  await page.waitForFunction((count) => document.querySelectorAll('.piece').length === count, before + 2);
  await place.getByRole('button', { name: '查看：配电箱' }).click();
  await page.getByRole('dialog', { name: '查看照片' }).getByText('配电箱').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '查看照片' }).waitFor({ state: 'detached' });
  assert.deepEqual(await seriousFindings(page), [], 'the board');

  // Pasted on the board; and one that is given up says what was left.
  await place.focus();
  await pastePhoto(place, '门牌.png');
  await dialog(page).getByRole('button', { name: '取消' }).click();
  await toast(page).getByText('门牌 还没有登记').waitFor();
}

/** With a touch screen the camera is asked for the photo. */
async function camera(tools) {
  const page = await onSite(tools, 6, '专项检查第三十四号');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setEmulatedMedia', { features: [{ name: 'pointer', value: 'coarse' }] });
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.keyboard.press('n');
  const input = dialog(page).locator('input[type="file"][capture]');
  await input.waitFor({ state: 'attached' });
  assert.equal(await input.getAttribute('accept'), 'image/*');
  const chooser = page.waitForEvent('filechooser');
  await input.click();
  await (await chooser).setFiles({ name: '拍下.png', mimeType: 'image/png', buffer: photo('拍下') });
  await dialog(page).getByLabel('说明').waitFor();
}

/** A window that was closed: what was typed and written is there again, until it is sent or dropped on the way out. */
async function closed(tools) {
  const { server, login } = tools;
  let page = await onSite(tools, 7, '专项检查第三十五号');
  const context = page.context();
  const address = page.url();
  await page.keyboard.press('1');
  for (const done of [1, 2, 3]) {
    await page.keyboard.press('1');
    await page.getByText(`已查 ${done} / 3`).waitFor();
  }
  await page.keyboard.press('n');
  await type(page, '问题描述', '配电箱没有上锁');
  await page.keyboard.press('Escape');
  await step(page, 'GiveFeedback', () => field(page, '负责人意见').fill('情况属实'));
  await begin(page, 'SignByOfficer');
  await signByHand(page);
  await page.getByRole('img', { name: /已书写/ }).waitFor();
  await page.close();

  page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await begin(page, 'SignByOfficer');
  await page.getByRole('img', { name: /已书写/ }).waitFor();
  await send(page, 'SignByOfficer');
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')));
  assert.ok(!(await kept()).some((key) => key.includes('SignByOfficer')), 'what was sent is not kept');
  assert.ok((await kept()).length > 0, 'what was not sent is');

  await page.getByRole('button', { name: '退出登录' }).click();
  const asked = page.getByRole('dialog', { name: '退出登录' });
  await asked.getByText('没有提交的内容').waitFor();
  await asked.getByRole('button', { name: '清除并退出' }).click();
  await page.getByLabel('密码').waitFor();
  assert.deepEqual(await kept(), []);
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('密码').waitFor(); // nothing to ask about
}

/** Rows out of a spreadsheet become parties and charges, a column of names ticks its officers. */
async function lists({ page, login, server }) {
  const people = accountsOf(server);
  await login(page, people['daoli-head']);
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.locator('main tbody tr').nth(8).getByRole('link').click();
  await page.getByRole('button', { name: '直接立案' }).click();
  await dialog(page).waitFor();
  await pasteText(page, field(page, '单位名称'), '示范甲木业有限公司\t91230102MA0000001X\n孙辛九\t230102198001010014');
  await dialog(page).getByText('当事人 3', { exact: true }).waitFor();
  assert.equal(await dialog(page).getByLabel('姓名', { exact: true }).inputValue(), '孙辛九');
  await dialog(page).getByRole('button', { name: '添加违法行为' }).click();
  await pasteText(
    page,
    dialog(page).getByLabel('违法事实').first(),
    '未设置警示标志\t2026-10-08\t2026-10-09\n没有演练记录\t20261010\n',
  );
  await dialog(page).getByText('违法行为 2', { exact: true }).waitFor();
  assert.equal(await dialog(page).getByLabel('违法事实').nth(1).inputValue(), '没有演练记录');
  const named = dialog(page).getByLabel('按姓名勾选调查人员');
  await pasteText(page, named, `${people['daoli-officer'].name}\n${people['daoli-officer2'].name}\n查无此人`);
  await dialog(page).getByText('没有找到：查无此人').waitFor();
  for (const who of ['daoli-officer', 'daoli-officer2'])
    assert.ok(await dialog(page).getByRole('checkbox', { name: people[who].name }).isChecked(), who);
}

export const tests = {
  'the checklist by keys alone, and a result taken back': arrows,
  'photos dropped and pasted, seen small and large; a finding copied elsewhere and taken back': photosOfFindings,
  'a batch that breaks off says how far it came, and so does its undoing': honest,
  'several files on the evidence board, a form each': board,
  'a photo by the camera': camera,
  'a closed window loses nothing, and the way out asks': closed,
  'rows out of a spreadsheet': lists,
};
