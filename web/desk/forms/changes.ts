// What a person has changed in a form. Only that is kept as a draft, so that what becomes known is not hidden by it.
import type { Values } from './spec';

export const copyOf = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/** Equal in content; a member that is undefined is as if it were absent. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one, other] as [Values, Values];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => same(left[key], right[key]));
}

/** The values that are not as the form began. */
export const changedFrom = (initial: Values, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([key, value]) => !same(value, initial[key])));
