import type { Admission } from '../kernel/perform.ts';
import type { WireRequest } from '../kernel/wire.ts';
import { errorAnswer, refuse, tooManyRequests } from './errors.ts';
import type { Moment } from './settings.ts';

interface Use {
  running: number;
  requests: Window;
  upload: Window;
}

interface Window {
  began: number;
  used: number;
}

export interface ThrottleParts {
  moment: () => Moment;
  /** App and mailbox of a request for Outlook items; nothing for directory and token requests. */
  keyOf: (request: WireRequest) => string | undefined;
}

export interface Throttle {
  admit: (request: WireRequest) => Admission;
  reset(): void;
}

/**
 * The Outlook service limits per app and mailbox (learn.microsoft.com "Microsoft Graph service-specific throttling
 * limits"): 4 requests at a time, 10,000 in 10 minutes, 150 MB of upload in 5 minutes. Refused requests count too.
 */
export function createThrottle({ moment, keyOf }: ThrottleParts): Throttle {
  const uses = new Map<string, Use>();
  let refusals = 0;

  const retryAfter = (seconds: number): Record<string, string> => {
    const form = moment().quirks.retryAfter;
    const shown = form === 'cycle' ? (['integer', 'fractional', 'absent'] as const)[refusals++ % 3] : form;
    if (shown === 'absent') return {};
    return {
      'retry-after': shown === 'fractional' ? (seconds + 0.128).toFixed(3) : String(Math.ceil(seconds)),
    };
  };

  const admit = (request: WireRequest): Admission => {
    const key = keyOf(request);
    if (key === undefined) return { release: () => undefined };
    const { now, limits } = moment();
    let use = uses.get(key);
    if (!use)
      uses.set(key, (use = { running: 0, requests: { began: 0, used: 0 }, upload: { began: 0, used: 0 } }));
    const full =
      spend(use.requests, 1, limits.requestsPerWindow, limits.windowSeconds, now) ??
      spend(use.upload, Buffer.byteLength(request.body), limits.uploadBytes, limits.uploadWindowSeconds, now);
    if (full !== undefined) return { refusal: tooManyRequests(now, retryAfter(full)) };
    if (use.running >= limits.concurrency) {
      const headers = { 'cache-control': 'private', ...retryAfter(limits.concurrencyRetryAfter) };
      return { refusal: errorAnswer(refuse.mailboxConcurrency(headers), now) };
    }
    const running = use;
    running.running += 1;
    return {
      release: () => {
        running.running -= 1;
      },
    };
  };
  return { admit, reset: () => uses.clear() };
}

/** Uses up part of a window; the seconds until it ends when it is full. */
function spend(window: Window, amount: number, most: number, seconds: number, now: Date): number | undefined {
  const age = (now.getTime() - window.began) / 1000;
  if (age < 0 || age >= seconds) {
    window.began = now.getTime();
    window.used = 0;
  }
  window.used += amount;
  return window.used > most ? seconds - Math.max(0, (now.getTime() - window.began) / 1000) : undefined;
}
