import type { WireAnswer, Writes } from '../../kernel/wire.ts';
import { RefusedRequest, itemError, refuse } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { remove } from '../store/delete.ts';
import { normaliseId } from '../store/ids.ts';
import type { Act } from '../store/org.ts';
import { failed, type Outcome } from '../store/outcome.ts';
import { insert, update } from '../store/save.ts';
import { upsert } from '../store/upsert.ts';
import { actOfCall, jsonBody, objectOf, type Call, type Handler } from './call.ts';
import { recordJson } from './rows.ts';

type Json = Readonly<Record<string, unknown>>;

const MOST_RECORDS = 200;
const MOST_CHUNKS = 10;
const MOST_READ = 2000;

interface Item {
  readonly type: ObjectType;
  readonly outcome: Outcome;
}

/** `POST /composite/sobjects` */
export const createMany: Handler = (call) => {
  const act = actOfCall(call);
  const { records, allOrNone } = recordsOf(call);
  const write = (json: Json) => {
    const type = typeOf(call, json);
    return { type, outcome: insert(call.org, type, json, act) };
  };
  return answer(call, act, records, allOrNone, write, 'created');
};

/** `PATCH /composite/sobjects` */
export const updateMany: Handler = (call) => {
  const act = actOfCall(call);
  const { records, allOrNone } = recordsOf(call);
  const seen = new Set<string>();
  const write = (json: Json): Item => {
    const type = typeOf(call, json);
    const raw = valueOf(json, 'Id');
    if (raw === undefined) {
      return {
        type,
        outcome: failed(refuse('MISSING_ARGUMENT', 'Id not specified in an update call', ['Id'])),
      };
    }
    const id = normaliseId(raw);
    if (!id || call.org.schema.ofId(id) !== type) {
      const message = `${type.label} ID: id value of incorrect type: ${textOf(raw)}`;
      return { type, outcome: failed(refuse('MALFORMED_ID', message, ['Id'])) };
    }
    if (seen.has(id))
      return { type, outcome: failed(refuse('DUPLICATE_VALUE', `Duplicate id in list: ${id}`)) };
    seen.add(id);
    return { type, outcome: update(call.org, type, id, json, act) };
  };
  return answer(call, act, records, allOrNone, write, 'updated');
};

/** `PATCH /composite/sobjects/{type}/{field}` */
export const upsertMany: Handler = (call) => {
  const act = actOfCall(call);
  const type = objectOf(call, call.segments[2]!);
  const field = call.segments[3]!;
  const { records, allOrNone } = recordsOf(call);
  const key = (json: Json) => textOf(valueOf(json, field)).toLowerCase();
  const counts = Map.groupBy(records, key);
  const write = (json: Json): Item => {
    if (key(json) !== '' && counts.get(key(json))!.length > 1) {
      const message = `Duplicate external id specified: ${textOf(valueOf(json, field))}`;
      return { type, outcome: failed(refuse('DUPLICATE_VALUE', message, [field])) };
    }
    return { type, outcome: upsert(call.org, type, field, valueOf(json, field), json, act) };
  };
  return answer(call, act, records, allOrNone, write, 'upserted');
};

/** `DELETE /composite/sobjects?ids=…` */
export const deleteMany: Handler = (call) => {
  const act = actOfCall(call);
  const ids = (call.query.get('ids') ?? '').split(',').filter(Boolean);
  tooMany(ids.length, MOST_RECORDS);
  const write = (raw: string): Item => {
    const id = normaliseId(raw);
    const type = id === undefined ? undefined : call.org.schema.ofId(id);
    if (!id || !type) {
      const refusal = refuse('MALFORMED_ID', `malformed id ${raw}`, []);
      return { type: objectOf(call, 'Contact'), outcome: failed(refusal) };
    }
    return { type, outcome: remove(call.org, type, id, act) };
  };
  return answer(call, act, ids, call.query.get('allOrNone') === 'true', write, 'deleted');
};

/** `POST /composite/sobjects/{type}` with ids and fields; `GET` with the same as parameters. */
export const readMany: Handler = (call) => {
  const type = objectOf(call, call.segments[2]!);
  const list = (name: string) => (call.query.get(name) ?? '').split(',').filter(Boolean);
  const body = call.request.method === 'GET' ? { ids: list('ids'), fields: list('fields') } : jsonBody(call);
  const { ids, fields } = body as { ids?: unknown; fields?: unknown };
  if (!Array.isArray(ids) || !Array.isArray(fields)) {
    throw new RefusedRequest(refuse('MALFORMED_QUERY', 'ids and fields have to be specified'));
  }
  tooMany(ids.length, MOST_READ);
  const table = call.org.table(type);
  const records = ids.map((raw) => {
    const id = normaliseId(raw);
    const row = id === undefined ? undefined : table.get(id);
    const shown = row && row['IsDeleted'] !== true && call.gate.sees(type, row);
    return shown ? recordJson(call, type, row, fields as string[]) : null;
  });
  return { status: 200, body: records };
};

function recordsOf(call: Call): { records: Json[]; allOrNone: boolean } {
  const body = jsonBody(call);
  const { records } = body;
  if (!Array.isArray(records)) {
    throw new RefusedRequest(refuse('INVALID_INPUT', 'records has to be an array'));
  }
  if (records.some((json) => typeof json !== 'object' || json === null)) {
    throw new RefusedRequest(
      refuse('JSON_PARSER_ERROR', 'records has to hold objects at [line:1, column:1]'),
    );
  }
  tooMany(records.length, MOST_RECORDS);
  const types = (records as Json[]).map((json) => textOf((json['attributes'] as Json | undefined)?.['type']));
  const chunks = types.filter((type, index) => index === 0 || type !== types[index - 1]).length;
  if (chunks > MOST_CHUNKS) {
    const message =
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.';
    throw new RefusedRequest(refuse('LIMIT_EXCEEDED', message));
  }
  return { records: records as Json[], allOrNone: body['allOrNone'] === true };
}

function tooMany(count: number, most: number): void {
  if (count <= most) return;
  const message = `record limit reached. cannot submit more than ${most} records into this call`;
  throw new RefusedRequest(refuse('EXCEEDED_ID_LIMIT', message));
}

function typeOf(call: Call, json: Json): ObjectType {
  const name = (json['attributes'] as Json | undefined)?.['type'];
  const type = typeof name === 'string' ? call.org.schema.object(name) : undefined;
  if (type && call.gate.allows(type, 'Read')) return type;
  const message =
    typeof name === 'string' ? `sObject type '${name}' is not supported.` : 'Type not specified.';
  throw new RefusedRequest(refuse('INVALID_TYPE', message));
}

/** A JSON scalar as text; empty for anything else. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function valueOf(json: Json, name: string): unknown {
  const wanted = name.toLowerCase();
  return Object.entries(json).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

const rolledBack = refuse(
  'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  'Record rolled back because not all records were valid and the request was using AllOrNone header',
);
const parseCodes = new Set(['INVALID_FIELD', 'JSON_PARSER_ERROR']);

/** Writes each item and answers 200 with one result an item, in the order of the request. */
function answer<Input>(
  call: Call,
  act: Act,
  inputs: readonly Input[],
  allOrNone: boolean,
  write: (input: Input) => Item,
  kind: 'created' | 'updated' | 'upserted' | 'deleted',
): WireAnswer {
  const mark = act.journal.mark();
  let items = inputs.map(write);
  const bad = items.find(
    ({ outcome }) =>
      !outcome.ok && outcome.refusal.fields === undefined && parseCodes.has(outcome.refusal.code),
  );
  if (bad && !bad.outcome.ok && call.org.quirks().badCollectionItem === 'request') {
    act.journal.rollback(mark);
    throw new RefusedRequest(bad.outcome.refusal);
  }
  if (allOrNone && items.some(({ outcome }) => !outcome.ok)) {
    act.journal.rollback(mark);
    items = items.map((item) => (item.outcome.ok ? { ...item, outcome: failed(rolledBack) } : item));
  }
  return {
    status: 200,
    body: items.map(({ outcome }) => resultJson(outcome, kind === 'upserted')),
    writes: countItems(items, kind),
  };
}

function resultJson(outcome: Outcome, upserted: boolean): object {
  if (!outcome.ok) return { success: false, errors: [itemError(outcome.refusal)] };
  const result = { id: outcome.id, success: true, errors: [] };
  return upserted ? { ...result, created: outcome.created } : result;
}

function countItems(items: readonly Item[], kind: 'created' | 'updated' | 'upserted' | 'deleted'): Writes {
  const writes: Writes = { created: 0, updated: 0, deleted: 0 };
  for (const { type, outcome } of items) {
    if (!outcome.ok || type.custom) continue;
    if (kind === 'deleted') writes.deleted += 1;
    else if (outcome.created) writes.created += 1;
    else writes.updated += 1;
  }
  return writes;
}
