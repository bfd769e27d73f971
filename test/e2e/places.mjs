// Every page of the desk, for the tests that go over all of them: who opens it where, what it asks the server for, what
// shows that it is there, what it says when that is empty, and a way through it by keys alone.
import { login } from './harness.mjs';
import { named } from './loop.steps.mjs';

export const heading = (name) => (page) => page.getByRole('heading', { name, exact: false }).first();
export const rowOf = (page, at = 1) => page.getByRole('row').nth(at);
export const currentWork = (page) => page.locator('[id^="work-"] button[aria-current="true"]');
const row = (at) => (page) => rowOf(page, at);
const inMain = (page) => page.getByRole('main');
const button = (page, name) => inMain(page).getByRole('button', { name, exact: true }).first();
const rowLink = (page) => page.locator('[data-row-link]').first();
const drawer = (page) => page.getByRole('dialog').last();

/** Goes on with Tab until a control has the focus, as a hand without a mouse does. */
export async function tabTo(page, control, most = 120) {
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((one) => one === document.activeElement || one.contains(document.activeElement))) return;
  }
  throw new Error(`${most} times Tab do not lead to ${control}`);
}
async function press(page, control, key = 'Enter') {
  await control.waitFor();
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Down a list by j and k, into the row and there. */
const throughRows = (address, there) => async (page) => {
  await rowLink(page).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL(address);
  return there(page);
};
/** By Tab to the button of a form: it opens, takes what is typed, closes, and the hand is back at the button. */
const throughForm =
  (find, typed = false) =>
  async (page) => {
    const opener = find(page);
    await press(page, opener);
    await drawer(page).waitFor();
    const text = drawer(page)
      .locator('textarea, input[type=text]:not([role=combobox], [inputmode], [readonly])')
      .filter({ visible: true })
      .first();
    if (typed) {
      await tabTo(page, text);
      await page.keyboard.press('Control+A');
      await page.keyboard.type('键入一半');
    }
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    await page.waitForFunction((one) => one === document.activeElement, await opener.elementHandle());
    if (typed) {
      await page.reload();
      await press(page, opener);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[role=dialog] input, [role=dialog] textarea')].some(
          (one) => one.value === '键入一半',
        ),
      );
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'detached' });
    }
    return opener;
  };
const throughTab = (name, there) => async (page) => {
  await press(page, page.getByRole('group').getByRole('button', { name, exact: true }));
  await there(page).waitFor();
  return there(page);
};
const lawful = (command) => (page) =>
  page.getByTestId('lawful').getByRole('button', { name: named(command), exact: true });
const withNo = (list) => (json) => ({ ...json, [list]: [] });
const withState = (change) => (json) => ({ ...json, state: { ...json.state, ...change } });

/** What somebody is told who may not see a page. */
export const kForbidden = /没有查看权限|没有找到/;

const kLists = [
  {
    path: '/',
    who: 'daoli-head',
    asks: '**/api/workbench*',
    ready: currentWork,
    empty: [withNo('rows'), '现在没有要您办的事项'],
    // Its own keys, and the whole file by Enter, which a reload keeps.
    keys: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/(cases|inspections)\//);
      return heading('下一步')(page);
    },
  },
  {
    path: '/?tab=load',
    who: 'daoli-head',
    asks: '**/api/load*',
    ready: (page) => page.getByRole('region', { name: '按单位' }).getByRole('row').nth(1),
    empty: [withNo('rows'), '没有在办事项'],
    keys: async (page) => {
      await press(page, page.getByRole('button', { name: /^等他人办理/ }), 'Space');
      await page.waitForURL(/tab=waiting/);
      return page.locator('button[aria-pressed="true"]').filter({ hasText: '等他人办理' });
    },
  },
  {
    path: '/inspections',
    who: 'daoli-officer',
    asks: '**/api/inspections?*',
    ready: row(1),
    empty: [withNo('rows'), '没有检查。请从企业台账进入企业档案'],
    keys: throughRows('**/inspections/*', heading('下一步')),
  },
  {
    path: '/cases',
    who: 'daoli-officer',
    asks: '**/api/cases?*',
    ready: row(1),
    empty: [withNo('rows'), '没有案件。检查中发现违法行为的'],
    keys: throughRows('**/cases/*', heading('下一步')),
  },
  {
    path: '/ledger',
    who: 'daoli-officer',
    asks: '**/api/enterprises?*',
    ready: row(3),
    empty: [withNo('items'), /台账还是空的|还没有企业/],
    keys: throughRows('**/ledger/*', heading('可以办理')),
  },
  {
    path: '/figures',
    who: 'harbin-head',
    asks: '**/api/overview/places*',
    ready: row(2),
    stranger: ['nangang-officer', '/figures?place=230102'],
    keys: async (page) => {
      const fines = page.getByRole('button', { name: '罚没款' }).first();
      await press(page, fines);
      await page.waitForURL(/measure=fine_fen/);
      return page.locator('button[aria-pressed="true"], th[aria-sort] button').filter({ hasText: '罚没款' }).first();
    },
  },
  {
    path: '/benchmarks',
    who: 'province-reviewer',
    asks: '**/api/benchmarks*',
    ready: row(3),
    empty: [withNo('rows'), '没有本地区的裁量基准'],
    keys: throughRows('**/benchmarks/*', heading('下一步')),
  },
  {
    path: '/benchmarks/hlj:training',
    who: 'province-reviewer',
    asks: '**/api/benchmarks/*',
    ready: heading('下一步'),
    stranger: ['daoli-officer'],
    keys: throughForm(lawful('OpenBenchmarkDraft'), true),
  },
  {
    path: '/ledger/imports',
    who: 'province-registrar',
    asks: '**/api/ledger/imports',
    ready: heading('历次导入'),
    empty: [withNo('rows'), '还没有导入过'],
    stranger: ['nangang-officer', '/ledger/imports', '导入由各级台账管理人员办理'],
    keys: throughRows('**/ledger/imports/*', (page) => page.getByRole('main').getByText('断网演练.csv')),
  },
  {
    path: '/help',
    who: 'daoli-officer',
    ready: heading('使用指南'),
    empty: [null, '没有这一页', '/help/nowhere'],
    keys: async (page) => {
      await press(page, page.getByRole('navigation', { name: '目录' }).getByRole('link').nth(1));
      await page.waitForURL('**/help/*');
      return page.getByRole('article').getByRole('heading', { level: 1 });
    },
  },
  {
    path: '/nowhere',
    who: 'daoli-officer',
    ready: heading('没有找到'),
    keys: async (page) => {
      await press(page, inMain(page).getByRole('link', { name: '工作台' }));
      await page.waitForURL((url) => url.pathname === '/');
      return currentWork(page);
    },
  },
];

const kAdministration = [
  {
    path: '/admin',
    asks: '**/api/officers*',
    ready: row(3),
    empty: [withNo('rows'), '没有符合条件的人员'],
    keys: throughForm((page) => button(page, '登记执法人员'), true),
  },
  {
    path: '/admin?tab=bodies',
    asks: '**/api/bodies*',
    ready: row(3),
    keys: throughForm((page) => button(page, '登记执法主体'), true),
  },
  {
    path: '/admin?tab=accounts',
    asks: '**/api/accounts*',
    ready: row(3),
    empty: [withNo('rows'), '没有符合条件的账号'],
    keys: throughForm((page) => page.getByRole('button', { name: /^重置密码：/ }).first()),
  },
  {
    path: '/admin?tab=jobs',
    asks: '**/api/system/jobs*',
    ready: heading('台账导入、导出'),
    empty: [withNo('rows'), '没有导入或者导出'],
    keys: throughTab('运行状况', heading('法规包')),
  },
  {
    path: '/admin?tab=health',
    asks: '**/api/system',
    ready: heading('法规包'),
    keys: throughTab('任务', heading('台账导入、导出')),
  },
].map((one) => ({ ...one, who: 'province-admin', stranger: ['nangang-officer'] }));

/** The address of the first case or inspection in a list, as its officer finds it. */
export async function firstOf(page, kind, status) {
  await page.goto(kind === 'case' ? '/cases' : '/inspections');
  if (status) await page.getByRole('button', { name: status, exact: true }).click();
  await page.waitForURL(status ? /status=/ : /./);
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  return new URL(page.url()).pathname;
}

/** The pages of files, whose addresses an officer finds in the lists. */
export async function filePages(open, people) {
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
    {
      path: found,
      asks: `**/api/cases/${id}`,
      ready: heading('下一步'),
      empty: [withState({ evidence: [] }), '还没有证据'],
      keys: throughForm(lawful('RecordPayment'), true),
    },
    {
      path: dossier,
      asks: `**/api${dossier.replace('ledger', 'enterprises')}`,
      ready: heading('可以办理'),
      keys: throughForm((page) => button(page, named('OpenInspection')), true),
    },
    {
      path: inspection,
      asks: `**/api${inspection}`,
      ready: heading('下一步'),
      empty: [withState({ scheme: [], findings: [], records: [] }), '没有发现问题'],
      keys: throughForm((page) => page.getByTestId('lawful').getByRole('button').first()),
    },
    {
      path: `${found}/penalty`,
      asks: `**/api/cases/${id}`,
      ready: heading('裁量与计算'),
      keys: async (page) => {
        await press(page, inMain(page).getByRole('link', { name: '返回案件' }));
        await page.waitForURL(`**${found}`);
        return heading('下一步')(page);
      },
    },
    {
      path: `/journal/case/${id}/1`,
      asks: '**/api/journal/inclusion*',
      ready: (page) => page.getByTestId('verdict').getByText('已在本机验证'),
      keys: async (page) => {
        await press(page, button(page, '下一件'));
        await page.waitForURL('**/2');
        return page.getByTestId('verdict').getByText('已在本机验证');
      },
    },
  ].map((one) => ({ ...one, who, stranger: ['nangang-officer'] }));
}

/** A file of enterprises, to be read into the ledger. */
export const listOf = (name, enterprise) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`企业名称,住所\n${enterprise},哈尔滨市双城区承旭街1号\n`),
});

/** A list that has been read and not taken over yet has a page of its own. */
async function importPage(open, people) {
  const page = await open();
  await login(page, people['province-registrar']);
  await page.goto('/ledger/imports');
  await page.getByLabel('把 CSV 或 XLSX 文件拖到这里').setInputFiles(listOf('断网演练.csv', '双城区断网厂'));
  await page.getByText('双城区断网厂').waitFor();
  const { pathname } = new URL(page.url());
  await page.context().close();
  return {
    path: pathname,
    who: 'province-registrar',
    asks: `**/api${pathname}`,
    stranger: ['nangang-officer'],
    ready: (one) => one.getByText('断网演练.csv').first(),
    keys: async (one) => {
      await press(one, button(one, '核对（不写入台账）'));
      await one.getByRole('button', { name: /^写入台账/ }).waitFor();
      return one.getByRole('button', { name: /^写入台账/ });
    },
  };
}

let known = null;
/** All pages; those of files are looked for once a server. */
export async function allPlaces({ open, server }, people) {
  if (known?.url !== server.url) {
    const files = await filePages(open, people);
    known = { url: server.url, places: [...kLists, ...kAdministration, ...files, await importPage(open, people)] };
  }
  return known.places;
}

const kept = new Map(); // the cookies of whom has signed in, so that nobody signs in twice a server
/** A page where a person is signed in already. */
export async function pageOf({ open, server }, person) {
  const page = await open();
  const key = `${server.url} ${person.account}`;
  if (kept.has(key)) {
    await page.context().addCookies(kept.get(key));
    return page;
  }
  await login(page, person);
  kept.set(key, await page.context().cookies());
  return page;
}

/** Calls `visit` for each place, on one page for each person; the pages by who has them. */
export async function overAll(world, people, places, visit, personOf = (place) => place.who) {
  const pages = new Map();
  for (const place of places) {
    const who = personOf(place);
    if (!pages.has(who)) pages.set(who, await pageOf(world, people[who]));
    try {
      await visit(pages.get(who), place);
    } catch (error) {
      throw new Error(`${place.path} (${who}): ${error.message}`, { cause: error });
    }
  }
  return pages;
}
