import type { WireAnswer, WireRequest } from '../../kernel/wire.ts';
import { errorBody, refuse } from '../refusal.ts';
import type { Call } from './call.ts';
import { replaceReferences } from './reference.ts';

/** One subrequest of a composite or graph, as sent. */
export interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

/** How the envelope carries out a member: through faults, latency and log like any request. */
export type PerformMember = (request: WireRequest, atomic: boolean) => Promise<WireAnswer>;

/** What became of all subrequests of one composite or graph. */
interface Performed {
  readonly answers: readonly WireAnswer[];
  readonly responses: readonly object[];
  readonly failed: boolean;
}

const halted = (message: string): WireAnswer => ({
  status: 400,
  body: errorBody(refuse('PROCESSING_HALTED', message)),
});
const rolledBack = halted(
  'The transaction was rolled back since another operation in the same transaction failed.',
);

/**
 * Carries out subrequests in order. All or none: the first failure takes everything back and halts the rest. Else
 * only those that refer to a failed one are halted.
 */
export async function performAll(
  call: Call,
  subrequests: readonly Subrequest[],
  allOrNone: boolean,
  perform: PerformMember,
): Promise<Performed> {
  const known = new Map<string, unknown>();
  const answers: WireAnswer[] = [];
  const mark = call.journal.mark();
  let failedAt: number | undefined;
  for (const [index, subrequest] of subrequests.entries()) {
    if (failedAt !== undefined && allOrNone) {
      answers.push(rolledBack);
      continue;
    }
    const answer = await performOne(subrequest, known, allOrNone, perform);
    answers.push(answer);
    if (isFailure(answer, allOrNone)) failedAt ??= index;
    else known.set(subrequest.referenceId, answer.body);
  }
  if (failedAt !== undefined && allOrNone) {
    call.journal.rollback(mark);
    for (let index = 0; index < failedAt; index++) {
      if (!Array.isArray(answers[index]!.body)) answers[index] = { ...rolledBack };
    }
    for (const [index, answer] of answers.entries()) answers[index] = { ...answer, writes: {} };
  }
  const responses = answers.map((answer, index) => response(answer, subrequests[index]!));
  return { answers, responses, failed: failedAt !== undefined };
}

async function performOne(
  subrequest: Subrequest,
  known: ReadonlyMap<string, unknown>,
  atomic: boolean,
  perform: PerformMember,
): Promise<WireAnswer> {
  const replaced = replaceReferences(subrequest.url, subrequest.body, known);
  if ('missing' in replaced) return halted(replaced.missing);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(subrequest.httpHeaders ?? {}))
    headers[name.toLowerCase()] = String(value);
  const body = replaced.body === undefined ? '' : JSON.stringify(replaced.body);
  return perform({ method: subrequest.method, path: replaced.url, headers, body, member: true }, atomic);
}

/** A refused request; under all-or-none also a collection with a refused record. */
function isFailure(answer: WireAnswer, allOrNone: boolean): boolean {
  if (answer.status >= 300 || answer.status === 0) return true;
  if (!allOrNone || !Array.isArray(answer.body)) return false;
  return answer.body.some((item) => (item as { success?: boolean } | null)?.success === false);
}

function response(answer: WireAnswer, subrequest: Subrequest): object {
  const location = answer.headers?.['location'];
  return {
    body: answer.body ?? null,
    httpHeaders: location === undefined ? {} : { Location: location },
    httpStatusCode: answer.status,
    referenceId: subrequest.referenceId,
  };
}
