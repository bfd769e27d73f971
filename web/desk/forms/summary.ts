// 当场处罚: the decision on the spot, one party and one charge.
import { zh } from '@shared/zh-CN';
import { enumOptions } from './spec';
import type { FormSpec, Values } from './spec';
import { partyOf, withoutBlanks } from './filing';
import type { ChargeDraft, PartyDraft } from './drafts';

export { partyOf };

export const decideSummarily: FormSpec = {
  size: 'wide',
  figures: ['reconsideration.days', 'litigation.months'],
  fields: [
    { name: 'number', kind: 'text', hint: () => zh.input.autoNumber },
    {
      name: 'kind',
      kind: 'choice',
      required: true,
      options: () => enumOptions('law.MeasureKind', ['warning', 'fine']),
    },
    { name: 'fine_fen', kind: 'money', required: true, show: (values) => values.kind === 'fine' },
    {
      name: 'correction',
      kind: 'choice',
      required: true,
      options: () => enumOptions('casefile.Correction', ['ordered', 'already_done', 'none']),
    },
    { name: 'officers', kind: 'officers', required: true, wide: true },
    { name: 'parties', kind: 'parties', required: true, wide: true },
    { name: 'charges', kind: 'charges', required: true, wide: true },
    { name: 'remedies', kind: 'remedies', wide: true },
    { name: 'certificates_shown', kind: 'flag' },
    { name: 'informed', kind: 'flag' },
    { name: 'spoke', kind: 'flag' },
    { name: 'defence_content', kind: 'area', required: true, wide: true, show: (values) => values.spoke === true },
    { name: 'defence_adopted', kind: 'flag', show: (values) => values.spoke === true },
    { name: 'defence_reason', kind: 'area', required: true, wide: true, show: (values) => values.spoke === true },
    { name: 'suspected_crime', kind: 'flag' },
    {
      name: 'conditions',
      kind: 'choices',
      options: () => enumOptions('casefile.Condition', ['act_minor', 'corrected_in_time', 'no_harm']),
    },
    {
      name: 'reduction',
      kind: 'choice',
      options: () =>
        enumOptions('casefile.Reduction', [
          'minor_aged',
          'harm_removed',
          'coerced',
          'confessed',
          'merit',
          'other_by_law',
        ]),
    },
    { name: 'delivered', kind: 'flag' },
    { name: 'collect', kind: 'flag', show: (values) => values.kind === 'fine' },
    {
      name: 'receipt',
      kind: 'text',
      required: true,
      show: (values) => values.kind === 'fine' && values.collect === true,
    },
    {
      name: 'hard_to_collect_later',
      kind: 'flag',
      show: (values) => values.kind === 'fine' && values.collect === true,
    },
    { name: 'remote_and_requested', kind: 'flag', show: (values) => values.kind === 'fine' && values.collect === true },
  ],
  initial: (scope) => ({
    kind: 'warning',
    correction: 'ordered',
    officers: [scope.caller.officer],
    remedies: {
      reconsideration_days: scope.figures['reconsideration.days'] ?? 0,
      litigation_months: scope.figures['litigation.months'] ?? 0,
      reconsideration_first: true,
    },
  }),
  finish: (payload, scope) => decision(payload, scope.body, scope.preset?.division, scope.preset?.inspection),
};

function decision(payload: Values, body: string, division: unknown, inspection: unknown): Values {
  const {
    parties,
    charges,
    collect,
    receipt,
    hard_to_collect_later: hard,
    remote_and_requested: remote,
    spoke,
    defence_content: content,
    defence_adopted: adopted,
    defence_reason: reason,
    ...rest
  } = payload;
  return {
    ...rest,
    number: rest.number || 'auto',
    body,
    division,
    party: withoutBlanks((parties as PartyDraft[])[0]!),
    charge: withoutBlanks((charges as ChargeDraft[])[0]!),
    conditions: rest.conditions ?? [],
    ...(inspection ? { inspection } : {}),
    ...(spoke ? { defence: { content, adopted, reason } } : {}),
    ...(collect
      ? {
          collected: {
            amount_fen: payload.fine_fen,
            receipt,
            hard_to_collect_later: hard,
            remote_and_requested: remote,
          },
        }
      : {}),
  };
}
