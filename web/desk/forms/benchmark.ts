// The commands on benchmarks as forms. The table itself is edited on its page.
import { plusDays, today } from '@shared/format';
import type { FineDraft } from './drafts';
import type { FormSpec, Option } from './spec';

const reason: FormSpec = { fields: [{ name: 'reason', kind: 'area', required: true, wide: true }] };

/** The steps of a text that legal staff draft and a second person approves. */
export const draftForms: Record<string, FormSpec> = {
  OpenBenchmarkDraft: { ...reason, finish: (payload, scope) => ({ ...payload, body: scope.body }) },
  SubmitBenchmarkDraft: { fields: [], finish: () => ({}) },
  ReturnBenchmarkDraft: reason,
  WithdrawBenchmarkDraft: reason,
  ApproveBenchmarkDraft: { fields: [{ name: 'opinion', kind: 'area', wide: true }] },
  PublishBenchmark: {
    fields: [
      { name: 'effective_on', kind: 'day', required: true, days: [0, 1, 30] },
      { name: 'published_in', kind: 'text', required: true, wide: true },
    ],
    initial: () => ({ effective_on: plusDays(today(), 1) }),
  },
};

export const benchmarkForms: Record<string, FormSpec> = {
  ...draftForms,
  // A table begins with the model of another; `like` offers those there are.
  CreateBenchmark: {
    fields: [
      { name: 'title', kind: 'text', required: true, wide: true },
      {
        name: 'like',
        kind: 'choice',
        required: true,
        wide: true,
        options: (scope) => (scope.preset?.tables as Option[] | undefined) ?? [],
      },
      { name: 'reason', kind: 'area', required: true, wide: true },
    ],
    finish: (payload, scope) => ({ ...payload, body: scope.body }),
  },
  BindBenchmark: {
    size: 'wide',
    fields: [
      { name: 'title', kind: 'text', required: true, wide: true },
      { name: 'uses', kind: 'fines', wide: true },
    ],
    finish: (payload) => ({
      ...payload,
      uses: (payload.uses as FineDraft[]).map(({ violation, subject, stage }) => ({ violation, subject, stage })),
    }),
  },
};
