// Lists that change rarely, asked for once a session: bodies, divisions, officers of a body, figures of the law.
import { reactive } from 'vue';
import { api } from './api';
import type { BodyRow, DivisionRow, OfficerRow, ViolationRow } from './api';

const kept = new Map<string, Promise<unknown>>();

function once<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const before = kept.get(key) as Promise<T> | undefined;
  if (before) return before;
  const asked = ask();
  kept.set(key, asked);
  asked.catch(() => kept.delete(key));
  return asked;
}

export const officersOf = (body: string): Promise<OfficerRow[]> =>
  once(`officers ${body}`, async () => (await api.officers(body)).rows);
export const namesOf = (officers: OfficerRow[]): Record<string, string> =>
  Object.fromEntries(officers.map((officer) => [officer.id, officer.name]));
export const allBodies = (): Promise<BodyRow[]> => once('bodies', async () => (await api.bodies()).rows);
export const allDivisions = (): Promise<DivisionRow[]> => once('divisions', async () => (await api.divisions()).rows);

/** Values of figures of the law, by key. */
export const figuresOf = (keys: string[]): Promise<Record<string, number>> =>
  once(`figures ${keys.join()}`, async () =>
    Object.fromEntries((await api.figures(keys)).rows.map((row) => [row.key, row.value])),
  );

/** Drops what new entries have made old; who asks next, asks the server. */
export function forgetChanged(beat: { streams: string[]; many: boolean }): void {
  const touched = (kind: string) => beat.many || beat.streams.some((stream) => stream.startsWith(`${kind}/`));
  for (const key of [...kept.keys()])
    if ((key.startsWith('officers ') && touched('officer')) || (key === 'bodies' && touched('body'))) kept.delete(key);
}

export function forgetLists(): void {
  kept.clear();
  for (const code of Object.keys(places)) delete places[code];
}

/** Every violation of the pack, without the words by which it is found. */
export const allViolations = (): Promise<ViolationRow[]> =>
  once('violations', async () => (await api.violations('')).rows);

const titles = reactive<Record<string, string>>({});

async function loadViolations(): Promise<void> {
  const rows = await allViolations().catch(() => []);
  for (const row of rows) titles[row.id] = `${row.title}（${row.article}）`;
}

/** The title of a violation with its article, once the titles are there; until then its id. */
export function violationTitle(id: string): string {
  if (titles[id] === undefined) void loadViolations();
  return titles[id] ?? id;
}

const places = reactive<Record<string, string>>({});

/** "哈尔滨市道里区" of a division code, once the divisions are there; until then the code. */
export function placeName(code: string): string {
  if (Object.keys(places).length === 0)
    void allDivisions()
      .then((rows) => fillPlaces(rows))
      .catch(() => {});
  return places[code] ?? code;
}

function fillPlaces(rows: DivisionRow[]): void {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  for (const row of rows) {
    const above = row.parent ? byCode.get(row.parent) : undefined;
    places[row.code] = above?.parent ? above.name + row.name : row.name;
  }
}
