// While a form is filled in, the core in the browser says what the law would answer.
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import type { Refusal } from '@shared/api';
import { judge, States } from '@shared/check';
import { caller } from '@shared/session';

export type Judged = 'off' | 'running' | 'unread' | 'told';
const kPauseMs = 250;
const kAgainMs = 5000;

export interface Question {
  command: string;
  stream: string;
  version: number; // of the stream as the page has it: when a colleague moved it on, the states are asked for anew
  payload: unknown;
  occurredAt: number;
  acknowledged: Record<string, string>;
}

/** `question` gives what to ask, or nothing while required fields are blank. */
export function useJudge(question: () => Question | null) {
  const judged = ref<Judged>('unread');
  const refusals = shallowRef<Refusal[]>([]);
  let states = new States();
  let version = -1;
  let timer = 0;
  let turn = 0;

  async function ask(): Promise<void> {
    const mine = (turn += 1);
    const asked = question();
    if (!asked) {
      judged.value = 'unread';
      refusals.value = [];
      return;
    }
    try {
      const { command, stream, payload, occurredAt, acknowledged } = asked;
      if (asked.version !== version) states = new States();
      version = asked.version;
      const verdict = await judge(states, caller().officer, command, stream, payload, occurredAt, acknowledged);
      if (mine !== turn) return;
      refusals.value = verdict.refusals;
      judged.value = verdict.unread ? 'unread' : 'told';
    } catch {
      // Without the core or its data the server alone decides; it does so in any case.
      if (mine !== turn) return;
      judged.value = 'off';
      timer = window.setTimeout(() => void ask(), kAgainMs);
    }
  }
  watch(
    () => JSON.stringify(question()),
    () => {
      window.clearTimeout(timer);
      if (judged.value !== 'off') judged.value = 'running';
      timer = window.setTimeout(() => void ask(), kPauseMs);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => {
    window.clearTimeout(timer);
    turn += 1;
  });
  return { judged, refusals };
}
