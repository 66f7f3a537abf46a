import { z } from 'zod';
import type { Refusal } from '../../domain/refusal.ts';
import type { Row } from '../salesforce.ts';
import type { Operation, RecordOutcome } from './waiting.ts';

/** The answer for one record of a collection; here an error's code is called `statusCode`. */
export const recordResult = z.object({
  id: z.string().nullish(),
  success: z.boolean(),
  errors: z
    .array(
      z.object({
        statusCode: z.string(),
        message: z.string().default(''),
        fields: z.array(z.string()).nullish(),
      }),
    )
    .default([]),
});

/** The answers for all records of a collection. */
export const recordResults = z.array(recordResult);

/** Codes that say that a row does not exist: the record itself, or one it refers to. */
const goneCodes = new Set(['ENTITY_IS_DELETED', 'NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY']);

const references = ['AccountId', 'OwnerId', 'RecordTypeId', 'ReportsToId', 'MasterRecordId'];

/** A record's first error, or null when it was written. */
export function errorOf(result: z.output<typeof recordResult>): Extract<Refusal, { kind: 'refused' }> | null {
  if (result.success) return null;
  const error = result.errors[0];
  return {
    kind: 'refused',
    code: error?.statusCode ?? 'UNKNOWN_EXCEPTION',
    message: error?.message ?? '',
    fields: error?.fields ?? [],
  };
}

/**
 * What a record's error means. A row that does not exist is `gone` (deleting it is done) when it can only be the record
 * itself; when it may be another one that it refers to, `stale`, so that it is read again.
 */
export function outcomeOf(
  error: Extract<Refusal, { kind: 'refused' }>,
  operation: Operation,
  row: Row,
): RecordOutcome {
  if (operation.kind === 'insert' || operation.kind === 'upsert' || !goneCodes.has(error.code))
    return { ok: false, refusal: error };
  if (operation.kind === 'delete') return { ok: true, id: null };
  if (error.fields.some((field) => field !== 'Id')) return { ok: false, refusal: error };
  const refersToOthers = Object.entries(row).some(
    ([field, value]) => value !== null && (references.includes(field) || looksLikeLookup(field, value)),
  );
  const meansItself = error.fields.includes('Id') || !refersToOthers;
  return { ok: false, refusal: { kind: meansItself ? 'gone' : 'stale' } };
}

function looksLikeLookup(field: string, value: unknown): boolean {
  return field.endsWith('__c') && typeof value === 'string' && /^[0-9a-zA-Z]{18}$/.test(value);
}
