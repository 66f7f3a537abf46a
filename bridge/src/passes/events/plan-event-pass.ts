import type { SalesforceEvent } from '../../domain/event.ts';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { ItemSighting } from '../../sync/events/event-sighting.ts';
import type { EventStep } from '../../sync/events/event-step.ts';
import type { ItemScope } from '../../sync/events/item-scope.ts';
import { itemScope } from '../../sync/events/item-scope.ts';
import type { EventLinkView, NewItem, NewRecord } from '../../sync/events/plan-events.ts';
import { planEvents } from '../../sync/events/plan-events.ts';
import type { Rekeyed } from '../../sync/events/rekey-series.ts';
import { revived } from '../../sync/plan/revival.ts';
import type { EventPassContext } from './event-context.ts';
import { backOnBothSides, goingOn } from './going-on.ts';
import { takeOvers } from './hand-over.ts';
import { itemSighting, lookAtItems, lookAtKnown, lookAtRecords, touchedLinks } from './look.ts';
import { outgoingEvents } from './outgoing.ts';
import type { EventPair } from './pair-items.ts';
import { meetingKeyOf, pairNewEvents } from './pair-items.ts';
import type { SharedCopies } from './private-copies.ts';
import { takeAsPrivate } from './private-copies.ts';
import type { CalendarChanges } from './read-calendar.ts';
import { cancelledCopies, followers, heldByOthers, hiddenByOthers, withoutLeader } from './who-leads.ts';

/** What a pass of events is going to do, and which records it could not judge yet. */
export interface EventPassPlan {
  readonly steps: readonly EventStep[];
  readonly unclear: ReadonlySet<RecordId>;
  /** Copies of meetings whose records other mailboxes write. */
  readonly follows: ReadonlySet<ExchangeId>;
  /** Items of live links that were only read with other dates of their series, and are not judged. */
  readonly readAlong: ReadonlySet<ExchangeId>;
  /** Which copies of meetings are private. */
  readonly copies: SharedCopies;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Looks at what changed, pairs what is new and plans; reads only, so it also serves the preview. */
export async function planEventPass(
  context: EventPassContext,
  changes: CalendarChanges,
): Promise<EventPassPlan> {
  const { store, userId } = context;
  const touched = touchedLinks(changes);
  const records = await lookAtRecords(
    context,
    touched.map(({ recordId }) => recordId),
  );
  await lookAtItems(context, changes, touched, records);
  const copies = await takeAsPrivate(context, changes);
  const shownAgain = await backOnBothSides(context, changes, touched, records);
  const moved = await goingOn(context, changes, new Set(shownAgain.map(({ item }) => item.id)), records);
  const revivals = shownAgain.map(({ link }) => ({
    ...revived(link),
    ...(link.reason === 'OutOfFilter' ? printsOf(link) : {}),
  }));
  const fresh = freshItems(context, changes, moved, revivals);
  const gone = (link: Link) => changes.gone.has(link.exchangeId);
  const live = changes.links.filter(({ state }) => state === 'Live');
  const pairs = await pairNewEvents(
    context,
    changes,
    fresh.filter((item) => mayPair(itemScope(item, context.policy))),
    {
      taken: new Set([
        ...live.filter((link) => !gone(link)).map(({ recordId }) => recordId),
        ...moved.map(({ link }) => link.recordId),
        ...revivals.map(({ recordId }) => recordId),
      ]),
      doubtful: new Set(
        fresh.length === 0
          ? []
          : (await store.loose.ofMailbox(userId, 'Event')).map(({ exchangeId }) => exchangeId),
      ),
      hidden: new Set(
        fresh.flatMap((item) => (itemScope(item, context.policy).kind === 'leftOut' ? [item.id] : [])),
      ),
    },
  );
  const pairRecords = await lookAtRecords(
    context,
    pairs.map(({ recordId }) => recordId),
  );
  const sightings = new Map([...records.salesforce, ...pairRecords.salesforce]);
  // A record that was read says surer whose it is than what the org's last read says of it.
  const known = new Map(
    [...records.known, ...pairRecords.known].map(([id, event]) => {
      const sighting = sightings.get(id);
      return [id, sighting?.kind === 'present' ? { ...event, ownerId: sighting.record.ownerId } : event];
    }),
  );
  const views: Omit<EventLinkView, 'follows' | 'takesOver' | 'standsIn' | 'handedOn'>[] = [];
  const view = (link: Link, paired: boolean, replaces: Link | null) =>
    views.push({
      link,
      exchange: itemSighting(context, changes, link.exchangeId),
      salesforce: sightings.get(link.recordId) ?? null,
      ownsRecord: known.get(link.recordId)?.ownerId === userId,
      paired,
      replaces,
    });
  for (const { link, item } of moved)
    view({ ...link, exchangeId: item.id, meeting: meetingKeyOf(context, changes, item) }, false, link);
  for (const { item, recordId, meeting, by } of pairs) {
    if (!sightings.has(recordId)) continue;
    const before = live.find((link) => link.recordId === recordId) ?? null;
    view(pairLink(item, recordId, meeting, by), true, before);
  }
  const replaced = new Set(views.flatMap(({ replaces }) => replaces?.exchangeId ?? []));
  const seen = new Set(views.map(({ link }) => link.exchangeId));
  for (const link of touched)
    if (link.state === 'Live' && !replaced.has(link.exchangeId) && !seen.has(link.exchangeId))
      view(link, false, null);
  for (const link of revivals) view(link, false, null);
  const unclear = new Set([...records.unclear, ...pairRecords.unclear]);
  const judged = views.filter(({ link }) => !unclear.has(link.recordId));
  const cancelled = await cancelledCopies(
    context,
    judged.flatMap(({ link, exchange }) => {
      const item = exchange?.kind === 'gone' ? changes.items.get(link.exchangeId) : undefined;
      const ownerId = known.get(link.recordId)?.ownerId;
      return item === undefined || ownerId === undefined ? [] : [{ item, ownerId }];
    }),
  );
  const blind = judged.flatMap(({ exchange, salesforce, ownsRecord, ...one }) => {
    const link = asOthersKnow(one);
    const isGone = exchange?.kind === 'gone';
    const ends = isGone && ownsRecord && (link.isOrganizer || changes.items.has(link.exchangeId));
    return !ends && (isGone || salesforce?.kind === 'hidden') ? [{ link, isGone }] : [];
  });
  const taken = await takeOvers(
    context,
    judged.flatMap(({ link, exchange, salesforce, replaces }) =>
      exchange?.kind === 'present' && replaces === null && salesforce?.kind !== 'gone'
        ? [
            {
              link,
              item: exchange.item,
              meeting: meetingKeyOf(context, changes, exchange.item),
              known: known.get(link.recordId),
              visible: salesforce?.kind === 'present',
            },
          ]
        : [],
    ),
    changes.asked.items,
  );
  const led = await followers(context, presentMeetings(context, changes, judged));
  const writing = await withoutLeader(
    context,
    judged.flatMap(({ link, ownsRecord, exchange }) =>
      ownsRecord && isThere(exchange) && led.has(link.exchangeId)
        ? [
            {
              item: exchange.item,
              meeting: meetingKeyOf(context, changes, exchange.item),
              recordId: link.recordId,
            },
          ]
        : [],
    ),
  );
  const follows = new Set([
    ...[...led].filter((id) => !writing.has(id)),
    ...(await heldByOthers(context, linksOf(blind, true))),
    ...(await hiddenByOthers(context, linksOf(blind, false))),
    ...cancelled,
  ]);
  const strangers = judged.flatMap(({ link, salesforce, ownsRecord }) =>
    link.madeBy === 'Exchange' && salesforce?.kind === 'present' && !ownsRecord ? [link] : [],
  );
  const shared = await heldByOthers(context, strangers);
  const handedOn = new Set(
    strangers.flatMap(({ exchangeId }) => (shared.has(exchangeId) ? [] : [exchangeId])),
  );
  const pairedItems = new Set(pairs.map(({ item }) => item.id));
  const newItems = fresh
    .filter(({ id }) => !pairedItems.has(id))
    .map((item): NewItem => ({
      item,
      scope: itemScope(item, context.policy),
      meeting: meetingKeyOf(context, changes, item),
      replaces: null,
    }));
  const outgoing = await newRecords(context, changes, views);
  const since = new Date(context.now().getTime() - dayMs).toISOString();
  const [liveLinks, deletions] = await Promise.all([
    store.links.countLive(userId, 'Event'),
    store.guard.deletions(userId, 'Event', since),
  ]);
  const steps = planEvents({
    ...context,
    mayCreate: context.permissions.editEvents,
    links: judged.map((one) => ({
      ...one,
      follows: follows.has(one.link.exchangeId),
      takesOver: taken.has(one.link.exchangeId),
      standsIn: writing.has(one.link.exchangeId),
      handedOn: handedOn.has(one.link.exchangeId),
    })),
    newItems,
    newRecords: outgoing,
    liveLinks,
    deletions: {
      mailbox: { Exchange: deletions.Exchange, Salesforce: deletions.Salesforce },
      org: deletions.org,
    },
    approved: new Set(changes.asked.approved),
  });
  const looked = new Set(touched);
  const readAlong = new Set(live.filter((link) => !looked.has(link)).map(({ exchangeId }) => exchangeId));
  return { steps, unclear, follows, readAlong, copies };
}

function linksOf(blind: readonly { readonly link: Link; readonly isGone: boolean }[], gone: boolean) {
  return blind.flatMap(({ link, isGone }) => (isGone === gone ? [link] : []));
}

/** Whether an item is in the calendar, also where nothing of it goes to Salesforce since it is private. */
function isThere(exchange: ItemSighting | null): exchange is Exclude<ItemSighting, { kind: 'gone' }> {
  return exchange !== null && exchange.kind !== 'gone';
}

/** What syncs, and what turned private while nobody remembered its record: it shows no more of it then. */
function mayPair(scope: ItemScope): boolean {
  return scope.kind === 'syncs' || (scope.kind === 'leftOut' && scope.why === 'Private');
}

/** Items that no link stands for: those of ended links whose record goes on with another item are new ones too. */
function freshItems(
  { policy }: EventPassContext,
  { links, items }: CalendarChanges,
  moved: readonly Rekeyed[],
  revivals: readonly Link[],
): readonly EventItem[] {
  const live = new Set(links.flatMap((link) => (link.state === 'Live' ? [link.recordId] : [])));
  const standsFor = (link: Link) => link.state === 'Live' || !live.has(link.recordId);
  const linked = new Set([
    ...links.filter(standsFor).map(({ exchangeId }) => exchangeId),
    ...revivals.map(({ exchangeId }) => exchangeId),
    ...moved.map(({ item }) => item.id),
  ]);
  return [...items.values()].filter((item) => {
    const scope = itemScope(item, policy);
    return !linked.has(item.id) && !(scope.kind === 'leftOut' && scope.why === 'Cancelled');
  });
}

/** What was left of a private event in Salesforce is known, so that its details come back as a change. */
function printsOf({ exchangePrints, salesforcePrints }: Link) {
  return { exchangePrints, salesforcePrints };
}

function pairLink(
  item: EventItem,
  recordId: RecordId,
  meeting: EventPair['meeting'],
  by: EventPair['by'],
): Link {
  return {
    ...newLink(item.id, recordId, 'Event'),
    meeting,
    isOrganizer: item.event.isOrganizer,
    madeBy: by === 'key' ? 'Salesforce' : null,
    etag: item.event.etag ?? null,
  };
}

function presentMeetings(
  context: EventPassContext,
  changes: CalendarChanges,
  views: readonly Pick<EventLinkView, 'link' | 'exchange' | 'replaces'>[],
) {
  return views.flatMap(({ exchange, ...one }) => {
    if (!isThere(exchange)) return [];
    const meetings = new Set([
      meetingKeyOf(context, changes, exchange.item),
      ...(one.replaces === null ? [] : [asOthersKnow(one).meeting]),
    ]);
    return [...meetings].flatMap((meeting) => (meeting === null ? [] : [{ item: exchange.item, meeting }]));
  });
}

/** A link that goes on with another date is known to the other mailboxes by its former one, until they have read the same. */
function asOthersKnow({ link, replaces }: Pick<EventLinkView, 'link' | 'replaces'>): Link {
  return { ...link, meeting: replaces?.meeting ?? link.meeting };
}

async function newRecords(
  context: EventPassContext,
  changes: CalendarChanges,
  views: readonly Pick<EventLinkView, 'link'>[],
): Promise<readonly NewRecord[]> {
  const withdrawn = new Map(
    changes.links.flatMap((link) => (wasWithdrawn(link, changes) ? [[link.recordId, link] as const] : [])),
  );
  const held = new Set([
    ...changes.links.flatMap((link) => (wasWithdrawn(link, changes) ? [] : [link.recordId])),
    ...views.map(({ link }) => link.recordId),
  ]);
  const found = await lookAtKnown(context, await outgoingEvents(context, changes, held));
  return [...found.salesforce].flatMap(([id, sighting]) =>
    sighting.kind === 'present' && isDate(sighting.record)
      ? [{ record: sighting.record, replaces: withdrawn.get(id) ?? null }]
      : [],
  );
}

/** Whether the item that Tandem had made was taken away when the record was no longer the user's, and is not there any more. */
function wasWithdrawn({ state, reason, madeBy, exchangeId }: Link, { gone }: CalendarChanges): boolean {
  const ended = state === 'Suppressed' && reason === 'AccessLost' && madeBy === 'Exchange';
  return ended && gone.has(exchangeId) && gone.get(exchangeId) !== 'MovedOut';
}

/** Whether a record is an event of its own: no copy of the platform's, no pattern, and not another product's. */
function isDate({ isChild, isClientManaged, isPattern }: SalesforceEvent): boolean {
  return !isChild && !isClientManaged && !isPattern;
}
