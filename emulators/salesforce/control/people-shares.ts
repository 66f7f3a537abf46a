import { shareType } from '../access/sharing.ts';
import { insufficientAccess, refuse } from '../refusal.ts';
import type { Act, Org } from '../store/org.ts';
import { failed, invalidCrossReference, type Outcome } from '../store/outcome.ts';
import { insert } from '../store/save.ts';

type Level = 'Read' | 'Edit' | 'All';

/** Shares a record by hand, in place of an earlier share with the same user; whoever shares needs full access. */
export function shareRecord(org: Org, id: string, userId: string, level: Level, act: Act): Outcome {
  const removed = unshareRecord(org, id, userId, act);
  if (!removed.ok) return removed;
  const type = org.schema.ofId(id)!;
  return insert(
    org,
    shareType(org, type.name)!,
    {
      [`${type.name}Id`]: id,
      UserOrGroupId: userId,
      [`${type.name}AccessLevel`]: level,
      ...(type.name === 'Account' ? { OpportunityAccessLevel: 'None' } : {}),
    },
    act,
  );
}

/** Takes back what was shared with the user by hand. */
export function unshareRecord(org: Org, id: string, userId: string, act: Act): Outcome {
  const type = org.schema.ofId(id);
  const row = org.row(id);
  const shares = type && shareType(org, type.name);
  if (!type || !row || !shares) return failed(invalidCrossReference);
  if (!act.gate.record(type, row).all) return failed(insufficientAccess);
  const table = org.table(shares);
  for (const shareId of [...table.lookup(org.schema.field(shares, `${type.name}Id`)!, id)]) {
    if (table.get(shareId)!['UserOrGroupId'] === userId) act.journal.remove(table, shareId);
  }
  return { ok: true, id, created: false };
}

/** Follows a record in Chatter as the person who acts. */
export function follow(org: Org, id: string, act: Act): Outcome {
  const row = org.row(id);
  if (!row) return failed(invalidCrossReference);
  if (!act.gate.sees(org.schema.ofId(id)!, row)) return failed(insufficientAccess);
  if (subscriptionsOf(org, id, act.userId).length > 0) {
    return failed(refuse('DUPLICATE_VALUE', 'user is already subscribed to this entity', []));
  }
  const fields = { ParentId: id, SubscriberId: act.userId };
  return insert(org, org.schema.object('EntitySubscription')!, fields, act);
}

/** Stops following a record. */
export function unfollow(org: Org, id: string, act: Act): Outcome {
  const table = org.table(org.schema.object('EntitySubscription')!);
  for (const subscription of subscriptionsOf(org, id, act.userId)) act.journal.remove(table, subscription);
  return { ok: true, id, created: false };
}

function subscriptionsOf(org: Org, id: string, userId: string): string[] {
  const type = org.schema.object('EntitySubscription')!;
  const table = org.table(type);
  const ids = [...table.lookup(org.schema.field(type, 'ParentId')!, id)];
  return ids.filter((one) => table.get(one)!['SubscriberId'] === userId);
}
