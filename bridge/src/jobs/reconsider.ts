import type { ContactPermissions } from '../domain/permissions.ts';
import type { UserId } from '../domain/ids.ts';
import type { MailboxState, Store } from '../store/store.ts';
import type { TakeFingerprint } from '../sync/merge/merge-contact.ts';
import type { ReadyConfiguration } from './settings-reader.ts';

/**
 * When what an admin decided for a mailbox, or what its user may do, is not what it was, or the mailbox is active again, all records that it might hold
 * are put into its inbox: what did not concern it before may do so now.
 */
export async function reconsider(
  { store, fingerprint }: { readonly store: Store; readonly fingerprint: TakeFingerprint },
  mailbox: MailboxState,
  ready: ReadyConfiguration | undefined,
  permissions: ContactPermissions | undefined,
): Promise<void> {
  const key = `decided for ${mailbox.userId}`;
  const decided =
    ready && mailbox.active ? fingerprint('configuration', decisions(ready, permissions)) : 'nothing';
  const before = await store.meta.get(key);
  if (before === decided) return;
  await store.meta.set(key, decided);
  if (decided === 'nothing' || before === null) return;
  await store.inbox.put(mailbox.userId, 'Contact', await recordsOf(store, mailbox.userId));
}

function decisions(
  { configuration, mapping }: ReadyConfiguration,
  permissions: ContactPermissions | undefined,
): string {
  const fields = mapping.fields.map(({ field, path, direction }) => [field, path, direction]);
  return JSON.stringify([configuration.id, configuration.contacts, fields, permissions]);
}

async function recordsOf(store: Store, userId: UserId) {
  const [owned, links] = await Promise.all([
    store.records.ownedBy(userId),
    store.links.ofMailbox(userId, 'Contact'),
  ]);
  const linked = links.filter(({ state }) => state === 'Live');
  return [...new Set([...owned, ...linked].map(({ recordId }) => recordId))];
}
