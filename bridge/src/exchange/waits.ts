import type { Answer, ArrivedAnswer } from './answer.ts';
import { hasCode } from './answer.ts';
import type { Clock } from './clock.ts';
import { retryAfterMs } from './retry-after.ts';

const firstBackoffMs = 500;
const longestBackoffMs = 8_000;

/** How long to wait before repeating a request, and whether the whole mailbox has to wait with it. */
export interface Wait {
  readonly ms: number;
  readonly wholeMailbox: boolean;
}

/**
 * The wait before this request should be repeated; null when it should not. A request that may have been carried out is
 * repeated only when that does no harm (`repeatable`). 429 and an ordinary 503 say that nothing was done.
 * Source: "Microsoft Graph throttling guidance".
 */
export function waitBefore(answer: Answer, repeatable: boolean, repeats: number, clock: Clock): Wait | null {
  if (answer.kind === 'held' || answer.kind === 'failed') return null;
  const backoff = backoffMs(repeats, clock.random());
  if (answer.kind === 'lost') {
    return repeatable || !answer.sent ? { ms: backoff, wholeMailbox: false } : null;
  }
  if (!refusedForNow(answer) && !(repeatable && mayPass(answer))) return null;
  const told = retryAfterMs(answer.headers['retry-after'], clock.now());
  return { ms: told ?? backoff, wholeMailbox: answer.status === 429 || told !== null };
}

/** Doubles from half a second, up to half of it taken off by chance so that many callers do not come back at once. */
function backoffMs(repeats: number, random: number): number {
  return Math.min(longestBackoffMs, firstBackoffMs * 2 ** repeats) * (1 - random / 2);
}

function refusedForNow(answer: ArrivedAnswer): boolean {
  return answer.status === 429 || (answer.status === 503 && answer.kind === 'answer');
}

function mayPass(answer: ArrivedAnswer): boolean {
  if (answer.kind === 'unreadable') return true;
  return answer.status >= 500 && answer.status !== 501 && !hasCode(answer, ['ErrorCorruptData']);
}
