import type { ExchangeId } from '../domain/ids.ts';
import type { Answer } from './answer.ts';
import { hasCode, succeeded } from './answer.ts';
import { sendMembers } from './batch.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { arrived } from './reads.ts';

/** How items are read by id: from where, and what a body comes to; `undefined` when it cannot be read. */
export interface ItemReading<Item> {
  readonly operation: string;
  readonly pathOf: (id: ExchangeId) => string;
  readonly read: (body: unknown) => Item | undefined;
}

/**
 * Items as they are now, null for those that do not exist. What the service cannot give in a readable form is left out, so
 * that it stops nothing else.
 */
export async function readItems<Item>(
  { sender, clock }: MailboxCalls,
  ids: readonly ExchangeId[],
  { operation, pathOf, read }: ItemReading<Item>,
): Promise<ReadonlyMap<ExchangeId, Item | null>> {
  const members = ids.map((id) => ({ method: 'GET' as const, path: pathOf(id) }));
  const answers = await sendMembers(members, { operation, repeatable: true, sender, clock });
  const someCame = answers.some(succeeded);
  const items = new Map<ExchangeId, Item | null>();
  ids.forEach((id, place) => {
    const answer = answers[place];
    if (!answer || isBroken(answer, someCame)) return;
    const readable = arrived(answer, operation);
    if (readable.status === 404 && hasCode(readable, ['ErrorItemNotFound'])) items.set(id, null);
    if (!succeeded(readable)) return;
    const item = read(readable.body);
    if (item !== undefined) items.set(id, item);
  });
  return items;
}

/** One item that fails on and on while others come is broken itself; when all fail, the service is. */
function isBroken(answer: Answer, someCame: boolean): boolean {
  if (answer.kind !== 'answer' || answer.status !== 500) return false;
  return someCame || hasCode(answer, ['ErrorCorruptData']);
}
