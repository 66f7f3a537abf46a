import { Fault } from '../domain/fault.ts';
import type { ReadableAnswer } from './answer.ts';
import { errorOf, hasCode } from './answer.ts';

const unknownMailbox = [
  'ErrorInvalidUser',
  'Request_ResourceNotFound',
  'ResourceNotFound',
  'ErrorNonExistentMailbox',
];

/** Codes of a folder that does not exist, on requests that address a folder. */
export const folderGoneCodes = ['ErrorItemNotFound', 'ErrorSyncFolderNotFound'];

/** The Fault of an answer that is about the whole mailbox or app, never about one item; null for every other answer. */
export function mailboxFault(answer: ReadableAnswer): Fault | null {
  const detail = `${answer.status} ${errorOf(answer).code}`.trim();
  if (answer.status === 401) return new Fault('TDM-X-DENIED', detail);
  if (answer.status === 403 && hasCode(answer, ['Authorization_RequestDenied']))
    return new Fault('TDM-X-DENIED', detail);
  if (answer.status === 403 && hasCode(answer, ['ErrorAccessDenied']))
    return new Fault('TDM-M-DENIED', detail);
  if (answer.status !== 404) return null;
  if (hasCode(answer, ['MailboxNotEnabledForRESTAPI'])) return new Fault('TDM-M-INACTIVE', detail);
  return hasCode(answer, unknownMailbox) ? new Fault('TDM-M-NOT-FOUND', detail) : null;
}
