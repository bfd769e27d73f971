// Pages as they are worked with: by keys alone and after a reload, with two people at once, documents and articles
// beside them, entries in words. What holds of every page alike: grid.e2e.mjs.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';
import { field, named, send, step, tick, type } from './loop.steps.mjs';
import { firstOf, listOf, rowOf } from './places.mjs';

export const options = { demo: ['--small'] };

/** Keys alone: down a list, into a file, to its neighbour; through places; through entries; and a reload in between. */
async function keys({ open, login, server }) {
  const people = accountsOf(server);
  const page = await open();
  await login(page, people['daoli-officer']);
  await page.goto('/inspections?status=correcting');
  await rowOf(page).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/inspections/*');
  const first = page.url();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await page.keyboard.press(']');
  await page.waitForURL((url) => url.href !== first);
  await page.reload();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await page.keyboard.press('[');
  await page.waitForURL(first);

  await page.goto(`/journal/inspection/${first.split('/').at(-1)}/1`);
  await page.getByTestId('verdict').getByText('已在本机验证').waitFor();
  await page.keyboard.press(']');
  await page.waitForURL('**/2');
  await page.reload();
  await page.getByTestId('verdict').getByText('已在本机验证').waitFor();

  const leader = await open();
  await login(leader, people['harbin-head']);
  await leader.goto('/figures');
  await rowOf(leader, 2).waitFor();
  await leader.getByRole('button', { name: '罚没款', exact: false }).first().focus();
  await leader.keyboard.press('Enter');
  await leader.waitForURL(/measure=fine_fen/);
  await leader.reload();
  await rowOf(leader, 2).waitFor();
  assert.equal(
    await leader.getByRole('button', { name: '罚没款', exact: false }).first().getAttribute('aria-pressed'),
    'true',
    'what was looked at stays',
  );

  const admin = await open();
  await login(admin, people['province-admin']);
  await admin.goto('/admin');
  await admin.getByRole('button', { name: '机构', exact: true }).focus();
  await admin.keyboard.press('Enter');
  await rowOf(admin, 3).waitFor();
  await admin.reload();
  await admin.waitForURL(/tab=bodies/);
  await admin.goto('/help');
  await admin.getByRole('navigation', { name: '目录' }).getByRole('link').nth(1).focus();
  await admin.keyboard.press('Enter');
  await admin.waitForURL('**/help/*');
  const title = await admin.getByRole('article').getByRole('heading', { level: 1 }).innerText();
  await admin.reload();
  await admin.getByRole('article').getByRole('heading', { level: 1, name: title }).waitFor();
}

/** What one does, the other's page shows by itself: lists, the amounts of a case, an officer's certificate. */
async function together({ open, login, server }) {
  const people = accountsOf(server);
  const one = await open();
  await login(one, people['daoli-officer']);
  const other = await open();
  await login(other, people['daoli-officer2']);
  await other.goto('/inspections?status=opened');
  await other.getByRole('heading', { name: '执法检查' }).waitFor();
  await one.goto('/ledger');
  await rowOf(one, 2).getByRole('link').click();
  await one.getByRole('button', { name: '开启检查' }).click();
  await type(one, '计划、任务或者线索的名称文号', '联合检查第二号');
  await tick(one, people['daoli-officer2'].name);
  await send(one, 'OpenInspection');
  await one.waitForURL('**/inspections/*');
  const path = new URL(one.url()).pathname;
  await other.locator(`a[href="${path}"]`).first().waitFor({ timeout: 15_000 });

  const served = await firstOf(one, 'case', '已送达');
  await other.goto(`${served}/penalty`);
  await other.getByRole('heading', { name: '裁量与计算' }).waitFor();
  const before = await other.locator('main').innerText();
  const pay = one.getByTestId('lawful').getByRole('button', { name: named('RecordPayment'), exact: true });
  assert.ok(await pay.isVisible(), 'a served fine can be paid');
  await step(one, 'RecordPayment', () => type(one, '财政票据号', '黑财 00098765'));
  await other.waitForFunction((text) => document.querySelector('main').innerText !== text, before, { timeout: 15_000 });

  const admin = await open();
  await login(admin, people['province-admin']);
  const second = await open();
  await login(second, people['province-admin']);
  for (const page of [admin, second]) {
    await page.goto('/admin');
    await page.getByPlaceholder('按姓名查找').fill('陈己二');
    await page.getByRole('row').filter({ hasText: '陈己二' }).first().waitFor();
  }
  const row = (page) => page.getByRole('row').filter({ hasText: '陈己二' }).first();
  await row(admin)
    .getByRole('button', { name: /^登记执法证件/ })
    .click();
  await type(admin, '证件编号', '演示2388888');
  await send(admin, 'IssueCertificate');
  await row(second).getByText('演示2388888').waitFor({ timeout: 15_000 });
}

/** Two at the ledger, at the imports and at the workbench: each sees by itself what the other has done. */
async function listsTogether({ open, login, server }) {
  const people = accountsOf(server);
  const reader = await open();
  await login(reader, people['daoli-officer']);
  await reader.goto('/ledger');
  await rowOf(reader, 3).waitFor();
  const graded = reader
    .getByRole('row')
    .filter({ hasText: /[B-D] 级/ })
    .first();
  const name = await graded.getByRole('link').innerText();
  const path = await graded.getByRole('link').getAttribute('href');
  const registrar = await open();
  await login(registrar, people['daoli-registrar']);
  await registrar.goto(path);
  await registrar
    .getByRole('region', { name: '风险等级' })
    .getByRole('button', { name: named('GradeEnterprise') })
    .click();
  await field(registrar, '风险等级').focus();
  await registrar.keyboard.press('Enter');
  await registrar.getByRole('option', { name: 'A 级（红）' }).filter({ visible: true }).first().click();
  await type(registrar, '分级理由', '使用甲醇');
  await send(registrar, 'GradeEnterprise');
  await reader.getByRole('row').filter({ hasText: name }).getByText('A 级（红）').waitFor({ timeout: 15_000 });

  const first = await open();
  const second = await open();
  for (const page of [first, second]) {
    await login(page, people['province-registrar']);
    await page.goto('/ledger/imports');
    await page.getByRole('heading', { name: '历次导入' }).waitFor();
  }
  await first.getByLabel('把 CSV 或 XLSX 文件拖到这里').setInputFiles(listOf('二人同看.csv', '双城区同看厂'));
  await first.getByText('双城区同看厂').waitFor();
  await first.getByRole('button', { name: '核对（不写入台账）' }).click();
  await first.getByRole('button', { name: /^写入台账/ }).click();
  await first.getByText('已经写入台账').waitFor();
  await second.getByText('二人同看.csv').waitFor({ timeout: 15_000 });

  const head = await open();
  await login(head, people['daoli-head']);
  await head.getByRole('heading', { name: '工作台' }).waitFor();
  await reader.goto('/ledger');
  await rowOf(reader, 5).getByRole('link').click();
  await reader.getByRole('button', { name: '开启检查' }).click();
  await type(reader, '计划、任务或者线索的名称文号', '联合检查第八号');
  await tick(reader, people['daoli-officer2'].name);
  await send(reader, 'OpenInspection');
  await reader.waitForURL('**/inspections/*');
  const about = await reader.locator('h1').getByRole('link').innerText();
  await head
    .locator('[id^="work-"]')
    .filter({ hasText: named('ApproveScheme') })
    .filter({ hasText: about })
    .first()
    .waitFor({ timeout: 15_000 });
}

/** Documents of a file: looked at in place, opened apart, and why one is not there yet. */
async function documents({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await firstOf(page, 'inspection', '整改复查');
  const panel = page.getByTestId('documents');
  const preview = panel.getByRole('button', { name: /^预览/ }).first();
  const name = (await preview.getAttribute('aria-label')).replace('预览', '');
  const shown = page.waitForResponse((answer) => /\/documents\//.test(answer.url()));
  await preview.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name }).waitFor();
  const answer = await shown;
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()['content-type'], /^application\/pdf/);
  assert.equal(await page.getByTestId('document').getAttribute('title'), name);
  assert.deepEqual(await seriousFindings(page), [], 'an open document');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.match(await panel.innerText(), /尚未|没有/, 'what is not there says why');
  const apart = await panel
    .getByRole('link', { name: /^在新窗口打开/ })
    .first()
    .getAttribute('href');
  assert.match(apart, /^\/api\/inspections\/.*\/documents\//);
  await page.route('**/documents', (route) => route.abort());
  await page.reload();
  const card = page.getByRole('region', { name: '文书' });
  await card.getByText('连接不上服务器').waitFor();
  await page.unroute('**/documents');
  await card.getByRole('button', { name: '重试' }).click();
  await panel.getByRole('row').nth(1).waitFor();
}

/** A citation opens its article beside; without a library it says how one gets there. The form around it stays. */
async function articles({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await firstOf(page, 'case', '已送达');
  const panel = page.getByTestId('article');
  const cited = page
    .getByRole('region', { name: '违法行为' })
    .getByRole('button', { name: /第.+条/ })
    .first();
  const words = await cited.innerText();
  await cited.click();
  await panel.getByRole('heading', { name: words }).waitFor();
  await panel.getByText('还没有导入法律文本').waitFor();
  await panel.getByText('xiezhi law import').waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'an article beside its file');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.innerText.trim()), words.trim(), 'back where one was');

  await page.route('**/api/law/article*', async (route) => {
    const answer = await route.fetch();
    const paragraphs = [{ text: '有下列情形之一的，示范：', items: ['甲；', '乙。'] }];
    await route.fulfill({ response: answer, json: { ...(await answer.json()), state: 'text', paragraphs } });
  });
  await cited.click();
  await panel.getByText('有下列情形之一的').waitFor();
  await page.keyboard.press('Escape');

  // In a form: the panel belongs to it, and Escape closes the panel first.
  await page.goto('/ledger');
  await rowOf(page, 2).getByRole('link').click();
  await page.getByRole('button', { name: '开启检查' }).click();
  await type(page, '计划、任务或者线索的名称文号', '专项检查第九号');
  await page
    .getByTestId('refused')
    .getByRole('button', { name: /第.+条/ })
    .first()
    .click();
  await panel.getByText('有下列情形之一的').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  assert.equal(await field(page, '计划、任务或者线索的名称文号').inputValue(), '专项检查第九号');
}

/** Entries are read by people: no field and no value stands there in the program's words. */
async function entriesInWords({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  for (const [kind, status] of [
    ['inspection', '整改复查'],
    ['case', '已结案'],
  ]) {
    const path = await firstOf(page, kind, status);
    await page.goto(`/journal/${kind}/${path.split('/').at(-1)}/1`);
    const content = page.getByRole('region', { name: '记录内容' });
    for (let at = 1; ; at += 1) {
      await page.getByTestId('verdict').getByText('已在本机验证').waitFor();
      const words = (await content.innerText()).replace(/[0-9a-f]{12}…/g, '');
      assert.doesNotMatch(
        words,
        /其他内容|[a-z]+_[a-z]+|\b(true|false|null)\b|[0-9a-f]{8}-[0-9a-f]{4}-/,
        `${kind} ${at}`,
      );
      assert.doesNotMatch(words, /(检查地|发生地)\s+\S*局/, 'a place is a place, not the office there');
      const next = page.getByRole('button', { name: '下一件' });
      if (await next.isDisabled()) break;
      await page.keyboard.press(']');
      await page.waitForURL(new RegExp(`/${at + 1}$`));
    }
  }
}

export const tests = {
  'lists, figures, entries, administration and help by keys, and after a reload': keys,
  'what one does, the other sees': together,
  'so do two at the ledger, at the imports and at the workbench': listsTogether,
  'documents are looked at in place': documents,
  'entries of the journal are in words': entriesInWords,
  'a citation opens its article beside': articles,
};
