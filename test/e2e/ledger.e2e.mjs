// Lists on their way into the ledger and out of it, as a registrar does it: visible controls only.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { seriousFindings } from './axe.mjs';
import { accountsOf } from './harness.mjs';

export const options = { demo: ['--small'] };

const kChoose = '把 CSV 或 XLSX 文件拖到这里';
const registrarOf = (server) => accountsOf(server)['province-registrar'];

async function toImports(page, login, server) {
  await login(page, registrarOf(server));
  await page.getByRole('link', { name: '台账导入' }).first().click();
  await page.getByRole('heading', { name: '台账导入' }).waitFor();
}

function written(server, name, bytes) {
  const file = path.join(server.data, '..', name);
  fs.writeFileSync(file, bytes);
  return file;
}

const kCrcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = kCrcTable[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** An archive of stored parts. */
function zip(parts) {
  const files = [];
  const central = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const label = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    files.push(head, label, bytes);
    central.push(entry, label);
    at += head.length + label.length + bytes.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, list, end]);
}

/** A workbook of sheets, each a table of texts; a number stays a number, a Date becomes a day. */
function workbook(sheets) {
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rel = (id, type, target) => `<Relationship Id="${id}" Type="${links}/${type}" Target="${target}"/>`;
  const cell = (value) => {
    if (typeof value === 'number') return `<c><v>${value}</v></c>`;
    if (value instanceof Date) return `<c s="1"><v>${Math.round(value / 86_400_000) + 25_569}</v></c>`;
    return `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const names = Object.keys(sheets);
  return zip({
    '_rels/.rels': `<Relationships>${rel('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${links}"><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => rel(`s${at}`, 'worksheet', `worksheets/s${at}.xml`))
      .join('')}${rel('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/s${at}.xml`,
        `<worksheet><sheetData>${sheets[name]
          .map((row) => `<row>${row.map(cell).join('')}</row>`)
          .join('')}</sheetData></worksheet>`,
      ]),
    ),
  });
}

/** Names of the parts of an XLSX and the text of one, by its central directory. */
function unzip(file) {
  const bytes = fs.readFileSync(file);
  const parts = {};
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const packed = bytes.readUInt32LE(at + 20);
    const label = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.subarray(at + 46, at + 46 + label).toString();
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + packed);
    parts[name] = (bytes.readUInt16LE(at + 10) === 0 ? body : zlib.inflateRawSync(body)).toString();
    at += 46 + label + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

const count = (page, title) => page.getByLabel('各种结果的行数').getByRole('listitem').filter({ hasText: title });

async function wizard({ page, login, server }) {
  await toImports(page, login, server);
  const file = written(
    server,
    '双城区企业.xlsx',
    workbook({
      说明: [['本表由各镇填报，截至二〇二六年九月']],
      企业: [
        ['双城区企业名单'],
        ['序号', '全称', '统一社会信用代码', '住所', '成立日期', '联系电话'],
        [1, '双城区青禾粮油加工厂', '', '哈尔滨市双城区承旭街1号', new Date('2019-01-04'), 13800000000],
        [2, '双城区长风木业有限公司', '', '哈尔滨市双城区承旭街2号', new Date('2020-05-06'), 13800000001],
        [3, '双城区长风木业有限公司', '', '哈尔滨市双城区承旭街2号', new Date('2020-05-06'), 13800000001],
        [4, '无处企业', '', '未详', new Date('2020-05-06'), ''],
        [5, '双城区错码厂', 912301031234567890, '哈尔滨市双城区承旭街5号', '', ''],
      ],
    }),
  );
  await page.getByLabel(kChoose).setInputFiles(file);
  await page.getByText('表头在第几行').waitFor();
  assert.match(page.url(), /\/ledger\/imports\/[0-9a-f-]+$/, 'the file has an address of its own');
  await page.getByText('本表由各镇填报').waitFor();
  await page.getByText('还缺少：企业名称').waitFor();
  await page.getByLabel('工作表').selectOption('企业');
  await page.getByText('双城区青禾粮油加工厂').waitFor();
  await page.getByText('2019-01-04').waitFor();
  await page.getByText('还缺少：企业名称').waitFor();
  assert.deepEqual(await seriousFindings(page), [], 'columns');

  // 全称 is no header that is known; somebody says what it is.
  await page.getByLabel('“全称”对应').selectOption('企业名称');
  await page.getByText(/^▲ 还缺少/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '核对（不写入台账）' }).click();
  await page.getByText('核对完毕，台账还没有改动').waitFor();
  await count(page, '新增').getByText('2', { exact: true }).waitFor();
  await count(page, '未采用').getByText('2', { exact: true }).waitFor();
  await count(page, '未采用').getByRole('button').click();
  const lost = page.getByRole('row').filter({ hasText: '双城区错码厂' });
  await lost.getByText('单元格 C7').waitFor();
  await lost.getByText('7', { exact: true }).waitFor();
  assert.equal(await page.getByText('与第').count(), 0, 'the repeated row is not among those not taken');
  assert.deepEqual(await seriousFindings(page), [], 'trial');
  const address = page.url();

  const other = page.context().pages().length;
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByPlaceholder(/按企业名称/).fill('青禾粮油');
  await page.getByText('没有符合“青禾粮油”的企业').waitFor();
  assert.equal(page.context().pages().length, other);
  await page.goto(address);
  await page.getByText('核对完毕，台账还没有改动').waitFor();

  await page.getByRole('button', { name: '写入台账（2 家有变化）' }).click();
  await page.getByText('已经写入台账').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载核对报告' }).click();
  const report = fs.readFileSync(await (await download).path(), 'utf8');
  assert.match(report, /7,912301031234568000,双城区错码厂,未导入,单元格 C7/);
  await page.getByRole('link', { name: '到企业台账查看' }).click();
  await page.getByPlaceholder(/按企业名称/).fill('青禾粮油');
  await page.getByRole('link', { name: '双城区青禾粮油加工厂' }).waitFor();

  // The next file of its kind is read as this one was.
  await page.getByRole('link', { name: '台账导入' }).first().click();
  await page
    .getByLabel(kChoose)
    .setInputFiles(
      written(
        server,
        '再报.csv',
        '序号,全称,统一社会信用代码,住所,成立日期,联系电话\n1,双城区甲厂,,哈尔滨市双城区承旭街9号,,\n',
      ),
    );
  await page.getByText('已按上次导入这种表头的方式对应').waitFor();
  await page.getByRole('button', { name: '放弃这个文件' }).click();
  await page.getByRole('heading', { name: '台账导入' }).waitFor();
  assert.equal(await page.getByRole('link', { name: '再报.csv' }).count(), 0);
}

/** The whole of it without a mouse. */
async function keyboard({ page, login, server }) {
  // Listened for early: the browser hands its dialogs over only some time after the first listener has come.
  page.on('filechooser', () => {});
  await toImports(page, login, server);
  await page.getByRole('link', { name: '双城区企业.xlsx' }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel(kChoose).press('Enter');
  await (
    await chooser
  ).setFiles(written(server, 'keys.csv', '企业名称,注册地址\n双城区键盘厂,哈尔滨市双城区承旭街11号\n'));
  await page.getByText('表头在第几行').waitFor();
  const press = async (name) => {
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (text.startsWith(name)) break;
    }
    await page.keyboard.press('Enter');
  };
  await press('核对');
  await page.getByText('核对完毕').waitFor();
  await page.locator('body').click({ position: { x: 2, y: 400 } });
  await press('写入台账');
  await page.getByText('已经写入台账').waitFor();
}

async function badFiles({ page, login, server }) {
  await toImports(page, login, server);
  const choose = (name, bytes) => page.getByLabel(kChoose).setInputFiles(written(server, name, bytes));
  const alert = page.getByRole('alert');
  await choose('list.pdf', '%PDF');
  await alert.getByText('请选择 .csv 或 .xlsx 文件').waitFor();
  await choose('empty.csv', '');
  await alert.getByText('文件是空的').waitFor();
  await choose('old.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
  await alert.getByText('另存为不加密码的 .xlsx').waitFor();
  const whole = workbook({
    企业: [
      ['企业名称', '注册地址'],
      ['甲', '乙'],
    ],
  });
  await choose('cut.xlsx', whole.subarray(0, whole.length - 40));
  await alert.getByText('文件不完整').waitFor();
  await choose('other.csv', '代号,备注\n1,2\n');
  await page.getByText('还缺少：企业名称、统一社会信用代码或者注册地址').waitFor();
  await page.getByRole('button', { name: '核对（不写入台账）' }).click();
  await alert.getByText('表头缺少：企业名称').waitFor();
  await page.goto('/ledger/imports/none');
  await page.getByRole('heading', { name: '没有找到' }).waitFor();
}

async function noDuty({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.goto('/ledger/imports');
  await page.getByText('导入由各级台账管理人员办理').waitFor();
  assert.equal(await page.getByLabel(kChoose).count(), 0);
  await page.goto('/ledger/imports/none');
  await page
    .getByRole('alert')
    .getByText(/没有查看权限|没有找到/)
    .first()
    .waitFor();
}

async function exported({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByRole('row').nth(3).waitFor();
  let download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 XLSX' }).click();
  const xlsx = await download;
  assert.match(xlsx.suggestedFilename(), /^企业台账-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const sheet = unzip(await xlsx.path())['xl/worksheets/sheet1.xml'];
  const rows = (sheet.match(/<row /g) ?? []).length;
  download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 CSV' }).click();
  const csv = fs
    .readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  assert.ok(csv[0].startsWith('\uFEFF企业名称,统一社会信用代码,所在市县'), csv[0]);
  assert.ok(csv.length > 30, 'more than the page shows');
  assert.equal(rows, csv.length, 'both have every row and the titles');
}

const rowTexts = (page) => page.locator('tbody tr').allInnerTexts();
/** Until rows are shown and each of them has the words. */
const everyRow = (page, words) =>
  page.waitForFunction((text) => {
    const shown = [...document.querySelectorAll('tbody tr')];
    return shown.length > 0 && shown.every((row) => row.innerText.includes(text));
  }, words);

/** Filters stand in the address: a reload, a link and "back" lead to the same rows. */
async function filtered({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByRole('row').nth(3).waitFor();
  const box = (label) => page.getByRole('combobox', { name: label, exact: true });
  const choose = async (label, option) => {
    await box(label).locator('xpath=ancestor::*[contains(@class,"el-select__wrapper")]').click();
    await page.getByRole('option', { name: option }).filter({ visible: true }).click();
    await page.waitForFunction(
      () => ![...document.querySelectorAll('.el-select-dropdown')].some((one) => one.offsetParent !== null),
    );
  };
  await choose('风险等级', 'A 级（红）');
  await page.waitForURL(/grade=a/);
  await everyRow(page, 'A 级（红）');
  await choose('行业', 'C 制造业');
  await page.waitForURL(/industry=C/);
  await everyRow(page, 'A 级（红）');
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('tbody tr')];
    return (
      shown.length > 0 && shown.every((row) => [...row.cells].some((cell) => /^C\d{4} /.test(cell.innerText.trim())))
    );
  });
  const rows = await rowTexts(page);
  assert.deepEqual(await seriousFindings(page), [], 'filters');

  await page.reload();
  await everyRow(page, 'A 级（红）');
  assert.deepEqual(await rowTexts(page), rows, 'a reload keeps the rows');
  await page.getByText('C 制造业', { exact: true }).filter({ visible: true }).waitFor();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: '可以办理' }).waitFor();
  await page.goBack();
  await everyRow(page, 'A 级（红）');
  assert.deepEqual(await rowTexts(page), rows, '"back" leads to the same rows');
  await choose('登记状态', '吊销');
  await page.getByText('没有符合条件的企业').waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByRole('row').nth(3).waitFor();
  assert.equal(new URL(page.url()).search, '');
}

/** Letters find names by their sounds; arrows walk from the search into the rows; no mouse. */
async function initials({ page, login, server }) {
  await login(page, accountsOf(server)['daoli-officer']);
  await page.getByRole('link', { name: '企业台账', exact: true }).click();
  await page.getByRole('row').nth(3).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('dlbc');
  await page.waitForURL(/text=dlbc/);
  const found = () =>
    page.waitForFunction(() => {
      const shown = [...document.querySelectorAll('tbody tr')];
      return shown.length > 0 && shown.every((row) => /道里(北辰|冰城)/.test(row.innerText));
    });
  await found();
  const first = await page.getByRole('row').nth(1).getByRole('link').innerText();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: first, level: 1 }).waitFor();
  await page.goBack();
  await found();
  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('zzzz');
  await page.getByText('没有符合“zzzz”的企业').waitFor();
}

export const tests = {
  'a workbook: sheet, columns, trial, import, report, and the next file remembered': wizard,
  'an import without a mouse': keyboard,
  'files that cannot be read say why': badFiles,
  'who may not import is told whom to ask': noDuty,
  'export of the whole list, both kinds': exported,
  'filters in the address: reload, back, nothing found': filtered,
  'names by the initials of their sounds, arrows into the rows': initials,
};
