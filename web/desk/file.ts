// What the page of an inspection and the page of a case have in common: the file, the steps, the officers, an open
// form.
import { computed, onMounted, ref, shallowRef } from 'vue';
import { api } from '@shared/api';
import type { NextView, OfficerRow } from '@shared/api';
import { useLive } from '@shared/pulse';
import { figuresOf, officersOf } from '@shared/lists';
import { caller } from '@shared/session';
import type { Labels } from '@shared/wording';
import { zh } from '@shared/zh-CN';
import type { FormSpec } from './forms/spec';
import { useLoad } from './load';
import { tell } from './toast';

export interface OpenForm {
  command: string;
  subject?: string;
  preset?: Record<string, unknown>;
  note?: string;
  plain?: boolean; // made of the file alone, so that it can be opened again from the address
}

/** Several forms of one command, one after the other: each with what it begins with, and what it is called. */
export interface Round {
  command: string;
  forms: { subject: string; preset: Record<string, unknown>; name: string }[];
  carried: string[]; // fields whose values go over to the next form
  nth: (at: number, of: number) => string; // which of them the form is
  left: (names: string[]) => string; // what is said of those that were not filled in
}

export interface FileView {
  stream: string;
  version: number;
  state: { body: string };
}

export function useFile<View extends FileView>(
  ask: () => Promise<View>,
  focus: () => string | undefined,
  forms: Record<string, FormSpec>,
  changed: () => void = () => {},
  known: (command: string, view: View) => Promise<Record<string, unknown>> = () => Promise.resolve({}),
  rounds: (command: string, view: View) => Round | null = () => null,
) {
  const view = useLoad(ask);
  const next = useLoad<NextView>(() => api.next(view.data.value!.stream, focus()));
  const officers = shallowRef<OfficerRow[]>([]);
  const figures = shallowRef<Record<string, number>>({});
  const form = ref<OpenForm | null>(null);
  const steps = computed(() => next.data.value?.steps ?? []);

  /** Whether the officers of the file's body are there. */
  async function readOfficers(): Promise<boolean> {
    const rows = await officersOf(view.data.value!.state.body).catch(() => null);
    if (rows) officers.value = rows;
    return rows !== null;
  }
  async function load(): Promise<void> {
    await view.load();
    if (!view.data.value || view.problem.value) return;
    await Promise.all([next.load(), readOfficers()]);
    // The steps may know of an act that came after the file was read: then the file is read again.
    if ((next.data.value?.version ?? 0) > (view.data.value?.version ?? 0)) await view.load();
  }
  /** Opens the form of a step; where the step is to be taken several times, a form each. */
  async function start(command: string, subject?: string, preset?: Record<string, unknown>): Promise<void> {
    const several = subject === undefined && preset === undefined ? rounds(command, view.data.value!) : null;
    return several ? startRound(several) : open(command, subject, preset);
  }
  async function open(command: string, subject?: string, preset?: Record<string, unknown>): Promise<void> {
    const wanted = forms[command]?.figures ?? [];
    if (officers.value.length === 0 && !(await readOfficers())) tell(zh.file.noOfficers, null, 'note');
    if (wanted.length > 0) figures.value = await figuresOf(wanted).catch(() => ({}));
    // What cannot be asked for just now is left for people to fill in.
    const more = await known(command, view.data.value!).catch(() => ({}));
    form.value = { command, subject, preset: { ...more, ...preset }, plain: preset === undefined };
  }
  // The round that is being filled in, and how far it has come.
  let round: Round | null = null;
  let turn = 0;
  async function startNext(given: Record<string, unknown> = {}): Promise<void> {
    const one = round?.forms[turn];
    if (!round || !one) return void (round = null);
    const carried = Object.fromEntries(round.carried.filter((key) => key in given).map((key) => [key, given[key]]));
    await open(round.command, one.subject, { ...carried, ...one.preset });
    if (form.value && round.forms.length > 1) form.value.note = round.nth(turn + 1, round.forms.length);
  }
  async function startRound(now: Round): Promise<void> {
    round = now;
    turn = 0;
    await startNext();
  }
  async function finished(given: Record<string, unknown> = {}): Promise<void> {
    form.value = null;
    await load();
    changed();
    turn += 1;
    await startNext(given);
  }
  function close(): void {
    form.value = null;
    const left = round?.forms.slice(turn).map((one) => one.name) ?? [];
    if (round && left.length > 0) tell(round.left(left), null, 'note');
    round = null;
  }
  const lawful = (command: string): boolean => steps.value.some((step) => step.command === command && step.lawful);

  onMounted(load);
  // What colleagues do appears by itself; what is being typed stays.
  useLive(
    (stream) => stream === view.data.value?.stream,
    () => void load(),
  );
  useLive(
    (stream) => stream.startsWith('officer/'),
    () => void (view.data.value && readOfficers()),
  );
  /** Names of the officers at hand, for what the law's answers say of them. */
  const officerNames = computed<Labels>(() => ({
    ...Object.fromEntries(officers.value.map((officer) => [officer.id, officer.name])),
    [caller().officer]: caller().name,
  }));
  return { officerNames, view, next, officers, figures, form, steps, load, start, startRound, close, finished, lawful };
}

export type FileUse = ReturnType<typeof useFile<FileView>>;
