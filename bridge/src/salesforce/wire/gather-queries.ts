import { setImmediate } from 'node:timers/promises';
import type { SubAnswer } from './composite.ts';
import { composite, mostCollections } from './composite.ts';
import type { Org, OrgRequest } from './org.ts';
import { refusalInBody } from './refusal.ts';
import { CallFailed } from './trouble.ts';

interface Asked {
  readonly request: OrgRequest;
  readonly answer: (body: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The org with its queries gathered: those that are asked for at the same moment, whoever asks, travel in composite calls of up to
 * five, each of which counts as one API request. One that is refused fails alone.
 */
export function gatherQueries(org: Org): Org {
  let waiting: Asked[] = [];

  async function depart(): Promise<void> {
    await setImmediate();
    const asked = waiting;
    waiting = [];
    for (let start = 0; start < asked.length; start += mostCollections)
      void travel(org, asked.slice(start, start + mostCollections));
  }

  return {
    ...org,
    call: (request) => {
      if (!isQuery(request)) return org.call(request);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      if (waiting.push({ request, answer: resolve, fail: reject }) === 1) void depart();
      return promise;
    },
  };
}

async function travel(org: Org, together: readonly Asked[]): Promise<void> {
  try {
    const [only] = together;
    if (only && together.length === 1) return only.answer(await org.call(only.request));
    const answers = await composite(
      org,
      together.map(({ request }) => request),
    );
    together.forEach((asked, index) => arrive(asked, answers[index] as SubAnswer));
  } catch (error) {
    for (const { fail } of together) fail(error);
  }
}

function arrive({ answer, fail }: Asked, { status, body }: SubAnswer): void {
  if (status >= 400) fail(new CallFailed(refusalInBody(status, body)));
  else answer(body);
}

function isQuery({ method, path }: OrgRequest): boolean {
  return method === 'GET' && /^\/query(All)?\?/.test(path);
}
