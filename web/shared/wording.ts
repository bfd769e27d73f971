// The wording of the law's answers, made from law/ at build time: codes, commands, events, enums, titles of instruments.
import { chineseNumeral, longDay, yuan } from './format';
import type { Citation, Refusal } from './api/types';

interface CodeText { title: string; text?: string; instead?: string }
interface WordingFile {
  codes: Record<string, CodeText>;
  commands: Record<string, string>;
  events: Record<string, string>;
  enums: Record<string, Record<string, string>>;
}
interface Instrument { id: string; title: string; short_title?: string; version?: string }

const files = import.meta.glob<WordingFile>('@law/wording/zh-CN.json', { eager: true, import: 'default' });
const wording: WordingFile = Object.values(files)[0] ?? { codes: {}, commands: {}, events: {}, enums: {} };
const instruments = new Map(
  Object.values(import.meta.glob<Instrument>('@law/*/instrument.json', { eager: true, import: 'default' }))
    .map((instrument) => [instrument.id, instrument.short_title ?? instrument.title]),
);

export const commandName = (name: string): string => wording.commands[name] ?? name;

/** `type` as the journal names it, with its version: "case_filed.1". */
export function eventName(type: string): string {
  return wording.events[type] ?? wording.events[type.replace(/\.\d+$/, '')] ?? type;
}

/** The word of an enum's value: enumName('FindingStatus', 'open'). */
export function enumName(type: string, value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  return wording.enums[type]?.[value] ?? value;
}

/** The values that have a word, in the order of the file. */
export const enumValues = (type: string): string[] => Object.keys(wording.enums[type] ?? {});

/** "行政处罚法 第六十四条第一款第二项" */
export function citationText(citation: Citation): string {
  const part = (value: number | null | undefined, unit: string) => (value ? `第${chineseNumeral(value)}${unit}` : '');
  const place = part(citation.article, '条') + part(citation.paragraph, '款') + part(citation.item, '项');
  return `${instruments.get(citation.instrument) ?? citation.instrument}${place}`;
}

export const instrumentName = (id: string): string => instruments.get(id) ?? id;

export type Labels = Record<string, string>;

/** A fact as a person reads it: money, days, ids and enumerators by their names. */
function factText(key: string, value: string, labels: Labels): string {
  if (/_fen$/.test(key) && /^-?\d+$/.test(value)) return `${yuan(Number(value))} 元`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDay(value);
  if (key === 'kind') return enumName('MeasureKind', value);
  return value.split('、').map((one) => labels[one] ?? one).join('、');
}

function fill(text: string, refusal: Refusal, labels: Labels): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = refusal.facts[key];
    return value === undefined ? whole : factText(key, value, labels);
  });
}

export interface Explained { title: string; text: string; instead: string; articles: string[] }

/** Why not, by which articles, and what to do instead. A code without a text shows itself. */
export function explain(refusal: Refusal, labels: Labels = {}): Explained {
  const known = wording.codes[refusal.code];
  return {
    title: fill(known?.title ?? refusal.code, refusal, labels),
    text: fill(known?.text ?? '', refusal, labels),
    instead: fill(known?.instead ?? '', refusal, labels),
    articles: refusal.articles.map(citationText),
  };
}
