import type { WireAnswer } from '../../kernel/wire.ts';
import { RefusedRequest, notFound, refuse } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { remove } from '../store/delete.ts';
import { findByExternalId, upsert } from '../store/upsert.ts';
import type { Row } from '../store/table.ts';
import { API_ROOT } from '../version.ts';
import { actOfCall, counted, jsonBody, objectOf, refused, type Call, type Handler } from './call.ts';
import { created, rowJson } from './rows.ts';

/** `GET /sobjects/{type}/{field}/{value}` */
export const readByExternalId: Handler = (call) => {
  const { type, rows } = find(call);
  if (rows.length > 1) return choices(type, rows);
  if (rows.length === 0 || !call.gate.sees(type, rows[0]!)) throw new RefusedRequest(notFound);
  return { status: 200, body: rowJson(call, type, rows[0]!) };
};

/** `PATCH /sobjects/{type}/{field}/{value}`: 201 or 200 with `created`, 300 with the urls of several matches. */
export const upsertByExternalId: Handler = (call) => {
  const { type, field, rows } = find(call);
  const json = jsonBody(call);
  if (rows.length > 1) return choices(type, rows);
  if (Object.keys(json).some((key) => key.toLowerCase() === field.toLowerCase())) {
    const message = `The ${field} field should not be specified in the sobject data.`;
    return refused(refuse('INVALID_FIELD', message, [field]));
  }
  const outcome = upsert(call.org, type, field, call.segments[3]!, json, actOfCall(call));
  if (!outcome.ok || outcome.created) return created(type, outcome, { created: true });
  const body = { id: outcome.id, success: true, errors: [], created: false };
  return { status: 200, body, ...counted(type, 'updated') };
};

/** `DELETE /sobjects/{type}/{field}/{value}` */
export const deleteByExternalId: Handler = (call) => {
  const { type, rows } = find(call);
  if (rows.length > 1) return choices(type, rows);
  if (rows.length === 0) throw new RefusedRequest(notFound);
  const outcome = remove(call.org, type, rows[0]!.Id, actOfCall(call));
  return outcome.ok ? { status: 204, ...counted(type, 'deleted') } : refused(outcome.refusal);
};

function find(call: Call): { type: ObjectType; field: string; rows: readonly Row[] } {
  const type = objectOf(call, call.segments[1]!);
  const matched = findByExternalId(call.org, type, call.segments[2]!, call.segments[3]!, call.gate);
  if ('refusal' in matched) throw new RefusedRequest(matched.refusal);
  return { type, field: matched.field.name, rows: matched.rows };
}

function choices(type: ObjectType, rows: readonly Row[]): WireAnswer {
  return { status: 300, body: rows.map((row) => `${API_ROOT}/sobjects/${type.name}/${row.Id}`) };
}
