// Every page of the desk as the guide shows it: the pictures of docs/guide are made here, each page is looked at by
// axe, and none scrolls sideways. With XIEZHI_GUIDE=1 the pictures go to docs/guide/image.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { accountsOf, root } from './harness.mjs';
import { seriousFindings } from './axe.mjs';
import { begin, type } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const kPictures = path.join(root, 'docs/guide/image');
const folder = process.env.XIEZHI_GUIDE ? kPictures : path.join(root, 'test-results/guide');
const kMostBytes = 200_000;
const made = new Set();

async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}

async function picture(page, name) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.jpg`);
  await page.screenshot({ path: file, type: 'jpeg', quality: 80 });
  made.add(`${name}.jpg`);
  assert.ok(fs.statSync(file).size < kMostBytes, `${name}.jpg is smaller than ${kMostBytes} bytes`);
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
  const page = await open();
  await page.setViewportSize({ width: 1360, height: 820 });
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
  await page.getByRole('button', { name: '已送达', exact: true }).click();
  await page.getByRole('row').nth(1).waitFor();
  await look(page, 'cases');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
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
  const page = await open();
  await page.setViewportSize({ width: 1360, height: 820 });
  await login(page, people['daoli-officer']);
  await page.getByRole('link', { name: '执法检查', exact: true }).click();
  await page.getByRole('button', { name: '整改复查', exact: true }).click();
  await page.getByRole('row').nth(1).waitFor();
  await look(page, 'inspections');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await look(page, 'inspection');
  await picture(page, 'inspection');
  await page.locator('h1').getByRole('link').click();
  await page.getByRole('heading', { name: '可以办理' }).waitFor();
  await look(page, 'dossier');
  await picture(page, 'dossier');
  await page.getByRole('button', { name: '开启检查' }).click();
  await type(page, '计划、任务或者线索的名称文号', '年度监督检查计划第三项');
  await page.getByTestId('check').getByText('依法不能办理').waitFor();
  await page.getByTestId('refused').scrollIntoViewIfNeeded();
  await look(page, 'a form that is unlawful as it stands');
  await picture(page, 'check');

  const tablet = await open();
  await tablet.setViewportSize({ width: 820, height: 1180 });
  await login(tablet, people['daoli-officer']);
  await tablet.getByRole('heading', { name: '工作台' }).waitFor();
  await tablet.locator('[id^="work-"]').first().waitFor();
  await look(tablet, 'workbench on a tablet');
  await picture(tablet, 'tablet');
  await tablet.locator('[id^="work-"]').first().getByRole('button').click();
  await tablet.getByRole('heading', { name: '下一步' }).waitFor();
  await look(tablet, 'a file on a tablet');
  for (const width of [1280, 2560]) {
    await tablet.setViewportSize({ width, height: 900 });
    for (const place of ['/', '/ledger', '/figures', '/inspections']) {
      await tablet.goto(place);
      await look(tablet, `${place} at ${width}`);
    }
  }
}

async function visitLeaders({ open, login, server }) {
  const people = accountsOf(server);
  const leader = await open();
  await leader.setViewportSize({ width: 1360, height: 820 });
  await login(leader, people['harbin-head']);
  await leader.getByRole('link', { name: '数据', exact: true }).click();
  await leader.getByRole('row').nth(2).waitFor();
  await leader.locator('svg').first().waitFor();
  await look(leader, 'figures');
  await picture(leader, 'figures');
  const admin = await open();
  await admin.setViewportSize({ width: 1360, height: 820 });
  await login(admin, people['province-admin']);
  await admin.getByRole('link', { name: '系统管理' }).click();
  await admin.getByRole('row').nth(3).waitFor();
  await look(admin, 'admin');
  await picture(admin, 'admin');
  await admin.getByRole('button', { name: '机构', exact: true }).click();
  await admin.getByRole('row').nth(3).waitFor();
  await look(admin, 'bodies');
  await admin.getByRole('button', { name: '运行状况', exact: true }).click();
  await admin.getByText('已载入，可离线检核').waitFor();
  await look(admin, 'health');
  const registrar = await open();
  await login(registrar, people['province-registrar']);
  await registrar.getByRole('link', { name: '台账导入' }).first().click();
  await registrar.getByRole('heading', { name: '台账导入' }).waitFor();
  await look(registrar, 'imports');
}

async function help({ page }) {
  await page.goto('/help');
  await page.getByRole('heading', { name: '使用指南' }).waitFor();
  await look(page, 'help');
  const links = page.getByRole('navigation', { name: '目录' }).getByRole('link');
  for (let at = 0; at < (await links.count()); at += 1) {
    await links.nth(at).click();
    const title = await links.nth(at).innerText();
    await page.getByRole('article').getByRole('heading', { level: 1, name: title }).waitFor();
    const pictures = await page.getByRole('article').getByRole('img').all();
    for (const one of pictures) assert.match(await one.getAttribute('src'), /^(\/assets\/|data:)/, title);
  }
  const named = fs
    .readdirSync(path.join(root, 'docs/guide'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => fs.readFileSync(path.join(root, 'docs/guide', name), 'utf8'))
    .flatMap((text) => [...text.matchAll(/image\/([\w-]+\.jpg)/g)])
    .map((found) => found[1]);
  assert.deepEqual([...new Set(named)].sort(), [...made].sort(), 'the pictures of the guide are those made here');
}

export const tests = {
  'workbench, ledger, case, proof': visitAll,
  'inspection, dossier, a form, a tablet': visitFiles,
  'figures, administration, imports': visitLeaders,
  'help shows every page and every picture': help,
};
