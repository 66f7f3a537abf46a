import type { UserId } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';

/** What `tandem status` tells of one mailbox. */
export interface MailboxStatus {
  readonly user: UserId;
  readonly email: string;
  readonly active: boolean;
  readonly state: string;
  readonly problem: string | null;
  readonly linkedContacts: number;
  readonly openIssues: number;
}

/** The mailboxes as the bridge's database knows them; asks neither service. */
export async function readStatus(store: Store): Promise<{ readonly mailboxes: readonly MailboxStatus[] }> {
  const mailboxes = await store.mailboxes.all();
  return {
    mailboxes: await Promise.all(
      mailboxes.map(async ({ userId, email, active, problem, firstSyncDone }) => ({
        user: userId,
        email,
        active,
        state: !active ? 'Paused' : problem !== null ? 'Failing' : firstSyncDone ? 'InSync' : 'FirstSync',
        problem,
        linkedContacts: await store.links.countLive(userId, 'Contact'),
        openIssues: (await store.issues.open(userId, 'Contact')).length,
      })),
    ),
  };
}
