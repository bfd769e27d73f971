// A form is data: which fields a command has, what is known of them already, and how they become the payload.
import type { Caller, CaseView, InspectionView, OfficerRow } from '@shared/api';
import { enumName } from '@shared/wording';
import type { Labels } from '@shared/wording';
import { zh } from '@shared/zh-CN';

export type Values = Record<string, unknown>;
export interface Option {
  value: string;
  label: string;
  off?: boolean;
}

export type Kind =
  | 'text'
  | 'area'
  | 'day'
  | 'money'
  | 'count'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'officer'
  | 'officers'
  | 'violation'
  | 'file'
  | 'signature'
  | 'files'
  | 'scheme'
  | 'certificates'
  | 'character'
  | 'parties'
  | 'charges'
  | 'sanctions'
  | 'verdicts'
  | 'remedies'
  | 'weighing'
  | 'instalments'
  | 'places'
  | 'fines';

/** What a form knows while it is filled in. */
export interface Scope {
  caller: Caller;
  body: string;
  officers: OfficerRow[];
  figures: Record<string, number>;
  labels: Labels;
  inspection?: InspectionView;
  casefile?: CaseView;
  party?: string; // the party whose track is being looked at
  subject?: string; // the finding, measure, item … the form was opened from
  preset?: Values; // what the opener already knows
}

export interface Field {
  name: string;
  aside?: boolean; // no part of the payload: `each` reads it
  kind: Kind;
  required?: boolean;
  fixed?: boolean; // a choice that the page has made already: shown, not asked
  optional?: boolean; // a text that is left out when blank
  wide?: boolean;
  enumType?: string; // the enumeration of a choice
  options?: (scope: Scope, values: Values) => Option[];
  show?: (values: Values, scope: Scope) => boolean;
  hint?: (scope: Scope, values: Values) => string;
  phrases?: (scope: Scope, values: Values) => string[]; // texts offered under the field, one click each
  remember?: boolean; // a text that the person writes again and again: the last ones are offered
  days?: number[]; // days from today offered under a date
}

export interface FormSpec {
  fields: Field[];
  initial?: (scope: Scope) => Values;
  finish?: (payload: Values, scope: Scope) => Values;
  each?: (payload: Values, values: Values, scope: Scope) => Values[]; // when one form stands for several commands
  // Of several commands of one form: what one is called, and the values without those that were already taken.
  nameOf?: (payload: Values, scope: Scope) => string;
  without?: (values: Values, taken: Values[]) => Values;
  figures?: string[];
  size?: 'wide';
}

export function labelOf(command: string, field: string): string {
  return zh.fields[`${command}.${field}`] ?? zh.fields[field] ?? field;
}

export const enumOptions = (type: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: enumName(type, value) }));

const kEmpty: Record<Kind, unknown> = {
  text: '',
  area: '',
  day: '',
  money: null,
  count: null,
  flag: false,
  choice: '',
  choices: [],
  officer: '',
  officers: [],
  violation: '',
  file: '',
  signature: '',
  files: [],
  scheme: [],
  certificates: [],
  character: {},
  parties: [],
  charges: [],
  sanctions: [],
  verdicts: [],
  remedies: {},
  weighing: { facts: [], circumstances: [] },
  instalments: [],
  places: [],
  fines: [],
};

/** The values a form begins with: empty, then what the spec and the opener know. */
export function initialValues(spec: FormSpec, scope: Scope): Values {
  const values: Values = {};
  for (const field of spec.fields) values[field.name] = structuredClone(kEmpty[field.kind]);
  return { ...values, ...spec.initial?.(scope), ...scope.preset };
}

export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

export const visible = (field: Field, values: Values, scope: Scope): boolean => field.show?.(values, scope) ?? true;

/** Names of required fields that are blank. Whether what is there is lawful, the server says. */
export function missingFields(spec: FormSpec, values: Values, scope: Scope): string[] {
  return spec.fields
    .filter((field) => field.required && visible(field, values, scope) && isBlank(values[field.name]))
    .map((field) => field.name);
}

/** The payload: hidden fields and blank optional ones are absent; blank lists and texts that are not optional stay. */
export function payloadOf(spec: FormSpec, values: Values, scope: Scope): Values {
  const payload: Values = { ...(spec.fields.length ? {} : values) };
  for (const field of spec.fields) {
    const value = values[field.name];
    const optional =
      field.optional ||
      (!field.required &&
        ['choice', 'officer', 'violation', 'file', 'signature', 'money', 'count', 'day'].includes(field.kind));
    if (field.aside || !visible(field, values, scope) || (optional && isBlank(value))) continue;
    payload[field.name] = typeof value === 'string' ? value.trim() : value;
  }
  return spec.finish ? spec.finish(payload, scope) : payload;
}

/** "f3" when two findings are there already: short ids within one file. */
export const nextId = (prefix: string, taken: { id: string }[]): string => {
  let number = taken.length + 1;
  while (taken.some((one) => one.id === `${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
};
