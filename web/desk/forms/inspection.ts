// The commands of an inspection as forms.
import type { Finding, InspectionView } from '@shared/api';
import { plusDays, today } from '@shared/format';
import { enumName } from '@shared/wording';
import { enumOptions, nextId } from './spec';
import type { Field, FormSpec, Option, Scope } from './spec';

const at = (scope: Scope): InspectionView['state'] => scope.inspection!.state;
const findingLabel = (scope: Scope, finding: Finding): string =>
  `${scope.labels[finding.id] ?? finding.id}（${enumName('inspection.FindingStatus', finding.status)}）`;
const findings = (scope: Scope): Option[] =>
  at(scope).findings.map((finding) => ({ value: finding.id, label: findingLabel(scope, finding) }));
const measures = (scope: Scope): Option[] =>
  at(scope).measures.map((measure) => ({ value: measure.id, label: scope.labels[measure.id] ?? measure.id }));

/** The one the form was opened from, else the first that still waits. */
const waiting = (scope: Scope, ...statuses: string[]): string =>
  scope.subject ?? at(scope).findings.find((finding) => statuses.includes(finding.status))?.id ?? '';
const running = (scope: Scope): string =>
  scope.subject ?? at(scope).measures.find((measure) => !measure.ended_on)?.id ?? '';
const personInCharge = (scope: Scope): string => {
  const commitment = at(scope).on_site?.person_in_charge;
  return commitment ? (scope.inspection!.personal[commitment] ?? '') : '';
};
const waitingFindings = (scope: Scope): Option[] =>
  findings(scope).filter((option) =>
    ['ordered', 'uncorrected'].includes(at(scope).findings.find((one) => one.id === option.value)?.status ?? ''),
  );
const finding: Field = { name: 'finding', kind: 'choice', required: true, wide: true, options: findings };
const measure: Field = { name: 'measure', kind: 'choice', required: true, wide: true, options: measures };
const isCompulsion = (kind: unknown) => kind === 'seal' || kind === 'seize';

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
  BeginOnSite: {
    fields: [
      { name: 'person_in_charge', kind: 'text', required: true },
      { name: 'person_role', kind: 'text', required: true },
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
      { name: 'violation', kind: 'violation', wide: true },
      { name: 'description', kind: 'area', required: true, wide: true },
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
      { name: 'opinion', kind: 'area', wide: true },
    ],
    initial: (scope) => ({ person: personInCharge(scope) }),
  },
  CorrectOnSpot: {
    fields: [
      finding,
      { name: 'note', kind: 'area', required: true, wide: true },
      { name: 'evidence', kind: 'files', wide: true },
    ],
    initial: (scope) => ({ finding: waiting(scope, 'open', 'uncorrected') }),
  },
  OrderCorrection: {
    fields: [
      { name: 'findings', kind: 'choices', required: true, wide: true, options: findings },
      { name: 'requirements', kind: 'area', required: true, wide: true },
      { name: 'deadline', kind: 'day', required: true },
    ],
    initial: (scope) => ({
      findings: scope.subject
        ? [scope.subject]
        : at(scope)
            .findings.filter((one) => ['open', 'uncorrected'].includes(one.status))
            .map((one) => one.id),
      deadline: '',
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
    ],
    initial: (scope) => ({ finding: waiting(scope, 'open', 'ordered', 'uncorrected') }),
    finish: (payload, scope) => ({ urgent: false, ...payload, id: nextId('m', at(scope).measures) }),
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
      { name: 'department', kind: 'text', required: true },
      { name: 'reason', kind: 'area', required: true, wide: true },
    ],
    initial: (scope) => ({ finding: waiting(scope, 'open', 'uncorrected') }),
  },
  SignByOfficer: { fields: [{ name: 'signature', kind: 'file', wide: true }] },
  SignByEnterprise: {
    fields: [
      { name: 'person', kind: 'text', required: true },
      { name: 'signature', kind: 'file', wide: true },
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
      { name: 'note', kind: 'area', required: true, wide: true },
      { name: 'officers', kind: 'officers', required: true, wide: true },
    ],
    initial: (scope) => ({
      findings: scope.subject ? [scope.subject] : waitingFindings(scope).map((one) => one.value),
      officers: at(scope).officers.filter((id) => !at(scope).recused.includes(id)),
    }),
    finish: ({ findings: chosen, ...rest }) => ({ ...rest, finding: (chosen as string[])[0] ?? '' }),
    each: (payload, values) => (values.findings as string[]).map((finding) => ({ ...payload, finding })),
  },
  CloseInspection: { fields: [{ name: 'summary', kind: 'area', required: true, wide: true }] },
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
    { name: 'trigger_reference', kind: 'text', required: true },
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

export const suggestedDeadline = (days: number): string => plusDays(today(), days);
