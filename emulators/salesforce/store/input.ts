import { refuse, type Refusal } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import { relationshipField, type ObjectType } from '../schema/object-type.ts';
import { comparesCase, type Row, type Value } from './table.ts';
import type { Act, Org } from './org.ts';
import { readValue, unwriteable } from './values.ts';

/** What a request wants to write, by canonical API name. */
export type Changes = Record<string, Value>;
export type Input = { readonly changes: Changes } | { readonly refusal: Refusal };

/** Reads a record's JSON for an insert or an update; `attributes` and, where it is the address, `Id` are left out. */
export function readInput(
  org: Org,
  type: ObjectType,
  json: Readonly<Record<string, unknown>>,
  purpose: 'insert' | 'update',
  act: Act,
): Input {
  const changes: Changes = {};
  const readOnly: string[] = [];
  for (const [key, raw] of Object.entries(json)) {
    if (key === 'attributes' || (key.toLowerCase() === 'id' && !act.seeding)) continue;
    const field = org.schema.field(type, key);
    if (!field || !act.gate.readsField(type, field)) {
      const named = referenceByExternalId(org, type, key, raw);
      if ('refusal' in named) return named;
      if (!act.gate.editsField(type, named.field)) {
        readOnly.push(named.field.name);
        continue;
      }
      changes[named.field.name] = named.id;
      continue;
    }
    const writeable = purpose === 'insert' ? field.createable : field.updateable;
    if (!act.seeding && !(writeable && act.gate.editsField(type, field))) {
      readOnly.push(field.name);
      continue;
    }
    const read = readValue(org, field, raw);
    if ('refusal' in read) return read;
    if (read.value === null && field.type === 'boolean') {
      const message = `${field.label}: value not of required type: null`;
      return { refusal: refuse('INVALID_TYPE_ON_FIELD_IN_RECORD', message, [field.name]) };
    }
    changes[field.name] = read.value;
  }
  return readOnly.length > 0 ? { refusal: unwriteable(readOnly) } : { changes };
}

/** Rows that are not deleted and whose external id has the value. */
export function matchExternalId(org: Org, type: ObjectType, field: Field, value: Value): Row[] {
  const table = org.table(type);
  if (field.name === 'Id') {
    const row = table.get(String(value));
    return row && row['IsDeleted'] !== true ? [row] : [];
  }
  return [...table.lookup(field, value)]
    .map((id) => table.get(id)!)
    .filter((row) => row['IsDeleted'] !== true);
}

type Named = { readonly field: Field; readonly id: string } | { readonly refusal: Refusal };

/** `"Mailbox__r": {"User_Key__c": "…"}` names a record by its external id (REST guide, "Insert or Update (Upsert)"). */
function referenceByExternalId(org: Org, type: ObjectType, key: string, raw: unknown): Named {
  const unknownColumn = {
    refusal: refuse('INVALID_FIELD', `No such column '${key}' on sobject of type ${type.name}`),
  };
  const field = relationshipField(type, key);
  if (!field || typeof raw !== 'object' || raw === null) return unknownColumn;
  const target = org.schema.object(field.referenceTo[0] ?? '');
  const [entry] = Object.entries(raw).filter(([name]) => name !== 'attributes');
  const externalId = target && entry && org.schema.field(target, entry[0]);
  if (!externalId || !(externalId.externalId || externalId.name === 'Id' || externalId.name === 'Username')) {
    return unknownColumn;
  }
  const value = entry[1] as Value;
  const matches = matchExternalId(org, target, externalId, value);
  if (matches.length === 1) return { field, id: matches[0]!.Id };
  const message =
    matches.length === 0
      ? `Foreign key external ID: ${String(value)} not found for field ${externalId.name} in entity ${target.name}`
      : `${externalId.name}: more than one record found for external id field: [${matches.map((row) => row.Id).join(', ')}]`;
  return { refusal: refuse(matches.length === 0 ? 'INVALID_FIELD' : 'DUPLICATE_EXTERNAL_ID', message) };
}

/** Whether another row that is not deleted holds the value of a unique field. */
export function uniqueClash(org: Org, type: ObjectType, field: Field, row: Row): Refusal | undefined {
  const value = row[field.name];
  if (value === undefined || value === null) return undefined;
  const clash = matchExternalId(org, type, field, comparesCase(field) ? value : String(value)).find(
    (other) => other.Id !== row.Id,
  );
  if (!clash) return undefined;
  const message = `duplicate value found: ${field.name} duplicates value on record with id: ${clash.Id}`;
  return refuse('DUPLICATE_VALUE', message, []);
}
