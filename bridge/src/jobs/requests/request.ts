import type { UserId } from '../../domain/ids.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import { issueCodes } from '../../domain/issue-codes.ts';
import type { IssueDetail, RequestRow } from '../../salesforce/salesforce.ts';
import type { BridgeDeps, Connection } from '../bridge-deps.ts';

/** What people read of a request that was served; `extras` are added to the JSON of the result. */
export type Answer =
  | { readonly status: 'Done'; readonly message: string; readonly extras?: object }
  | { readonly status: 'Refused' | 'Failed'; readonly code: IssueCode };

/** A request whose creator may make it for this mailbox, and to whom the named issue is visible. */
export interface CheckedRequest {
  readonly row: RequestRow;
  /** Whose mailbox it is about. */
  readonly userId: UserId;
  /** Whether the creator is an admin of Tandem. */
  readonly admin: boolean;
  readonly issue: IssueDetail | null;
  /** Has a mailbox synced as soon as the request is answered. */
  readonly wake: (userId: UserId) => void;
}

export type RequestDeps = BridgeDeps & Connection;

/** Serves requests of one kind. What they name beyond mailbox and issue is checked here. */
export type ServeRequest = (deps: RequestDeps, request: CheckedRequest) => Promise<Answer>;

export function done(message: string, extras: object = {}): Answer {
  return { status: 'Done', message, extras };
}

export function refused(code: IssueCode): Answer {
  return { status: 'Refused', code };
}

export const busy: Answer = { status: 'Failed', code: 'TDM-R-BUSY' };

/** The JSON that is written to the request row. */
export function resultOf(answer: Answer): string {
  const text =
    answer.status === 'Done' ? { message: answer.message, ...answer.extras } : issueText(answer.code);
  return JSON.stringify(text);
}

function issueText(code: IssueCode) {
  const { sentence, remedy } = issueCodes[code];
  return { message: sentence, remedy };
}
