import type { UserId } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import type { Store } from '../store/store.ts';
import type { DeletionHistory } from '../sync/guard.ts';
import { deletionsSince } from '../sync/guard.ts';

/** What the guard against mass deletions counts. */
export interface GuardHistory {
  readonly liveLinks: number;
  readonly deletions: DeletionHistory;
}

/** The live links of a mailbox, and what was deleted in it and in the whole org lately. */
export async function guardHistory(
  { store, userId, now }: { readonly store: Store; readonly userId: UserId; readonly now: () => Date },
  kind: Kind,
): Promise<GuardHistory> {
  const [liveLinks, { Exchange, Salesforce, org }] = await Promise.all([
    store.links.countLive(userId, kind),
    store.guard.deletions(userId, kind, deletionsSince(now())),
  ]);
  return { liveLinks, deletions: { mailbox: { Exchange, Salesforce }, org } };
}
