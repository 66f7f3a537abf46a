import { quoted } from '../../rules/soql-text.ts';
import type { ReadPosition } from '../salesforce.ts';

/** `Field IN ('…','…')`. */
export function oneOf(field: string, texts: readonly string[]): string {
  return `${field} IN (${texts.map(quoted).join(',')})`;
}

/** The condition for rows after a keyset position; a position without an id includes all rows of its instant. */
export function after(position: ReadPosition | null): string {
  return position === null ? '' : ` WHERE ${isAfter(position)}`;
}

/** The same as a condition of its own. */
export function isAfter({ stamp: text, id }: ReadPosition): string {
  const stamp = new Date(text).toISOString();
  if (id === '') return `SystemModstamp >= ${stamp}`;
  return `SystemModstamp > ${stamp} OR (SystemModstamp = ${stamp} AND Id > ${quoted(id)})`;
}
