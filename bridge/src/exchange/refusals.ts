import { Fault } from '../domain/fault.ts';
import type { Outcome, Refusal } from '../domain/refusal.ts';
import type { Answer, ReadableAnswer } from './answer.ts';
import { errorOf, hasCode, succeeded } from './answer.ts';
import { folderGoneCodes, mailboxFault } from './mailbox-fault.ts';
import { namedProperties } from './named-properties.ts';
import { laterMs } from './reads.ts';

/** What a write does with its item. */
export type Verb = 'create' | 'update' | 'delete';

/** What is written: how the result of a write that was carried out is read, null when the answer does not tell it, and the names of its properties. */
export interface Written<Done> {
  readonly read: (body: unknown) => { readonly done: Done } | null;
  readonly names: readonly string[];
}

/**
 * What the last answer to a write comes to; a Fault when it is about the mailbox or the service as a whole.
 * Source: "Microsoft Graph error responses and resource types", decided by status, then by code.
 */
export function judgeWrite<Done>(
  verb: Verb,
  answer: Answer,
  { read, names }: Written<Done>,
): Outcome<Done> | Fault {
  switch (answer.kind) {
    case 'failed':
      return answer.fault;
    case 'held':
      return refusal({ kind: 'later', code: 'Throttled', retryAfterMs: laterMs(answer) });
    case 'lost':
      return answer.sent ? refusal({ kind: 'unknown' }) : new Fault('TDM-X-UNREACHABLE', answer.detail);
    case 'unreadable':
      return refusal(answer.status === 429 ? later(answer, '429') : { kind: 'unknown' });
    case 'answer':
      if (succeeded(answer)) return carriedOut(read(answer.body));
      return mailboxFault(answer) ?? refusal(refusalOf(verb, answer, names));
  }
}

function carriedOut<Done>(result: { readonly done: Done } | null): Outcome<Done> {
  return result ? { ok: true, done: result.done } : refusal({ kind: 'unknown' });
}

function refusalOf(verb: Verb, answer: ReadableAnswer, names: readonly string[]): Refusal {
  const { status } = answer;
  const { code, message } = errorOf(answer);
  if (status === 404 && hasCode(answer, folderGoneCodes)) return { kind: 'gone' };
  if (status === 409 || status === 412) return verb === 'create' ? later(answer, code) : { kind: 'stale' };
  if (status === 429 || status === 503) return later(answer, code || String(status));
  if (status >= 500 && status !== 501 && !hasCode(answer, ['ErrorCorruptData'])) {
    return verb === 'create' ? { kind: 'unknown' } : later(answer, code || String(status));
  }
  return { kind: 'refused', code: code || String(status), message, fields: namedProperties(message, names) };
}

function later(answer: Answer, code: string): Refusal {
  return { kind: 'later', code, retryAfterMs: laterMs(answer) };
}

function refusal<Done>(reason: Refusal): Outcome<Done> {
  return { ok: false, refusal: reason };
}

/**
 * The outcomes of one call. A fault is thrown when no item was touched; otherwise the items it met are `later`, so that what
 * became of the others is not lost.
 */
export function settle<Done>(judged: readonly (Outcome<Done> | Fault)[]): readonly Outcome<Done>[] {
  const fault = judged.find((one) => one instanceof Fault);
  const touched = judged.some((one) => !(one instanceof Fault) && (one.ok || one.refusal.kind === 'unknown'));
  if (fault && !touched) throw fault;
  return judged.map((one) =>
    one instanceof Fault
      ? refusal({ kind: 'later', code: one.code, retryAfterMs: laterMs({ kind: 'failed', fault: one }) })
      : one,
  );
}
