// Unsaved input outlives a reload, a closed window and a browser that crashed. A draft belongs to one account and one
// form; it goes when the form is sent, after two weeks, or when its owner signs out and asks for it.
import { watch } from 'vue';
import { session } from './session';

const kPrefix = 'draft:';
const kKeptMs = 14 * 86_400_000;
const ofAccount = () => `${kPrefix}${session.account}:`;
const keyOf = (name: string) => ofAccount() + name;

interface Kept {
  at: number;
  values: unknown;
}

function keysWith(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    return kept && Date.now() - kept.at < kKeptMs ? kept : null;
  } catch {
    return null;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // storage is off: there is nothing to remove
  }
}

export const readDraft = <T>(name: string): T | null => (read(keyOf(name))?.values ?? null) as T | null;

/** Drops a form's draft, and what its fields keep on their own (`partOf`). */
export function dropDraft(name: string): void {
  remove(keyOf(name));
  for (const key of keysWith(partOf(keyOf(name), ''))) remove(key);
}

/** The name of what a field keeps beside its form's values. */
export const partOf = (name: string, field: string): string => `${name} # ${field}`;

/** Keeps `values` until `dropDraft`; the returned function stops keeping. */
export function keepDraft(name: string, values: () => unknown): () => void {
  return watch(
    values,
    (now) => {
      if (now === null || now === '') return remove(keyOf(name));
      try {
        localStorage.setItem(keyOf(name), JSON.stringify({ at: Date.now(), values: now } satisfies Kept));
      } catch {
        // No room, or storage is off: the form works, it only does not outlive a reload.
      }
    },
    { deep: true },
  );
}

/** How many forms the account has begun and not sent; a form's parts count with it. */
export const draftCount = (): number => new Set(keysWith(ofAccount()).map((key) => key.split(partOf('', ''))[0])).size;

/** Drops everything that the account has not sent. */
export function dropDrafts(): void {
  for (const key of keysWith(ofAccount())) remove(key);
}

/** Drops what is too old, whoever's it was. */
export function sweepDrafts(): void {
  for (const key of keysWith(kPrefix)) if (!read(key)) remove(key);
}
