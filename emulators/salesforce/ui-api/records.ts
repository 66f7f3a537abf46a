import type { WireAnswer } from '../../kernel/wire.ts';
import { RefusedRequest, insufficientAccess, notFound, refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { remove } from '../store/delete.ts';
import { normaliseId } from '../store/ids.ts';
import type { Outcome } from '../store/outcome.ts';
import { insert, update } from '../store/save.ts';
import type { Row } from '../store/table.ts';
import { actOfCall, counted, jsonBody, refused, type Call, type Handler } from '../rest/call.ts';
import { failedCondition } from '../rest/rows.ts';
import { recordView } from './record-view.ts';
import { isSupported } from './supported.ts';

/** `GET /ui-api/records/{id}?fields=…&optionalFields=…`, fields as `Object.Field`. */
export const getRecord: Handler = (call) => {
  const { type, row } = recordOf(call);
  const fields = namesOf(call, type, 'fields');
  const optional = namesOf(call, type, 'optionalFields');
  if (fields.length + optional.length === 0)
    return refused(refuse('MISSING_PARAM', 'You must specify fields, optionalFields or layoutTypes'));
  return { status: 200, body: recordView(call, type, row, fields, optional) };
};

/** `POST /ui-api/records` with `{ apiName, fields }`: the new record with the fields that were given. */
export const createRecord: Handler = (call) => {
  const { apiName, fields } = jsonBody(call) as { apiName?: string; fields?: Record<string, unknown> };
  const type = call.org.schema.object(apiName ?? '');
  if (!type || !isSupported(type) || !call.gate.allows(type, 'Read'))
    return refused(refuse('INVALID_TYPE', `Object ${apiName} is not supported in UI API`));
  return saved(
    call,
    type,
    insert(call.org, type, fields ?? {}, actOfCall(call)),
    fields ?? {},
    201,
    'created',
  );
};

/** `PATCH /ui-api/records/{id}` with `{ fields }`, and with `If-Unmodified-Since` (User Interface API guide, "Update a Record"). */
export const updateRecord: Handler = (call) => {
  const { type, row } = recordOf(call);
  const failed = failedCondition(call, row);
  if (failed) return failed;
  const { fields } = jsonBody(call) as { fields?: Record<string, unknown> };
  const changes = Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => name !== 'Id'));
  return saved(call, type, update(call.org, type, row.Id, changes, actOfCall(call)), changes, 200, 'updated');
};

/** `DELETE /ui-api/records/{id}` */
export const deleteRecord: Handler = (call) => {
  const { type, row } = recordOf(call);
  const outcome = remove(call.org, type, row.Id, actOfCall(call));
  return outcome.ok ? { status: 204, ...counted(type, 'deleted') } : refused(outcome.refusal);
};

/** The record that the path names, unless there is none that the user sees. */
function recordOf(call: Call): { type: ObjectType; row: Row } {
  const id = normaliseId(call.segments[2]!);
  const type = id && call.org.schema.ofId(id);
  if (!type || !isSupported(type)) throw new RefusedRequest(notFound);
  const row = call.org.table(type).get(id);
  if (!row || row['IsDeleted'] === true) throw new RefusedRequest(notFound);
  if (!call.gate.allows(type, 'Read') || !call.gate.sees(type, row))
    throw new RefusedRequest({ ...insufficientAccess, code: 'INSUFFICIENT_ACCESS' });
  return { type, row };
}

function namesOf(call: Call, type: ObjectType, parameter: string): string[] {
  const names = call.query.get(parameter)?.split(',').filter(Boolean) ?? [];
  return names.map((name) => {
    const [object, ...path] = name.trim().split('.');
    if (object !== type.name || path.length === 0)
      throw new RefusedRequest(refuse('INVALID_FIELD', `${name} is not a field of ${type.name}`));
    return path.join('.');
  });
}

function saved(
  call: Call,
  type: ObjectType,
  outcome: Outcome,
  fields: Readonly<Record<string, unknown>>,
  status: number,
  kind: 'created' | 'updated',
): WireAnswer {
  if (!outcome.ok) return { status: 400, body: [refusedSave(type, outcome.refusal, kind)] };
  const row = call.org.table(type).get(outcome.id)!;
  const readable = Object.keys(fields).filter((name) => {
    const field = call.org.schema.field(type, name);
    return field && call.gate.readsField(type, field);
  });
  return { status, body: recordView(call, type, row, readable), ...counted(type, kind) };
}

/** A refused save: a summary for nobody in particular, and under `output` what was wrong with which field ("Record Exceptions"). */
function refusedSave(type: ObjectType, { code, message, fields }: Refusal, kind: 'created' | 'updated') {
  const detail = (field: string | null) => ({
    constituentField: null,
    duplicateRecordError: null,
    errorCode: code,
    field,
    fieldLabel: field === null ? null : (type.fields.get(field.toLowerCase())?.label ?? field),
    message,
  });
  const named = fields ?? [];
  const verb = kind === 'created' ? 'create' : 'update';
  return {
    enhancedErrorType: 'RecordError',
    errorCode: code,
    message: `An error occurred while trying to ${verb} the record. Please try again.`,
    statusCode: 400,
    output: {
      errors: named.length === 0 ? [detail(null)] : [],
      fieldErrors: Object.fromEntries(named.map((field) => [field, [detail(field)]])),
    },
  };
}
