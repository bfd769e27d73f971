// The commands of a case as forms.
import type { CaseFile, CaseParty, CaseView, Charge, InspectionView, RangeView } from '@shared/api';
import { today } from '@shared/format';
import { zh } from '@shared/zh-CN';
import type { SanctionDraft, WeighingDraft } from './drafts';
import { enumOptions, nextId } from './spec';
import type { Field, FormSpec, Option, Scope, Values } from './spec';

const at = (scope: Scope): CaseFile => scope.casefile!.state;
const focus = (scope: Scope): CaseParty | undefined => at(scope).parties.find((one) => one.party.id === scope.party);
const labelled = (scope: Scope, ids: string[]): Option[] =>
  ids.map((id) => ({ value: id, label: scope.labels[id] ?? id }));
const chargesOf = (scope: Scope, party = scope.party): Charge[] =>
  at(scope).charges.filter((charge) => party !== undefined && charge.parties.includes(party));

// The party is the one in focus on the page: facts, sanctions and amounts of the form are that party's.
const party: Field = {
  name: 'party',
  kind: 'choice',
  required: true,
  fixed: true,
  options: (scope) =>
    labelled(
      scope,
      at(scope).parties.map((one) => one.party.id),
    ),
};
const withParty = (fields: Field[], more: Partial<FormSpec> = {}): FormSpec => ({
  ...more,
  fields: [party, ...fields],
  initial: (scope) => ({ party: scope.party ?? '', ...more.initial?.(scope) }),
});
const area = (name: string, phrases: string[] = []): Field => ({
  name,
  kind: 'area',
  required: true,
  wide: true,
  phrases: () => phrases,
});
const text = (name: string): Field => ({ name, kind: 'text', required: true });
const remembered = (name: string): Field => ({ ...text(name), remember: true });
// Left blank, the server gives the next number of the body's year.
const numberField: Field = { name: 'number', kind: 'text', hint: () => zh.input.autoNumber };
const withNumber = (payload: Values): Values => ({ ...payload, number: payload.number || 'auto' });
const remediesKnown = (scope: Scope): Values => ({
  remedies: {
    reconsideration_days: scope.figures['reconsideration.days'] ?? 0,
    litigation_months: scope.figures['litigation.months'] ?? 0,
    reconsideration_first: false,
  },
});
const kRemedyFigures = ['reconsideration.days', 'litigation.months'];

/** What the weighing recommends, or else the least fine; gains that are to be confiscated. People change it. */
function proposedSanctions(scope: Scope): SanctionDraft[] {
  const out: SanctionDraft[] = [];
  for (const charge of chargesOf(scope)) {
    const range = scope.casefile!.ranges.find((one) => one.charge === charge.id && one.party === scope.party);
    const weighed = (at(scope).weighings ?? [])
      .filter((one) => one.party === scope.party && one.charge === charge.id)
      .at(-1);
    const least = range?.known && range.min_fen > 0 ? range.min_fen : null;
    if (range?.has_fine) out.push({ charge: charge.id, kind: 'fine', amount_fen: weighed?.recommended_fen ?? least });
    if (charge.illegal_gains_fen && !charge.gains_refundable) {
      out.push({ charge: charge.id, kind: 'confiscate_gains', amount_fen: charge.illegal_gains_fen });
    }
  }
  return out;
}
/** Fines of a party that a benchmark grades and that have not been weighed by it. */
export const unweighedOf = (view: CaseView, who: string | undefined): RangeView[] =>
  view.ranges.filter((one) => one.party === who && one.unweighed);
const weighableOf = (scope: Scope): RangeView[] =>
  scope.casefile!.ranges.filter((one) => one.party === scope.party && one.weighable);
const lastNotice = (scope: Scope) => focus(scope)?.track.notices.at(-1);
const plain = (sanctions: SanctionDraft[]): SanctionDraft[] =>
  sanctions.map(({ charge, kind, amount_fen, years, for_life }) => ({
    charge,
    kind,
    ...(amount_fen === null || amount_fen === undefined ? {} : { amount_fen }),
    ...(years && !for_life ? { years } : {}),
    ...(for_life ? { for_life } : {}),
  }));
const withSanctions = (payload: Values): Values => ({
  ...payload,
  sanctions: plain((payload.sanctions as SanctionDraft[] | undefined) ?? []),
});
const withVerdicts = (payload: Values): Values => ({
  ...payload,
  verdicts: (payload.verdicts as Values[]).map((one) =>
    Object.fromEntries(Object.entries(one).filter(([key, value]) => key !== 'reduction' || value)),
  ),
});
const verdicts = (scope: Scope, ruling: string) =>
  chargesOf(scope).map((charge) => ({ charge: charge.id, ruling, conditions: [], reduction: '', reason: '' }));

/** Photos and files that came with the findings of the inspection a case stems from. */
export const attachmentsOf = ({ state }: InspectionView): Option[] => {
  const out = new Map<string, string>();
  state.findings
    .filter((one) => one.status !== 'withdrawn')
    .forEach((one, number) =>
      one.evidence
        .filter((file) => !out.has(file.sha256))
        .forEach((file) => out.set(file.sha256, `${zh.inspection.finding(number + 1)} ${file.caption}`)),
    );
  return [...out].map(([value, label]) => ({ value, label }));
};
/** Those of them that are not in the case yet. */
const carriable = (scope: Scope): Option[] =>
  ((scope.preset?.carriable as Option[] | undefined) ?? []).filter(
    (option) => !at(scope).evidence.some((one) => one.sha256 === option.value),
  );
const noneCarried = (values: Values) => ((values.carried as string[] | undefined) ?? []).length === 0;

const kChanging = ['changed', 'revoked_in_part', 'mediated'];
const kSuitOutcomes = [
  'dismissed',
  'withdrawn',
  ...kChanging,
  'revoked',
  'remanded',
  'confirmed_unlawful',
  'confirmed_void',
];
/** How the proceedings chosen can end. */
const outcomesOf = (scope: Scope, values: Values): string[] => {
  const remedy = focus(scope)?.track.remedies.find((one) => one.id === values.remedy);
  return remedy?.kind === 'litigation' ? kSuitOutcomes : ['upheld', 'unanswered', ...kSuitOutcomes];
};

export const caseForms: Record<string, FormSpec> = {
  CollectEvidence: {
    fields: [
      {
        name: 'kind',
        kind: 'choice',
        required: true,
        options: () =>
          enumOptions('casefile.EvidenceKind', [
            'documentary',
            'physical',
            'audiovisual',
            'electronic_data',
            'testimony',
            'party_statement',
            'expert_opinion',
            'site_record',
          ]),
      },
      {
        name: 'carried',
        kind: 'choices',
        wide: true,
        aside: true,
        options: carriable,
        show: (_values, scope) => carriable(scope).length > 0,
      },
      { ...text('caption'), show: noneCarried },
      { name: 'sha256', kind: 'file', wide: true, show: noneCarried },
      {
        name: 'charges',
        kind: 'choices',
        required: true,
        wide: true,
        options: (scope) =>
          labelled(
            scope,
            at(scope).charges.map((one) => one.id),
          ),
      },
      { name: 'officers', kind: 'officers', required: true, wide: true },
      { name: 'certificates_shown', kind: 'flag' },
      { name: 'lawful_means', kind: 'flag' },
      { name: 'new_facts', kind: 'flag' },
      {
        name: 'equipment_reviewed',
        kind: 'choice',
        options: () => [
          { value: 'true', label: zh.common.yes },
          { value: 'false', label: zh.common.no },
        ],
        show: (values) => values.kind === 'electronic_data' || values.kind === 'audiovisual',
      },
    ],
    initial: (scope) => ({
      kind: 'site_record',
      charges: at(scope).charges.map((one) => one.id),
      officers: [...at(scope).investigators],
      caption: at(scope).inspection && at(scope).evidence.length === 0 ? zh.casefile.siteRecord : '',
    }),
    finish: (payload, scope) => ({
      ...payload,
      id: nextId('e', at(scope).evidence),
      ...('caption' in payload ? {} : { caption: '' }),
      ...('equipment_reviewed' in payload ? { equipment_reviewed: payload.equipment_reviewed === 'true' } : {}),
    }),
    // What the inspection has already is taken over piece by piece, named as it was there.
    each: (payload, values, scope) => {
      if (noneCarried(values)) return [payload];
      const taken = [...at(scope).evidence];
      return (values.carried as string[]).map((sha256) => {
        const id = nextId('e', taken);
        taken.push({ ...taken[0]!, id });
        return { ...payload, id, sha256, caption: carriable(scope).find((one) => one.value === sha256)?.label ?? '' };
      });
    },
    nameOf: (payload) => String(payload.caption),
    without: (values, taken) => ({ carried: ((values.carried as string[] | undefined) ?? []).slice(taken.length) }),
  },
  VerifyEvidence: {
    fields: [
      {
        name: 'evidence',
        kind: 'choice',
        required: true,
        wide: true,
        options: (scope) =>
          labelled(
            scope,
            at(scope).evidence.map((one) => one.id),
          ),
      },
      { name: 'verified', kind: 'flag' },
      area('note', zh.phrases.verified),
    ],
    initial: (scope) => ({
      evidence: scope.subject ?? at(scope).evidence.find((one) => one.verified == null)?.id ?? '',
      verified: true,
    }),
  },
  PreserveEvidence: {
    fields: [area('items'), { name: 'approved_by', kind: 'officer' }],
    finish: (payload, scope) => ({ ...payload, id: nextId('k', at(scope).preservations) }),
  },
  DisposePreservation: {
    fields: [
      {
        name: 'preservation',
        kind: 'choice',
        required: true,
        wide: true,
        options: (scope) =>
          at(scope)
            .preservations.filter((one) => !one.disposition)
            .map((one) => ({ value: one.id, label: one.items })),
      },
      area('disposition'),
      { name: 'released', kind: 'flag' },
    ],
    initial: (scope) => ({ preservation: at(scope).preservations.find((one) => !one.disposition)?.id ?? '' }),
  },
  ReplaceInvestigator: {
    fields: [
      { name: 'officer', kind: 'choice', required: true, options: (scope) => labelled(scope, at(scope).investigators) },
      { name: 'replacement', kind: 'officer', required: true },
      area('grounds'),
    ],
  },
  EndInvestigation: {
    fields: [{ name: 'character', kind: 'character', wide: true }, area('conclusion', zh.phrases.conclusions)],
    initial: (scope) => ({ character: { ...at(scope).character } }),
  },
  WeighPenalty: withParty(
    [
      {
        name: 'charge',
        kind: 'choice',
        required: true,
        wide: true,
        options: (scope) => weighableOf(scope).map((one) => ({ value: one.charge, label: one.title })),
      },
      { name: 'facts', kind: 'weighing', wide: true },
      {
        name: 'ground',
        kind: 'area',
        optional: true,
        wide: true,
        hint: () => zh.discretion.groundHint,
        phrases: () => [],
      },
    ],
    {
      size: 'wide',
      initial: (scope) => ({
        charge: (unweighedOf(scope.casefile!, scope.party)[0] ?? weighableOf(scope)[0])?.charge ?? '',
        facts: { facts: [], circumstances: [] },
      }),
      finish: ({ facts, ...rest }) => ({ ...rest, ...(facts as WeighingDraft) }),
    },
  ),
  GiveNotice: withParty(
    [
      area('facts'),
      area('grounds'),
      { name: 'sanctions', kind: 'sanctions', required: true, wide: true },
      { name: 'defence_offered', kind: 'flag' },
      { name: 'hearing_offered', kind: 'flag' },
    ],
    {
      size: 'wide',
      initial: (scope) => ({
        facts: chargesOf(scope)
          .map((charge) => charge.facts)
          .join('\n'),
        grounds: [
          ...new Set(
            scope
              .casefile!.ranges.filter((range) => range.party === scope.party)
              .map((range) => zh.file.noticeGround(range.title, range.article)),
          ),
        ].join('\n'),
        sanctions: proposedSanctions(scope),
      }),
      finish: (payload, scope) => ({ ...withSanctions(payload), id: nextId('n', focus(scope)?.track.notices ?? []) }),
    },
  ),
  WaiveDefence: withParty([area('statement', zh.phrases.waivers), { name: 'hearing', kind: 'flag' }]),
  RecordDefence: withParty([area('content')], {
    finish: (payload, scope) => ({
      ...payload,
      id: nextId(
        'd',
        at(scope).parties.flatMap((one) => one.track.defences),
      ),
    }),
  }),
  ReviewDefence: withParty(
    [
      {
        name: 'defence',
        kind: 'choice',
        required: true,
        options: (scope) =>
          (focus(scope)?.track.defences ?? []).map((one) => ({ value: one.id, label: one.content.slice(0, 30) })),
      },
      { name: 'adopted', kind: 'flag' },
      area('reason'),
    ],
    { initial: (scope) => ({ defence: focus(scope)?.track.defences.find((one) => one.adopted == null)?.id ?? '' }) },
  ),
  RequestHearing: withParty([]),
  NotifyHearing: withParty([
    { name: 'scheduled_on', kind: 'day', required: true },
    remembered('place'),
    { name: 'presider', kind: 'officer', required: true },
  ]),
  HoldHearing: withParty([{ name: 'party_absent', kind: 'flag' }, area('record')]),
  ReviewLegality: {
    fields: [{ name: 'passed', kind: 'flag' }, area('opinion', zh.phrases.reviews)],
    initial: () => ({ passed: true }),
  },
  Deliberate: {
    fields: [
      { name: 'members', kind: 'officers', required: true, wide: true },
      area('conclusion', zh.phrases.deliberations),
    ],
    initial: (scope) => ({ members: [scope.caller.officer] }),
  },
  RequestRecusal: withParty([{ name: 'officer', kind: 'officer', required: true }, area('grounds')], {
    finish: (payload, scope) => ({ ...payload, id: nextId('q', at(scope).recusal_requests ?? []) }),
  }),
  DecideRecusal: {
    fields: [
      {
        name: 'request',
        kind: 'choice',
        required: true,
        options: (scope) =>
          (at(scope).recusal_requests ?? [])
            .filter((one) => one.granted === undefined)
            .map((one) => ({ value: one.id, label: `${scope.labels[one.officer] ?? one.officer} ${one.grounds}` })),
      },
      { name: 'granted', kind: 'flag' },
      area('reason'),
    ],
    initial: (scope) => ({
      request: (at(scope).recusal_requests ?? []).find((one) => one.granted === undefined)?.id ?? '',
    }),
  },
  SuspendTerm: { fields: [{ name: 'from', kind: 'day', required: true }, area('basis'), area('reason')] },
  ResumeTerm: { fields: [{ name: 'until', kind: 'day', required: true }] },
  ExtendDecisionTerm: { fields: [{ name: 'days', kind: 'count', required: true }, area('basis')] },
  ReferToPolice: { fields: [remembered('authority'), area('reason'), { name: 'presides', kind: 'flag' }] },
  RecordReferralAnswer: {
    fields: [
      {
        name: 'outcome',
        kind: 'choice',
        required: true,
        options: () => enumOptions('casefile.ReferralOutcome', ['not_filed', 'returned', 'convicted']),
      },
      { name: 'fined', kind: 'flag', show: (values) => values.outcome === 'convicted' },
      text('reference'),
    ],
    finish: (payload) => ({ ...payload, fined: payload.fined === true }),
  },
  Decide: withParty(
    [
      numberField,
      { name: 'verdicts', kind: 'verdicts', required: true, wide: true },
      { name: 'sanctions', kind: 'sanctions', wide: true },
      {
        name: 'correction',
        kind: 'choice',
        required: true,
        options: () => enumOptions('casefile.Correction', ['ordered', 'already_done', 'none']),
      },
      { name: 'remedies', kind: 'remedies', wide: true },
    ],
    {
      size: 'wide',
      figures: kRemedyFigures,
      initial: (scope) => ({
        verdicts: verdicts(scope, 'penalty'),
        sanctions: plain(lastNotice(scope)?.sanctions ?? proposedSanctions(scope)),
        correction: 'ordered',
        ...remediesKnown(scope),
      }),
      finish: (payload) => withNumber(withVerdicts(withSanctions(payload))),
    },
  ),
  DecideNoPenalty: withParty(
    [
      numberField,
      { name: 'verdicts', kind: 'verdicts', required: true, wide: true },
      { name: 'educated', kind: 'flag' },
      { name: 'remedies', kind: 'remedies', wide: true },
    ],
    {
      size: 'wide',
      figures: kRemedyFigures,
      initial: (scope) => ({ verdicts: verdicts(scope, 'no_penalty_minor'), ...remediesKnown(scope) }),
      finish: (payload) => withNumber(withVerdicts(payload)),
    },
  ),
  ReportSummary: { fields: [area('report')] },
  ConsentToElectronicService: withParty([text('address')]),
  ServeDecision: withParty(
    [
      {
        name: 'method',
        kind: 'choice',
        required: true,
        options: () =>
          enumOptions('casefile.ServiceMethod', [
            'direct',
            'on_the_spot',
            'left_behind',
            'post',
            'electronic',
            'entrusted',
            'announcement',
          ]),
      },
    ],
    { initial: () => ({ method: 'direct' }) },
  ),
  DiscloseDecision: withParty([]),
  RecordPayment: withParty(
    [
      { name: 'amount_fen', kind: 'money', required: true },
      { name: 'paid_on', kind: 'day', required: true },
      {
        name: 'channel',
        kind: 'choice',
        required: true,
        options: () => enumOptions('casefile.PaymentChannel', ['bank', 'electronic', 'on_the_spot']),
      },
      text('receipt'),
    ],
    {
      initial: (scope) => ({
        amount_fen: scope.casefile!.balances[scope.party ?? '']?.due_fen ?? null,
        paid_on: today(),
        channel: 'bank',
      }),
    },
  ),
  ApproveDeferral: withParty(
    [
      { name: 'until', kind: 'day', required: true },
      { name: 'instalments', kind: 'instalments', optional: true, wide: true },
      { name: 'applied_for', kind: 'flag' },
      area('reason'),
    ],
    { size: 'wide' },
  ),
  RecordRemedy: withParty(
    [
      {
        name: 'kind',
        kind: 'choice',
        required: true,
        options: () => enumOptions('casefile.RemedyKind', ['reconsideration', 'litigation']),
      },
      { name: 'from', kind: 'day', required: true },
    ],
    { finish: (payload, scope) => ({ ...payload, id: nextId('r', focus(scope)?.track.remedies ?? []) }) },
  ),
  EndRemedy: withParty(
    [
      {
        name: 'remedy',
        kind: 'choice',
        required: true,
        options: (scope) =>
          (focus(scope)?.track.remedies ?? [])
            .filter((one) => !one.until)
            .map((one) => ({
              value: one.id,
              label: `${enumOptions('casefile.RemedyKind', [one.kind])[0]!.label} ${one.from}`,
            })),
      },
      { name: 'until', kind: 'day', required: true },
      {
        name: 'outcome',
        kind: 'choice',
        required: true,
        options: (scope, values) => enumOptions('casefile.RemedyOutcome', outcomesOf(scope, values)),
      },
      {
        name: 'sanctions',
        kind: 'sanctions',
        wide: true,
        show: (values) => kChanging.includes(String(values.outcome)),
      },
      { name: 'redo_days', kind: 'count', show: (values) => values.outcome === 'remanded' },
      { name: 'procedure_only', kind: 'flag', show: (values) => values.outcome === 'remanded' },
      area('result'),
    ],
    {
      size: 'wide',
      initial: (scope) => ({
        remedy: focus(scope)?.track.remedies.find((one) => !one.until)?.id ?? '',
        sanctions: plain(focus(scope)?.track.decision?.sanctions ?? []),
      }),
      finish: (payload) => (payload.sanctions ? withSanctions(payload) : payload),
    },
  ),
  RevokeDecision: withParty([area('reason')]),
  WithdrawDisclosure: withParty([area('reason')]),
  ServeDemand: withParty(
    [
      { name: 'pay_by', kind: 'day', required: true, days: [10, 15] },
      { name: 'amount_fen', kind: 'money', required: true },
      area('manner', zh.phrases.paymentManners),
      { name: 'duty', kind: 'area', optional: true, wide: true },
      { name: 'defence_offered', kind: 'flag' },
    ],
    { initial: (scope) => ({ amount_fen: scope.casefile!.balances[scope.party ?? '']?.due_fen ?? null }) },
  ),
  RecordDemandReply: withParty([area('content'), { name: 'adopted', kind: 'flag' }, area('reason')]),
  ApplyToCourt: withParty([remembered('court')]),
  EndExecution: withParty([
    {
      name: 'ground',
      kind: 'choice',
      required: true,
      options: () =>
        enumOptions('casefile.ExecutionEnd', [
          'dead_without_estate',
          'dissolved_without_means',
          'object_lost',
          'unable_for_three_years',
          'other',
        ]),
    },
    area('reason'),
  ]),
  ProposeClosure: {
    fields: [
      {
        name: 'item',
        kind: 'choice',
        required: true,
        options: () =>
          enumOptions('casefile.ClosureItem', [
            'repeated_penalties',
            'still_unfit',
            'major_accident',
            'refused_suspension',
          ]),
      },
      text('government'),
      area('grounds'),
    ],
  },
  TransferCase: {
    fields: [
      {
        name: 'to_body',
        kind: 'choice',
        required: true,
        options: (scope) =>
          ((scope.preset?.bodies as Option[] | undefined) ?? []).filter((option) => option.value !== at(scope).body),
        hint: (scope) => (scope.preset?.bodies ? '' : zh.file.noBodies),
      },
      {
        name: 'kind',
        kind: 'choice',
        required: true,
        options: () => enumOptions('casefile.Designation', ['transferred', 'designated', 'raised']),
      },
      remembered('reference'),
    ],
  },
  TerminateCase: { fields: [area('reason')] },
  CloseCase: { fields: [area('summary', zh.phrases.caseSummaries)] },
};
