import { z } from 'zod';
import type { Fault } from '../domain/fault.ts';

/** Header values by lower-case name. */
export type Headers = Readonly<Record<string, string>>;

/**
 * What became of one request, or of one member of a batch.
 *
 * - `answer`: an answer with a JSON body, or without a body
 * - `unreadable`: something else came, such as a proxy's page or half of an answer
 * - `lost`: no answer; `sent` false means that the request surely never left
 * - `held`: not sent, since the mailbox has been told to wait for longer than this call may
 * - `failed`: not carried out, since the service as a whole cannot be used
 */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly kind: 'unreadable'; readonly status: number; readonly headers: Headers }
  | { readonly kind: 'lost'; readonly sent: boolean; readonly detail: string }
  | { readonly kind: 'held'; readonly waitMs: number }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** An answer that came. */
export type ArrivedAnswer = Extract<Answer, { kind: 'answer' | 'unreadable' }>;

/** An answer that came and can be read. */
export type ReadableAnswer = Extract<Answer, { kind: 'answer' }>;

const envelope = z.looseObject({
  error: z.looseObject({ code: z.string().catch(''), message: z.string().catch('') }),
});

/** Code and message of an error answer; both empty when the body is no error envelope. */
export function errorOf(answer: ReadableAnswer): { readonly code: string; readonly message: string } {
  const parsed = envelope.safeParse(answer.body);
  return parsed.success ? parsed.data.error : { code: '', message: '' };
}

/** Whether the answer is an error of one of these codes; their case varies between services. */
export function hasCode(answer: ReadableAnswer, codes: readonly string[]): boolean {
  const code = errorOf(answer).code.toLowerCase();
  return codes.some((known) => known.toLowerCase() === code);
}

/** Whether the request was carried out. */
export function succeeded(answer: Answer): boolean {
  return answer.kind === 'answer' && answer.status >= 200 && answer.status < 300;
}
