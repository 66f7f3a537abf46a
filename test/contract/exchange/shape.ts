import { readFileSync } from 'node:fs';

/** A documented answer. */
export const sample = <Shape>(file: string) =>
  JSON.parse(readFileSync(new URL(`samples/${file}`, import.meta.url), 'utf8')) as Shape;

/** The keys of a JSON value with the types of what they hold; of an array the first element stands for all. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}
