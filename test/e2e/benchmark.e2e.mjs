// A discretion table changed by legal staff as a person does it: clicks in the table editor, a gap and its facts, the
// mending, two persons, the day of publication, and the penalty page of a case that then decides by it.
import assert from 'node:assert/strict';
import { File, Person } from '../api/client.mjs';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';
import { field } from './loop.steps.mjs';
import { tabTo } from './places.mjs';

export const options = { demo: ['--small'] };

const kTable = '安全生产教育培训';
const kGeneral = '没有专门基准的违法行为';
const kPath = '/benchmarks/hlj:training';
const dayFrom = (days) => new Date(Date.now() + (8 * 60 + days * 24 * 60) * 60_000).toISOString().slice(0, 10);

const rule = (page, number) =>
  page
    .getByTestId('dmn')
    .locator('tbody tr')
    .nth(number - 1);
const cell = (page, number, column) => rule(page, number).locator('td.cell').nth(column);
const proof = (page) => page.getByTestId('proof');
const can = (page, name) => page.getByTestId('lawful').getByRole('button', { name, exact: true });

async function sit(open, login, person, path = kPath) {
  const page = await open();
  await login(page, person);
  await page.goto(path);
  return page;
}
/** Until the table stands and the steps are known. */
async function tableOf(page, rules = 7) {
  await cell(page, rules, 0).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: '下一步' }).waitFor();
}
/** Types into a cell, by mouse and keys, until the table holds it. */
async function write(page, number, column, text) {
  await cell(page, number, column).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await rule(page, number).locator('td.rule-index').click();
  await page.waitForFunction(
    ([row, at, wanted]) => {
      const rows = document.querySelectorAll('[data-testid=dmn] tbody tr');
      return rows[row - 1]?.querySelectorAll('td.cell')[at]?.innerText.trim() === wanted;
    },
    [number, column, text],
  );
}
async function send(page, command, fill = async () => {}) {
  await can(page, command).click();
  const dialog = page.getByRole('dialog', { name: command });
  await dialog.waitFor();
  await fill(dialog);
  await dialog.getByRole('button', { name: '提交' }).click();
}
async function save(page) {
  await page.getByTestId('save-draft').click();
  await page.getByTestId('unsaved').waitFor({ state: 'detached' });
}
const begin = (page, reason) =>
  send(page, '起草裁量基准', (dialog) => dialog.getByRole('textbox').first().fill(reason)).then(() =>
    page.getByTestId('save-draft').waitFor(),
  );
async function discard(page) {
  await send(page, '撤回裁量基准草案', (dialog) => dialog.getByRole('textbox').first().fill('试写'));
  await can(page, '起草裁量基准').waitFor();
}

/** A case about training whose act goes on today, as the head of the county files it. */
async function fileCase(server, people) {
  const head = await Person.signIn(server.url, people['daoli-head']);
  const officers = (await head.read(`/api/officers?body=${head.caller.body}`)).rows;
  const investigators = officers.filter((one) => one.duties.includes('investigator')).map((one) => one.id);
  const enterprise = (await head.read('/api/enterprises?size=1')).items[0];
  const file = new File(`case/benchmark-${Date.now()}`);
  await file.accepted(head, 'FileCase', {
    source: 'complaint',
    reference: '举报线索（虚构）',
    body: head.caller.body,
    division: head.caller.division,
    discovered_on: dayFrom(0),
    investigators: investigators.slice(0, 2),
    parties: [{ id: 'unit', kind: 'unit', name: enterprise.name, enterprise: enterprise.id, subject: 'unit' }],
    charges: [
      {
        id: 'k1',
        violation: 'wsl.97.3',
        act: 'a1',
        facts: '两名从业人员未经培训上岗',
        parties: ['unit'],
        act_from: dayFrom(-3),
        act_until: dayFrom(0),
        triggers: [],
        major_hazard: false,
        gains_refundable: false,
      },
    ],
  });
  return file.stream.slice('case/'.length);
}

/** What the penalty page says of two people without training in an ordinary trade. */
async function tierOf(page, id) {
  await page.goto(`/cases/${id}/penalty`);
  await page.getByRole('button', { name: '裁量说明' }).click();
  await page.getByLabel('未培训人数').fill('2');
  await page.getByRole('radiogroup', { name: '高危行业' }).getByLabel('否').check();
  const tier = page.getByText('由下列事实确定').locator('..');
  await tier.waitFor();
  return (await tier.innerText()).trim();
}

async function course({ open, login, server, shot }) {
  const people = accountsOf(server);
  const id = await fileCase(server, people);
  const officer = await sit(open, login, people['daoli-officer'], '/');
  assert.match(await tierOf(officer, id), /^轻微/);

  const author = await sit(open, login, people['province-reviewer'], '/');
  await author.getByRole('link', { name: '裁量基准', exact: true }).click();
  await author.getByRole('link', { name: kTable, exact: true }).click();
  await tableOf(author);
  assert.equal(await author.getByTestId('save-draft').count(), 0, 'without a draft nothing can be saved');
  await begin(author, '少于三人的也按一般处理');

  // A gap: thirty people fall between the rules.
  await write(author, 7, 0, '> 30');
  await proof(author).getByText('空档').waitFor();
  const witness = proof(author).locator('dl > div').first();
  assert.equal((await witness.innerText()).replace(/\s+/g, ' '), '未培训人数 = 30');
  await save(author);
  assert.equal(await can(author, '提请审批裁量基准').count(), 0, 'what has a gap is not handed in');
  await author.getByText('提请审批裁量基准').click();
  await author.getByText('裁量基准有空档、矛盾或者越出法定幅度').first().waitFor();
  await author
    .getByText(/例如 未培训人数 = 30/)
    .first()
    .waitFor();
  assert.ok((await author.getByText('行政处罚法第三十四条').count()) > 0);
  await shot(author, 'benchmark-gap');

  // A contradiction leads to its rule.
  await write(author, 7, 0, '>= 29');
  await proof(author).getByText('矛盾').first().waitFor();
  await proof(author).getByRole('button', { name: '转到规则 7' }).first().click();
  await author.locator('[data-testid=dmn] tr.found').waitFor();

  // Mended, and the first tier made heavier.
  await write(author, 7, 0, '>= 30');
  await write(author, 1, 2, '"一般"');
  await proof(author).getByText('没有空档').waitFor();
  await author.getByTestId('changes').getByText('"一般"').waitFor();
  await author.getByTestId('try-past').click();
  await author
    .getByTestId('tried')
    .getByText(/试算完成|没有可以判定的案件/)
    .waitFor();
  await author.getByTestId('try-synthetic').click();
  await author.getByTestId('tried').getByText('试算完成').waitFor({ timeout: 120_000 });
  await author.getByTestId('what-if').getByText('轻微 0–20000 → 一般 0–20000').first().waitFor();
  await save(author);
  await send(author, '提请审批裁量基准');
  await author.getByTestId('draft-status').getByText('待审批').waitFor();
  await author.getByText('批准裁量基准').first().waitFor();
  assert.equal(await can(author, '批准裁量基准').count(), 0, 'the author does not approve');

  const second = await sit(open, login, people['province-supervisor']);
  await tableOf(second);
  assert.equal(await second.getByTestId('save-draft').count(), 0);
  await send(second, '退回裁量基准草案', (dialog) => dialog.getByRole('textbox').first().fill('请核对第一档'));
  await author.getByText(/退回：请核对第一档/).waitFor();
  await send(author, '提请审批裁量基准');
  await can(second, '批准裁量基准').waitFor();
  await send(second, '批准裁量基准', (dialog) => dialog.getByRole('textbox').first().fill('同意'));
  await can(second, '公布裁量基准').waitFor();
  await send(second, '公布裁量基准', async (dialog) => {
    await field(second, '施行日期（不早于公布之日）').fill(dayFrom(-1));
    await field(second, '公布的文号或者载体').fill('虚构文号〔2026〕1号');
    await dialog.getByText('施行日期早于公布之日').first().waitFor();
    await field(second, '施行日期（不早于公布之日）').fill(dayFrom(0));
    await dialog.getByText('施行日期早于公布之日').waitFor({ state: 'detached' });
  });
  await second.getByTestId('versions').getByText('虚构文号〔2026〕1号').waitFor();
  await shot(second, 'benchmark-published');

  // From its day on the penalty page of an act of that day decides by it, and so does the core in the browser.
  assert.match(await tierOf(officer, id), /^一般/);
  const tag = await officer.evaluate(async () => (await fetch('/api/law/pack')).headers.get('etag'));
  const hash = await officer.evaluate(async () => {
    const bytes = await (await fetch('/api/law/pack')).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...digest].map((one) => one.toString(16).padStart(2, '0')).join('');
  });
  assert.equal(tag, `"${hash}"`);
}

/** A fine that no table graded: a table is made for it, bound, published; then it grades. */
async function making({ open, login, server, shot }) {
  const people = accountsOf(server);
  const author = await sit(open, login, people['province-reviewer'], '/benchmarks');
  await author.getByRole('button', { name: '新建裁量基准' }).click();
  const form = author.getByRole('dialog', { name: '新建裁量基准' });
  await form.getByLabel('名称').fill('事故信息报告裁量');
  await form.getByLabel('以哪张表为底本').click();
  await author.getByRole('option', { name: kGeneral, exact: true }).filter({ visible: true }).click();
  await form.getByLabel('新建的理由').fill('迟报、漏报没有裁量基准');
  await form.getByRole('button', { name: '提交' }).click();
  await author.waitForURL(/\/benchmarks\/23:/);
  await author.getByRole('heading', { name: '事故信息报告裁量' }).waitFor();
  await author.getByText('还没有选定罚款。').waitFor();
  await tableOf(author, 8);
  assert.equal(await can(author, '提请审批裁量基准').count(), 0, 'what grades nothing is not handed in');

  await can(author, '确定基准适用的罚款').click();
  const bind = author.getByRole('dialog', { name: '确定基准适用的罚款' });
  await bind.getByLabel('按违法行为、条款查找罚款').fill('较大涉险事故 单位');
  const offered = bind.getByRole('list', { name: '可以选的罚款' });
  await offered.getByRole('button', { name: '选定' }).first().click();
  await bind.getByRole('list', { name: '已选的罚款' }).getByText('较大涉险事故').waitFor();
  await bind.getByLabel('按违法行为、条款查找罚款').fill('没有安全生产教育培训');
  await shot(author, 'benchmark-bind');
  assert.deepEqual(await seriousFindings(author), [], 'binding a table');
  await bind.getByRole('button', { name: '提交' }).click();
  await bind.waitFor({ state: 'detached' });
  await author.getByText('对较大涉险事故迟报').first().waitFor();
  await proof(author).getByText('没有空档').waitFor();
  await author.reload();
  await author.getByText('对较大涉险事故迟报').first().waitFor();
  await send(author, '提请审批裁量基准');
  await author.getByTestId('draft-status').getByText('待审批').waitFor();

  // Others learn of it when it is published.
  const officer = await sit(open, login, people['daoli-officer'], '/benchmarks');
  await officer.getByText(kTable, { exact: true }).waitFor();
  assert.equal(await officer.getByText('事故信息报告裁量').count(), 0);
  const second = await sit(open, login, people['province-supervisor'], new URL(author.url()).pathname);
  await tableOf(second, 8);
  await send(second, '批准裁量基准', (dialog) => dialog.getByRole('textbox').first().fill('同意'));
  await can(second, '公布裁量基准').waitFor();
  await send(second, '公布裁量基准', async () => {
    await field(second, '施行日期（不早于公布之日）').fill(dayFrom(0));
    await field(second, '公布的文号或者载体').fill('虚构文号〔2026〕2号');
  });
  await second.getByTestId('versions').getByText('虚构文号〔2026〕2号').waitFor();
  await officer.reload();
  await officer.getByText('事故信息报告裁量').waitFor();
}

async function strangers({ open, login, server }) {
  const people = accountsOf(server);
  // Others see the list, not the tables in the making.
  const county = await sit(open, login, people['daoli-reviewer'], '/benchmarks');
  await county.getByText(kTable, { exact: true }).waitFor();
  assert.equal(await county.getByRole('link', { name: kTable, exact: true }).count(), 0);
  await county.goto(kPath);
  await county
    .getByRole('alert')
    .getByText(/没有查看权限|没有找到/)
    .first()
    .waitFor();
  const officer = await sit(open, login, people['daoli-officer'], kPath);
  await officer
    .getByRole('alert')
    .getByText(/没有查看权限|没有找到/)
    .first()
    .waitFor();
  assert.equal(await officer.getByRole('link', { name: '裁量基准', exact: true }).count(), 0);
  await officer.goto('/benchmarks');
  await officer
    .getByTestId('find-benchmark')
    .locator('input')
    .or(officer.locator('input[data-testid=find-benchmark]'))
    .first()
    .fill('没有这样的表');
  await officer.getByText('没有符合条件的裁量基准').waitFor();
}

async function together({ open, login, server }) {
  const people = accountsOf(server);
  const first = await sit(open, login, people['province-reviewer'], '/benchmarks/hlj:staffing');
  await cell(first, 1, 0).waitFor({ timeout: 60_000 });
  await begin(first, '两人同时修改');
  const second = await sit(open, login, people['province-reviewer2'], '/benchmarks/hlj:staffing');
  await second.getByTestId('save-draft').waitFor();
  await cell(second, 1, 0).waitFor({ timeout: 60_000 });
  const last = (await first.getByTestId('dmn').locator('tbody tr').first().locator('td.cell').count()) - 1;

  // What is typed outlives a reload in the middle.
  await write(first, 1, last, '11000');
  await first.getByTestId('unsaved').waitFor();
  await first.reload();
  await first.getByTestId('kept').waitFor();
  await cell(first, 1, last).getByText('11000').waitFor();

  // The other saves meanwhile: this one is told, keeps what was typed, and decides.
  await write(second, 1, last, '12000');
  await save(second);
  await first.getByTestId('save-draft').click();
  await first.getByTestId('conflict').waitFor();
  await cell(first, 1, last).getByText('11000').waitFor();
  await first.getByRole('button', { name: '用对方的' }).click();
  await cell(first, 1, last).getByText('12000').waitFor();
  await first.getByTestId('unsaved').waitFor({ state: 'detached' });
  await discard(first);
  // The other sees by itself that there is no draft any more.
  await second.getByTestId('save-draft').waitFor({ state: 'detached' });
}

/** By keys alone into a table and to a cell by its name; nothing serious for axe wherever the editor is opened. */
async function accessible({ open, login, server }) {
  const people = accountsOf(server);
  const page = await sit(open, login, people['province-reviewer'], '/benchmarks');
  const title = '主要负责人和安全生产管理人员考核';
  const link = page.getByRole('link', { name: title, exact: true });
  await link.waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  for (let at = 0; !(await link.evaluate((one) => one === document.activeElement)); at += 1) {
    assert.ok(at < 100, 'j walks down the list');
    await page.keyboard.press('j');
  }
  await page.keyboard.press('Enter');
  await tableOf(page, 1);
  assert.deepEqual(await seriousFindings(page), [], 'a table that is read');
  await page.locator('.bjs-powered-by, .powered-by').first().waitFor();

  await begin(page, '看一看');
  const first = page
    .getByTestId('dmn')
    .getByRole('textbox', { name: /^规则 1，/ })
    .first();
  await first.waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'a table that is edited');
  await tabTo(page, page.getByRole('button', { name: '编辑条件列' }).first());
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '条件名称' }).waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'a column that is being changed');
  await page.keyboard.press('Escape');
  await tabTo(page, first);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1');
  await page.getByTestId('unsaved').waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'a cell that is being written');
  await cell(page, 2, 0).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '删除规则' }).waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'the menu of a rule');
  await page.keyboard.press('Escape');
  await discard(page);
}

export const tests = {
  起草改出空档改好由第二人批准公布之后当日起适用: course,
  新建一张表选定罚款批准公布: making,
  没有权限的人只看列表: strangers,
  两人同时修改与中途刷新: together,
  不用鼠标与无障碍: accessible,
};
