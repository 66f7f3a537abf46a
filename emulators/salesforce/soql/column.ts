import type { Gate } from '../access/gate.ts';
import type { Field } from '../schema/field.ts';
import { relationshipField, type ObjectType } from '../schema/object-type.ts';
import type { Org } from '../store/org.ts';
import type { Row, Value } from '../store/table.ts';
import { refuseName } from './parse.ts';

/** What one query is asked against. */
export interface QueryContext {
  readonly org: Org;
  readonly soql: string;
  /** Whose time zone the date literals follow. */
  readonly userId: string;
  /** queryAll: deleted rows are rows. */
  readonly includeDeleted: boolean;
  /** What the asking user may see. */
  readonly gate: Gate;
}

/** A field reached from a row of the queried object, over any number of parents. */
export interface Column {
  readonly field: Field;
  /** References to follow, first to last. */
  readonly hops: readonly Field[];
  readonly read: (row: Row) => Value;
}

/** Resolves `Account.Owner.Email` and the like; refuses unknown names with their place in the query. */
export function resolveColumn(context: QueryContext, from: ObjectType, path: string, alias?: string): Column {
  const names = path.split('.');
  const first = names[0]!.toLowerCase();
  if (names.length > 1 && (first === alias?.toLowerCase() || first === from.name.toLowerCase()))
    names.shift();
  let type = from;
  const hops: Field[] = [];
  for (const name of names.slice(0, -1)) {
    const hop = relationshipField(type, name);
    const target = hop && context.org.schema.object(hop.referenceTo[0] ?? '');
    const readable = hop && context.gate.readsField(type, hop);
    if (!target || !readable || !context.gate.allows(target, 'Read'))
      throw unknownRelationship(context, type, path, name);
    hops.push(hop);
    type = target;
  }
  const last = names.at(-1)!;
  const polymorphic = (hops.at(-1)?.referenceTo.length ?? 0) > 1;
  if (polymorphic && last.toLowerCase() === 'type') return typeColumn(context, hops);
  const field = context.org.schema.field(type, last);
  if (!field || !context.gate.readsField(type, field)) throw unknownColumn(context, type, path, last);
  return { field, hops, read: reader(context, hops, (row) => row[field.name] ?? null) };
}

/** Follows references from a row; undefined where one is empty. */
export function followHops(org: Org, hops: readonly Field[], row: Row): Row | undefined {
  let current: Row | undefined = row;
  for (const hop of hops) {
    const id: Value | undefined = current[hop.name];
    current = id ? org.row(id as string) : undefined;
    if (!current) return undefined;
  }
  return current;
}

/** The record at the end of the references, unless the asking user does not see it. */
export function visibleParent(context: QueryContext, hops: readonly Field[], row: Row): Row | undefined {
  const parent = followHops(context.org, hops, row);
  return parent && context.gate.sees(context.org.schema.ofId(parent.Id)!, parent) ? parent : undefined;
}

function reader(
  context: QueryContext,
  hops: readonly Field[],
  readLast: (row: Row) => Value,
): (row: Row) => Value {
  if (hops.length === 0) return readLast;
  return (row) => {
    const parent = visibleParent(context, hops, row);
    return parent ? readLast(parent) : null;
  };
}

function typeColumn(context: QueryContext, hops: readonly Field[]): Column {
  const { org } = context;
  const name = org.schema.field(org.schema.object('RecordType')!, 'SobjectType')!;
  return {
    field: { ...name, name: 'Type' },
    hops,
    read: reader(context, hops, (row) => org.schema.ofId(row.Id)!.name),
  };
}

function unknownColumn(context: QueryContext, type: ObjectType, path: string, name: string) {
  const message =
    `No such column '${name}' on entity '${type.name}'. If you are attempting to use a custom field, be sure to append ` +
    "the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
  return refuseName(context.soql, path, message, 'INVALID_FIELD');
}

function unknownRelationship(context: QueryContext, type: ObjectType, path: string, name: string) {
  const message =
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure ` +
    "to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";
  return refuseName(context.soql, path, `${message} (${type.name})`, 'INVALID_FIELD');
}

/** The object of a FROM clause. */
export function resolveObject(context: QueryContext, name: string): ObjectType {
  const type = context.org.schema.object(name);
  if (type && context.gate.allows(type, 'Read')) return type;
  const message =
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' ` +
    'after the entity name. Please reference your WSDL or the describe call for the appropriate names.';
  throw refuseName(context.soql, name, message, 'INVALID_TYPE');
}
