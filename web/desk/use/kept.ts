// A choice of one person that outlives the browser's window: columns, saved filters.
import { ref, watch } from 'vue';
import type { Ref } from 'vue';
import { session } from '@shared/session';

export function useKept<T>(name: string, otherwise: T): Ref<T> {
  const key = `kept:${session.account}:${name}`;
  let start = otherwise;
  try {
    const text = localStorage.getItem(key);
    if (text !== null) start = JSON.parse(text) as T;
  } catch {
    // as if nothing had been kept
  }
  const value = ref(start) as Ref<T>;
  watch(
    value,
    (now) => {
      try {
        localStorage.setItem(key, JSON.stringify(now));
      } catch {
        // it lasts as long as the page then
      }
    },
    { deep: true },
  );
  return value;
}
