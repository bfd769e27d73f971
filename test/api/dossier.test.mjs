// What a dossier gathers, through the interface: who may record it and who may not; the same number for two
// enterprises; the documents and figures of an enterprise as different people see them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accountsOf, startServer } from '../e2e/harness.mjs';
import { File, Person, uuidv7 } from './client.mjs';

const kDay = 86_400_000;
const dayFromNow = (days) => new Date(Date.now() + 8 * 3_600_000 + days * kDay).toISOString().slice(0, 10);

/** The seven commands in an order in which each is lawful after the one before. */
const kCommands = [
  [
    'RecordLicence',
    {
      licence_id: 'l1',
      kind: 'chemicals_operation',
      number: '（演示）危化经字9001',
      issuer: '哈尔滨市应急管理局',
      valid_from: dayFromNow(-10),
      valid_until: dayFromNow(400),
    },
  ],
  ['EndLicence', { licence_id: 'l1', ended_on: dayFromNow(0), ended_by: 'cancelled' }],
  ['RecordHazardSource', { source_id: 'h1', name: '液氨储罐', grade: 'third', assessed_on: dayFromNow(-30) }],
  ['CloseHazardSource', { source_id: 'h1', closed_on: dayFromNow(0) }],
  ['RecordKeyPerson', { person_id: 'p1', role: 'principal', name: '孙辛九', valid_until: dayFromNow(300) }],
  ['EndKeyPerson', { person_id: 'p1', left_on: dayFromNow(0) }],
  ['GradeEnterprise', { grade: 'b', reasons: '使用液氨，去年发现过重大事故隐患' }],
];

let server;
let people;
const as = (account) => Person.signIn(server.url, people[account]);
before(async () => {
  server = await startServer();
  people = accountsOf(server);
});
after(() => server?.stop());

async function registered(person, division, id = uuidv7(), name = `示范冷冻食品有限公司${uuidv7().slice(-6)}`) {
  const file = new File(`enterprise/${id}`);
  await file.accepted(person, 'RegisterEnterprise', { name, division, status: 'operating' });
  return file;
}

test('each command is the registrar’s and the investigator’s of the place, and nobody else’s', async () => {
  const registrar = await as('daoli-registrar');
  const file = await registered(registrar, '230102');
  const others = await Promise.all(
    ['nangang-officer', 'daoli-reviewer', 'daoli-presider', 'province-admin', 'province-supervisor'].map(as),
  );
  const officer = await as('daoli-officer');
  const nobody = Object.assign(new Person(), { url: server.url, cookie: '', csrf: '' });
  for (const [at, [command, payload]] of kCommands.entries()) {
    const unknown = await nobody.give(command, file.stream, file.version, payload);
    assert.equal(unknown.status, 401, `${command} of nobody: ${JSON.stringify(unknown.body)}`);
    for (const person of others) {
      const { status, body } = await person.give(command, file.stream, file.version, payload);
      assert.equal(status, 403, `${command} of ${person.caller.name}: ${JSON.stringify(body)}`);
    }
    await file.accepted(at % 2 === 0 ? registrar : officer, command, payload);
  }
  const view = await officer.read(`/api/${file.stream.replace('enterprise', 'enterprises')}`);
  assert.equal(view.enterprise.version, 1 + kCommands.length);
  assert.deepEqual(
    [view.licences[0].ended_by, view.hazard_sources[0].closed_on, view.key_people[0].left_on, view.grading.grade],
    ['cancelled', dayFromNow(0), dayFromNow(0), 'b'],
  );
  assert.equal(view.personal[view.key_people[0].name], '孙辛九', 'a name is no part of the journal');
  const found = await officer.read('/api/enterprises?grade=b&size=200');
  assert.ok(found.items.some((item) => `enterprise/${item.id}` === file.stream && item.grade === 'b'));
  const none = await officer.read('/api/enterprises?grade=c&size=200');
  assert.ok(!none.items.some((item) => `enterprise/${item.id}` === file.stream));
});

test('a term over three years and special work without a certificate are refused with their articles', async () => {
  const registrar = await as('daoli-registrar');
  const file = await registered(registrar, '230102');
  const [, licence] = kCommands[0];
  const long = { ...licence, kind: 'safety_production', valid_until: dayFromNow(-10 + 3 * 366) };
  await file.refused(registrar, 'RecordLicence', long, 'licence.term_too_long');
  const worker = { person_id: 'p1', role: 'special_worker', name: '孙辛九' };
  await file.refused(registrar, 'RecordKeyPerson', worker, 'key_person.unqualified');
});

test('enterprises of one millisecond and one number are all registered', async () => {
  const registrar = await as('province-registrar');
  const head = uuidv7().slice(0, 21); // time, the first random bits, and those of the variant
  const ids = [...Array(8)].map((_, at) => `${head}0${at}-${uuidv7().slice(-12)}`);
  const name = `同时登记的企业${uuidv7().slice(-6)}`;
  await Promise.all(ids.map((id, at) => registered(registrar, '230102', id, `${name}第${at}家`)));
  const { items } = await registrar.read(`/api/enterprises?text=${encodeURIComponent(name)}&size=50`);
  assert.deepEqual(items.map((item) => item.id).sort(), ids.sort());
});

test('filters say what they do not understand, and lists stay within the place', async () => {
  const officer = await as('nangang-officer');
  for (const query of ['grade=e', 'status=open', 'industry=Z9', 'industry=甲']) {
    const { status } = await officer.request('GET', `/api/enterprises?${encodeURI(query)}`);
    assert.equal(status, 400, query);
  }
  for (const query of ['grade=a', 'industry=C', 'status=operating', 'text=ngbc']) {
    const { items } = await officer.read(`/api/enterprises?${query}&size=200`);
    assert.ok(
      items.every((item) => item.division === '230103'),
      query,
    );
  }
});

test('documents and figures of an enterprise: all of them for its place, none for another', async () => {
  const officer = await as('daoli-officer');
  const { rows } = await officer.read('/api/cases?status=closed&size=100');
  const file = rows.find((row) => row.enterprise && row.fine_fen > 0);
  const view = await officer.read(`/api/enterprises/${file.enterprise}`);
  assert.equal(view.quarters.length, 12);
  const sum = (key) => view.quarters.reduce((total, one) => total + one[key], 0);
  assert.equal(sum('inspections'), view.inspections.length, 'the demonstration is younger than three years');
  assert.equal(
    sum('findings'),
    view.inspections.reduce((total, row) => total + row.findings, 0),
  );
  assert.equal(sum('cases'), view.cases.length);
  assert.equal(
    sum('fine_fen'),
    view.cases.reduce((total, row) => total + row.fine_fen, 0),
  );
  const list = await officer.read(`/api/enterprises/${file.enterprise}/documents`);
  assert.equal(list.more, false);
  const expected = [];
  for (const [folder, files] of [
    ['inspection', view.inspections],
    ['case', view.cases],
  ]) {
    for (const one of files) {
      const own = await officer.read(`/api/${folder}s/${one.id}/documents`);
      for (const row of own.rows) {
        if (['issued', 'to_sign'].includes(row.status)) expected.push(`${folder}/${one.id} ${row.kind} ${row.subject}`);
      }
    }
  }
  assert.ok(expected.length > 0, 'there are documents');
  const got = list.rows.map((row) => `${row.stream} ${row.document.kind} ${row.document.subject}`);
  assert.deepEqual([...got].sort(), expected.sort());
  const days = list.rows.map((row) => row.document.dated ?? '9999');
  assert.deepEqual(days, [...days].sort().reverse(), 'the newest first');
  const stranger = await as('nangang-officer');
  for (const path of ['', '/documents']) {
    const { status, body } = await stranger.request('GET', `/api/enterprises/${file.enterprise}${path}`);
    assert.ok([403, 404].includes(status), `${path}: ${status} ${JSON.stringify(body)}`);
    const unknown = await fetch(`${server.url}/api/enterprises/${file.enterprise}${path}`);
    assert.equal(unknown.status, 401);
  }
});
