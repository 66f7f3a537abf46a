import type { ExchangeId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import { hasCode } from './answer.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { arrived } from './reads.ts';

const operation = 'mayWrite';
const noItem = as<ExchangeId>('tandem-connection-test');

/**
 * Whether the app may change contacts or events of the mailbox: an empty change of one that cannot exist is sent, and an app
 * without Contacts.ReadWrite or Calendars.ReadWrite is refused before Exchange looks for it ("Update contact", "Update event",
 * "Microsoft Graph error responses and resource types"). So it works before there is a folder, there is nothing that it could
 * change, and nobody is mailed.
 */
export async function mayWrite(
  { sender }: MailboxCalls,
  pathOf: (id: ExchangeId) => string,
): Promise<boolean> {
  const target = { path: pathOf(noItem) };
  const answer = await sender.send(() => ({ operation, method: 'PATCH', target, body: {} }), true);
  if (answer.kind === 'answer' && answer.status === 403 && hasCode(answer, ['ErrorAccessDenied']))
    return false;
  arrived(answer, operation);
  return true;
}
