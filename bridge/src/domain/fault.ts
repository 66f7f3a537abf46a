import type { IssueCode } from './issue-codes.ts';
import { issueCodes } from './issue-codes.ts';

/**
 * A fault that stops a pass or the whole bridge, with a stable code that stands in the docs. `detail` says what was
 * found (a setting's name, a status), never personal data or a secret.
 */
export class Fault extends Error {
  readonly code: IssueCode;
  readonly detail: string;

  constructor(code: IssueCode, detail: string, cause?: unknown) {
    super(`${issueCodes[code].sentence} ${detail}`.trim(), { cause });
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }

  /** What to do about it. */
  get remedy(): string {
    return issueCodes[this.code].remedy;
  }
}

/** What logs say of an error: the code of a fault, else only its name, since the message may quote content. */
export function codeOf(error: unknown): string {
  if (error instanceof Fault) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
