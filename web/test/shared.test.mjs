// The pure parts of shared/, compiled on the fly: money, dates, ids, hashes.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const shared = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../shared');
async function load(name) {
  const { code } = await transform(fs.readFileSync(path.join(shared, `${name}.ts`), 'utf8'), {
    loader: 'ts',
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
const format = await load('format');
const { Sha256 } = await load('sha256');
const { uuidv7 } = await load('uuid');
const { patientFetch } = await load('api/patient');

test('money is shown in yuan and read back to the fen', () => {
  for (const [fen, text] of [
    [0, '0'],
    [1, '0.01'],
    [100, '1'],
    [1234567, '12,345.67'],
    [10_000_000_000, '100,000,000'],
    [-150, '-1.50'],
  ]) {
    assert.equal(format.yuan(fen), text);
  }
  for (const [text, fen] of [
    ['12,345.67', 1234567],
    ['5万', 5_000_000],
    ['1.2万元', 1_200_000],
    ['0.3', 30],
    ['200', 20_000],
    ['0.0001万', 100],
  ]) {
    assert.equal(format.parseYuan(text), fen, text);
  }
  for (const text of ['', 'abc', '1.234', '-5', '1..2', '0.0000001万', '99999999999999999'])
    assert.equal(format.parseYuan(text), null, text);
});

test('dates are typed as digits, and a day that does not exist is none', () => {
  assert.equal(format.parseDay('20260930'), '2026-09-30');
  assert.equal(format.parseDay('2026-9-3'), '2026-09-03');
  assert.equal(format.parseDay('2026年2月28日'), '2026-02-28');
  assert.equal(format.parseDay('0930', 2026), '2026-09-30');
  assert.equal(format.parseDay('930', 2026), '2026-09-30');
  for (const text of ['20260230', '20261301', '2026', '12345678901', ''])
    assert.equal(format.parseDay(text, 2026), null, text);
  assert.equal(format.parseTime('1405'), '14:05');
  assert.equal(format.parseTime('905'), '09:05');
  assert.equal(format.parseTime('2460'), null);
});

test('a legal day begins at midnight of +08:00', () => {
  assert.equal(format.dayOf(Date.parse('2026-09-29T15:59:59Z')), '2026-09-29');
  assert.equal(format.dayOf(Date.parse('2026-09-29T16:00:00Z')), '2026-09-30');
  assert.equal(format.instantOf('2026-09-30', '00:00'), Date.parse('2026-09-29T16:00:00Z'));
  assert.equal(format.daysBetween('2026-09-30', '2026-10-13'), 13);
  assert.equal(format.plusDays('2026-12-31', 1), '2027-01-01');
});

test('articles are numbered as statutes number them', () => {
  for (const [value, text] of [
    [1, '一'],
    [10, '十'],
    [14, '十四'],
    [20, '二十'],
    [101, '一百零一'],
    [114, '一百一十四'],
    [1010, '一千零一十'],
  ]) {
    assert.equal(format.chineseNumeral(value), text);
  }
});

test('SHA-256 agrees with the reference at every border of a block', () => {
  for (const length of [0, 1, 3, 55, 56, 63, 64, 65, 119, 128, 100_000]) {
    const bytes = Buffer.alloc(length, 0xa7);
    assert.equal(new Sha256().update(bytes).hex(), createHash('sha256').update(bytes).digest('hex'), `${length} bytes`);
    const pieces = new Sha256().update(bytes.subarray(0, length >> 1)).update(bytes.subarray(length >> 1));
    assert.equal(pieces.base64(), createHash('sha256').update(bytes).digest('base64'), `${length} bytes in pieces`);
  }
});

test('a UUIDv7 begins with its time and tells version and variant', () => {
  const id = uuidv7(0x0123456789ab);
  assert.match(id, /^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(id, uuidv7(0x0123456789ab));
});

test('what only reads is asked again when the network drops out for a moment, what changes something is not', async () => {
  const ask = async (method, failures) => {
    let asked = 0;
    const before = globalThis.fetch;
    globalThis.fetch = async () => {
      asked += 1;
      if (asked <= failures) throw new TypeError('network');
      return 'answer';
    };
    try {
      return { asked: () => asked, answer: await patientFetch('/x', { method }).catch((error) => error.message) };
    } finally {
      globalThis.fetch = before;
    }
  };
  for (const [method, failures, times, answer] of [
    ['GET', 0, 1, 'answer'],
    ['GET', 2, 3, 'answer'],
    ['GET', 3, 3, 'network'],
    ['POST', 1, 1, 'network'],
  ]) {
    const told = await ask(method, failures);
    assert.deepEqual([told.asked(), told.answer], [times, answer], `${method} ${failures}`);
  }
});

test('what is copied out of a table becomes rows, and a plain line stays a line', async () => {
  const { tableOf, namesIn, partyOfRow } = await load('table');
  assert.equal(tableOf('一行文字'), null);
  assert.deepEqual(tableOf('甲\t1\r\n乙\t2\r\n\r\n'), [
    ['甲', '1'],
    ['乙', '2'],
  ]);
  assert.deepEqual(tableOf('甲\n乙'), [['甲'], ['乙']]);
  assert.deepEqual(namesIn('周甲一、吴乙二\n周甲一 郑丙三'), ['周甲一', '吴乙二', '郑丙三']);
  assert.deepEqual(partyOfRow(['示范涂料有限公司', '91230102ma00000001']), {
    kind: 'unit',
    name: '示范涂料有限公司',
    number: '91230102MA00000001',
  });
  assert.equal(partyOfRow(['孙辛九', '23010219800101001x']).kind, 'person');
  assert.equal(partyOfRow(['孙辛九']).kind, 'person');
  assert.equal(partyOfRow(['示范涂料有限公司']).kind, 'unit');
  assert.equal(partyOfRow(['', '1']), null);
});
