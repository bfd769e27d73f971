// Unsaved input of a form outlives a reload. A draft belongs to one account and one form and goes when the form is
// sent.
import { watch } from 'vue';
import { session } from './session';

const keyOf = (name: string) => `draft:${session.account}:${name}`;

export function readDraft<T>(name: string): T | null {
  try {
    const text = sessionStorage.getItem(keyOf(name));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(keyOf(name));
}

/** Keeps `values` until `dropDraft`; the returned function stops keeping. */
export function keepDraft(name: string, values: () => unknown): () => void {
  return watch(
    values,
    (now) => {
      try {
        sessionStorage.setItem(keyOf(name), JSON.stringify(now));
      } catch {
        // No room, or storage is off: the form works, it only does not outlive a reload.
      }
    },
    { deep: true },
  );
}
