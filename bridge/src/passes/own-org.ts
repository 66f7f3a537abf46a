import { Fault } from '../domain/fault.ts';
import type { OrgId, UserId } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import type { OrgMark } from '../exchange/org-mark.ts';
import type { Store } from '../store/store.ts';

/** What a mailbox is told whose contacts or events another org syncs. */
export const otherOrgCode = { Contact: 'TDM-M-OTHER-ORG', Event: 'TDM-M-OTHER-ORG-EVENTS' } as const;

const hourMs = 60 * 60 * 1000;

/** When a mark is read again. A calendar is read every few minutes for ever, so that its mark may cost a call every other day. */
const recheckMs = { Contact: 4 * hourMs, Event: 48 * hourMs };

const place = { Contact: 'folder', Event: 'calendar' };
const checkedKey = (userId: UserId, kind: Kind) => `${place[kind]} org of ${userId} was read`;
const takesKey = (userId: UserId, kind: Kind) => `${place[kind]} of ${userId} is to be taken over`;

/** An admin decided that this org syncs the mailbox from now on; the next pass writes that down. */
export async function takeOver(store: Store, userId: UserId, kind: Kind): Promise<void> {
  await store.meta.set(takesKey(userId, kind), 'yes');
}

/** What an admin decided for the mailbox has changed, so the next pass of the kind reads again whose it is. */
export async function readOrgAgain(store: Store, userId: UserId, kind: Kind): Promise<void> {
  await store.meta.set(checkedKey(userId, kind), '');
}

/**
 * Sees to it that one org only syncs a folder or calendar: the first one writes its id on it, and any other one finds it there.
 * Read when the mailbox is met or taken in again, while it is not `settled`, and after some time. Throws `TDM-M-OTHER-ORG…`.
 */
export async function ownOrg(
  mark: OrgMark,
  store: Store,
  { userId, kind, settled }: { readonly userId: UserId; readonly kind: Kind; readonly settled: boolean },
  { orgId, now }: { readonly orgId: OrgId; readonly now: Date },
): Promise<void> {
  const read = await store.meta.get(checkedKey(userId, kind));
  if (settled && read && now.getTime() - Date.parse(read) < recheckMs[kind]) return;
  const org = await mark.read();
  const taking = (await store.meta.get(takesKey(userId, kind))) === 'yes';
  if (org !== null && org !== orgId && !taking)
    throw new Fault(otherOrgCode[kind], `The other org is ${org}.`);
  if (org !== orgId) await mark.write(orgId);
  if (taking) await store.meta.set(takesKey(userId, kind), 'no');
  await store.meta.set(checkedKey(userId, kind), now.toISOString());
}
