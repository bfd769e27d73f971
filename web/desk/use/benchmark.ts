// The table that is being edited: its text, what the server has of it, what is to be said of it, and what is not saved.
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import { api, Problem } from '@shared/api';
import type { BenchmarkCheck, BenchmarkView } from '@shared/api';
import { dropDraft, keepDraft, readDraft } from '@shared/draft';
import { useCommand } from '@desk/command';

const kPauseMs = 400;
const kNow = { on: false, day: '', time: '', reason: '' };

interface Kept {
  dmn: string;
  version: number;
}

export function useTable(id: string, view: () => BenchmarkView | null, reload: () => Promise<void>) {
  const name = `benchmark ${id}`;
  const kept = readDraft<Kept>(name);
  const shown = ref(''); // what the editor is given
  const text = ref(''); // what it holds
  const saved = ref(''); // what the server holds
  const version = ref(0); // of the stream, when the text was taken from it
  const restored = ref(false);
  const conflict = ref(false);
  const check = shallowRef<BenchmarkCheck | null>(null);
  const checking = ref(false);
  const { busy, message, refusals, send } = useCommand();
  const dirty = computed(() => text.value !== '' && text.value !== saved.value);
  let timer = 0;
  let turn = 0;

  function take(now: BenchmarkView): void {
    saved.value = shown.value = text.value = now.dmn;
    version.value = now.table.version;
    check.value = now.check;
    conflict.value = false;
  }
  /** The view as it came: what is being written stays. */
  watch(view, (now, before) => {
    if (!now) return;
    if (!before && kept && now.table.draft?.status === 'editing' && kept.dmn !== now.dmn) {
      take(now);
      shown.value = text.value = kept.dmn;
      version.value = kept.version;
      restored.value = true;
      conflict.value = kept.version !== now.table.version;
      void ask();
      return;
    }
    if (dirty.value && now.table.draft?.status === 'editing') {
      conflict.value = now.table.version !== version.value && now.dmn !== saved.value;
      if (!conflict.value) version.value = now.table.version;
      return;
    }
    take(now);
  });
  const stopKeeping = keepDraft(name, () => (dirty.value ? { dmn: text.value, version: version.value } : null));
  onBeforeUnmount(() => {
    stopKeeping();
    window.clearTimeout(timer);
    turn += 1;
  });

  async function ask(): Promise<void> {
    const mine = (turn += 1);
    checking.value = true;
    try {
      const found = await api.checkBenchmark(id, text.value);
      if (mine === turn) check.value = found;
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // the last answer stays; saving tells what is wrong
    } finally {
      if (mine === turn) checking.value = false;
    }
  }
  function change(dmn: string): void {
    text.value = dmn;
    checking.value = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), kPauseMs);
  }
  async function save(over = false): Promise<boolean> {
    const stream = view()!.table.stream;
    const from = over ? view()!.table.version : version.value;
    const dmn = text.value;
    const reply = await send('SaveBenchmarkDraft', stream, from, { dmn }, kNow, {});
    if (reply === 'conflict') {
      conflict.value = true;
      await reload();
      return false;
    }
    if (!reply) return false;
    saved.value = dmn;
    version.value = reply.version ?? from + 1;
    restored.value = conflict.value = false;
    dropDraft(name);
    await reload();
    return true;
  }
  function drop(): void {
    const now = view();
    dropDraft(name);
    restored.value = false;
    if (now) take(now);
  }
  return { shown, text, dirty, restored, conflict, check, checking, busy, message, refusals, change, save, drop };
}
