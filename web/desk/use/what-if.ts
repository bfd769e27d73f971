// A trial of a draft, piece after piece, so that it tells how far it is and can be stopped.
import { onBeforeUnmount, ref, shallowRef } from 'vue';
import { api, Problem } from '@shared/api';
import type { WhatIfCounts, WhatIfExample } from '@shared/api';

export const kSynthetic = 1_000_000;
const kExamples = 10;
const kCounts = ['same', 'heavier', 'lighter', 'renamed', 'unlike', 'no_longer', 'newly', 'neither'] as const;

const none = (): WhatIfCounts => ({
  cases: 0,
  same: 0,
  heavier: 0,
  lighter: 0,
  renamed: 0,
  unlike: 0,
  no_longer: 0,
  newly: 0,
  neither: 0,
  moves: {},
});

function sum(a: WhatIfCounts, b: WhatIfCounts): WhatIfCounts {
  const out = { ...a, cases: a.cases + b.cases, moves: { ...a.moves } };
  for (const key of kCounts) out[key] = a[key] + b[key];
  for (const [move, count] of Object.entries(b.moves)) out.moves[move] = (out.moves[move] ?? 0) + count;
  return out;
}

export function useWhatIf(id: string) {
  const counts = shallowRef<WhatIfCounts | null>(null);
  const examples = shallowRef<WhatIfExample[]>([]);
  const running = ref(false);
  const synthetic = ref(false);
  const over = ref(false); // it went to its end
  const problem = ref('');
  let turn = 0;

  async function run(dmn: string, drawn: boolean): Promise<void> {
    const mine = (turn += 1);
    counts.value = none();
    examples.value = [];
    problem.value = '';
    over.value = false;
    synthetic.value = drawn;
    running.value = true;
    let after: string | undefined;
    try {
      do {
        const done = drawn ? counts.value.cases : 0;
        const piece = await api.whatIf(id, { dmn, synthetic: drawn, done, ...(after ? { after } : {}) });
        if (mine !== turn) return;
        if (piece.problem) problem.value = piece.problem;
        counts.value = sum(counts.value, piece.counts);
        examples.value = [...examples.value, ...piece.examples].slice(0, kExamples);
        after = piece.problem ? undefined : piece.after;
      } while (after && (!drawn || counts.value.cases < kSynthetic));
      over.value = !problem.value;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (mine === turn) problem.value = error.title || error.code;
    } finally {
      if (mine === turn) running.value = false;
    }
  }
  function stop(): void {
    turn += 1;
    running.value = false;
  }
  onBeforeUnmount(stop);
  return { counts, examples, running, synthetic, over, problem, run, stop };
}
