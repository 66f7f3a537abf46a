import type { ReadPosition } from '../salesforce.ts';

/** A quoted SOQL string, escaped as in the SOQL reference, "Quoted String Escape Sequences". */
export function quoted(text: string): string {
  return `'${escaped(text)}'`;
}

/** A quoted SOQL pattern that matches texts which contain `text`; its wildcards lose their meaning. */
export function containing(text: string): string {
  return `'%${literal(text)}%'`;
}

/** A quoted SOQL pattern that matches texts which start with `text`. */
export function startingWith(text: string): string {
  return `'${literal(text)}%'`;
}

function literal(text: string): string {
  return escaped(text).replaceAll(/[%_]/g, String.raw`\$&`);
}

function escaped(text: string): string {
  return text
    .replaceAll(/['\\]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
}

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
