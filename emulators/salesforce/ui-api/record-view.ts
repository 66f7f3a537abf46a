import { RefusedRequest, refuse } from '../refusal.ts';
import { relationshipField, type ObjectType } from '../schema/object-type.ts';
import { fieldReader } from '../soql/select.ts';
import { fromStamp } from '../store/stamps.ts';
import type { Row, Value } from '../store/table.ts';
import type { Call } from '../rest/call.ts';
import { fieldValue } from './field-value.ts';

/** A record as screens get it (User Interface API guide, "Record"). */
export interface RecordView {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Record<string, { value: unknown; displayValue: string | null }>;
  readonly lastModifiedDate: string | null;
  readonly systemModstamp: string | null;
  readonly recordTypeId: string | null;
}

/** The record with the fields named by paths below its object, such as `User__r.Name`; unknown optional ones are left out. */
export function recordView(
  call: Call,
  type: ObjectType,
  row: Row,
  wanted: readonly string[],
  optional: readonly string[] = [],
): RecordView {
  const view: RecordView = {
    apiName: type.name,
    id: row.Id,
    fields: {},
    lastModifiedDate: isoOf(row['LastModifiedDate']),
    systemModstamp: isoOf(row['SystemModstamp']),
    recordTypeId: (row['RecordTypeId'] as string | undefined) ?? null,
  };
  for (const path of wanted) addField(call, type, row, view, path.split('.'));
  for (const path of optional)
    if (isReadable(call, type, path.split('.'))) addField(call, type, row, view, path.split('.'));
  return view;
}

const isoOf = (stamp: Value | undefined) => (stamp ? fromStamp(String(stamp)).toISOString() : null);

function addField(call: Call, type: ObjectType, row: Row, view: RecordView, path: readonly string[]): void {
  const [name = '', ...rest] = path;
  if (!isReadable(call, type, path)) throw new RefusedRequest(unknownField(type, name));
  if (rest.length === 0) {
    const field = call.org.schema.field(type, name)!;
    const value = fieldReader(call, field)(row) as Value;
    view.fields[field.name] = fieldValue(call.org, call.userId, field, value);
    return;
  }
  const hop = relationshipField(type, name)!;
  const target = call.org.schema.object(hop.referenceTo[0]!)!;
  const parent = typeof row[hop.name] === 'string' ? call.org.row(row[hop.name] as string) : undefined;
  if (!parent || !call.gate.sees(target, parent)) {
    view.fields[name] = { value: null, displayValue: null };
    return;
  }
  const nested = (view.fields[name]?.value as RecordView | undefined) ?? recordView(call, target, parent, []);
  addField(call, target, parent, nested, rest);
  view.fields[name] = { value: nested, displayValue: String(parent['Name'] ?? '') || null };
}

function isReadable(call: Call, type: ObjectType, [name = '', ...rest]: readonly string[]): boolean {
  const field = rest.length === 0 ? call.org.schema.field(type, name) : relationshipField(type, name);
  if (!field || !call.gate.readsField(type, field)) return false;
  const target = rest.length === 0 ? undefined : call.org.schema.object(field.referenceTo[0]!);
  return rest.length === 0 || (target !== undefined && isReadable(call, target, rest));
}

const unknownField = (type: ObjectType, name: string) =>
  refuse('INVALID_FIELD', `No such column '${name}' on sobject of type ${type.name}`);
