// The forms of a file: each that is lawful on the demo is opened and looked at by axe. And two people who send theirs
// to one file at once: the second is told, keeps what is typed, sends again, or sees why not.
import assert from 'node:assert/strict';
import { Person } from '../api/client.mjs';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';
import { begin, field, named, send, tick, type, word } from './loop.steps.mjs';
import { pageOf } from './places.mjs';

export const options = { demo: ['--small'] };

const drawer = (page) => page.getByRole('dialog');
const told = (page) => page.getByRole('status').getByText('该事项已被他人更新，您填的内容已保留');
const ask = (page) => drawer(page).getByRole('button', { name: '提交' }).click();
const seen = (page) => page.getByRole('heading', { name: '下一步' }).waitFor();

/** The files that a person may read, and the commands that the law allows there to him. */
async function lawfulTo(server, person) {
  const reader = await Person.signIn(server.url, person);
  const files = [];
  for (const kind of ['inspection', 'case'])
    for (const row of (await reader.read(`/api/${kind}s?size=100`)).rows) {
      // As the page of a case asks: for the first of its parties.
      const focus = kind === 'case' ? (await reader.read(`/api/cases/${row.id}`)).state.parties[0].party.id : '';
      const asked = new URLSearchParams({ stream: `${kind}/${row.id}`, ...(focus ? { focus } : {}) });
      const { steps } = await reader.read(`/api/next?${asked}`);
      const commands = steps.filter((one) => one.lawful).map((one) => one.command);
      files.push({ path: `/${kind}s/${row.id}`, status: row.status, commands });
    }
  return files;
}

/** As few files as it takes to meet every command that nobody has met yet. */
function* leastFiles(files, met) {
  for (;;) {
    const left = files.map((one) => ({ ...one, commands: one.commands.filter((command) => !met.has(command)) }));
    const best = left.reduce((a, b) => (b.commands.length > a.commands.length ? b : a));
    if (best.commands.length === 0) return;
    for (const command of best.commands) met.add(command);
    yield best;
  }
}

async function everyForm(world) {
  const { server } = world;
  const people = accountsOf(server);
  const met = new Set();
  const wrong = [];
  for (const who of ['daoli-officer', 'daoli-head', 'daoli-reviewer']) {
    const page = await pageOf(world, people[who]);
    for (const { path, commands } of leastFiles(await lawfulTo(server, people[who]), met)) {
      await page.goto(path);
      await seen(page);
      for (const command of commands) {
        await begin(page, command);
        await page.getByTestId('check').waitFor({ state: 'attached' });
        const found = await seriousFindings(page, '[role="dialog"]');
        if (found.length > 0) wrong.push(`${command}: ${found.join(' ')}`);
        await drawer(page).getByRole('button', { name: '取消' }).click();
        await drawer(page).waitFor({ state: 'detached' });
      }
    }
  }
  assert.deepEqual(wrong, [], 'the forms');
  assert.ok(met.size >= 55, `the demo has files for most forms, not for ${met.size}`);
}

/** What two people are at, each on a page that hears nothing of the other until it asks. */
async function two(world, firstAccount, secondAccount, path) {
  const people = accountsOf(world.server);
  const pages = [];
  for (const account of [firstAccount, secondAccount]) {
    const page = await pageOf(world, people[account]);
    await page.route('**/api/pulse*', (route) => route.fulfill({ json: { size: 1, streams: [], many: false } }));
    await page.goto(path);
    await seen(page);
    pages.push(page);
  }
  return pages;
}
/** A file where both may give the command. */
async function fileFor(server, command, accounts, status) {
  const people = accountsOf(server);
  const lists = await Promise.all(accounts.map((one) => lawfulTo(server, people[one])));
  const may = (list) => list.filter((one) => one.commands.includes(command) && (!status || one.status === status));
  const others = may(lists[1]).map((one) => one.path);
  const both = may(lists[0]).find((one) => others.includes(one.path));
  assert.ok(both, `a file where both may ${command}`);
  return both.path;
}
/** The first sends; the second sends then, is told, and finds what was typed still there. */
async function collide(first, second, command, label, text) {
  await send(first, command);
  await ask(second);
  await told(second).waitFor();
  assert.equal(await field(second, label).inputValue(), text, 'what was typed is still there');
}

async function evidence(world) {
  const pair = ['daoli-officer', 'daoli-officer2'];
  const path = await fileFor(world.server, 'CollectEvidence', pair);
  const [first, second] = await two(world, ...pair, path);
  for (const [page, name] of [
    [first, '送货单'],
    [second, '值班日志'],
  ]) {
    await begin(page, 'CollectEvidence');
    await type(page, '名称', name);
    await tick(page, '已主动出示执法证件');
    await tick(page, '以合法手段取得');
  }
  await collide(first, second, 'CollectEvidence', '名称', '值班日志');
  await second.getByText('送货单').first().waitFor(); // behind the form stands what the first did
  await send(second, 'CollectEvidence');
  await second.getByText('值班日志').first().waitFor();
}

/** What was done already is not done twice: the second sees why not, and still has his words. */
async function decision(world) {
  const pair = ['daoli-head', 'daoli-deputy'];
  const path = await fileFor(world.server, 'Decide', pair);
  const [first, second] = await two(world, ...pair, path);
  for (const page of [first, second]) {
    await begin(page, 'Decide');
    await page.getByTestId('check').getByText('依法可以办理').waitFor();
  }
  const number = '（道里）应急罚〔2026〕99号';
  await type(second, '决定书文号', number);
  await collide(first, second, 'Decide', '决定书文号', number);
  await second.getByTestId('check').getByText('依法不能办理').waitFor();
  const answered = second.waitForResponse('**/api/command/Decide');
  await ask(second);
  assert.equal((await answered).ok(), false);
  await second.getByTestId('refused').waitFor();
  assert.match(await second.getByTestId('refused').innerText(), /第.+条/, 'it says why not');
  assert.deepEqual(await seriousFindings(second, '[role="dialog"]'), [], 'a refused decision');
  assert.equal(await field(second, '决定书文号').inputValue(), number);
  await drawer(second).getByRole('button', { name: '取消' }).click();
  await drawer(second).waitFor({ state: 'detached' });
}

async function findings(world) {
  const pair = ['daoli-officer', 'daoli-officer2'];
  const path = await fileFor(world.server, 'RecordFinding', pair, 'on_site');
  const [first, second] = await two(world, ...pair, path);
  for (const [page, text] of [
    [first, '配电箱没有上锁'],
    [second, '通道堆放杂物'],
  ]) {
    await begin(page, 'RecordFinding');
    await type(page, '问题描述', text);
    await type(page, '位置', '一层');
  }
  await collide(first, second, 'RecordFinding', '问题描述', '通道堆放杂物');
  await send(second, 'RecordFinding');
  await second.getByText('通道堆放杂物').first().waitFor();
  await second.getByText('配电箱没有上锁').first().waitFor();

  // At the list of items: the second's result is not taken over the first's, and is pressed again.
  await first.reload();
  await seen(first);
  const result = (page, value) =>
    page
      .locator('ol.items > li')
      .first()
      .getByRole('button', { name: new RegExp(` ${word('inspection.ItemResult', value)}$`) });
  await result(first, 'not_applicable').click();
  await first
    .locator('ol.items > li')
    .first()
    .getByText(word('inspection.ItemResult', 'not_applicable'))
    .first()
    .waitFor();
  await first.getByRole('status').getByText('检查结果 1').waitFor();
  await result(second, 'passed').click();
  await second.getByRole('alert').getByText('该事项已被他人更新').waitFor();
  assert.deepEqual(await seriousFindings(second), [], 'an item that was looked at by another');
  await result(second, 'passed').click();
  await second.getByRole('status').getByText('检查结果 1').waitFor();
}

export const tests = {
  'every form that is lawful on the demo': everyForm,
  'two send evidence to one case at once': evidence,
  'two heads decide one case at once': decision,
  'two record findings and items of one inspection at once': findings,
};
