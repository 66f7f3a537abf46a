import type { Gate } from '../access/gate.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { matchExternalId } from './input.ts';
import type { Act, Org } from './org.ts';
import { failed, type Outcome } from './outcome.ts';
import { insert, update } from './save.ts';
import type { Row } from './table.ts';
import { readValue } from './values.ts';

export type Matched =
  { readonly field: Field; readonly rows: readonly Row[] } | { readonly refusal: Refusal };

/** Finds records by an external id, as `/sobjects/{type}/{field}/{value}` does. */
export function findByExternalId(
  org: Org,
  type: ObjectType,
  fieldName: string,
  raw: unknown,
  gate: Gate,
): Matched {
  const field = org.schema.field(type, fieldName);
  if (!field || !gate.readsField(type, field) || !(field.externalId || field.name === 'Id')) {
    const message = `Provided external ID field does not exist or is not accessible: ${fieldName}`;
    return { refusal: refuse('NOT_FOUND', message, undefined, 404) };
  }
  const read = readValue(org, field, raw);
  if ('refusal' in read) return read;
  if (read.value === null) {
    return { refusal: refuse('MISSING_ARGUMENT', `${field.name} not specified`, [field.name]) };
  }
  return { field, rows: matchExternalId(org, type, field, read.value) };
}

/** Creates or changes the record with that external id; refuses when there are several. */
export function upsert(
  org: Org,
  type: ObjectType,
  fieldName: string,
  raw: unknown,
  json: Readonly<Record<string, unknown>>,
  act: Act,
): Outcome {
  const matched = findByExternalId(org, type, fieldName, raw, act.gate);
  if ('refusal' in matched) return failed(matched.refusal);
  const { field, rows } = matched;
  if (rows.length > 1) {
    const message = `${field.name}: more than one record found for external id field: [${rows.map((row) => row.Id).join(', ')}]`;
    return failed(refuse('DUPLICATE_EXTERNAL_ID', message, [], 300));
  }
  if (rows.length === 1) {
    const rest = Object.entries(json).filter(([key]) => key.toLowerCase() !== field.name.toLowerCase());
    return update(org, type, rows[0]!.Id, Object.fromEntries(rest), act);
  }
  if (field.name === 'Id')
    return failed(refuse('NOT_FOUND', 'The requested resource does not exist', undefined, 404));
  return insert(org, type, { ...json, [field.name]: raw }, act);
}
