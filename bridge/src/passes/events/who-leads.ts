import type { ExchangeId, Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { MeetingCopy, MeetingLink } from '../../store/event-store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { EventPassContext } from './event-context.ts';

/**
 * Which of these items only follow: another mailbox's copy of the meeting writes the record. The organiser's copy does; where
 * the organiser is not synced, that of one attendee stands in, always the same one.
 */
export async function followers(
  context: EventPassContext,
  items: readonly { readonly item: EventItem; readonly meeting: Fingerprint }[],
): Promise<ReadonlySet<ExchangeId>> {
  const shared = items.filter(({ item }) => !item.event.isOrganizer || item.event.attendees.length > 0);
  if (shared.length === 0) return new Set();
  const links = Map.groupBy(
    await context.store.events.meetings(shared.map(({ meeting }) => meeting)),
    ({ meeting }) => meeting,
  );
  return new Set(
    shared.flatMap(({ item, meeting }) => {
      if (item.event.isOrganizer) return [];
      const leader = leaderOf(links.get(meeting) ?? [], item.event.organizer, context.userId);
      return leader === context.userId ? [] : [item.id];
    }),
  );
}

/**
 * Which of these items, which only follow and whose records their user owns, have to write after all: who leads may not change
 * the record, as when it was made before the organiser's mailbox was synced and events are private.
 */
export async function withoutLeader(
  { store, salesforce, userId }: EventPassContext,
  items: readonly {
    readonly item: EventItem;
    readonly meeting: Fingerprint;
    readonly recordId: RecordId;
  }[],
): Promise<ReadonlySet<ExchangeId>> {
  if (items.length === 0) return new Set();
  const links = Map.groupBy(
    await store.events.meetings(items.map(({ meeting }) => meeting)),
    ({ meeting }) => meeting,
  );
  const led = items.map((one) => ({
    ...one,
    leader: leaderOf(links.get(one.meeting) ?? [], one.item.event.organizer, userId),
  }));
  const asked = [...Map.groupBy(led, ({ leader }) => leader)].map(([leader, some]) => ({
    userId: leader,
    ids: some.map(({ recordId }) => recordId),
  }));
  const access = await salesforce.readRecordAccess(asked);
  return new Set(
    led.flatMap(({ item, leader, recordId }) =>
      access.get(leader)?.get(recordId)?.edit === true ? [] : [item.id],
    ),
  );
}

/**
 * Which of these links, whose items are gone, belong to meetings that other mailboxes still have: whoever made the record, a copy
 * that is gone from one calendar takes nothing from the others.
 */
export async function heldByOthers(
  { store, userId }: EventPassContext,
  links: readonly Link[],
): Promise<ReadonlySet<ExchangeId>> {
  return amongOthers(userId, links, (meetings) => store.events.meetings(meetings));
}

/**
 * Which of these links, whose records the user cannot see, belong to meetings that other mailboxes have: as long as such a copy is
 * taken as private its link may have ended, and it goes on when the meeting is public again.
 */
export async function hiddenByOthers(
  { store, userId }: EventPassContext,
  links: readonly Link[],
): Promise<ReadonlySet<ExchangeId>> {
  return amongOthers(userId, links, (meetings) => store.events.havingCopies(meetings));
}

/**
 * Which of these items, whose organisers cancelled them, leave the record to the organiser's mailbox: that one's own copy is gone
 * too, and takes the record along or leaves it, as its user's settings say.
 */
export async function cancelledCopies(
  { store, userId }: EventPassContext,
  items: readonly { readonly item: EventItem; readonly ownerId: UserId }[],
): Promise<ReadonlySet<ExchangeId>> {
  const others = items.filter(({ item, ownerId }) => item.event.isCancelled && ownerId !== userId);
  if (others.length === 0) return new Set();
  const mailboxes = new Map(
    (await store.mailboxes.all()).map((mailbox) => [mailbox.userId, mailbox.email.toLowerCase()]),
  );
  return new Set(
    others.flatMap(({ item, ownerId }) =>
      mailboxes.get(ownerId) === item.event.organizer?.toLowerCase() ? [item.id] : [],
    ),
  );
}

async function amongOthers(
  userId: UserId,
  links: readonly Link[],
  copiesOf: (meetings: readonly Fingerprint[]) => Promise<readonly MeetingCopy[]>,
): Promise<ReadonlySet<ExchangeId>> {
  const meetings = links.flatMap(({ meeting }) => meeting ?? []);
  if (meetings.length === 0) return new Set();
  const others = (await copiesOf(meetings)).filter((copy) => copy.userId !== userId);
  const held = new Set(others.map(({ meeting }) => meeting));
  return new Set(
    links.flatMap(({ meeting, exchangeId }) => (meeting !== null && held.has(meeting) ? [exchangeId] : [])),
  );
}

function leaderOf(links: readonly MeetingLink[], organizer: string | null, own: UserId): UserId {
  const address = organizer?.toLowerCase();
  const organiser = links.find(({ email }) => email.toLowerCase() === address);
  if (organiser) return organiser.userId;
  return [...links.map(({ userId }) => userId), own].toSorted()[0] ?? own;
}
