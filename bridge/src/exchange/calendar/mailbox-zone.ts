import { z } from 'zod';
import { hasCode } from '../answer.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { bodyOf } from '../reads.ts';
import { ianaZone } from './zone-names.ts';

const operation = 'mailboxZone';

const settings = z.looseObject({ timeZone: z.string().nullish() });

/** The IANA zone of the mailbox; `UTC` when it names none that is known, or the app may not read the mailbox's settings. */
export async function mailboxZone({ sender, paths }: MailboxCalls): Promise<string> {
  const target = { path: paths.settings };
  const answer = await sender.send(() => ({ operation, method: 'GET', target }), true);
  if (answer.kind === 'answer' && answer.status === 403 && hasCode(answer, ['ErrorAccessDenied']))
    return 'UTC';
  return ianaZone(bodyOf(answer, settings, operation).timeZone) ?? 'UTC';
}
