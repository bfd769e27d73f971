// An entry of the journal in words: what its fields are called and what their values mean. Ids inside a file are named
// as the file names them, ids of people, units and enterprises by their names.
import { api } from '@shared/api';
import { momentOf, yuan } from '@shared/format';
import type { fieldKind } from '@shared/fields';
import { placeName, violationTitle } from '@shared/lists';
import { enumName, explain, instrumentName } from '@shared/wording';
import type { Labels } from '@shared/wording';
import { zh } from '@shared/zh-CN';
import { commandOf } from './steps';
import { caseLabels, inspectionLabels } from '@desk/labels';

export interface EntryWords {
  labels: Labels;
  personal: Labels; // commitment → value, where it was not erased
  self: string; // the id of the stream
}
const kShownOfHash = 12;
const kUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The names that an entry of the stream may speak of. Who may not see a part of them sees ids' kinds instead. */
export async function wordsOf(kind: string, id: string): Promise<EntryWords> {
  const [officers, bodies, file] = await Promise.all([
    api.officers().catch(() => ({ rows: [] })),
    api.bodies().catch(() => ({ rows: [] })),
    fileWords(kind, id).catch(() => ({ labels: {}, personal: {} })),
  ]);
  const people = Object.fromEntries([...officers.rows, ...bodies.rows].map((one) => [one.id, one.name]));
  return { labels: { ...people, ...file.labels }, personal: file.personal, self: id };
}

async function fileWords(kind: string, id: string): Promise<{ labels: Labels; personal: Labels }> {
  if (kind === 'inspection') {
    const view = await api.inspection(id);
    const items = Object.fromEntries(view.state.scheme.map((item) => [item.id, item.text]));
    return { labels: { ...items, ...inspectionLabels(view) }, personal: view.personal };
  }
  if (kind === 'case') {
    const view = await api.casefile(id);
    // Its charges speak of the findings of the inspection it stems from.
    const before = view.state.inspection
      ? await fileWords('inspection', view.state.inspection).catch(() => null)
      : null;
    return {
      labels: { ...before?.labels, ...caseLabels(view) },
      personal: { ...before?.personal, ...view.personal },
    };
  }
  if (kind === 'enterprise') {
    const view = await api.enterprise(id);
    return { labels: { [id]: view.enterprise.name }, personal: view.personal };
  }
  return { labels: {}, personal: {} };
}

export function labelOfField(event: string, path: string[], name: string): string {
  const { labels } = zh.entry;
  const around = path.at(-1);
  return (
    (path.length === 0 ? (labels[`${event}.${name}`] ?? zh.fields[`${commandOf(event)}.${name}`]) : undefined) ??
    (around ? labels[`${around}.${name}`] : undefined) ??
    zh.fields[name] ??
    labels[name] ??
    zh.entry.another
  );
}

/** "f3" of a file that cannot be asked: the kind of thing and its number. */
function numbered(text: string): string | null {
  if (kUuid.test(text)) return zh.entry.numberOf(text);
  const found = /^([a-z])(?:[a-z]*-)?(\d+)$/.exec(text);
  const kind = found ? zh.entry.numbered[found[1]!] : undefined;
  return kind ? `${kind} ${found![2]}` : null;
}

export function textOfField(kind: ReturnType<typeof fieldKind>, value: unknown, words: EntryWords): string {
  if (value === true) return zh.common.yes;
  if (value === false) return zh.common.no;
  if (value === null || value === undefined || value === '') return '—';
  const text = String(value);
  if (kind.startsWith('enum ')) return enumText(kind.slice('enum '.length), text);
  switch (kind) {
    case 'fen':
      return `${yuan(Number(value))} ${zh.common.yuan}`;
    case 'instant':
      return momentOf(Number(value));
    case 'division':
      return placeName(text);
    case 'violation':
      return violationTitle(text);
    case 'instrument':
      return instrumentName(text);
    case 'file':
      return zh.entry.stored(text.slice(0, kShownOfHash));
    case 'refusal':
      return explain({ code: text, facts: {}, articles: [], severity: 'advice' }).title;
    case 'commitment':
      return words.personal[text] ?? zh.entry.sealed(text.slice(0, kShownOfHash));
    default:
      if (text === words.self) return words.labels[text] ?? zh.entry.self;
      return words.labels[text] ?? numbered(text) ?? text;
  }
}

function enumText(type: string, value: string): string {
  if (type === 'calendar.TermUnit') return zh.entry.terms[value] ?? value;
  if (type === 'dossier.Field') return zh.entry.cleared[value] ?? value;
  return enumName(type, value);
}

/** What a stream named in an entry is called: "officer/0197…" by the officer's name, else by its kind. */
export function streamName(stream: string, words: EntryWords): string {
  const [kind = '', id = ''] = stream.split('/');
  const name = id === words.self ? zh.entry.self : words.labels[id];
  return name ? `${zh.entry.streams[kind] ?? ''} ${name}`.trim() : (zh.entry.streams[kind] ?? stream);
}
