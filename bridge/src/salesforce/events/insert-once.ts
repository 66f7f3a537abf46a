import { z } from 'zod';
import type { RecordId } from '../../domain/ids.ts';
import type { Outcome, Refusal } from '../../domain/refusal.ts';
import { chunks } from '../read/by-id.ts';
import type { Row } from '../salesforce.ts';
import type { SubAnswer } from '../wire/composite.ts';
import { composite, mostCollections } from '../wire/composite.ts';
import { asFault } from '../wire/fault.ts';
import type { Org, OrgRequest } from '../wire/org.ts';
import { refusalInBody } from '../wire/refusal.ts';
import { CallFailed, isPassingCode } from '../wire/trouble.ts';
import { errorOf, recordResult } from '../writer/record-outcome.ts';

const mostRecords = 200;
const laterMs = 30_000;

/**
 * Makes records that have no unique key, up to 1,000 in one call; so no call is ever repeated: of one without an answer all are
 * `unknown`, and are to be looked up before they are made again.
 */
export async function insertOnce(
  org: Org,
  object: string,
  rows: readonly Row[],
): Promise<readonly Outcome<RecordId>[]> {
  const outcomes: Outcome<RecordId>[] = [];
  for (const together of chunks(chunks(rows, mostRecords), mostCollections))
    outcomes.push(...(await send(org, object, together)));
  return outcomes;
}

async function send(
  org: Org,
  object: string,
  collections: readonly (readonly Row[])[],
): Promise<readonly Outcome<RecordId>[]> {
  try {
    const answers = await composite(
      org,
      collections.map((rows) => request(object, rows)),
    );
    return answers.flatMap((answer, index) => outcomesOf(answer, collections[index]?.length ?? 0));
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    // A call that was refused made nothing; any other one may have been carried out.
    if (error.trouble.kind === 'refused') {
      if (!isPassingCode(error.trouble.code)) throw asFault(error);
      return same(collections.flat().length, { ok: false, refusal: later(error.trouble.code) });
    }
    return same(collections.flat().length, { ok: false, refusal: { kind: 'unknown' } });
  }
}

function request(object: string, rows: readonly Row[]): OrgRequest {
  const records = rows.map((row) => ({ attributes: { type: object }, ...row }));
  return { method: 'POST', path: '/composite/sobjects', body: { allOrNone: false, records } };
}

function outcomesOf({ status, body }: SubAnswer, count: number): readonly Outcome<RecordId>[] {
  const results = z.array(recordResult).length(count).safeParse(body);
  if (status < 400 && results.success) return results.data.map(outcomeOf);
  if (status < 400) return same(count, { ok: false, refusal: { kind: 'unknown' } });
  const trouble = refusalInBody(status, body);
  // A failure without a reason may have come after the records were made.
  if (trouble.kind !== 'refused') return same(count, { ok: false, refusal: { kind: 'unknown' } });
  return same(count, { ok: false, refusal: passes(trouble.code) ? later(trouble.code) : trouble });
}

function outcomeOf(result: z.output<typeof recordResult>): Outcome<RecordId> {
  const error = errorOf(result);
  if (error === null) return { ok: true, done: result.id as RecordId };
  return { ok: false, refusal: passes(error.code) ? later(error.code) : error };
}

/** Of one part of a call also the end of the session and of the day's requests: what the others made must not be lost with it. */
function passes(code: string): boolean {
  return isPassingCode(code) || code === 'INVALID_SESSION_ID' || code === 'REQUEST_LIMIT_EXCEEDED';
}

function later(code: string): Refusal {
  return { kind: 'later', code, retryAfterMs: laterMs };
}

function same(count: number, outcome: Outcome<RecordId>): readonly Outcome<RecordId>[] {
  return Array.from({ length: count }, () => outcome);
}
