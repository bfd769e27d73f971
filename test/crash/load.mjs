// Commands as people give them, on files of their own, until the server is gone: what was acknowledged, what was not
// answered.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../api/client.mjs';

const kPatience = 120_000; // milliseconds for one answer
const kDay = 86_400_000;
const dayFromNow = (days) => new Date(Date.now() + 8 * 3_600_000 + days * kDay).toISOString().slice(0, 10);

/** The acts of an inspection that becomes a case; the last one writes to both streams. */
function* inspecting({ officer, second, head, enterprise, certificates }) {
  const inspection = `inspection/${uuidv7()}`;
  const both = [officer.caller.officer, second.caller.officer];
  const { division } = enterprise;
  const { body } = officer.caller;
  const trigger = { trigger: 'plan', trigger_reference: '年度监督检查计划第一项' };
  yield [
    officer,
    inspection,
    'OpenInspection',
    { body, enterprise: enterprise.id, division, ...trigger, officers: both },
  ];
  yield [head, inspection, 'ApproveScheme', { items: [{ id: 'i1', text: '警示标志', violation: 'wsl.99.1' }] }];
  const met = { person_in_charge: '李丙丁', person_role: '厂长', certificates };
  yield [officer, inspection, 'BeginOnSite', met];
  yield [officer, inspection, 'RecordItem', { item: 'i1', result: 'failed', note: '' }];
  const finding = { id: 'f1', item: 'i1', violation: 'wsl.99.1', description: '没有警示标志', place: '冲压车间' };
  const evidence = [{ sha256: randomBytes(32).toString('hex'), caption: '现场照片' }];
  yield [officer, inspection, 'RecordFinding', { ...finding, major_hazard: false, evidence }];
  const charge = {
    id: 'c1',
    violation: 'wsl.99.1',
    act: 'a1',
    facts: '未设置警示标志',
    parties: ['p1'],
    finding: 'f1',
  };
  const today = dayFromNow(0);
  const charged = { act_from: today, act_until: today, triggers: [], major_hazard: false, gains_refundable: false };
  const source = { source: 'inspection', reference: '现场检查记录', inspection: inspection.split('/')[1] };
  const parties = [{ id: 'p1', kind: 'unit', name: enterprise.name, enterprise: enterprise.id, subject: 'unit' }];
  yield [
    head,
    `case/${uuidv7()}`,
    'FileCase',
    {
      ...source,
      body,
      division,
      discovered_on: today,
      investigators: both,
      parties,
      charges: [{ ...charge, ...charged }],
    },
  ];
}

/** An enterprise and its changes, each with personal data. */
function* registering({ registrar }) {
  const enterprise = `enterprise/${uuidv7()}`;
  const name = `示范冲压制造有限公司${enterprise.slice(-8)}`;
  const person = () => `王${randomBytes(3).toString('hex')}`;
  yield [registrar, enterprise, 'RegisterEnterprise', { name, division: '230102', legal_representative: person() }];
  for (let i = 0; i < 5; i += 1)
    yield [
      registrar,
      enterprise,
      'UpdateEnterprise',
      { legal_representative: person(), phone: `139${10_000_000 + i}` },
    ];
}

/** Sends a command: its answer, or nothing when none came. What is refused is a fault of this file. */
export async function send(url, command) {
  let answer;
  try {
    const { cookie, csrf } = command.person;
    const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(kPatience);
    const request = { method: 'POST', headers, body: JSON.stringify(command.envelope), signal };
    const response = await fetch(`${url}/api/command/${command.name}`, request);
    answer = { status: response.status, body: await response.json() };
  } catch {
    return undefined;
  }
  assert.equal(answer.status, 200, `${command.name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/**
 * Gives commands from several hands until an answer does not come. `given` grows: {name, person, envelope, answer}; the
 * answer is absent of what was not acknowledged.
 */
export async function giveUntilGone(url, world, hands, given) {
  const work = async (hand) => {
    for (;;) {
      const versions = new Map();
      for (const [person, stream, name, payload] of hand % 2 ? registering(world) : inspecting(world)) {
        const expected_version = versions.get(stream) ?? 0;
        const command = { name, person, envelope: { command_id: uuidv7(), stream, expected_version, payload } };
        given.push(command);
        command.answer = await send(url, command);
        if (command.answer === undefined) return;
        versions.set(stream, command.answer.version);
      }
    }
  };
  await Promise.all(Array.from({ length: hands }, (_, hand) => work(hand)));
}
