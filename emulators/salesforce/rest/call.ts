import type { WireAnswer, WireRequest } from '../../kernel/wire.ts';
import type { Gate } from '../access/gate.ts';
import { RefusedRequest, errorBody, notFound, refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Emulator } from '../state.ts';
import type { Journal } from '../store/journal.ts';
import { actOf, type Act, type Org } from '../store/org.ts';

/** One call of a REST resource, over HTTP or as a member of a composite. */
export interface Call {
  readonly emulator: Emulator;
  readonly org: Org;
  readonly userId: string;
  /** What the session's user may do. */
  readonly gate: Gate;
  readonly request: WireRequest;
  /** Decoded path segments after `/services/data/vNN.N`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Shared by the members of an all-or-none envelope. */
  readonly journal: Journal;
}

export type Handler = (call: Call) => WireAnswer | Promise<WireAnswer>;

/** The write of this call, by its session's user. */
export function actOfCall(call: Call): Act {
  const { org, userId, journal, gate } = call;
  return actOf(org, userId, { journal, gate, duplicates: duplicateWish(call) });
}

/** `Sforce-Duplicate-Rule-Header: allowSave=true; includeRecordDetails=true`; everything is false unless said. */
function duplicateWish(call: Call): Act['duplicates'] {
  const header = call.request.headers['sforce-duplicate-rule-header'] ?? '';
  const says = (name: string) => new RegExp(`\\b${name}\\s*=\\s*true\\b`, 'i').test(header);
  return { allowSave: says('allowSave'), includeRecordDetails: says('includeRecordDetails') };
}

/** The JSON object of the request's body. */
export function jsonBody(call: Call): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(call.request.body);
  } catch (error) {
    const message = `${(error as Error).message} at [line:1, column:1]`;
    throw new RefusedRequest(refuse('JSON_PARSER_ERROR', message));
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const token = Array.isArray(body) ? 'START_ARRAY' : 'VALUE';
    throw new RefusedRequest(refuse('JSON_PARSER_ERROR', `Unexpected token ${token} at [line:1, column:1]`));
  }
  return body as Record<string, unknown>;
}

/** The object that a path names. */
export function objectOf(call: Call, name: string): ObjectType {
  const type = call.org.schema.object(name);
  if (!type || !call.gate.allows(type, 'Read')) throw new RefusedRequest(notFound);
  return type;
}

/** The answer to a refused request. */
export function refused(refusal: Refusal, headers?: Readonly<Record<string, string>>): WireAnswer {
  return {
    status: refusal.status,
    body: errorBody(refusal),
    ...(headers ? { headers: { ...headers } } : {}),
  };
}

/** Counts a write of a standard object for the counters; custom objects are not the customer's items. */
export function counted(type: ObjectType, kind: 'created' | 'updated' | 'deleted', count = 1) {
  return type.custom ? {} : { writes: { [kind]: count } };
}
