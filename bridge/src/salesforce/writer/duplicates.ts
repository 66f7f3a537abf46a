import { z } from 'zod';
import type { RecordId } from '../../domain/ids.ts';
import type { SubAnswer } from '../wire/composite.ts';
import { composite } from '../wire/composite.ts';
import type { Org, OrgRequest } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { refusalInBody } from '../wire/refusal.ts';
import { isPassing } from '../wire/trouble.ts';
import type { Row } from '../salesforce.ts';
import { outcomeOf } from './record-outcome.ts';
import type { Operation, RecordOutcome } from './waiting.ts';
import { isLiteral, keyFieldOf } from './waiting.ts';

/** Subrequests in one composite call, when none is a collection. */
const atOnce = 25;

const matchResults = z.object({
  matchResults: z.array(
    z.object({ matchRecords: z.array(z.object({ record: z.object({ Id: z.string() }) })) }),
  ),
});

/** The service has long misspelt the key of the detail; both spellings are seen. */
const detail = z
  .array(z.object({ duplicateResut: matchResults.optional(), duplicateResult: matchResults.optional() }))
  .min(1);

const written = z.object({ id: z.string() });

/**
 * Collections say that a duplicate rule stopped a record but not for which others, so each such record is sent once more by
 * itself. What is written then, since the rule has no objection any more, is done.
 */
export async function withMatches(
  org: Org,
  patience: Patience,
  operation: Operation,
  rows: readonly Row[],
  outcomes: readonly RecordOutcome[],
): Promise<readonly RecordOutcome[]> {
  const named = [...outcomes];
  const stopped = outcomes.flatMap((outcome, index) => {
    const row = rows[index] as Row;
    return isStopped(outcome) && !isLiteral(row) ? [{ index, row }] : [];
  });
  for (let start = 0; start < stopped.length; start += atOnce) {
    const some = stopped.slice(start, start + atOnce);
    const answers = await patience(() =>
      composite(
        org,
        some.map(({ row }) => single(operation, row)),
      ),
    );
    some.forEach(({ index, row }, place) => {
      const outcome = outcomeOfSingle(answers[place] as SubAnswer, operation, row);
      if (outcome !== null) named[index] = outcome;
    });
  }
  return named;
}

function isStopped(outcome: RecordOutcome): boolean {
  return !outcome.ok && outcome.refusal.kind === 'refused' && outcome.refusal.code === 'DUPLICATES_DETECTED';
}

function single(operation: Operation, row: Row): OrgRequest {
  const { object, onAlert } = operation;
  const alert = onAlert === undefined ? {} : { onAlert };
  if (operation.kind === 'insert')
    return { method: 'POST', path: `/sobjects/${object}`, body: row, ...alert };
  const key = keyFieldOf(operation);
  const { [key]: value, ...body } = row;
  const path =
    operation.kind === 'upsert'
      ? `/sobjects/${object}/${key}/${encodeURIComponent(String(value))}`
      : `/sobjects/${object}/${String(value)}`;
  return { method: 'PATCH', path, body, ...alert };
}

/** Null when the answer tells nothing new. */
function outcomeOfSingle({ status, body }: SubAnswer, operation: Operation, row: Row): RecordOutcome | null {
  if (status < 300) return { ok: true, id: written.safeParse(body).data?.id ?? null };
  const trouble = refusalInBody(status, body);
  if (trouble.kind !== 'refused' || isPassing(trouble)) return null;
  const outcome = outcomeOf(trouble, operation, row);
  if (!isStopped(outcome) || outcome.ok || outcome.refusal.kind !== 'refused') return outcome;
  return { ok: false, refusal: { ...outcome.refusal, matches: matchesIn(body) } };
}

function matchesIn(body: unknown): readonly RecordId[] {
  const [first] = detail.safeParse(body).data ?? [];
  const { matchResults: results = [] } = first?.duplicateResut ?? first?.duplicateResult ?? {};
  return results.flatMap(({ matchRecords }) => matchRecords.map(({ record }) => record.Id as RecordId));
}
