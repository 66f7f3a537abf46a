import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { Answer } from './answer.ts';
import { succeeded } from './answer.ts';
import type { Clock } from './clock.ts';
import type { Patience } from './patience.ts';
import { immutableIds } from './request.ts';
import type { GraphRequest } from './request.ts';
import type { Judged, Sender } from './sender.ts';
import type { Wait } from './waits.ts';
import { waitBefore } from './waits.ts';

/** The most members that a batch may have. Source: "Combine multiple HTTP requests using JSON batching". */
export const batchSize = 20;

/** One request of a batch; its path is what a single request's would be. */
export interface BatchMember {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly ifMatch?: string | null;
  readonly body?: unknown;
}

/** How the members of one call are sent. `repeatable` when carrying out a member twice does no harm. */
export interface BatchOptions {
  readonly operation: string;
  readonly repeatable: boolean;
  readonly sender: Sender;
  readonly clock: Clock;
}

const batchAnswer = z.looseObject({
  responses: z.array(
    z.looseObject({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown(),
    }),
  ),
});

/**
 * Sends the members, 20 at a time and unordered, with nothing beside a batch; one member alone goes as a plain request. What
 * fails in passing is repeated member by member. The answers are in the order of the members.
 */
export async function sendMembers(
  members: readonly BatchMember[],
  options: BatchOptions,
): Promise<readonly Answer[]> {
  const { sender, operation, repeatable } = options;
  const [only] = members;
  if (only && members.length === 1)
    return [await sender.send(() => singleRequest(only, operation), repeatable)];
  const patience = sender.newPatience();
  const answers: Answer[] = [];
  for (let start = 0; start < members.length; start += batchSize) {
    const batch = members.slice(start, start + batchSize);
    const previous = answers.at(-1);
    const hopeless = previous?.kind === 'failed' || (previous?.kind === 'lost' && !previous.sent);
    answers.push(...(hopeless ? batch.map(() => previous) : await sendBatch(batch, options, patience)));
  }
  return answers;
}

/** Answers stand by the place of their member; those to be repeated are in `waiting`. */
async function sendBatch(members: readonly BatchMember[], options: BatchOptions, patience: Patience) {
  const answers: Answer[] = [];
  let waiting = members.map((_, place) => place);

  function judge(answer: Answer, repeats: number): Judged<readonly Answer[]> {
    const waits: Wait[] = [];
    const byPlace = readMembers(answer, waiting);
    waiting = waiting.filter((place) => {
      const member = byPlace(place);
      answers[place] = member;
      const wait = waitOfMember(member, options, repeats);
      if (wait) waits.push(wait);
      return wait !== null;
    });
    return { result: answers, wait: longest(waits) };
  }

  const request = () => batchRequest(members, waiting, options.operation);
  try {
    return await options.sender.sendJudged('alone', request, judge, patience);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // What other members came to must not be lost with it.
    for (const place of waiting) answers[place] = { kind: 'failed', fault: error };
    return answers;
  }
}

/** The token was good for the batch, so one 401 of a member is a passing fault of the service behind. */
function waitOfMember(member: Answer, { repeatable, clock }: BatchOptions, repeats: number): Wait | null {
  if (member.kind === 'answer' && member.status === 401 && repeats === 0)
    return { ms: 0, wholeMailbox: false };
  return waitBefore(member, repeatable, repeats, clock);
}

function longest(waits: readonly Wait[]): Wait | null {
  if (waits.length === 0) return null;
  return {
    ms: Math.max(...waits.map((wait) => wait.ms)),
    wholeMailbox: waits.some((wait) => wait.wholeMailbox),
  };
}

/** The answer of each member; that of the whole batch where it has none of its own. */
function readMembers(answer: Answer, places: readonly number[]): (place: number) => Answer {
  if (answer.kind !== 'answer' || !succeeded(answer)) return () => answer;
  const parsed = batchAnswer.safeParse(answer.body);
  if (!parsed.success) return () => ({ kind: 'unreadable', status: answer.status, headers: answer.headers });
  const expected = new Set(places.map(String));
  const members = new Map(
    parsed.data.responses.filter(({ id }) => expected.has(id)).map((response) => [response.id, response]),
  );
  return (place) => {
    const member = members.get(String(place));
    if (!member) return { kind: 'lost', sent: true, detail: 'missing in the batch answer' };
    const headers = Object.entries(member.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]);
    return {
      kind: 'answer',
      status: member.status,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: member.body ?? undefined,
    };
  };
}

function singleRequest({ method, path, ifMatch = null, body }: BatchMember, operation: string): GraphRequest {
  return { operation, method, target: { path }, ifMatch, body };
}

/** Headers of the batch do not reach its members, so each has its own. */
function batchRequest(
  members: readonly BatchMember[],
  places: readonly number[],
  operation: string,
): GraphRequest {
  const requests = places.flatMap((place) => {
    const member = members[place];
    if (!member) return [];
    const headers = {
      Prefer: immutableIds,
      ...(member.ifMatch ? { 'If-Match': member.ifMatch } : {}),
      ...(member.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    return [{ id: String(place), method: member.method, url: member.path, headers, body: member.body }];
  });
  return { operation, method: 'POST', target: { path: '/$batch' }, body: { requests } };
}
