import type { WireAnswer } from '../../kernel/wire.ts';
import { RefusedRequest, notFound, refuse } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { deleteOnwards } from '../series/delete-onwards.ts';
import { attributesOf, fieldReader } from '../soql/select.ts';
import { remove } from '../store/delete.ts';
import { normaliseId } from '../store/ids.ts';
import { entityIsDeleted, type Outcome } from '../store/outcome.ts';
import { insert, update } from '../store/save.ts';
import { fromStamp } from '../store/stamps.ts';
import type { Row } from '../store/table.ts';
import { API_ROOT } from '../version.ts';
import { actOfCall, counted, jsonBody, objectOf, refused, type Call, type Handler } from './call.ts';

/** `POST /sobjects/{type}` */
export const createRow: Handler = (call) => {
  const type = objectOf(call, call.segments[1]!);
  return created(type, insert(call.org, type, jsonBody(call), actOfCall(call)));
};

/** The answer to a single create: 201 with the id, or the refusal. */
export function created(type: ObjectType, outcome: Outcome, extra: object = {}): WireAnswer {
  if (!outcome.ok) return refused(outcome.refusal);
  return {
    status: 201,
    headers: { location: `${API_ROOT}/sobjects/${type.name}/${outcome.id}` },
    body: { id: outcome.id, success: true, errors: [], ...extra },
    ...counted(type, 'created'),
  };
}

/** `GET /sobjects/{type}/{id}?fields=…`, with `If-Modified-Since`. */
export const readRow: Handler = (call) => {
  const type = objectOf(call, call.segments[1]!);
  const row = rowOf(call, type, call.segments[2]!);
  const since = headerTime(call, 'if-modified-since');
  const changed = lastModified(row);
  if (since !== undefined && changed !== undefined && changed <= since) return { status: 304 };
  return { status: 200, headers: lastModifiedHeader(changed), body: rowJson(call, type, row) };
};

/** `PATCH /sobjects/{type}/{id}`, with `If-Unmodified-Since`. */
export const updateRow: Handler = (call) => {
  const type = objectOf(call, call.segments[1]!);
  const row = rowOf(call, type, call.segments[2]!);
  const json = jsonBody(call);
  if (Object.keys(json).some((key) => key.toLowerCase() === 'id')) {
    const message = 'The Id field should not be specified in the sobject data.';
    return refused(refuse('INVALID_FIELD', message, ['Id']));
  }
  const condition = failedCondition(call, row);
  if (condition) return condition;
  return changed(type, update(call.org, type, row.Id, json, actOfCall(call)));
};

/** `DELETE /sobjects/{type}/{id}`, with `If-Unmodified-Since`. */
export const deleteRow: Handler = (call) => {
  const type = objectOf(call, call.segments[1]!);
  const row = rowOf(call, type, call.segments[2]!);
  const condition = failedCondition(call, row);
  if (condition) return condition;
  const outcome = remove(call.org, type, row.Id, actOfCall(call));
  return outcome.ok ? { status: 204, ...counted(type, 'deleted') } : refused(outcome.refusal);
};

/** `DELETE /sobjects/Event/{id}/fromThisEventOnwards` (REST guide, "Delete Lightning Experience Event Series"). */
export const deleteEventsOnwards: Handler = (call) => {
  const type = objectOf(call, 'Event');
  const row = rowOf(call, type, call.segments[2]!);
  const refusal = deleteOnwards(call.org, row, actOfCall(call));
  if (refusal) return refused(refusal);
  const success = "We're deleting the selected events from the series. Wait for all events to be removed.";
  return { status: 200, body: { success }, ...counted(type, 'deleted') };
};

function changed(type: ObjectType, outcome: Outcome): WireAnswer {
  return outcome.ok ? { status: 204, ...counted(type, 'updated') } : refused(outcome.refusal);
}

/** The row that a path names by id, unless there is none or it is deleted. */
function rowOf(call: Call, type: ObjectType, rawId: string): Row {
  const id = normaliseId(rawId);
  if (!id) throw new RefusedRequest(refuse('MALFORMED_ID', `malformed id ${rawId}`, ['Id']));
  const row = call.org.table(type).get(id);
  if (!row || !call.gate.sees(type, row)) throw new RefusedRequest(notFound);
  if (row['IsDeleted'] === true) throw new RefusedRequest(entityIsDeleted);
  return row;
}

/** All fields of a row, or those that `fields` names. */
export function rowJson(call: Call, type: ObjectType, row: Row): Record<string, unknown> {
  const wanted = call.query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return recordJson(call, type, row, wanted);
}

/** A record with the wanted fields, all of them when none is named; the id is always there. */
export function recordJson(
  call: Call,
  type: ObjectType,
  row: Row,
  wanted: readonly string[] | undefined,
): Record<string, unknown> {
  const json: Record<string, unknown> = { attributes: attributesOf(type.name, row.Id) };
  const readable = (field: Field) => call.gate.readsField(type, field);
  for (const name of wanted ?? [...type.fields.values()].filter(readable).map((field) => field.name)) {
    const field = call.org.schema.field(type, name);
    if (!field || !readable(field)) {
      const message = `No such column '${name}' on sobject of type ${type.name}`;
      throw new RefusedRequest(refuse('INVALID_FIELD', message));
    }
    json[field.name] = fieldReader(call, field)(row);
  }
  json['Id'] ??= row.Id;
  return json;
}

function lastModified(row: Row): number | undefined {
  const stamp = row['LastModifiedDate'] as string | undefined;
  return stamp === undefined ? undefined : fromStamp(stamp).getTime();
}

function lastModifiedHeader(time: number | undefined): Record<string, string> {
  return time === undefined ? {} : { 'last-modified': new Date(time).toUTCString() };
}

function headerTime(call: Call, name: string): number | undefined {
  const time = Date.parse(call.request.headers[name] ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** 412 when the row changed after `If-Unmodified-Since` (REST guide, "Conditional Requests"). */
export function failedCondition(call: Call, row: Row): WireAnswer | undefined {
  const since = headerTime(call, 'if-unmodified-since');
  const changedAt = lastModified(row);
  if (since === undefined || changedAt === undefined || changedAt <= since) return undefined;
  const message = 'The record was modified after the date given in If-Unmodified-Since';
  return refused(refuse('PRECONDITION_FAILED', message, undefined, 412), lastModifiedHeader(changedAt));
}
