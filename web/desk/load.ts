import { ref, shallowRef } from 'vue';
import { Problem } from '@shared/api';

/**
 * Data of a page that comes from the server: what is there, whether it is on its way, what went wrong. `about` names
 * what is asked for where that changes: data about something else does not stay when the asking fails.
 */
export function useLoad<T>(ask: () => Promise<T>, about: () => unknown = () => '') {
  const data = shallowRef<T | null>(null);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  let turn = 0;
  let known: unknown;

  async function load(): Promise<void> {
    const mine = (turn += 1);
    busy.value = true;
    const wanted = JSON.stringify(about());
    try {
      const answer = await ask();
      if (mine !== turn) return;
      data.value = answer;
      known = wanted;
      problem.value = null;
    } catch (error) {
      if (mine !== turn) return;
      if (!(error instanceof Problem)) throw error;
      problem.value = error;
      if (known !== wanted) data.value = null;
    } finally {
      if (mine === turn) busy.value = false;
    }
  }
  return { data, busy, problem, load };
}
