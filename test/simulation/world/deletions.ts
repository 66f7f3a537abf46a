import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { Link } from '../../../bridge/src/domain/link.ts';
import type { Database } from '../../memory-store/database.ts';
import { linkRows } from '../../programs/oracle/watch.ts';
import type { Item } from '../../programs/world/mailbox.ts';
import type { OrgRecord } from '../../programs/world/org.ts';
import type { Seen } from '../../programs/world/seen.ts';

/** So many deletions of a mailbox in 24 hours never wait for an admin. */
const mostUnasked = 10;

/** The mailboxes that have a live link of the record. */
export function linkedTo(world: Seen, record: OrgRecord): readonly UserId[] {
  return world.users.filter((userId) =>
    linkRows(world, userId).some((row) => row.Record_Id__c === record.id && row.State__c === 'Live'),
  );
}

/** The mailbox whose pass deletes a record: one that `passes` and whose item is gone; of several its owner's. */
export function deleterOf(world: Seen, record: OrgRecord, passes: (userId: UserId) => boolean): UserId {
  const linked = linkedTo(world, record);
  const passing = linked.filter(passes);
  const lacking = passing.filter((userId) => lacksItem(world, userId, record));
  const some = [lacking, passing, linked].find(({ length }) => length > 0) ?? world.users;
  return some.find((userId) => userId === record.owner) ?? some[0]!;
}

/** Whether the mailbox's item of the record is gone, or was when its pass looked. */
function lacksItem(world: Seen, userId: UserId, record: OrgRecord): boolean {
  return linkRows(world, userId).some((row) => {
    const item = world.mailboxes.get(userId)!.items.get(row.Exchange_Id__c as Item['id']);
    const isHeld = row.Record_Id__c === record.id && row.State__c === 'Live';
    return isHeld && (item?.place !== 'folder' || item.returnedAt >= world.passBegan(userId));
  });
}

/** How many deletions wait for an admin, or for a service that refused them and are listed, after the bridge has `made` so many. */
export function heldDeletions(
  { mailboxes }: Database,
  made: number,
  isListed: (link: Link) => boolean,
): number {
  const waiting = [...mailboxes.values()].flatMap(({ rows }) =>
    [...rows.Contact.links.values(), ...rows.Event.links.values()].filter(
      (link) => link.state === 'Live' && (link.pendingExchange ?? link.pendingSalesforce) !== null,
    ),
  );
  return made + waiting.length > mostUnasked ? waiting.length : waiting.filter(isListed).length;
}
