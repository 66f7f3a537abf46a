import type { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { Answer, ReadableAnswer } from './answer.ts';
import { errorOf, succeeded } from './answer.ts';
import { Throttled } from './exchange.ts';
import { mailboxFault } from './mailbox-fault.ts';
import { retryAfterMs } from './retry-after.ts';

const defaultRetryMs = 60_000;

/**
 * When to try again what was given up for now, in milliseconds. A Retry-After that is a date counts from the answer's own
 * date.
 */
export function laterMs(answer: Answer): number {
  if (answer.kind === 'held') return answer.waitMs;
  if (answer.kind === 'lost' || answer.kind === 'failed') return defaultRetryMs;
  const sent = Date.parse(answer.headers['date'] ?? '');
  return retryAfterMs(answer.headers['retry-after'], sent) ?? defaultRetryMs;
}

/** The answer of a read, when it came and can be read, whatever its status; everything else is thrown. */
export function arrived(answer: Answer, operation: string): ReadableAnswer {
  if (answer.kind === 'failed') throw answer.fault;
  if (answer.kind === 'lost') throw new Fault('TDM-X-UNREACHABLE', `${operation}: ${answer.detail}`);
  if (answer.kind === 'held' || answer.status === 429) throw new Throttled(operation, laterMs(answer));
  if (answer.kind === 'unreadable') throw new Fault('TDM-X-ANSWER', `${operation}: status ${answer.status}`);
  if (answer.status >= 500) throw new Throttled(operation, laterMs(answer));
  const fault = mailboxFault(answer);
  if (fault) throw fault;
  return answer;
}

/** The body of a successful read in the expected shape; everything else is thrown. */
export function bodyOf<Schema extends z.ZodType>(
  answer: Answer,
  schema: Schema,
  operation: string,
): z.infer<Schema> {
  const readable = arrived(answer, operation);
  if (!succeeded(readable)) {
    const detail = `${operation}: status ${readable.status} ${errorOf(readable).code}`.trim();
    throw new Fault('TDM-B-UNEXPECTED', detail);
  }
  const parsed = schema.safeParse(readable.body);
  if (!parsed.success) throw new Fault('TDM-X-ANSWER', `${operation}: an answer of another shape`);
  return parsed.data;
}
