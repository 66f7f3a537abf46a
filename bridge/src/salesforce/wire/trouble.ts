/**
 * Why one HTTP call brought nothing usable.
 *
 * - `noAnswer`: the network failed; the call may have been carried out
 * - `unreadable`: something answered that is not the REST API, or the answer was cut; it may have been carried out
 * - `down`: the service answered with a 5xx status
 * - `refused`: the service said why
 */
export type Trouble =
  | { readonly kind: 'noAnswer'; readonly code: string }
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'down'; readonly status: number; readonly code: string }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly fields: readonly string[];
    };

/** Thrown by a call that brought nothing usable. */
export class CallFailed extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(`Salesforce call failed: ${trouble.kind}`, { cause });
    this.name = 'CallFailed';
    this.trouble = trouble;
  }
}

const passingCodes = new Set([
  'UNABLE_TO_LOCK_ROW',
  'QUERY_TIMEOUT',
  'SERVER_UNAVAILABLE',
  'PROCESSING_HALTED',
  'REQUEST_RUNNING_TOO_LONG',
]);

/** Whether an error code of the REST API tells of something that passes by itself. */
export function isPassingCode(code: string): boolean {
  return passingCodes.has(code);
}

/** Whether the same call may succeed a moment later. */
export function isPassing(trouble: Trouble): boolean {
  return trouble.kind !== 'refused' || isPassingCode(trouble.code);
}
