// The enforcement loop through the interface, from an imported list to a closed case, on each database.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountsOf, startServer, xiezhi } from '../e2e/harness.mjs';
import { dropDatabase, newDatabase } from '../tool/product.mjs';
import { File, Person, uuidv7 } from './client.mjs';

const kDay = 86_400_000;
const dayFromNow = (days) => new Date(Date.now() + 8 * 3_600_000 + days * kDay).toISOString().slice(0, 10);

async function importOne(registrar) {
  const name = `示范冲压制造有限公司${uuidv7().slice(-6)}`;
  const list = `企业名称,统一社会信用代码,注册地址,法定代表人\n${name},,黑龙江省哈尔滨市道里区新阳路一百号,张甲乙\n,,没有名称,\n`;
  const begun = await registrar.request('POST', '/api/ledger/imports?name=list.csv', list, 'text/csv');
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  for (let waited = 0; ; waited += 50) {
    const job = await registrar.read(`/api/ledger/imports/${begun.body.id}`);
    if (job.state === 'done') break;
    assert.ok(waited < 20_000 && job.state === 'running', JSON.stringify(job));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const page = await registrar.read(`/api/enterprises?text=${encodeURIComponent(name)}`);
  assert.deepEqual(
    page.items.map((item) => item.name),
    [name],
  );
  return page.items[0];
}

async function inspect({ officer, second, head }, enterprise) {
  const file = new File(`inspection/${uuidv7()}`);
  const opening = {
    body: officer.caller.body,
    enterprise: enterprise.id,
    division: enterprise.division,
    trigger: 'plan',
    trigger_reference: '年度监督检查计划第一项',
    officers: [officer.caller.officer, second.caller.officer],
  };
  await file.refused(
    officer,
    'OpenInspection',
    { ...opening, officers: [officer.caller.officer] },
    'inspection.too_few_officers',
  );
  await file.accepted(officer, 'OpenInspection', opening);
  const scheme = { items: [{ id: 'i1', text: '警示标志', violation: 'wsl.99.1' }] };
  await file.refused(officer, 'ApproveScheme', scheme, 'scheme.not_by_approver');
  await file.accepted(head, 'ApproveScheme', scheme);
  const { rows } = await officer.read(`/api/officers?body=${officer.caller.body}`);
  const certificates = [officer, second].map((person) => ({
    officer: person.caller.officer,
    number: rows.find((row) => row.id === person.caller.officer).certificates[0].number,
  }));
  await file.accepted(officer, 'BeginOnSite', { person_in_charge: '李丙丁', person_role: '厂长', certificates });
  await file.accepted(officer, 'RecordItem', { item: 'i1', result: 'failed', note: '' });
  await file.accepted(officer, 'RecordFinding', {
    id: 'f1',
    item: 'i1',
    violation: 'wsl.99.1',
    description: '压力机旁没有警示标志',
    place: '冲压车间',
    major_hazard: false,
    evidence: [{ sha256: '0'.repeat(64), caption: '现场照片' }],
  });
  await file.accepted(officer, 'GiveFeedback', { person: '李丙丁', opinion: '属实' });
  await file.accepted(officer, 'OrderCorrection', {
    id: 'o1',
    findings: ['f1'],
    requirements: '设置标志',
    deadline: dayFromNow(10),
  });
  for (const person of [officer, second]) await file.accepted(person, 'SignByOfficer', {});
  await file.accepted(officer, 'SignByEnterprise', { person: '李丙丁' });
  await file.refused(officer, 'CloseInspection', { summary: '完' }, 'close.finding_without_exit');
  await file.accepted(officer, 'Reinspect', {
    finding: 'f1',
    corrected: true,
    note: '已设置',
    officers: [officer.caller.officer, second.caller.officer],
  });
  return file;
}

async function decideCase({ officer, second, head, reviewer, deputy }, enterprise, inspection) {
  const file = new File(`case/${uuidv7()}`);
  const today = dayFromNow(0);
  await file.accepted(head, 'FileCase', {
    source: 'inspection',
    reference: '现场检查记录',
    inspection: inspection.stream.split('/')[1],
    body: head.caller.body,
    division: enterprise.division,
    discovered_on: today,
    investigators: [officer.caller.officer, second.caller.officer],
    parties: [{ id: 'p1', kind: 'unit', name: enterprise.name, enterprise: enterprise.id, subject: 'unit' }],
    charges: [
      {
        id: 'c1',
        violation: 'wsl.99.1',
        act: 'a1',
        facts: '未设置警示标志',
        parties: ['p1'],
        finding: 'f1',
        act_from: today,
        act_until: today,
        triggers: [],
        major_hazard: false,
        gains_refundable: false,
      },
    ],
  });
  inspection.version += 1;
  await file.accepted(officer, 'CollectEvidence', {
    id: 'e1',
    kind: 'site_record',
    caption: '现场检查记录',
    charges: ['c1'],
    officers: [officer.caller.officer, second.caller.officer],
    certificates_shown: true,
    new_facts: false,
    lawful_means: true,
  });
  await file.accepted(officer, 'VerifyEvidence', { evidence: 'e1', verified: true, note: '属实' });
  const plain = { complex: false, major: false, public_interest: false, suspected_crime: false, harms_life: false };
  await file.accepted(officer, 'EndInvestigation', { character: { ...plain, complex: true }, conclusion: '事实清楚' });
  await weighed(officer, file);
  const sanctions = [{ charge: 'c1', kind: 'fine', amount_fen: 2_000_000 }];
  await file.accepted(officer, 'GiveNotice', {
    id: 'n1',
    party: 'p1',
    facts: '未设置警示标志',
    grounds: '安全生产法第九十九条第一项',
    sanctions,
    defence_offered: true,
    hearing_offered: false,
  });
  const decision = {
    number: 'auto',
    party: 'p1',
    verdicts: [{ charge: 'c1', ruling: 'penalty', conditions: [], reason: '事实清楚' }],
    sanctions,
    correction: 'already_done',
    remedies: { reconsideration_days: 60, litigation_months: 6, reconsideration_first: false },
  };
  await file.refused(
    head,
    'Decide',
    decision,
    'decision.response_term_running',
    'decision.review_missing',
    'decision.deliberation_missing',
  );
  await file.accepted(officer, 'WaiveDefence', { party: 'p1', statement: '放弃陈述申辩和听证', hearing: true });
  await file.accepted(reviewer, 'ReviewLegality', { passed: true, opinion: '合法' });
  await file.accepted(head, 'Deliberate', {
    members: [head.caller.officer, deputy.caller.officer],
    conclusion: '同意',
  });
  await file.accepted(head, 'Decide', decision);
  await file.accepted(officer, 'ServeDecision', { party: 'p1', method: 'direct' });
  await file.refused(head, 'CloseCase', { summary: '完' }, 'close.fine_unpaid');
  await file.accepted(officer, 'RecordPayment', {
    party: 'p1',
    amount_fen: 2_000_000,
    paid_on: today,
    channel: 'bank',
    receipt: '00012345',
  });
  await file.accepted(head, 'CloseCase', { summary: '罚款缴清' });
  return file;
}

/** Three places of ordinary danger: 20 to 50 % of fifty thousand yuan. */
async function weighed(officer, file) {
  const address = `/api/cases/${file.stream.split('/')[1]}/discretion`;
  const asked = { party: 'p1', charge: 'c1', facts: {}, circumstances: [], conditions: [] };
  const empty = await officer.request('POST', address, asked);
  assert.equal(empty.status, 200, JSON.stringify(empty.body));
  assert.deepEqual(
    empty.body.explanation.benchmark.facts.map((fact) => fact.name),
    ['涉及设备设施数量', '设备设施危险程度'],
  );
  assert.equal(empty.body.explanation.problem.code, 'missing');
  const facts = { 涉及设备设施数量: 3, 设备设施危险程度: '一般' };
  const told = await officer.request('POST', address, { ...asked, facts, circumstances: ['repeated'] });
  const { tier, allowed, recommended_fen: recommended, nearest } = told.body.explanation;
  assert.equal(tier.name, '一般');
  assert.deepEqual(allowed, { low: 1_000_000, high: 2_500_000 });
  assert.ok(recommended > 1_750_000 && recommended <= 2_500_000, `a repetition weighs: ${recommended}`);
  assert.ok(nearest.some((one) => one.changes[0].to === '2'));
  assert.equal(told.body.comparable.count >= 0, true);
  await file.accepted(officer, 'WeighPenalty', {
    party: 'p1',
    charge: 'c1',
    facts: Object.entries(facts).map(([name, value]) => ({ name, value: String(value) })),
    circumstances: ['repeated'],
  });
  await file.refused(
    officer,
    'GiveNotice',
    {
      id: 'n1',
      party: 'p1',
      facts: '未设置警示标志',
      grounds: '安全生产法第九十九条第一项',
      sanctions: [{ charge: 'c1', kind: 'fine', amount_fen: 2_500_001 }],
      defence_offered: true,
      hearing_offered: false,
    },
    'sanction.outside_band',
  );
}

async function sameIdTwice(officer, inspection) {
  const envelope = {
    command_id: uuidv7(),
    stream: inspection.stream,
    expected_version: inspection.version,
    payload: { summary: '问题均已处理' },
  };
  const first = await officer.request('POST', '/api/command/CloseInspection', envelope);
  assert.equal(first.status, 200, JSON.stringify(first.body));
  const again = await officer.request('POST', '/api/command/CloseInspection', envelope);
  assert.deepEqual(again.body, first.body, 'the same id gives the same answer');
  const other = await officer.request('POST', '/api/command/CloseInspection', {
    ...envelope,
    payload: { summary: '别的' },
  });
  assert.equal(other.status, 409, 'the same id with another body is an error');
}

async function strangers(people, url, inspection) {
  const id = inspection.stream.split('/')[1];
  assert.equal((await fetch(`${url}/api/inspections/${id}`)).status, 401);
  const elsewhere = await people.stranger.request('GET', `/api/inspections/${id}`);
  assert.ok([403, 404].includes(elsewhere.status), `another county reads: ${elsewhere.status}`);
  const act = await people.stranger.give('CloseInspection', inspection.stream, inspection.version, { summary: '外县' });
  assert.equal(act.status, 403, 'another county acts');
}

async function walk(database) {
  const server = await startServer({ database });
  try {
    const accounts = accountsOf(server);
    const logins = {
      registrar: 'province-registrar',
      officer: 'daoli-officer',
      second: 'daoli-officer2',
      head: 'daoli-head',
      deputy: 'daoli-deputy',
      reviewer: 'daoli-reviewer',
      stranger: 'nangang-officer',
    };
    const people = {};
    for (const [role, login] of Object.entries(logins)) people[role] = await Person.signIn(server.url, accounts[login]);
    const enterprise = await importOne(people.registrar);
    const inspection = await inspect(people, enterprise);
    const file = await decideCase(people, enterprise, inspection);
    const view = await people.head.read(`/api/cases/${file.stream.split('/')[1]}`);
    assert.match(view.state.parties[0].track.decision.number, /应急罚〔\d{4}〕\d+号/);
    const dossier = await people.officer.read(`/api/enterprises/${enterprise.id}`);
    // Once more while the journal's sequencer holds its lock.
    await importOne(people.registrar);
    assert.equal(dossier.enterprise.penalties.length, 1);
    await strangers(people, server.url, inspection);
    await sameIdTwice(people.officer, inspection);
    await server.halt();
    xiezhi('journal', 'verify', '--database', server.database);
    xiezhi('rebuild', '--database', server.database, '--law', 'build/law/pack.json', '--check');
  } finally {
    await server.stop();
  }
}

test('the loop on SQLite', () => walk(undefined));

test('the loop on PostgreSQL', async () => {
  const database = newDatabase('postgres', '', 'api');
  await walk(database);
  dropDatabase(database);
});
