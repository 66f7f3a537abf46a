import type { ExchangeId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import { hasCode } from './answer.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { arrived } from './reads.ts';

const operation = 'mayWrite';
const noContact = as<ExchangeId>('tandem-connection-test');

/**
 * Whether the app may change contacts of the mailbox: an empty change of a contact that cannot exist is sent, and an app
 * without Contacts.ReadWrite is refused before Exchange looks for the contact ("Update contact", "Microsoft Graph error
 * responses and resource types"). So it works before there is a folder, and there is nothing that it could change.
 */
export async function mayWrite({ sender, paths }: MailboxCalls): Promise<boolean> {
  const target = { path: paths.contact(noContact) };
  const answer = await sender.send(() => ({ operation, method: 'PATCH', target, body: {} }), true);
  if (answer.kind === 'answer' && answer.status === 403 && hasCode(answer, ['ErrorAccessDenied']))
    return false;
  arrived(answer, operation);
  return true;
}
