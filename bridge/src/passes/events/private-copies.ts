import type { ExchangeId, Fingerprint, UserId } from '../../domain/ids.ts';
import { isPrivateEvent } from '../../domain/event.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { seriesDateOf } from '../../sync/events/event-item.ts';
import type { CopiesSeen, Judgement } from '../../sync/events/private-copies.ts';
import { judgementsByOthers, ownJudgements } from '../../sync/events/private-copies.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { meetingKeyOf } from './pair-items.ts';

/** What a pass saw of copies that are private, and by which meetings it knows the items that it judges. */
export interface SharedCopies extends CopiesSeen {
  readonly meetings: ReadonlyMap<ExchangeId, readonly Fingerprint[]>;
}

/**
 * Takes the items as private of whose meeting another mailbox has a private copy, and answers what was seen of all of them. An item
 * that nobody else has is none of the others' business.
 */
export async function takeAsPrivate(
  { store, userId, ...context }: EventPassContext,
  changes: CalendarChanges,
): Promise<SharedCopies> {
  const { privateCopies: remembered, items, beyond } = changes;
  const there = [...items.values(), ...beyond.values()];
  const own = new Map(
    there.map((item) => [item.id, meetingKeyOf({ ...context, store, userId }, changes, item)]),
  );
  const linked = new Map(changes.links.map(({ exchangeId, meeting }) => [exchangeId, meeting]));
  const ids = new Set([...own.keys(), ...remembered.keys(), ...changes.gone.keys(), ...changes.aside]);
  for (const id of changes.asked.items) ids.add(id);
  const meetings = new Map(
    [...ids].map((id) => {
      const known = [own.get(id), linked.get(id), remembered.get(id)?.meeting];
      return [id, [...new Set(known.filter((key) => key !== null && key !== undefined))]] as const;
    }),
  );
  const asked = [...new Set([...meetings.values()].flat())];
  const elsewhere =
    asked.length === 0 ? new Set<Fingerprint>() : await store.events.privateElsewhere(userId, asked);
  const read = new Map(
    there.map((item) => [
      item.id,
      { meeting: own.get(item.id) as Fingerprint, isPrivate: isShared(item) && isPrivateEvent(item.event) },
    ]),
  );
  for (const [id, item] of items)
    if (meetings.get(id)?.some((key) => elsewhere.has(key)))
      items.set(id, { ...item, isPrivateElsewhere: true });
  return { remembered, read, elsewhere, isGone: (id) => isGone(changes, id), meetings };
}

/** Remembers which copies are private by themselves; answers the other mailboxes that have to look at theirs. */
export async function rememberOwn(
  { store, claim, userId }: EventPassContext,
  copies: SharedCopies,
): Promise<readonly UserId[]> {
  const { private: turned, others, meetings } = ownJudgements(copies);
  if (turned.length + others.length === 0) return [];
  await store.events.rememberPrivate(claim, turned, others);
  const having = (await store.events.havingCopies(meetings)).map((copy) => copy.userId);
  return [...new Set(having)].filter((id) => id !== userId);
}

/**
 * Remembers which items were judged as private since another mailbox's copy is. To be called before the pass lets go of what told it
 * of them: of an item without a link nothing tells again.
 */
export async function rememberJudged(
  context: EventPassContext,
  changes: CalendarChanges,
  { copies, readAlong }: { readonly copies: SharedCopies; readonly readAlong: ReadonlySet<ExchangeId> },
  isDone: boolean,
): Promise<void> {
  const { store, claim, userId } = context;
  const judged = lookedAt(changes).filter((id) => !readAlong.has(id) && !isUnread(changes, id));
  if (judged.length === 0) return;
  const { private: taken, others } = judgementsByOthers(
    {
      ...copies,
      remembered: new Map((await store.events.privateCopies(userId)).map((one) => [one.exchangeId, one])),
    },
    new Map(judged.map((id) => [id, copies.meetings.get(id) ?? []])),
  );
  const carriedOut = isDone ? { taken, others } : { taken: await withoutLink(context, taken), others: [] };
  if (carriedOut.taken.length + carriedOut.others.length > 0)
    await store.events.rememberPrivate(claim, carriedOut.taken, carriedOut.others);
}

/** The record of a live link may still show what it is to hide, so that it is asked for until a pass is done. */
async function withoutLink(
  { store, userId }: EventPassContext,
  taken: readonly Judgement[],
): Promise<readonly Judgement[]> {
  if (taken.length === 0) return [];
  const links = await store.links.ofMailbox(userId, 'Event');
  const live = new Set(links.flatMap(({ state, exchangeId }) => (state === 'Live' ? [exchangeId] : [])));
  return taken.filter(({ exchangeId }) => !live.has(exchangeId));
}

/** Whether an item has to be judged again: its other copies were read meanwhile. */
export async function isJudgedOtherwise(
  { store, userId }: EventPassContext,
  changes: CalendarChanges,
): Promise<boolean> {
  if (lookedAt(changes).length === 0) return false;
  return (await store.events.judgedOtherwise(userId)).some((id) => !isUnread(changes, id));
}

function lookedAt({ items, beyond, gone, aside, asked }: CalendarChanges): readonly ExchangeId[] {
  return [...items.keys(), ...beyond.keys(), ...gone.keys(), ...aside, ...asked.items];
}

function isUnread({ unread }: CalendarChanges, id: ExchangeId): boolean {
  return unread.has(id) || unread.has(seriesDateOf(id)?.masterId ?? id);
}

/** Whether others may have a copy of it too, and the meeting is not over. */
function isShared({ event }: EventItem): boolean {
  return !event.isCancelled && (!event.isOrganizer || event.attendees.length > 0);
}

/** Whether a copy, linked or not, is surely gone: deleted, or no date of its series any more. */
function isGone({ gone, items, series }: CalendarChanges, id: ExchangeId): boolean {
  if (gone.has(id)) return true;
  const date = seriesDateOf(id);
  if (date === null) return series.has(id);
  const whole = series.get(date.masterId);
  if (whole === undefined) return gone.has(date.masterId) || items.has(date.masterId);
  return !items.has(id) && whole.fateOf(date.date) !== 'stands';
}
