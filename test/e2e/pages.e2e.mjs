// Each page when things go wrong or there is nothing: without a network, when the server fails, empty, for somebody
// without permission; by keys alone, after a reload, and with two people at once.
import assert from 'node:assert/strict';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';
import { field, named, send, step, tick, type } from './loop.steps.mjs';

export const options = { demo: ['--small'] };

const heading = (name) => (page) => page.getByRole('heading', { name, exact: false }).first();
const alert = (page, text) => page.getByRole('alert').getByText(text).first();
const rowOf = (page, at = 1) => page.getByRole('row').nth(at);
const currentWork = (page) => page.locator('[id^="work-"] button[aria-current="true"]');

/** Each page: who opens it where, what it asks the server for, and what shows that it is there. */
const kPages = [
  { path: '/', who: 'daoli-head', asks: '**/api/workbench*', ready: currentWork },
  { path: '/inspections', who: 'daoli-officer', asks: '**/api/inspections?*', ready: rowOf },
  { path: '/cases', who: 'daoli-officer', asks: '**/api/cases?*', ready: rowOf },
  { path: '/figures', who: 'harbin-head', asks: '**/api/overview/places*', ready: (page) => rowOf(page, 2) },
  { path: '/admin', who: 'province-admin', asks: '**/api/officers*', ready: (page) => rowOf(page, 3) },
  { path: '/admin?tab=bodies', who: 'province-admin', asks: '**/api/bodies*', ready: (page) => rowOf(page, 3) },
  { path: '/admin?tab=accounts', who: 'province-admin', asks: '**/api/accounts*', ready: (page) => rowOf(page, 3) },
  { path: '/admin?tab=jobs', who: 'province-admin', asks: '**/api/system/jobs*', ready: heading('台账导入、导出') },
  { path: '/admin?tab=health', who: 'province-admin', asks: '**/api/system*', ready: heading('法规包') },
  { path: '/ledger', who: 'daoli-officer', asks: '**/api/enterprises?*', ready: (page) => rowOf(page, 3) },
  { path: '/benchmarks', who: 'province-reviewer', asks: '**/api/benchmarks*', ready: (page) => rowOf(page, 3) },
  { path: '/ledger/imports', who: 'province-registrar', asks: '**/api/ledger/imports*', ready: heading('历次导入') },
];

/** The address of the first case or inspection in a list, as its officer finds it. */
async function firstOf(page, kind, status) {
  await page.goto(kind === 'case' ? '/cases' : '/inspections');
  if (status) await page.getByRole('button', { name: status, exact: true }).click();
  await page.waitForURL(status ? /status=/ : /./);
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  return new URL(page.url()).pathname;
}

async function filePages(open, login, people) {
  const page = await open();
  await login(page, people['daoli-officer']);
  const found = await firstOf(page, 'case', '已送达');
  const inspection = await firstOf(page, 'inspection', '整改复查');
  await page.goto('/ledger');
  await rowOf(page, 3).getByRole('link').click();
  await page.getByRole('heading', { name: '可以办理' }).waitFor();
  const dossier = new URL(page.url()).pathname;
  await page.context().close();
  const who = 'daoli-officer';
  const id = found.split('/').at(-1);
  return [
    { path: found, who, asks: `**/api/cases/${id}`, ready: heading('下一步') },
    { path: dossier, who, asks: `**/api${dossier.replace('ledger', 'enterprises')}`, ready: heading('可以办理') },
    { path: inspection, who, asks: '**/api/inspections/*', ready: heading('下一步') },
    { path: `${found}/penalty`, who, asks: `**/api/cases/${id}`, ready: heading('裁量与计算') },
    {
      path: `/journal/case/${id}/1`,
      who,
      asks: '**/api/journal/inclusion*',
      ready: (page) => page.getByTestId('verdict'),
    },
  ];
}

/** A list that has been read and not taken over yet has a page of its own. */
async function importPage(open, login, people) {
  const page = await open();
  await login(page, people['province-registrar']);
  await page.goto('/ledger/imports');
  await page.getByLabel('把 CSV 或 XLSX 文件拖到这里').setInputFiles(listOf('断网演练.csv', '双城区断网厂'));
  await page.getByText('双城区断网厂').waitFor();
  const path = new URL(page.url()).pathname;
  await page.context().close();
  const ready = (one) => one.getByText('双城区断网厂').first();
  return { path, who: 'province-registrar', asks: `**/api${path}`, ready };
}
const listOf = (name, enterprise) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`企业名称,住所\n${enterprise},哈尔滨市双城区承旭街1号\n`),
});

async function cutOff({ open, login, server }) {
  const people = accountsOf(server);
  const files = await filePages(open, login, people);
  for (const one of [...kPages, ...files, await importPage(open, login, people)]) {
    const page = await open();
    await login(page, people[one.who]);
    await currentWork(page)
      .or(page.getByRole('heading', { name: '工作台' }))
      .first()
      .waitFor();
    await page.route(one.asks, (route) => route.abort());
    await page.goto(one.path);
    await alert(page, '连接不上服务器').waitFor();
    await page.unroute(one.asks);
    await page.getByRole('button', { name: '重试' }).first().click();
    await one.ready(page).waitFor();
    // A server that fails is told by its code, so that it can be reported.
    const json = { type: 'about:blank', title: '服务器内部错误', status: 503, code: 'store.unavailable', detail: '' };
    const broken = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json });
    await page.route(one.asks, broken);
    await page.reload();
    await page.getByRole('alert').getByText('store.unavailable').first().waitFor();
    await page.unroute(one.asks);
    await page.getByRole('button', { name: '重试' }).first().click();
    await one.ready(page).waitFor();
    page.troubles = page.troubles.filter((trouble) => !trouble.startsWith('503 '));
    await page.context().close();
  }
}

/** The same page with nothing in it says where one begins. */
async function nothing({ open, login, server }) {
  const people = accountsOf(server);
  for (const [path, who, asks, list, says] of [
    ['/', 'daoli-officer', '**/api/workbench*', 'rows', '现在没有要您办的事项'],
    ['/inspections', 'daoli-officer', '**/api/inspections?*', 'rows', '没有检查。请从企业台账进入企业档案'],
    ['/cases', 'daoli-officer', '**/api/cases?*', 'rows', '没有案件。检查中发现违法行为的'],
    ['/admin', 'province-admin', '**/api/officers*', 'rows', '没有符合条件的人员'],
    ['/admin?tab=accounts', 'province-admin', '**/api/accounts*', 'rows', '没有符合条件的账号'],
    ['/admin?tab=jobs', 'province-admin', '**/api/system/jobs*', 'rows', '没有导入或者导出'],
  ]) {
    const page = await open();
    await login(page, people[who]);
    await page.route(asks, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), [list]: [] } });
    });
    await page.goto(path);
    await page.getByText(says).first().waitFor();
    await page.context().close();
  }
  const page = await open();
  await login(page, people['daoli-head']);
  await page.goto('/help/nowhere');
  await page.getByText('没有这一页').waitFor();
  await page.goto('/figures');
  await page.getByRole('row', { name: /检查/ }).first().waitFor(); // a county has no parts: its months as a table
}

async function strangers({ open, login, server }) {
  const people = accountsOf(server);
  const files = await filePages(open, login, people);
  const page = await open();
  await login(page, people['nangang-officer']);
  for (const { path } of files) {
    await page.goto(path);
    await alert(page, /没有查看权限|没有找到/).waitFor();
  }
  await page.goto('/figures?place=230102');
  await alert(page, /没有查看权限|没有找到/).waitFor();
  await page.goto('/ledger/imports');
  await page.getByText('导入由各级台账管理人员办理').waitFor();
  await page.goto('/');
  await page.getByRole('heading', { name: '工作台' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '负荷' }).count(), 0, 'the load is the leaders');
  assert.equal(await page.getByRole('link', { name: '系统管理' }).count(), 0, 'nor is there a way to administration');
}

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

/** A tablet held across: each kind of page fits, and axe has nothing to say. */
async function across({ open, login, server }) {
  const people = accountsOf(server);
  const page = await open();
  await page.setViewportSize({ width: 1024, height: 768 });
  await login(page, people['daoli-officer']);
  const inspection = await firstOf(page, 'inspection', '整改复查');
  const found = await firstOf(page, 'case', '已送达');
  await page.goto('/ledger');
  await rowOf(page, 3).getByRole('link').click();
  await page.getByRole('heading', { name: '可以办理' }).waitFor();
  const dossier = new URL(page.url()).pathname;
  for (const path of ['/', '/ledger', '/inspections', '/cases', dossier, inspection, found, `${found}/penalty`]) {
    await page.goto(path);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(await seriousFindings(page), [], path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${path} scrolls sideways by ${over} px`);
    const brand = await page.locator('.brand').boundingBox();
    assert.ok(brand.height < 60, 'the name of the desk stands in one line');
  }
}

export const tests = {
  'without a network, or when the server fails, each page says so and comes back': cutOff,
  'with nothing in it a page says where one begins': nothing,
  'who may not see a page is told so': strangers,
  'lists, figures, entries, administration and help by keys, and after a reload': keys,
  'what one does, the other sees': together,
  'so do two at the ledger, at the imports and at the workbench': listsTogether,
  'documents are looked at in place': documents,
  'a tablet held across': across,
  'entries of the journal are in words': entriesInWords,
  'a citation opens its article beside': articles,
};
