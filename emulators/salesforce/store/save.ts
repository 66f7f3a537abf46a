import { refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { readInput, uniqueClash, type Changes } from './input.ts';
import type { Act, Org } from './org.ts';
import { entityIsDeleted, failed, invalidCrossReference, type Outcome } from './outcome.ts';
import type { Row, Value } from './table.ts';
import { assignProfile } from './users.ts';

type Json = Readonly<Record<string, unknown>>;

/** Creates one record (REST guide, "sObject Basic Information"). */
export function insert(org: Org, type: ObjectType, json: Json, act: Act): Outcome {
  if (!type.createable && !act.seeding) return failed(unsupported(type, 'create'));
  const input = readInput(org, type, json, 'insert', act);
  if ('refusal' in input) return failed(input.refusal);
  const table = org.table(type);
  const id = (act.seeding && (input.changes['Id'] as string | null)) || table.nextId();
  const row = complete(type, { ...initialValues(org, type, act), ...input.changes, Id: id });
  const refusal = check(org, type, row, undefined, act.seeding);
  if (refusal) return failed(refusal);
  act.journal.put(table, row);
  if (type.name === 'User') assignProfile(org, row, act);
  return { ok: true, id, created: true };
}

/** Changes one record; equal values move its stamps too, as on the platform. */
export function update(org: Org, type: ObjectType, id: string, json: Json, act: Act): Outcome {
  if (!type.updateable && !act.seeding) return failed(unsupported(type, 'update'));
  const before = org.table(type).get(id);
  if (!before) return failed(invalidCrossReference);
  if (before['IsDeleted'] === true) return failed(entityIsDeleted);
  const input = readInput(org, type, json, 'update', act);
  if ('refusal' in input) return failed(input.refusal);
  const stamps = { LastModifiedDate: act.stamp, LastModifiedById: act.userId, SystemModstamp: act.stamp };
  const row = complete(type, { ...before, ...known(type, stamps), ...input.changes, Id: id });
  const refusal = check(org, type, row, before, act.seeding);
  if (refusal) return failed(refusal);
  act.journal.put(org.table(type), row);
  if (type.name === 'User' && row['ProfileId'] !== before['ProfileId']) assignProfile(org, row, act);
  return { ok: true, id, created: false };
}

function unsupported(type: ObjectType, operation: string): Refusal {
  return refuse('INVALID_TYPE_FOR_OPERATION', `entity type ${type.name} does not support ${operation}`);
}

function known(type: ObjectType, values: Changes): Changes {
  return Object.fromEntries(Object.entries(values).filter(([name]) => type.fields.has(name.toLowerCase())));
}

function initialValues(org: Org, type: ObjectType, act: Act): Changes {
  const values: Changes = known(type, {
    IsDeleted: false,
    OwnerId: act.userId,
    CreatedDate: act.stamp,
    CreatedById: act.userId,
    LastModifiedDate: act.stamp,
    LastModifiedById: act.userId,
    SystemModstamp: act.stamp,
  });
  for (const field of type.fields.values()) {
    if (field.defaultValue !== null) values[field.name] = field.defaultValue;
    if (field.autoNumber) values[field.name] = autoNumber(field.autoNumber, org.table(type).nextNumber());
  }
  return values;
}

function autoNumber(format: string, number: number): string {
  return format.replace(/\{(0+)\}/, (_all, zeros: string) => String(number).padStart(zeros.length, '0'));
}

/** Fills what follows from other values, and leaves nulls out. */
function complete(type: ObjectType, values: Changes & { Id: string }): Row {
  if (type.fields.has('lastname')) {
    const parts = ['FirstName', 'MiddleName', 'LastName', 'Suffix'].map((part) => values[part]);
    values['Name'] = parts.filter((part) => part !== null && part !== undefined).join(' ') || null;
  }
  if (type.custom) values['Name'] ??= values.Id.slice(0, 15);
  const row: Record<string, Value> & { Id: string } = { Id: values.Id };
  for (const name in values) if (values[name] !== null) row[name] = values[name]!;
  return row;
}

function check(
  org: Org,
  type: ObjectType,
  row: Row,
  before: Row | undefined,
  seeding: boolean,
): Refusal | undefined {
  return (
    missing(type, row, seeding) ??
    badReference(org, type, row, before) ??
    org.locks.check(lockedBy(type, row, before)) ??
    clash(org, type, row, before)
  );
}

/** Seeded rows may be older than the custom field that a customer made required. */
function missing(type: ObjectType, row: Row, seeding: boolean): Refusal | undefined {
  const excused = seeding && !type.custom;
  const names = [...type.fields.values()]
    .filter((field) => !field.nillable && field.createable && row[field.name] === undefined)
    .filter((field) => !(excused && field.custom))
    .map((field) => field.name);
  if (names.length === 0) return undefined;
  return refuse('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
}

function badReference(org: Org, type: ObjectType, row: Row, before: Row | undefined): Refusal | undefined {
  for (const field of type.fields.values()) {
    const value = row[field.name];
    if (field.type !== 'reference' || !(field.createable || field.updateable)) continue;
    if (value === undefined || value === before?.[field.name]) continue;
    const target = org.row(value as string);
    if (!target || target['IsDeleted'] === true) return invalidCrossReference;
    if (field.name === 'OwnerId' && target['IsActive'] === false) {
      const message = `operation performed with inactive user [${target.Id}] as owner of ${type.name.toLowerCase()}`;
      return refuse('INACTIVE_OWNER_OR_USER', message, []);
    }
  }
  return undefined;
}

/** The record itself and the parents that the platform locks with it. */
function lockedBy(type: ObjectType, row: Row, before: Row | undefined): string[] {
  const ids = [row.Id];
  for (const field of type.fields.values()) {
    if (field.deleteConstraint !== 'Cascade') continue;
    const changed = row[field.name] !== before?.[field.name];
    for (const id of [row[field.name], before?.[field.name]]) if (changed && id) ids.push(id as string);
  }
  return ids;
}

function clash(org: Org, type: ObjectType, row: Row, before: Row | undefined): Refusal | undefined {
  for (const field of type.fields.values()) {
    if (!field.unique || row[field.name] === before?.[field.name]) continue;
    const refusal = uniqueClash(org, type, field, row);
    if (refusal) return refusal;
  }
  return undefined;
}
