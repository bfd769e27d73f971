// The commands of an inspection as forms.
import type { Finding, InspectionView } from '@shared/api';
import { instantOf, parseTime, today } from '@shared/format';
import { enumName } from '@shared/wording';
import { zh } from '@shared/zh-CN';
import { enumOptions, nextId } from './spec';
import type { Field, FormSpec, Option, Scope, Values } from './spec';

const at = (scope: Scope): InspectionView['state'] => scope.inspection!.state;
const findingLabel = (scope: Scope, finding: Finding): string =>
  zh.common.aside(scope.labels[finding.id] ?? finding.id, enumName('inspection.FindingStatus', finding.status));
const findings = (scope: Scope): Option[] =>
  at(scope).findings.map((finding) => ({ value: finding.id, label: findingLabel(scope, finding) }));
const measures = (scope: Scope): Option[] =>
  at(scope).measures.map((measure) => ({ value: measure.id, label: scope.labels[measure.id] ?? measure.id }));

/** The one the form was opened from, else the first that still waits. */
const waiting = (scope: Scope, ...statuses: string[]): string =>
  scope.subject ?? at(scope).findings.find((finding) => statuses.includes(finding.status))?.id ?? '';
const running = (scope: Scope): string =>
  scope.subject ?? at(scope).measures.find((measure) => !measure.ended_on)?.id ?? '';
const sealing = (scope: Scope): string =>
  scope.subject ?? at(scope).measures.find((one) => !one.ended_on && isCompulsion(one.kind))?.id ?? '';
const underTest = (scope: Scope): string =>
  scope.subject ??
  at(scope).measures.find((one) => !one.ended_on && one.testings?.some((test) => !test.ended_on))?.id ??
  '';
const personInCharge = (scope: Scope): string => {
  const commitment = at(scope).on_site?.person_in_charge;
  return commitment ? (scope.inspection!.personal[commitment] ?? '') : '';
};
const waitingFindings = (scope: Scope): Option[] =>
  findings(scope).filter((option) =>
    ['ordered', 'uncorrected'].includes(at(scope).findings.find((one) => one.id === option.value)?.status ?? ''),
  );
/** What an order demands, line by line: each kind of finding once, with all its places. */
export function demandsOf(chosen: Finding[]): { text: string; violation?: string | null }[] {
  const groups = new Map<string, Finding[]>();
  for (const one of chosen) groups.set(one.description, [...(groups.get(one.description) ?? []), one]);
  return [...groups].map(([text, found]) => ({
    text: zh.inspection.requirement(found.map((one) => one.place).join(zh.common.and), text),
    violation: found[0]!.violation,
  }));
}
export function requirementsOf(chosen: Finding[]): string {
  const lines = demandsOf(chosen).map((one) => one.text);
  return lines.length < 2 ? lines.join('') : lines.map((line, at) => `${at + 1}. ${line}`).join('\n');
}
const waitingForOrder = (scope: Scope): Finding[] =>
  at(scope).findings.filter((one) =>
    scope.subject ? one.id === scope.subject : ['open', 'uncorrected'].includes(one.status),
  );
const finding: Field = { name: 'finding', kind: 'choice', required: true, wide: true, options: findings };
const measure: Field = { name: 'measure', kind: 'choice', required: true, wide: true, options: measures };
const isCompulsion = (kind: unknown) => kind === 'seal' || kind === 'seize';
const stopping = (scope: Scope): string =>
  scope.subject ??
  at(scope).measures.find((one) => !one.ended_on && ['suspend_business', 'stop_using'].includes(one.kind))?.id ??
  '';

/** What sealing and seizing put on record beside the measure itself. */
const seizing = (values: Values): boolean => isCompulsion(values.kind);
const seizureFields: Field[] = [
  { name: 'number', kind: 'text', required: true, show: seizing },
  { name: 'items', kind: 'area', required: true, wide: true, show: seizing },
  { name: 'rights_told', kind: 'flag', show: seizing },
  { name: 'party_present', kind: 'flag', show: seizing },
  { name: 'witness', kind: 'text', optional: true, show: (values) => seizing(values) && values.party_present !== true },
  {
    name: 'statement',
    kind: 'area',
    required: true,
    wide: true,
    show: seizing,
    phrases: () => zh.phrases.statements,
  },
  { name: 'delivered', kind: 'flag', show: seizing },
];
function withSeizure(values: Values): Values {
  const { number, items, rights_told, party_present, witness, statement, delivered, ...measure } = values;
  if (!isCompulsion(values.kind)) return measure;
  const lines = String(items ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const record = { number, items: lines, rights_told, party_present, statement, delivered };
  return { ...measure, seizure: witness ? { ...record, witness } : record };
}

export const inspectionForms: Record<string, FormSpec> = {
  ApproveScheme: { size: 'wide', fields: [{ name: 'items', kind: 'scheme', required: true, wide: true }] },
  RecuseOfficer: {
    fields: [
      {
        name: 'officer',
        kind: 'choice',
        required: true,
        options: (scope) => at(scope).officers.map((id) => ({ value: id, label: scope.labels[id] ?? id })),
      },
      { name: 'grounds', kind: 'area', required: true, wide: true },
    ],
  },
  ReplaceOfficer: {
    fields: [
      {
        name: 'officer',
        kind: 'choice',
        required: true,
        options: (scope) => at(scope).recused.map((id) => ({ value: id, label: scope.labels[id] ?? id })),
      },
      { name: 'replacement', kind: 'officer', required: true },
    ],
    initial: (scope) => ({ officer: at(scope).recused.at(-1) ?? '' }),
  },
  JoinOnSite: {
    fields: [{ name: 'certificate', kind: 'text', required: true }],
    initial: (scope) => ({
      certificate: scope.officers.find((one) => one.id === scope.caller.officer)?.certificates[0]?.number ?? '',
    }),
  },
  BeginOnSite: {
    fields: [
      {
        name: 'person_in_charge',
        kind: 'text',
        required: true,
        hint: (scope) => (scope.preset?.person_in_charge ? zh.inspection.personFromLedger : ''),
      },
      { name: 'person_role', kind: 'text', required: true, phrases: () => zh.phrases.roles },
      { name: 'certificates', kind: 'certificates', required: true, wide: true },
    ],
  },
  RecordItem: {
    fields: [
      {
        name: 'item',
        kind: 'choice',
        required: true,
        wide: true,
        options: (scope) => at(scope).scheme.map((item) => ({ value: item.id, label: item.text })),
      },
      {
        name: 'result',
        kind: 'choice',
        required: true,
        options: () => enumOptions('inspection.ItemResult', ['passed', 'failed', 'not_applicable']),
      },
      { name: 'note', kind: 'area', wide: true },
    ],
    initial: (scope) => ({
      item:
        scope.subject ??
        at(scope).scheme.find((item) => !at(scope).records.some((record) => record.item === item.id))?.id ??
        '',
    }),
  },
  RecordFinding: {
    fields: [
      {
        name: 'item',
        kind: 'choice',
        wide: true,
        options: (scope) => at(scope).scheme.map((item) => ({ value: item.id, label: item.text })),
      },
      // What was seen comes first: the violations that it may be are found by its words.
      { name: 'description', kind: 'area', required: true, wide: true },
      { name: 'violation', kind: 'violation', wide: true },
      { name: 'place', kind: 'text', required: true },
      { name: 'major_hazard', kind: 'flag' },
      { name: 'more_places', kind: 'places', wide: true, aside: true },
      { name: 'evidence', kind: 'files', wide: true },
    ],
    // The same finding in other places: the text and the photos are given once, each place is a finding of its own.
    each: (payload, values, scope) => {
      const taken = [...at(scope).findings];
      return [payload.place, ...((values.more_places as string[] | undefined) ?? [])].map((place) => {
        const id = nextId('f', taken);
        taken.push({ ...taken[0]!, id });
        return { ...payload, id, place };
      });
    },
    nameOf: (payload) => String(payload.place),
    without: (values, taken) => {
      const places = [values.place, ...(values.more_places as string[])].slice(taken.length);
      return { place: places[0] ?? '', more_places: places.slice(1) };
    },
    initial: (scope) => {
      const item = at(scope).scheme.find((one) => one.id === scope.subject);
      return item ? { item: item.id, violation: item.violation ?? '', description: '' } : {};
    },
    finish: (payload, scope) => ({ ...payload, id: nextId('f', at(scope).findings) }),
  },
  WithdrawFinding: {
    fields: [finding, { name: 'reason', kind: 'area', required: true, wide: true }],
    initial: (scope) => ({ finding: waiting(scope, 'open') }),
  },
  GiveFeedback: {
    fields: [
      { name: 'person', kind: 'text', required: true },
      { name: 'opinion', kind: 'area', wide: true, phrases: () => zh.phrases.opinions },
    ],
    initial: (scope) => ({ person: personInCharge(scope) }),
  },
  CorrectOnSpot: {
    fields: [
      finding,
      { name: 'note', kind: 'area', required: true, wide: true, phrases: () => zh.phrases.correctedOnSpot },
      { name: 'evidence', kind: 'files', wide: true },
    ],
    initial: (scope) => ({ finding: waiting(scope, 'open', 'uncorrected') }),
  },
  OrderCorrection: {
    fields: [
      { name: 'findings', kind: 'choices', required: true, wide: true, options: findings },
      { name: 'requirements', kind: 'area', required: true, wide: true },
      { name: 'deadline', kind: 'day', required: true, days: [3, 7, 10, 15, 30] },
    ],
    initial: (scope) => ({
      findings: waitingForOrder(scope).map((one) => one.id),
      requirements: requirementsOf(waitingForOrder(scope)),
    }),
    finish: (payload, scope) => ({ ...payload, id: nextId('o', at(scope).orders) }),
  },
  TakeMeasure: {
    fields: [
      finding,
      {
        name: 'kind',
        kind: 'choice',
        required: true,
        options: () =>
          enumOptions('inspection.MeasureKind', ['withdraw_people', 'suspend_business', 'stop_using', 'seal', 'seize']),
      },
      { name: 'object', kind: 'text', required: true },
      { name: 'urgent', kind: 'flag', show: (values) => isCompulsion(values.kind) },
      { name: 'approved_by', kind: 'officer', show: (values) => isCompulsion(values.kind) && values.urgent !== true },
      ...seizureFields,
    ],
    initial: (scope) => ({ finding: waiting(scope, 'open', 'ordered', 'uncorrected') }),
    finish: (payload, scope) => ({ urgent: false, ...withSeizure(payload), id: nextId('m', at(scope).measures) }),
  },
  StopSupply: {
    fields: [
      {
        name: 'kind',
        kind: 'choice',
        required: true,
        options: () => enumOptions('inspection.SupplyKind', ['power', 'explosives']),
      },
      measure,
      { name: 'supplier', kind: 'text', required: true, remember: true },
      { name: 'refusal', kind: 'area', required: true, wide: true },
      { name: 'danger', kind: 'area', required: true, wide: true },
      { name: 'safeguards', kind: 'area', required: true, wide: true },
      { name: 'urgent', kind: 'flag', show: (values) => values.kind === 'power' },
      { name: 'announced_day', kind: 'day', show: (values) => values.kind === 'power' && values.urgent !== true },
      { name: 'announced_time', kind: 'text', show: (values) => values.kind === 'power' && values.urgent !== true },
    ],
    initial: (scope) => ({ kind: 'power', measure: stopping(scope) }),
    finish: ({ announced_day: day, announced_time: time, ...payload }, scope) => {
      const clock = parseTime(String(time ?? ''));
      return {
        urgent: false,
        ...payload,
        ...(day && clock ? { announced_at: instantOf(String(day), clock) } : {}),
        id: nextId('x', at(scope).supply_stops ?? []),
      };
    },
  },
  RestoreSupply: {
    fields: [
      {
        name: 'stop',
        kind: 'choice',
        required: true,
        wide: true,
        options: (scope) =>
          (at(scope).supply_stops ?? []).map((one) => ({
            value: one.id,
            label: `${enumName('inspection.SupplyKind', one.kind)} ${one.supplier}`,
            off: Boolean(one.ended_on),
          })),
      },
      { name: 'reason', kind: 'area', required: true, wide: true },
    ],
    initial: (scope) => ({ stop: (at(scope).supply_stops ?? []).find((one) => !one.ended_on)?.id ?? '' }),
  },
  ApproveMeasure: { fields: [measure], initial: (scope) => ({ measure: running(scope) }) },
  ExtendMeasure: {
    fields: [
      measure,
      { name: 'days', kind: 'count', required: true },
      { name: 'reason', kind: 'area', required: true, wide: true },
    ],
    initial: (scope) => ({ measure: running(scope) }),
  },
  BeginTesting: {
    fields: [
      measure,
      {
        name: 'kind',
        kind: 'choice',
        required: true,
        options: () => enumOptions('inspection.TestingKind', ['testing', 'inspection', 'quarantine', 'appraisal']),
      },
      { name: 'institution', kind: 'text', required: true },
      { name: 'from', kind: 'day', required: true },
      { name: 'until', kind: 'day', required: true },
      { name: 'notice', kind: 'text', required: true, wide: true },
    ],
    initial: (scope) => ({ measure: sealing(scope), kind: 'testing', from: today() }),
  },
  EndTesting: {
    fields: [
      measure,
      { name: 'ended_on', kind: 'day', required: true },
      { name: 'result', kind: 'area', required: true, wide: true },
    ],
    initial: (scope) => ({ measure: underTest(scope), ended_on: today() }),
  },
  LiftMeasure: {
    fields: [measure, { name: 'reason', kind: 'area', required: true, wide: true }],
    initial: (scope) => ({ measure: running(scope) }),
  },
  ReviewResumption: {
    fields: [measure, { name: 'agreed', kind: 'flag' }, { name: 'note', kind: 'area', required: true, wide: true }],
    initial: (scope) => ({ measure: running(scope) }),
  },
  TransferFinding: {
    fields: [
      finding,
      { name: 'department', kind: 'text', required: true, remember: true },
      { name: 'reason', kind: 'area', required: true, wide: true },
    ],
    initial: (scope) => ({ finding: waiting(scope, 'open', 'uncorrected') }),
  },
  SignByOfficer: { fields: [{ name: 'signature', kind: 'signature', wide: true }] },
  SignByEnterprise: {
    fields: [
      { name: 'person', kind: 'text', required: true },
      { name: 'signature', kind: 'signature', wide: true },
    ],
    initial: (scope) => ({ person: personInCharge(scope) }),
  },
  RecordRefusalToSign: {
    fields: [
      { name: 'person', kind: 'text', required: true },
      { name: 'reported_to', kind: 'officer', required: true },
      { name: 'reason', kind: 'area', required: true, wide: true },
    ],
    initial: (scope) => ({ person: personInCharge(scope) }),
  },
  // One look may settle several findings: what is ticked is recorded one by one, with the same words.
  Reinspect: {
    fields: [
      { name: 'findings', kind: 'choices', required: true, wide: true, options: waitingFindings },
      { name: 'corrected', kind: 'flag' },
      {
        name: 'note',
        kind: 'area',
        required: true,
        wide: true,
        phrases: (_scope, values) => (values.corrected ? zh.phrases.corrected : zh.phrases.uncorrected),
      },
      { name: 'officers', kind: 'officers', required: true, wide: true },
    ],
    initial: (scope) => ({
      findings: scope.subject ? [scope.subject] : waitingFindings(scope).map((one) => one.value),
      officers: at(scope).officers.filter((id) => !at(scope).recused.includes(id)),
    }),
    finish: ({ findings: chosen, ...rest }) => ({ ...rest, finding: (chosen as string[])[0] ?? '' }),
    each: (payload, values) => (values.findings as string[]).map((finding) => ({ ...payload, finding })),
    nameOf: (payload, scope) => scope.labels[String(payload.finding)] ?? String(payload.finding),
    without: (values, taken) => ({ findings: (values.findings as string[]).slice(taken.length) }),
  },
  CloseInspection: {
    fields: [
      { name: 'summary', kind: 'area', required: true, wide: true, phrases: () => zh.phrases.inspectionSummaries },
    ],
  },
};

/** Opening: the enterprise is known, its division prefills the place. */
export const openInspection: FormSpec = {
  size: 'wide',
  fields: [
    {
      name: 'trigger',
      kind: 'choice',
      required: true,
      options: () =>
        enumOptions('inspection.TriggerKind', [
          'plan',
          'random_draw',
          'complaint',
          'transfer',
          'accident',
          'campaign',
          'monitoring',
        ]),
    },
    { name: 'trigger_reference', kind: 'text', required: true, remember: true },
    {
      name: 'site',
      kind: 'choice',
      options: (scope) => (scope.preset?.sites as Option[] | undefined) ?? [],
      show: (_values, scope) => ((scope.preset?.sites as Option[] | undefined) ?? []).length > 0,
    },
    { name: 'officers', kind: 'officers', required: true, wide: true },
  ],
  initial: (scope) => ({
    trigger: 'plan',
    officers: scope.caller.duties.includes('investigator') ? [scope.caller.officer] : [],
  }),
};
