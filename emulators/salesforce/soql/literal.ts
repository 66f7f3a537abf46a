import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import type { Field } from '../schema/field.ts';
import { normaliseId } from '../store/ids.ts';
import { parseDatetime, toStamp } from '../store/stamps.ts';
import { comparesCase, type Value } from '../store/table.ts';
import type { QueryContext } from './column.ts';
import { daysOfLiteral, midnightIn, todayIn } from './date-literal.ts';
import { refuseName } from './parse.ts';

/** What a field is compared with: one value, or a span of time without its end. */
export type Operand =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'span'; readonly from: string; readonly before: string };

/** Reads a literal of the query for a field; refuses a literal of another type. */
export function readLiteral(context: QueryContext, field: Field, raw: string, type: LiteralType): Operand {
  if (type === 'NULL') return { kind: 'value', value: null };
  if (type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL') return readDateLiteral(context, field, raw);
  switch (field.type) {
    case 'boolean':
      if (type !== 'BOOLEAN') break;
      return { kind: 'value', value: raw.toUpperCase() === 'TRUE' };
    case 'int':
    case 'double':
    case 'percent':
      if (type !== 'INTEGER' && type !== 'DECIMAL') break;
      return { kind: 'value', value: Number(raw) };
    case 'date':
      if (type !== 'DATE') break;
      return { kind: 'value', value: raw };
    case 'datetime': {
      const date = type === 'DATETIME' ? parseDatetime(raw) : undefined;
      if (!date) break;
      return { kind: 'value', value: toStamp(date) };
    }
    case 'id':
    case 'reference':
      if (type !== 'STRING') break;
      return { kind: 'value', value: readId(context, field, unquote(raw)) };
    case 'string':
    case 'textarea':
    case 'phone':
    case 'email':
    case 'url':
    case 'picklist':
      if (type !== 'STRING') break;
      return { kind: 'value', value: comparable(field, unquote(raw)) };
    case 'address':
    case 'junctionIdList':
      break;
  }
  throw wrongType(context, field);
}

/** A text as the field compares it: empty is null, and letter case counts only where the field says so. */
export function comparable(field: Field, text: string): string | null {
  if (text === '') return null;
  return comparesCase(field) ? text : text.toLowerCase();
}

/** The text inside a quoted literal; `keepPatterns` leaves the escapes of LIKE's wildcards. */
export function unquote(raw: string, keepPatterns = false): string {
  const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return raw.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (all, escape: string) => {
    if (escape.length === 5) return String.fromCharCode(parseInt(escape.slice(1), 16));
    if (keepPatterns && (escape === '_' || escape === '%')) return all;
    return controls[escape.toLowerCase()] ?? escape;
  });
}

function readId(context: QueryContext, field: Field, text: string): string | null {
  if (text === '') return null;
  const id = normaliseId(text);
  if (id) return id;
  throw refuseName(context.soql, field.name, `invalid ID field: ${text}`, 'INVALID_QUERY_FILTER_OPERATOR');
}

function readDateLiteral(context: QueryContext, field: Field, raw: string): Operand {
  const zone = (context.org.row(context.userId)?.['TimeZoneSidKey'] as string | undefined) ?? 'UTC';
  const days = daysOfLiteral(raw, todayIn(zone, context.org.now()));
  if (!days || (field.type !== 'date' && field.type !== 'datetime')) throw wrongType(context, field);
  if (field.type === 'date') return { kind: 'span', ...days };
  const stamp = (day: string) => toStamp(midnightIn(zone, day));
  return { kind: 'span', from: stamp(days.from), before: stamp(days.before) };
}

const spoken: Partial<Record<Field['type'], string>> = {
  datetime: 'dateTime',
  percent: 'double',
  int: 'int',
};
const quotedTypes = new Set(['string', 'textarea', 'phone', 'email', 'url', 'picklist', 'id', 'reference']);

function wrongType(context: QueryContext, field: Field) {
  const quoted = quotedTypes.has(field.type);
  const type = quoted ? 'string' : (spoken[field.type] ?? field.type);
  const message =
    `value of filter criterion for field '${field.name}' must be of type ${type} ` +
    (quoted ? 'and should be enclosed in quotes' : 'and should not be enclosed in quotes');
  return refuseName(context.soql, field.name, message, 'INVALID_FIELD');
}
