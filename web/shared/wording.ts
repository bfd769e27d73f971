// The wording of the law's answers, made from law/ at build time: codes, commands, events, enums, titles of
// instruments.
import wordingFile from '@law/wording/zh-CN.json';
import { chineseNumeral, longDay, momentOf, yuan } from './format';
import { placeName, violationTitle } from './lists';
import type { Citation, Refusal } from './api/types';

interface CodeText {
  title: string;
  text?: string;
  instead?: string;
}
interface WordingFile {
  refusals: Record<string, CodeText>;
  commands: Record<string, string>;
  events: Record<string, string>;
  enums: Record<string, Record<string, string>>;
  // what a fact is: text, count, fen, date, instant, officer, division, violation, enum TYPE
  facts: Record<string, string>;
}
interface Instrument {
  id: string;
  title: string;
  short_title?: string;
  version?: string;
}

const wording = wordingFile as unknown as WordingFile;
const instruments = new Map(
  Object.values(import.meta.glob<Instrument>('@law/*/instrument.json', { eager: true, import: 'default' })).map(
    (instrument) => [instrument.id, instrument.short_title ?? instrument.title],
  ),
);

export const commandName = (name: string): string => wording.commands[name] ?? name;

/** `type` as the journal names it, with its version: "case_filed.1". */
export function eventName(type: string): string {
  return wording.events[type] ?? wording.events[type.replace(/\.\d+$/, '')] ?? type;
}

/** The word of an enum's value: enumName('inspection.FindingStatus', 'open'). */
export function enumName(type: string, value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  return wording.enums[type]?.[value] ?? value;
}

/** "行政处罚法 第六十四条第一款第二项" */
export function citationText(citation: Citation): string {
  const part = (value: number | null | undefined, unit: string) => (value ? `第${chineseNumeral(value)}${unit}` : '');
  const place = part(citation.article, '条') + part(citation.paragraph, '款') + part(citation.item, '项');
  return `${instruments.get(citation.instrument) ?? citation.instrument}${place}`;
}

/** Id and short title of every instrument of the law pack. */
export const instrumentTitles = (): [string, string][] => [...instruments.entries()];

export const instrumentName = (id: string): string => instruments.get(id) ?? id;

export type Labels = Record<string, string>;

/** A fact as a person reads it: money, days, ids and enumerators by their names. */
function factText(key: string, value: string, labels: Labels): string {
  const kind = wording.facts[key] ?? 'text';
  if (kind === 'fen') return `${yuan(Number(value))}元`;
  if (kind === 'date') return longDay(value);
  if (kind === 'instant') return momentOf(Number(value));
  if (kind === 'division') return placeName(value);
  if (kind === 'violation') return violationTitle(value);
  if (kind.startsWith('enum ')) return enumName(kind.slice('enum '.length), value);
  return value
    .split('、')
    .map((one) => labels[one] ?? one)
    .join('、');
}

/** The text with its facts; nothing when a fact is unknown, as when a step is asked about before anything is typed. */
function fill(text: string | undefined, refusal: Refusal, labels: Labels): string {
  let whole = true;
  const filled = (text ?? '').replace(/\{(\w+)\}/g, (_place, key: string) => {
    const value = refusal.facts[key];
    whole &&= value !== undefined && value !== '';
    return value === undefined ? '' : factText(key, value, labels);
  });
  return whole ? filled : '';
}

export interface Explained {
  title: string;
  text: string;
  instead: string;
  articles: string[];
}

/** Why not, by which articles, and what to do instead. A code without a text shows itself. */
export function explain(refusal: Refusal, labels: Labels = {}): Explained {
  const known = wording.refusals[refusal.code];
  return {
    title: fill(known?.title, refusal, labels) || refusal.code,
    text: fill(known?.text, refusal, labels),
    instead: fill(known?.instead, refusal, labels),
    articles: refusal.articles.map(citationText),
  };
}
