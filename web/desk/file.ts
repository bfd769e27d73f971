// What the page of an inspection and the page of a case have in common: the file, the steps, the officers, an open
// form.
import { computed, onMounted, ref, shallowRef } from 'vue';
import { api } from '@shared/api';
import type { NextView, OfficerRow } from '@shared/api';
import { useLive } from '@shared/pulse';
import { figuresOf, officersOf } from '@shared/lists';
import { caller } from '@shared/session';
import type { Labels } from '@shared/wording';
import type { FormSpec } from './forms/spec';
import { useLoad } from './load';

export interface OpenForm {
  command: string;
  subject?: string;
  preset?: Record<string, unknown>;
}

interface FileView {
  stream: string;
  version: number;
  state: { body: string };
}

export function useFile<View extends FileView>(
  ask: () => Promise<View>,
  focus: () => string | undefined,
  forms: Record<string, FormSpec>,
  changed: () => void = () => {},
) {
  const view = useLoad(ask);
  const next = useLoad<NextView>(() => api.next(view.data.value!.stream, focus()));
  const officers = shallowRef<OfficerRow[]>([]);
  const figures = shallowRef<Record<string, number>>({});
  const form = ref<OpenForm | null>(null);
  const known = computed(() => next.data.value?.steps ?? []);

  async function load(): Promise<void> {
    await view.load();
    if (!view.data.value || view.problem.value) return;
    const body = view.data.value.state.body;
    await Promise.all([
      next.load(),
      officersOf(body)
        .then((rows) => (officers.value = rows))
        .catch(() => {}),
    ]);
    // The steps may know of an act that came after the file was read: then the file is read again.
    if ((next.data.value?.version ?? 0) > (view.data.value?.version ?? 0)) await view.load();
  }
  async function start(command: string, subject?: string, preset?: Record<string, unknown>): Promise<void> {
    const wanted = forms[command]?.figures ?? [];
    if (wanted.length > 0) figures.value = await figuresOf(wanted).catch(() => ({}));
    form.value = { command, subject, preset };
  }
  async function finished(): Promise<void> {
    form.value = null;
    await load();
    changed();
  }
  const lawful = (command: string): boolean => known.value.some((step) => step.command === command && step.lawful);

  onMounted(load);
  // What colleagues do appears by itself; what is being typed stays.
  useLive(
    (stream) => stream === view.data.value?.stream,
    () => void load(),
  );
  /** Names of the officers at hand, for what the law's answers say of them. */
  const officerNames = computed<Labels>(() => ({
    ...Object.fromEntries(officers.value.map((officer) => [officer.id, officer.name])),
    [caller().officer]: caller().name,
  }));
  return { officerNames, view, next, officers, figures, form, steps: known, load, start, finished, lawful };
}
