import { refuse, type Refusal } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import { normaliseId } from './ids.ts';
import type { Org } from './org.ts';
import { parseDatetime, parseDay, toStamp } from './stamps.ts';
import type { Value } from './table.ts';

export type Read = { readonly value: Value } | { readonly refusal: Refusal };

/** Reads a JSON value as the platform would store it in the field, or tells why not. */
export function readValue(org: Org, field: Field, raw: unknown): Read {
  if (raw === null || raw === undefined) return { value: null };
  if (field.type === 'junctionIdList') return readList(org, field, raw);
  if (typeof raw === 'object')
    return unreadable(field, Array.isArray(raw) ? 'START_ARRAY' : 'START_OBJECT', '');
  switch (field.type) {
    case 'boolean':
      return readBoolean(field, raw);
    case 'int':
    case 'double':
    case 'percent':
      return readNumber(field, raw);
    case 'date':
      return readDate(field, raw);
    case 'datetime':
      return readDatetime(field, raw);
    case 'reference':
    case 'id':
      return readReference(org, field, raw);
    case 'address':
      return { refusal: unwriteable([field.name]) };
    case 'string':
    case 'textarea':
    case 'phone':
    case 'email':
    case 'url':
    case 'picklist':
      return readText(org, field, typeof raw === 'string' ? raw : JSON.stringify(raw));
  }
}

/** The refusal of values for fields that cannot be written. */
export function unwriteable(names: readonly string[]): Refusal {
  return refuse(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and ` +
      'verify that it is read/write for your profile or permission set.',
    names,
  );
}

const wireNames: Partial<Record<Field['type'], string>> = {
  percent: 'double',
  picklist: 'string',
  textarea: 'string',
};

function unreadable(field: Field, token: string, value: string): Read {
  const type = wireNames[field.type] ?? field.type;
  const shown = value ? ` ${value}` : '';
  const message =
    `Cannot deserialize instance of ${type} from ${token} value${shown} ` +
    'or request may be missing a required field at [line:1, column:2]';
  return { refusal: refuse('JSON_PARSER_ERROR', message) };
}

const tokenOf = (raw: unknown) =>
  typeof raw === 'string'
    ? 'VALUE_STRING'
    : typeof raw === 'boolean'
      ? `VALUE_${String(raw).toUpperCase()}`
      : 'VALUE_NUMBER';

function readBoolean(field: Field, raw: unknown): Read {
  if (typeof raw === 'boolean') return { value: raw };
  const text = String(raw).toLowerCase();
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  return unreadable(field, tokenOf(raw), String(raw));
}

function readNumber(field: Field, raw: unknown): Read {
  const number = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof number !== 'number' || !Number.isFinite(number))
    return unreadable(field, tokenOf(raw), String(raw));
  if (field.precision > 0 && Math.abs(number) >= 10 ** (field.precision - field.scale)) {
    const message = `${field.label}: value outside of valid range on numeric field: ${number}`;
    return { refusal: refuse('NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]) };
  }
  const unit = 10 ** field.scale;
  return { value: field.precision > 0 ? Math.round(number * unit) / unit : number };
}

function readDate(field: Field, raw: unknown): Read {
  const day = typeof raw === 'string' ? parseDay(raw) : undefined;
  return day === undefined ? unreadable(field, tokenOf(raw), String(raw)) : { value: day };
}

function readDatetime(field: Field, raw: unknown): Read {
  const date = typeof raw === 'string' ? parseDatetime(raw) : undefined;
  return date === undefined ? unreadable(field, tokenOf(raw), String(raw)) : { value: toStamp(date) };
}

function readReference(org: Org, field: Field, raw: unknown): Read {
  if (raw === '') return { value: null };
  const id = normaliseId(raw);
  const target = id && org.schema.ofId(id);
  if (id && (field.type === 'id' || (target && field.referenceTo.includes(target.name))))
    return { value: id };
  const message = `${field.label}: id value of incorrect type: ${String(raw)}`;
  return { refusal: refuse('MALFORMED_ID', message, [field.name]) };
}

/** A list of ids, as one text with commas: lists are taken apart again before the record is stored. */
function readList(org: Org, field: Field, raw: unknown): Read {
  if (!Array.isArray(raw)) return unreadable(field, tokenOf(raw), String(raw));
  const ids: Value[] = [];
  for (const one of raw) {
    const read = readReference(org, field, one);
    if ('refusal' in read) return read;
    ids.push(read.value);
  }
  return { value: [...new Set(ids)].join(',') };
}

const EMAIL = /^[^\s@<>()[\],;:"\\]+(?:\.[^\s@<>()[\],;:"\\]+)*@[^\s@.,;]+(?:\.[^\s@.,;]+)+$/;

function readText(org: Org, field: Field, raw: string): Read {
  const long = field.type === 'textarea';
  const trimmed = long ? lineEnds(org, raw).trimEnd() : raw.trim();
  if (trimmed === '') return { value: null };
  const fields = [field.name];
  if (field.type === 'picklist' && field.restrictedPicklist) {
    const known = field.picklistValues.find(({ value }) => value.toLowerCase() === trimmed.toLowerCase());
    if (known) return { value: known.value };
    const message = `${field.label}: bad value for restricted picklist field: ${trimmed}`;
    return { refusal: refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, fields) };
  }
  if (trimmed.length > field.length) {
    const message = `${field.label}: data value too large: ${trimmed} (max length=${field.length})`;
    return { refusal: refuse('STRING_TOO_LONG', message, fields) };
  }
  if (field.type === 'email' && !EMAIL.test(trimmed)) {
    const message = `${field.label}: invalid email address: ${trimmed}`;
    return { refusal: refuse('INVALID_EMAIL_ADDRESS', message, fields) };
  }
  return { value: trimmed };
}

function lineEnds(org: Org, text: string): string {
  switch (org.quirks().lineEnds) {
    case 'keep':
      return text;
    case 'crlf':
      return text.replace(/\r\n|\r|\n/g, '\r\n');
    case 'lf':
      return text.replace(/\r\n|\r/g, '\n');
  }
}
