// A choice of one person that outlives the browser's window and is there on every machine: columns, saved filters.
// What this browser knows is shown at once; what the server has been told since takes its place.
import { onScopeDispose, ref, watch } from 'vue';
import type { Ref } from 'vue';
import { api } from '@shared/api';
import { session } from '@shared/session';

const kPause = 400; // ms: a row of clicks is one saving

function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeLocal(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // it lasts as long as the page then
  }
}

function parsed<T>(text: string | null | undefined): T | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined; // as if nothing had been kept
  }
}

/** `name`: 1 to 40 of a–z and '-'. */
export function useKept<T>(name: string, otherwise: T): Ref<T> {
  const key = `kept:${session.account}:${name}`;
  const local = readLocal(key);
  const value = ref(parsed<T>(local) ?? otherwise) as Ref<T>;
  let known = local ?? JSON.stringify(otherwise); // what the server, as far as this page knows, has
  let changed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    const text = JSON.stringify(value.value);
    if (text === known) return;
    known = text;
    api.keep(name, text).catch(() => {}); // this browser has it, and tells the server with the next change
  }
  api
    .kept(name)
    .then((view) => {
      const there = parsed<T>(view.value);
      if (changed) return;
      if (there === undefined) {
        if (local) api.keep(name, local).catch(() => {}); // kept before the server was asked to
        return;
      }
      known = view.value!;
      value.value = there;
    })
    .catch(() => {}); // what this browser knows stands

  watch(
    value,
    (now) => {
      const text = JSON.stringify(now);
      if (text === known) return writeLocal(key, text);
      changed = true;
      writeLocal(key, text);
      clearTimeout(timer);
      timer = setTimeout(send, kPause);
    },
    { deep: true },
  );
  onScopeDispose(() => {
    if (timer !== undefined) send();
  });
  return value;
}
