import type { Query } from '@jetstreamapp/soql-parser-js';
import { allowsObject } from '../access/object-access.ts';
import { recordAccess, type RecordAccess } from '../access/record-access.ts';
import { RefusedRequest, refuse } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { normaliseId } from '../store/ids.ts';
import { createTable, type Row, type Table } from '../store/table.ts';
import type { QueryContext } from './column.ts';
import { conditionTree, type Condition, type Test } from './condition.ts';
import { unquote } from './literal.ts';

const MOST_RECORDS = 200;

/** The rows that a query of UserRecordAccess or UserEntityAccess asks for; refuses filters that the object does not know. */
export function computedTable(context: QueryContext, type: ObjectType, query: Query): Table {
  const tests = query.where ? requiredTests(conditionTree(context.soql, query.where)) : [];
  const userId = oneUser(type, tests);
  const table = createTable(type);
  const add = (values: Omit<Row, 'Id'>) => table.put({ Id: table.nextId(), UserId: userId, ...values });
  if (type.name === 'UserEntityAccess') {
    for (const name of valuesOf(tests, 'EntityDefinitionId') ?? refuseFilter(type)) {
      const row = entityRow(context, userId, name);
      if (row) add(row);
    }
    return table;
  }
  refuseSelection(query, tests);
  const ids = [...new Set(valuesOf(tests, 'RecordId') ?? refuseFilter(type))];
  if (ids.length > MOST_RECORDS) {
    const message = `Number of records exceeds limit: ${MOST_RECORDS}`;
    throw new RefusedRequest(refuse('LIMIT_EXCEEDED', message));
  }
  for (const id of ids) {
    const row = recordRow(context, userId, id);
    if (row) add(row);
  }
  return table;
}

/** The tests that every row has to pass. */
function requiredTests(condition: Condition): Test[] {
  if (condition.kind === 'test') return [condition.test];
  return condition.kind === 'and' ? condition.parts.flatMap(requiredTests) : [];
}

function valuesOf(tests: readonly Test[], field: string): string[] | undefined {
  const test = tests.find((one) => 'field' in one && one.field.toLowerCase() === field.toLowerCase());
  if (!test || !('value' in test) || (test.operator !== '=' && test.operator !== 'IN')) return undefined;
  return [test.value].flat().map((raw) => unquote(String(raw)));
}

function oneUser(type: ObjectType, tests: readonly Test[]): string {
  const users = valuesOf(tests, 'UserId')?.map((text) => normaliseId(text));
  const [user, ...others] = users ?? [];
  return user === undefined || others.length > 0 ? refuseFilter(type) : user;
}

function refuseFilter(type: ObjectType): never {
  const other = type.name === 'UserRecordAccess' ? 'RecordId' : 'EntityDefinitionId';
  const message = `${type.name}: a query has to be filtered by exactly one UserId and by ${other}`;
  throw new RefusedRequest(refuse('MALFORMED_QUERY', message));
}

/** Object Reference, "UserRecordAccess", Usage: with a filter on an access field only RecordId may be selected. */
function refuseSelection(query: Query, tests: readonly Test[]): void {
  const names = (query.fields ?? []).map((one) => (one.type === 'Field' ? one.field.toLowerCase() : ''));
  const filtered = tests.some((one) => 'field' in one && one.field.toLowerCase().startsWith('has'));
  const known = (name: string) =>
    name === 'recordid' || (!filtered && /^(has.*access|maxaccesslevel)$/.test(name));
  if (names.includes('recordid') && names.every(known)) return;
  const message = filtered
    ? 'UserRecordAccess: only RecordId can be selected when an access field is filtered'
    : 'UserRecordAccess: RecordId has to be selected, and besides it only access fields can be';
  throw new RefusedRequest(refuse('MALFORMED_QUERY', message));
}

function recordRow(context: QueryContext, userId: string, text: string): Omit<Row, 'Id'> | undefined {
  const { org, gate } = context;
  const id = normaliseId(text);
  const type = id && org.schema.ofId(id);
  const row = id === undefined ? undefined : org.row(id);
  if (!type || !row || row['IsDeleted'] === true || !gate.sees(type, row)) return undefined;
  const access = recordAccess(org, userId, type, row, org.quirks().recordAccessNeedsObjectPermissions);
  return {
    RecordId: row.Id,
    HasReadAccess: access.read,
    HasEditAccess: access.edit,
    HasDeleteAccess: access.delete,
    HasTransferAccess: access.transfer,
    HasAllAccess: access.all,
    MaxAccessLevel: highest(access),
  };
}

function highest(access: RecordAccess): string {
  if (access.all) return access.delete ? 'All' : 'Transfer';
  if (access.delete) return 'Delete';
  return access.edit ? 'Edit' : access.read ? 'Read' : 'None';
}

function entityRow(context: QueryContext, userId: string, name: string): Omit<Row, 'Id'> | undefined {
  const { org } = context;
  const type = org.schema.object(name);
  const active = org.row(userId)?.['IsActive'] === true;
  if (!type) return undefined;
  const may = (action: 'Read' | 'Create' | 'Edit' | 'Delete') =>
    active && allowsObject(org, userId, type, action);
  return {
    EntityDefinitionId: type.name,
    DurableId: `${type.name}.${userId}`,
    IsReadable: may('Read'),
    IsCreatable: type.createable && may('Create'),
    IsEditable: type.updateable && may('Edit'),
    IsDeletable: type.deletable && may('Delete'),
    IsUndeletable: type.undeletable && may('Delete'),
    IsMergeable: ['Account', 'Contact', 'Lead'].includes(type.name) && may('Edit') && may('Delete'),
  };
}
