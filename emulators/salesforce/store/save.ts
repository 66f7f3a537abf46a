import { followEvent } from '../events/follow.ts';
import { shapeEvent } from '../events/shape.ts';
import { insufficientAccess, insufficientCrossReference, refuse, type Refusal } from '../refusal.ts';
import { duplicateRefusal } from '../rules/duplicate-rule.ts';
import { brokenRule } from '../rules/validation-rule.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { readInput, uniqueClash, type Changes } from './input.ts';
import type { Act, Org } from './org.ts';
import { entityIsDeleted, failed, invalidCrossReference, type Outcome } from './outcome.ts';
import type { Row, Value } from './table.ts';
import { alignAddresses } from './address-picklists.ts';
import { alignPersonAccount, alignPersonContact, asPerson, personContactRefusal } from './person-accounts.ts';
import { alignGroups, namesAggregate } from './permission-set-groups.ts';
import { recordTypeRefusal } from './record-types.ts';
import { dropManualShares } from './shares.ts';
import { storageRefusal } from './storage.ts';
import { assignProfile } from './users.ts';

type Json = Readonly<Record<string, unknown>>;

/** Creates one record (REST guide, "sObject Basic Information"). */
export function insert(org: Org, type: ObjectType, json: Json, act: Act): Outcome {
  const denied = act.seeding ? undefined : insertDenied(org, type, act);
  if (denied) return failed(denied);
  const input = readInput(org, type, json, 'insert', act);
  if ('refusal' in input) return failed(input.refusal);
  const shaped = asPerson(org, type, input.changes);
  if ('refusal' in shaped) return failed(shaped.refusal);
  const aligned = alignAddresses(org, type, shaped.changes, undefined);
  if ('refusal' in aligned) return failed(aligned.refusal);
  const event = shapeEvent(org, type, aligned.changes, undefined, act);
  if ('refusal' in event) return failed(event.refusal);
  const changes = namesAggregate(org, type.name, event.changes);
  const table = org.table(type);
  const id = (act.seeding && (changes['Id'] as string | null)) || table.nextId();
  const row = complete(type, { ...initialValues(org, type, act), ...changes, Id: id });
  const refusal = check(org, type, row, undefined, act);
  if (refusal) return failed(refusal);
  const mark = act.journal.mark();
  act.journal.put(table, row);
  if (type.name === 'User') assignProfile(org, row, act);
  if (type.name === 'Account') alignPersonContact(org, row, act);
  alignGroups(org, type.name, row, act);
  const consequence = followEvent(org, type, row, undefined, event.wishes, act);
  if (consequence) {
    act.journal.rollback(mark);
    return failed(consequence);
  }
  return { ok: true, id, created: true };
}

/** Changes one record; equal values move its stamps too, as on the platform. */
export function update(org: Org, type: ObjectType, id: string, json: Json, act: Act): Outcome {
  if (!type.updateable && !act.seeding) return failed(unsupported(type, 'update'));
  const before = org.table(type).get(id);
  if (!before) return failed(invalidCrossReference);
  if (before['IsDeleted'] === true) return failed(entityIsDeleted);
  const denied = updateDenied(type, before, act);
  if (denied) return failed(denied);
  const input = readInput(org, type, json, 'update', act);
  if ('refusal' in input) return failed(input.refusal);
  const aligned = alignAddresses(org, type, input.changes, before);
  if ('refusal' in aligned) return failed(aligned.refusal);
  const event = shapeEvent(org, type, aligned.changes, before, act);
  if ('refusal' in event) return failed(event.refusal);
  const stamps = { LastModifiedDate: act.stamp, LastModifiedById: act.userId, SystemModstamp: act.stamp };
  const row = complete(type, { ...before, ...known(type, stamps), ...event.changes, Id: id });
  if (row['OwnerId'] !== before['OwnerId'] && !act.gate.record(type, before).transfer)
    return failed(insufficientAccess);
  const refusal = check(org, type, row, before, act);
  if (refusal) return failed(refusal);
  const mark = act.journal.mark();
  act.journal.put(org.table(type), row);
  if (type.name === 'User' && row['ProfileId'] !== before['ProfileId']) assignProfile(org, row, act);
  if (row['OwnerId'] !== before['OwnerId']) dropManualShares(org, type, row.Id, act);
  if (type.name === 'Account') alignPersonContact(org, row, act);
  if (type.name === 'Contact') alignPersonAccount(org, row, act);
  alignGroups(org, type.name, row, act);
  const consequence = followEvent(org, type, row, before, event.wishes, act);
  if (consequence) {
    act.journal.rollback(mark);
    return failed(consequence);
  }
  return { ok: true, id, created: false };
}

function insertDenied(org: Org, type: ObjectType, act: Act): Refusal | undefined {
  if (!type.createable) return unsupported(type, 'create');
  if (!act.gate.allows(type, 'Create')) {
    const message = `entity type cannot be inserted: ${type.label}`;
    return refuse('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, []);
  }
  return storageRefusal(org, type);
}

function updateDenied(type: ObjectType, row: Row, act: Act): Refusal | undefined {
  const access = act.gate.record(type, row);
  if (!access.read) return insufficientCrossReference;
  if (!access.edit || !act.gate.allows(type, 'Edit')) return insufficientAccess;
  if (type.name === 'Lead' && row['IsConverted'] === true && !act.seeding)
    return refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []);
  return undefined;
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
  if (type.fields.has('lastname') && (type.name !== 'Account' || values['IsPersonAccount'] === true)) {
    const parts = ['FirstName', 'MiddleName', 'LastName', 'Suffix'].map((part) => values[part]);
    values['Name'] = parts.filter((part) => part !== null && part !== undefined).join(' ') || null;
  }
  if (type.custom) values['Name'] ??= values.Id.slice(0, 15);
  const row: Record<string, Value> & { Id: string } = { Id: values.Id };
  for (const name in values) if (values[name] !== null) row[name] = values[name]!;
  return row;
}

function check(org: Org, type: ObjectType, row: Row, before: Row | undefined, act: Act): Refusal | undefined {
  return (
    (type.name === 'Contact' ? personContactRefusal(org, row, before) : undefined) ??
    missing(type, row, act.seeding) ??
    badReference(org, type, row, before, act) ??
    recordTypeRefusal(org, row, before, act) ??
    org.locks.check(lockedBy(type, row, before)) ??
    ruled(org, type, row, before, act) ??
    clash(org, type, row, before)
  );
}

/** Seeded rows may be older than the rules of a customer. */
function ruled(org: Org, type: ObjectType, row: Row, before: Row | undefined, act: Act): Refusal | undefined {
  if (act.seeding) return type.custom ? brokenRule(org, type, row, before, act) : undefined;
  return brokenRule(org, type, row, before, act) ?? duplicateRefusal(org, type, row, before, act);
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

function badReference(
  org: Org,
  type: ObjectType,
  row: Row,
  before: Row | undefined,
  act: Act,
): Refusal | undefined {
  for (const field of type.fields.values()) {
    const value = row[field.name];
    if (field.type !== 'reference' || !(field.createable || field.updateable)) continue;
    if (value === undefined || value === before?.[field.name]) continue;
    const target = org.row(value as string);
    if (!target || target['IsDeleted'] === true) return invalidCrossReference;
    if (!act.gate.sees(org.schema.ofId(target.Id)!, target)) return insufficientCrossReference;
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
