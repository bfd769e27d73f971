// Every page of the desk as the guide shows it: the pictures of docs/guide are made here on the clock of one day and
// held against those of the repository, each page is looked at by axe, and none scrolls sideways. How to renew:
// pictures.mjs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { seriousFindings } from './axe.mjs';
import { dropPhotos } from './hand.mjs';
import { accountsOf, root } from './harness.mjs';
import { begin, named, phrase, send, signByHand, step, takeViolation, tick, type, visit } from './loop.steps.mjs';
import { difference, environment as onOneDay, made, onThatDay, picture as hold } from './pictures.mjs';

export const options = { demo: ['--small'] };
export const environment = onOneDay();

const kWindow = { width: 1360, height: 820 };

async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(
    () =>
      !document.querySelector('main [aria-busy="true"]') &&
      document
        .getAnimations()
        .every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity),
  );
}

/** A page on that day, of the size of the guide's pictures. */
async function guided(open, size = kWindow) {
  const page = await onThatDay(await open());
  await page.setViewportSize(size);
  return page;
}

/** Holds what the page shows against the picture of the repository. */
async function picture(page, name) {
  const blank = await page.context().newPage();
  await settle(page);
  await hold(page, blank, name);
  await blank.close();
}

/** Looks at a page: nothing serious for axe, nothing wider than the window. */
async function look(page, what) {
  await settle(page);
  assert.deepEqual(await seriousFindings(page), [], what);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${what} scrolls sideways by ${over} px at ${page.viewportSize().width} px`);
}

async function visitAll({ open, login, server }) {
  const people = accountsOf(server);
  const page = await guided(open);
  await page.goto('/login');
  await page.getByLabel('账号').waitFor();
  await look(page, 'login');

  await login(page, people['daoli-head']);
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await look(page, 'workbench');
  await picture(page, 'workbench');
  await page.getByRole('button', { name: '负荷' }).click();
  await page.getByRole('region', { name: '按人员' }).getByRole('row').nth(1).waitFor();
  await look(page, 'load');
  await picture(page, 'load');

  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByRole('row').nth(3).waitFor();
  await look(page, 'ledger');
  await picture(page, 'ledger');

  await page.getByRole('link', { name: '行政处罚案件', exact: true }).click();
  // An ordinary procedure on its way shows more than one that was decided on the spot.
  await page.getByRole('button', { name: '已告知', exact: true }).click();
  await page.waitForURL(/status=notified/);
  await page.getByRole('row').nth(1).waitFor();
  await look(page, 'cases');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByTestId('done').waitFor();
  await look(page, 'case');
  await picture(page, 'case');
  await page.getByRole('link', { name: '裁量与计算' }).click();
  await page.getByText('法定幅度').first().waitFor();
  await look(page, 'penalty');
  await picture(page, 'penalty');
  await page.goBack();
  await page.getByRole('region', { name: '时间线' }).getByRole('link').first().click();
  await page.getByText('已在本机验证').waitFor();
  await page.getByText('检查点签名有效').waitFor();
  await look(page, 'journal');
  await picture(page, 'journal');
}

async function visitFiles({ open, login, server }) {
  const people = accountsOf(server);
  const page = await guided(open);
  await login(page, people['daoli-officer']);
  await page.getByRole('link', { name: '执法检查', exact: true }).click();
  await page.getByRole('button', { name: '整改复查', exact: true }).click();
  await page.getByRole('row').filter({ hasText: '整改复查' }).nth(0).waitFor();
  await look(page, 'inspections');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await look(page, 'inspection');
  await picture(page, 'inspection');
  await page.locator('h1').getByRole('link').click();
  await page.getByRole('heading', { name: '可以办理' }).waitFor();
  await look(page, 'dossier');
  await picture(page, 'dossier');
  const tablet = await guided(open, { width: 820, height: 1180 });
  await login(tablet, people['daoli-officer']);
  await tablet.getByRole('heading', { name: '工作台' }).waitFor();
  await tablet.locator('[id^="work-"]').first().waitFor();
  await look(tablet, 'workbench on a tablet');
  await picture(tablet, 'tablet');
  await tablet.locator('[id^="work-"]').first().getByRole('button').click();
  await tablet.getByRole('heading', { name: '下一步' }).waitFor();
  await look(tablet, 'a file on a tablet');
}

async function visitLeaders({ open, login, server }) {
  const people = accountsOf(server);
  const leader = await guided(open);
  await login(leader, people['harbin-head']);
  await leader.getByRole('link', { name: '数据', exact: true }).click();
  await leader.getByRole('row').nth(2).waitFor();
  await leader.locator('svg').first().waitFor();
  await look(leader, 'figures');
  await picture(leader, 'figures');
  const admin = await guided(open);
  await login(admin, people['province-admin']);
  await admin.getByRole('link', { name: '系统管理' }).click();
  await admin.getByRole('row').nth(3).waitFor();
  await look(admin, 'admin');
  await picture(admin, 'admin');
  await admin.getByRole('button', { name: '机构', exact: true }).click();
  await admin.getByRole('row').nth(3).waitFor();
  await look(admin, 'bodies');
  await admin.getByRole('button', { name: '账号', exact: true }).click();
  await admin.getByTestId('accounts').getByRole('row').nth(3).waitFor();
  await look(admin, 'accounts');
  await admin.getByRole('button', { name: '任务', exact: true }).click();
  await admin.getByRole('heading', { name: '台账导入、导出' }).waitFor();
  await look(admin, 'jobs');
  await admin.getByRole('button', { name: '运行状况', exact: true }).click();
  await admin.getByText('已载入，可离线检核').waitFor();
  await look(admin, 'health');
  const registrar = await guided(open);
  await login(registrar, people['province-registrar']);
  await registrar.getByRole('link', { name: '台账导入' }).first().click();
  await registrar.getByRole('heading', { name: '台账导入' }).waitFor();
  await look(registrar, 'imports');
  const rows = ['序号,全称,统一社会信用代码,住所,成立日期'];
  for (let at = 1; at <= 6; at += 1) rows.push(`${at},双城区示范${at}厂,,哈尔滨市双城区承旭街${at}号,2020-05-0${at}`);
  await registrar.getByLabel('把 CSV 或 XLSX 文件拖到这里').setInputFiles({
    name: '双城区企业.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  });
  await registrar.getByText('双城区示范1厂').waitFor();
  await look(registrar, 'import wizard');
  await picture(registrar, 'import');
}

/** The tour of the guide, as it is written there, on an inspection of its own. */
async function tour({ open, login, server }) {
  const people = accountsOf(server);
  const officer = await guided(open);
  await login(officer, people['daoli-officer']);
  await officer.getByRole('heading', { name: '下一步' }).waitFor();
  await officer.keyboard.press('/');
  await officer.keyboard.type('木业');
  await officer.getByRole('option').filter({ hasText: '木业' }).first().waitFor();
  await picture(officer, 'tour-search');
  await officer.keyboard.press('ArrowDown');
  await officer.keyboard.press('Enter');
  await officer.getByRole('button', { name: '开启检查' }).click();
  await type(officer, '计划、任务或者线索的名称文号', '年度监督检查计划第三项');
  await officer.getByTestId('check').getByText('依法不能办理').waitFor();
  await officer.getByTestId('refused').scrollIntoViewIfNeeded();
  await look(officer, 'a form that is unlawful as it stands');
  await picture(officer, 'check');
  await tick(officer, people['daoli-officer2'].name);
  await send(officer, 'OpenInspection');
  await officer.waitForURL('**/inspections/*');
  const name = await officer.locator('h1').getByRole('link').innerText();

  const head = await guided(open);
  await login(head, people['daoli-head']);
  await head
    .locator('[id^="work-"]')
    .filter({ hasText: named('ApproveScheme') })
    .filter({ hasText: name })
    .last()
    .getByRole('button')
    .click();
  await head.getByText('年度监督检查计划第三项').first().waitFor();
  await picture(head, 'tour-approve');
  await begin(head, 'ApproveScheme');
  await head.getByRole('button', { name: '沿用最近一次检查的方案' }).click();
  await head.getByRole('dialog').getByLabel('检查内容 2', { exact: true }).waitFor();
  await send(head, 'ApproveScheme');

  await officer
    .getByTestId('lawful')
    .getByRole('button', { name: named('BeginOnSite') })
    .waitFor();
  await step(officer, 'BeginOnSite');
  const items = officer.locator('ol.items > li');
  await items.first().waitFor();
  await officer.keyboard.press('1');
  for (const [at, key] of ['1', '1', '3'].entries()) {
    await officer.keyboard.press(key);
    await officer.getByText(`已查 ${at + 1} /`).waitFor();
  }
  await picture(officer, 'tour-checklist');
  // What was not looked at would need its reason at the signature.
  const all = await items.count();
  for (let done = 3; done < all; done += 1) {
    await officer.keyboard.press('1');
    await officer.getByText(`已查 ${done + 1} /`).waitFor();
  }
  await officer.keyboard.press('n');
  await type(officer, '问题描述', '未设置明显的安全警示标志');
  await takeViolation(officer, '涉嫌违法行为', '没有明显的安全警示标志');
  await type(officer, '位置', '一号冲床');
  await type(officer, '同样问题的其他位置', '二号冲床\n三号冲床');
  await dropPhotos(officer, officer.getByRole('dialog').locator('.zone'), ['一号冲床.png']);
  await officer.getByRole('dialog').getByLabel('说明').waitFor();
  await officer.getByTestId('check').getByText('依法可以办理').waitFor();
  await picture(officer, 'tour-copies');
  await send(officer, 'RecordFinding');
  await officer.getByText('问题 3', { exact: true }).first().waitFor();
  await officer
    .getByRole('region', { name: '发现的问题' })
    .scrollIntoViewIfNeeded()
    .catch(() => {});
  await step(officer, 'GiveFeedback', () => phrase(officer, '负责人意见', '情况属实，立即改正'));
  await step(officer, 'OrderCorrection', () => officer.getByRole('button', { name: '10 日后' }).click());
  await begin(officer, 'SignByOfficer');
  await signByHand(officer);
  await picture(officer, 'signature');
  await send(officer, 'SignByOfficer');
  await officer.getByTestId('documents').getByRole('button', { name: /^预览/ }).first().click();
  await officer.getByTestId('document').waitFor();
  await officer.waitForLoadState('networkidle');
  await look(officer, 'an open document');
  await picture(officer, 'document');
  await officer.keyboard.press('Escape');
  await officer.getByRole('dialog').waitFor({ state: 'detached' });

  // The head makes a case of it, with all that is known; each of its entries proves itself.
  await visit(head, officer);
  await head.getByRole('button', { name: '从问题立案' }).click();
  await head.getByRole('dialog').getByText('违法事实').first().waitFor();
  await look(head, 'a case that is about to be filed');
  await send(head, 'FileCase');
  await head.waitForURL('**/cases/*');
  await head.getByTestId('lawful').waitFor();
  await visit(officer, head);
  await step(officer, 'CollectEvidence', async () => {
    await tick(officer, '已主动出示执法证件');
    await tick(officer, '以合法手段取得');
  });
  await officer.getByRole('region', { name: '时间线' }).getByRole('link').last().click();
  await officer.getByTestId('verdict').getByText('已在本机验证').waitFor();
}

async function visitReviewer({ open, login, server }) {
  const people = accountsOf(server);
  const page = await guided(open);
  await login(page, people['province-reviewer']);
  await page.getByRole('link', { name: '裁量基准', exact: true }).click();
  await page.getByRole('row').nth(3).waitFor();
  await look(page, 'benchmarks');
  await page.getByRole('link', { name: '安全生产教育培训', exact: true }).click();
  await page.getByTestId('lawful').getByRole('button', { name: '起草裁量基准' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill('细化未培训人数的档次');
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await page.getByTestId('save-draft').waitFor();
  const cell = page.getByTestId('dmn').locator('tbody tr').nth(6).locator('td.cell').first();
  await cell.waitFor();
  await cell.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('> 30');
  await page.getByTestId('proof').getByText('空档').waitFor();
  // What the table editor leaves to be wished for is told by benchmark.e2e.mjs.
  await settle(page);
  await picture(page, 'benchmark');

  await page.getByRole('link', { name: '全部裁量基准' }).click();
  await page.getByRole('link', { name: '包容免罚清单' }).click();
  await page.getByTestId('lawful').getByRole('button', { name: '起草裁量清单' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill('按新要求清理');
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await page.getByTestId('save-draft').waitFor();
  const entry = page.getByTestId('entries').locator('tbody tr').first();
  await entry.getByRole('button', { name: /^修改：/ }).click();
  const form = page.getByRole('dialog', { name: '修改' });
  await form.getByText('及时改正').click();
  await form.getByRole('button', { name: '放入草案' }).click();
  await page.getByTestId('faults').getByText('免罚条件少于法律规定').waitFor();
  await look(page, 'a list that is being changed');
  await picture(page, 'regulation');
}

async function help({ page }) {
  await page.goto('/help');
  await page.getByRole('heading', { name: '使用指南' }).waitFor();
  await look(page, 'help');
  const links = page.getByRole('navigation', { name: '目录' }).locator('a[href*="/help"]');
  const followed = new Set();
  for (let at = 0; at < (await links.count()); at += 1) {
    await links.nth(at).click();
    const title = await links.nth(at).innerText();
    await page.getByRole('article').getByRole('heading', { level: 1, name: title }).waitFor();
    const pictures = await page.getByRole('article').getByRole('img').all();
    for (const one of pictures) assert.match(await one.getAttribute('src'), /^(\/assets\/|data:)/, title);
    // Every link of the text leads to a page of the guide.
    const inText = page.getByRole('article').getByRole('link');
    for (const href of new Set(await inText.evaluateAll((all) => all.map((one) => one.getAttribute('href'))))) {
      if (followed.has(href)) continue;
      followed.add(href);
      assert.match(href, /^\/help\/[\w-]+$/, `a link of ${title}`);
      await page.getByRole('article').locator(`a[href="${href}"]`).first().click();
      await page.waitForURL(`**${href}`);
      await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
      await page.goBack();
      await page.getByRole('article').getByRole('heading', { level: 1, name: title }).waitFor();
    }
  }
  const named = fs
    .readdirSync(path.join(root, 'docs/guide'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => fs.readFileSync(path.join(root, 'docs/guide', name), 'utf8'))
    .flatMap((text) => [...text.matchAll(/image\/([\w-]+\.jpg)/g)])
    .map((found) => found[1]);
  assert.deepEqual([...new Set(named)].sort(), [...made].sort(), 'the pictures of the guide are those made here');
}

/** A check that cannot fail is none: another page is another picture, the same page is the same. */
async function unlike({ open, login, server }) {
  const page = await guided(open);
  await login(page, accountsOf(server)['daoli-head']);
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await settle(page);
  const shot = () => page.screenshot({ type: 'jpeg', quality: 70, animations: 'disabled' });
  const first = await shot();
  const again = await shot();
  await page.addStyleTag({ content: '.desk { grid-template-columns: minmax(0, 1fr) 340px !important; }' });
  const moved = await shot();
  const blank = await page.context().newPage();
  assert.ok((await difference(blank, first, again)) < 0.005, 'the same page is the same picture');
  assert.ok((await difference(blank, first, moved)) > 0.03, 'a page whose columns changed is another one');
}

export const tests = {
  'pictures are told apart by their layout': unlike,
  'workbench, ledger, case, proof': visitAll,
  'inspection, dossier, a form, a tablet': visitFiles,
  'figures, administration, imports': visitLeaders,
  'a discretion table': visitReviewer,
  'the tour of the guide': tour,
  'help shows every page and every picture': help,
};
