// The list that is being edited: its entries, what the server has of them, what is to be said of them.
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import { api, Problem } from '@shared/api';
import type { ListContent, RegulationCheck, RegulationView } from '@shared/api';
import { dropDraft, keepDraft, readDraft } from '@shared/draft';
import { useCommand } from '@desk/command';

const kPauseMs = 400;
const kNow = { on: false, day: '', time: '', reason: '' };
interface Kept {
  content: ListContent;
  version: number;
}

export function useRegulation(id: string, view: () => RegulationView | null, reload: () => Promise<void>) {
  const name = `regulation ${id}`;
  const kept = readDraft<Kept>(name);
  const content = ref<ListContent>({ leniency: [], circumstances: [], figures: [] });
  const saved = ref('');
  const version = ref(0); // of the stream, when the entries were taken from it
  const restored = ref(false);
  const conflict = ref(false);
  const check = shallowRef<RegulationCheck | null>(null);
  const { busy, message, refusals, send } = useCommand();
  const text = computed(() => JSON.stringify(content.value));
  const dirty = computed(() => saved.value !== '' && text.value !== saved.value);
  let timer = 0;
  let turn = 0;

  function take(now: RegulationView): void {
    saved.value = JSON.stringify(now.content);
    content.value = JSON.parse(saved.value) as ListContent;
    version.value = now.list.version;
    check.value = now.check;
    conflict.value = false;
  }
  const editing = (now: RegulationView) => now.list.draft?.status === 'editing';
  watch(view, (now, before) => {
    if (!now) return;
    if (!before && kept && editing(now) && JSON.stringify(kept.content) !== JSON.stringify(now.content)) {
      take(now);
      content.value = kept.content;
      version.value = kept.version;
      restored.value = true;
      conflict.value = kept.version !== now.list.version;
      return;
    }
    if (dirty.value && editing(now)) {
      conflict.value = now.list.version !== version.value && JSON.stringify(now.content) !== saved.value;
      if (!conflict.value) version.value = now.list.version;
      return;
    }
    take(now);
  });
  const stopKeeping = keepDraft(name, () => (dirty.value ? { content: content.value, version: version.value } : null));
  onBeforeUnmount(() => {
    stopKeeping();
    window.clearTimeout(timer);
    turn += 1;
  });

  async function ask(): Promise<void> {
    const mine = (turn += 1);
    try {
      const found = await api.checkRegulation(id, content.value);
      if (mine === turn) check.value = found;
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // the last answer stays; saving tells what is wrong
    }
  }
  watch(text, () => {
    window.clearTimeout(timer);
    if (dirty.value) timer = window.setTimeout(() => void ask(), kPauseMs);
    else if (view()) check.value = view()!.check;
  });
  async function save(over = false): Promise<boolean> {
    const now = text.value;
    const from = over ? view()!.list.version : version.value;
    const reply = await send('SaveRegulationDraft', view()!.list.stream, from, { content: content.value }, kNow, {});
    if (reply === 'conflict') {
      conflict.value = true;
      await reload();
      return false;
    }
    if (!reply) return false;
    saved.value = now;
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
  return { content, dirty, restored, conflict, check, busy, message, refusals, save, drop };
}
