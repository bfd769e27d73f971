// What every form sends is what the core reads: each form is filled in, its payload decoded by core.wasm. A refusal is
// an
// answer; an error means that form and command have come apart. Needs build/wasm/core.wasm and build/law/pack.json.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { instantiate, measure } from '../../test/wasm/core.mjs';

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const kModule = process.env.XIEZHI_CORE_WASM ?? path.join(web, '../build/wasm/core.wasm');
const kPack = process.env.XIEZHI_PACK ?? path.join(web, '../build/law/pack.json');

let vite;
let spec;
let forms;
let core;
before(async () => {
  vite = await createServer({
    root: web,
    configFile: path.join(web, 'vite.config.ts'),
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const load = (name) => vite.ssrLoadModule(`/desk/forms/${name}.ts`);
  spec = await load('spec');
  const inspection = await load('inspection');
  const opening = {
    ...inspection.openInspection,
    finish: (values) => ({ ...values, body: 'b1', enterprise: 'e1', division: '230102' }),
  };
  forms = {
    inspection: { ...inspection.inspectionForms, OpenInspection: opening },
    case: {
      ...(await load('casefile')).caseForms,
      FileCase: (await load('filing')).fileCase,
      DecideSummarily: (await load('summary')).decideSummarily,
    },
  };
  forms.benchmark = {
    ...(await load('benchmark')).benchmarkForms,
    SaveBenchmarkDraft: { fields: [{ name: 'dmn', kind: 'text' }] }, // what the page of the table sends
  };
  forms.enterprise = { ...(await load('dossier')).dossierForms, ...(await load('enterprise')).enterpriseForms };
  forms.regulation = {
    ...(await load('regulation')).regulationForms,
    SaveRegulationDraft: {
      fields: [],
      finish: () => ({ content: { leniency: [], circumstances: [], figures: [] } }), // what the page of the list sends
    },
  };
  const { organisationForms } = await load('organisation');
  const named = (names) => Object.fromEntries(names.map((name) => [name, organisationForms[name]]));
  forms.body = named(['RegisterBody', 'AuthoriseBody', 'EntrustTeam', 'EndEntrustment']);
  forms.officer = named(['RegisterOfficer', 'IssueCertificate', 'RevokeCertificate', 'AssignDuties', 'EndService']);
  core = instantiate(measure(kModule).module);
  assert.equal(core.loadPack(fs.readFileSync(kPack, 'utf8')), '');
});
after(() => vite?.close());

const kHash = 'a'.repeat(64);
const kDay = '2026-09-30';
const finding = (id, status) => ({
  id,
  violation: 'wsl.99.1',
  description: '没有警示标志',
  place: '车间',
  major_hazard: false,
  evidence: [],
  status,
});
const charge = {
  id: 'c1',
  violation: 'wsl.99.1',
  act: 'a1',
  facts: '没有警示标志',
  parties: ['p1'],
  finding: null,
  act_from: kDay,
  act_until: kDay,
  triggers: [],
  major_hazard: false,
  gains_refundable: false,
  illegal_gains_fen: 100,
};
const inspection = {
  stream: 'inspection/i1',
  version: 9,
  names: {},
  personal: { [kHash]: '刘志远' },
  state: {
    id: 'i1',
    body: 'b1',
    enterprise: 'e1',
    division: '230102',
    trigger: 'plan',
    trigger_reference: '计划',
    officers: ['o1', 'o2'],
    recused: [],
    scheme: [{ id: '1', text: '警示标志' }],
    on_site: { begun_at: 1, person_in_charge: kHash, person_role: '经理', certificates: [] },
    records: [],
    findings: [finding('f1', 'open'), finding('f2', 'ordered')],
    orders: [],
    officer_signatures: [],
    reinspections: [],
    measures: [{ id: 'm1', kind: 'seal', finding: 'f1', object: '设备', taken_at: 1, urgent: true }],
  },
};
const track = {
  notices: [
    { id: 'n1', served_at: 1, sanctions: [{ charge: 'c1', kind: 'fine', amount_fen: 100 }], hearing_offered: true },
  ],
  waived: false,
  defences: [{ id: 'd1', made_at: 1, content: '申辩' }],
  payments: [],
  remedies: [{ id: 'r1', kind: 'litigation', from: kDay, result: '' }],
};
const casefile = {
  stream: 'case/k1',
  version: 9,
  names: {},
  personal: {},
  balances: { p1: { due_fen: 100 } },
  ranges: [
    {
      charge: 'c1',
      party: 'p1',
      title: '没有警示标志',
      article: '',
      has_fine: true,
      known: true,
      min_fen: 0,
      max_fen: 100,
      measures: [],
    },
  ],
  state: {
    id: 'k1',
    body: 'b1',
    division: '230102',
    investigators: ['o1', 'o2'],
    recused: [],
    charges: [charge],
    parties: [{ party: { id: 'p1', kind: 'unit', name: '某厂' }, subject: 'unit', track }],
    evidence: [{ id: 'e1', kind: 'physical', caption: '照片', charges: ['c1'] }],
    preservations: [{ id: 'k1', items: '账本' }],
    character: { complex: false, major: false, public_interest: false, suspected_crime: false, harms_life: false },
  },
};
const officer = (id) => ({ id, name: id, body: 'b1', rank: 'staff', duties: [], certificates: [] });
const scopeFor = (command) => ({
  caller: { officer: 'o1', body: 'b1', duties: ['investigator'] },
  body: 'b1',
  officers: [officer('o1'), officer('o2')],
  figures: { 'reconsideration.days': 60, 'litigation.months': 6 },
  labels: {},
  inspection,
  casefile,
  party: 'p1',
  preset: ['FileCase', 'DecideSummarily'].includes(command)
    ? { parties: [{ id: 'p1', kind: 'unit', subject: 'unit', name: '某厂' }], charges: [charge], division: '230102' }
    : undefined,
});

/** A value as a person might give it: the first choice and no flag, or the last choice and every flag. */
function given(field, options, generous) {
  const pick = options[generous ? options.length - 1 : 0]?.value ?? '';
  return {
    text: '文字',
    area: '文字',
    day: kDay,
    money: 100,
    count: 3,
    flag: generous,
    choice: pick,
    choices: options.map((one) => one.value),
    officer: 'o1',
    officers: ['o1', 'o2'],
    violation: 'wsl.99.1',
    file: generous ? kHash : '',
    files: generous ? [{ sha256: kHash, caption: '照片' }] : [],
    scheme: [{ id: '1', text: '警示标志' }],
    certificates: [{ officer: 'o1', number: '1' }],
    fines: generous ? [{ violation: 'wsl.99.1', subject: 'unit', stage: 'found' }] : [],
  }[field.kind];
}

function payloadOf(command, form, generous) {
  const scope = scopeFor(command);
  const values = spec.initialValues(form, scope);
  for (const field of form.fields) {
    const value = given(field, field.options?.(scope, values) ?? [], generous);
    if (value !== undefined && (spec.isBlank(values[field.name]) || field.kind === 'flag')) values[field.name] = value;
  }
  return JSON.parse(JSON.stringify(spec.payloadOf(form, values, scope)));
}

function decide(command, kind, payload) {
  const request = {
    call: 'decide',
    command,
    stream: `${kind}/x`,
    actor: 'o1',
    now: 1_790_000_000_000,
    occurred_at: 1_790_000_000_000,
    salts: Array(32).fill('0'.repeat(32)),
    payload,
    streams: [],
  };
  const streams = new Set([request.stream]);
  for (;;) {
    request.streams = [...streams].map((stream) => ({ stream, version: 0 }));
    const answer = JSON.parse(core.call(JSON.stringify(request)));
    if (!answer.missing) return answer;
    for (const stream of answer.missing) streams.add(stream);
  }
}

test('every form sends what its command reads', () => {
  let sent = 0;
  for (const [kind, byCommand] of Object.entries(forms)) {
    for (const [command, form] of Object.entries(byCommand)) {
      for (const generous of [false, true]) {
        const answer = decide(command, kind, payloadOf(command, form, generous));
        assert.equal(answer.error, undefined, `${command}: ${JSON.stringify(answer.error)}`);
        sent += 1;
      }
    }
  }
  assert.ok(sent >= 2 * 72, `${sent} payloads`);
});

test('a field that a command does not have is found', () => {
  const payload = { ...payloadOf('ServeDecision', forms.case.ServeDecision, false), colour: 'green' };
  assert.equal(decide('ServeDecision', 'case', payload).error.path, '/payload/colour');
});

test('every command has a form', () => {
  const guards = JSON.parse(core.call('{"call":"guards"}')).guards.map((guard) => guard.command);
  const known = new Set(Object.values(forms).flatMap((one) => Object.keys(one)));
  assert.deepEqual(
    [...new Set(guards)].filter((command) => !known.has(command)),
    [],
  );
});
