import { ref, shallowRef } from 'vue';
import { Problem } from '@shared/api';

/** Data of a page that comes from the server: what is there, whether it is on its way, what went wrong. */
export function useLoad<T>(ask: () => Promise<T>) {
  const data = shallowRef<T | null>(null);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  let turn = 0;

  async function load(): Promise<void> {
    const mine = (turn += 1);
    busy.value = true;
    try {
      const answer = await ask();
      if (mine !== turn) return;
      data.value = answer;
      problem.value = null;
    } catch (error) {
      if (mine !== turn) return;
      if (!(error instanceof Problem)) throw error;
      problem.value = error;
    } finally {
      if (mine === turn) busy.value = false;
    }
  }
  return { data, busy, problem, load };
}
