import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Fault, Faults } from './faults.ts';
import type { Log } from './log.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

/** What the kernel must know of a request before it is carried out. */
export interface RequestDescription {
  /** The counter's name for this kind of request, such as `GET /users/{}/contacts/{}`. */
  operation: string;
  mailbox?: string | undefined;
  /** A token request: counted apart. */
  token?: boolean;
  /** A batch or composite call: its members have the latency, not itself. */
  envelope?: boolean;
}

/** Leave to go on, with a function to call when the request ends, or the answer that refuses it. */
export type Admission = { release(): void } | { refusal: WireAnswer };

/** What the path of a request is made of. */
export interface PerformParts {
  clock: Clock;
  faults: Faults;
  log: Log;
  latencyMs(): number;
  describe(request: WireRequest): RequestDescription;
  /** Throttling; asked for every request and member before its fault and its latency. */
  admit?(request: WireRequest): Admission;
  /** The service's real answer to an expired token. */
  expiredToken(): WireAnswer;
}

/** Carries a request or a member out: throttling, fault, latency, the work itself, log and counters. */
export type Perform = (
  request: WireRequest,
  work: (request: WireRequest) => Promise<WireAnswer> | WireAnswer,
) => Promise<WireAnswer>;

const PROXY_PAGE =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>' +
  '<body><center><h1>502 Bad Gateway</h1></center><hr><center>proxy</center></body></html>\n';

export function createPerform(parts: PerformParts): Perform {
  const wait = createWait();
  return async (request, work) => {
    const description = parts.describe(request);
    const admission = parts.admit?.(request);
    let fault: Fault | undefined;
    let answer: WireAnswer;
    if (admission && 'refusal' in admission) {
      answer = admission.refusal;
    } else {
      try {
        fault = parts.faults.take(request);
        const latency = description.envelope ? 0 : parts.latencyMs();
        const delay = latency + (fault?.effect.kind === 'delay' ? fault.effect.ms : 0);
        if (delay > 0) await wait(delay);
        answer = await underFault(fault, parts, () => work(request));
      } finally {
        admission?.release();
      }
    }
    parts.log.record({
      at: parts.clock.now().toISOString(),
      method: request.method,
      path: request.path,
      status: answer.transport === 'severed' ? 0 : answer.status,
      member: request.member,
      ...(description.mailbox === undefined ? {} : { mailbox: description.mailbox }),
      bodyBytes: Buffer.byteLength(request.body),
      ...(fault ? { fault: fault.id } : {}),
      operation: description.operation,
      token: description.token ?? false,
      writes: answer.writes,
    });
    return answer;
  };
}

/** What is later than this waited for the process, not for its timer. */
const mostLateMs = 2;

/** Timers come late by a millisecond or so; by as much the next wait is shorter, so that the mean is exact. */
function createWait(): (ms: number) => Promise<void> {
  let lateMs = 0;
  return async (ms) => {
    const paidMs = Math.min(lateMs, ms);
    lateMs -= paidMs;
    const began = performance.now();
    if (paidMs < ms) await sleep(ms - paidMs);
    lateMs += Math.min(mostLateMs, Math.max(0, performance.now() - began - (ms - paidMs)));
  };
}

async function underFault(
  fault: Fault | undefined,
  parts: PerformParts,
  work: () => Promise<WireAnswer> | WireAnswer,
): Promise<WireAnswer> {
  const effect = fault?.effect;
  switch (effect?.kind) {
    case undefined:
    case 'delay':
      return work();
    case 'status':
      return {
        status: effect.status,
        ...(effect.headers ? { headers: effect.headers } : {}),
        ...(effect.body === undefined ? {} : { body: effect.body }),
      };
    case 'lostAnswer':
      return { ...(await work()), transport: 'severed' };
    case 'cut':
      return { status: 0, transport: 'severed' };
    case 'malformed':
      return { ...(await work()), status: 200, transport: 'malformed' };
    case 'html':
      return { status: 502, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PROXY_PAGE };
    case 'expiredToken':
      return parts.expiredToken();
  }
}
