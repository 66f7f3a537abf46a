import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { ItemScope } from '../../sync/events/item-scope.ts';
import { itemScope } from '../../sync/events/item-scope.ts';
import type { EventLinkView } from '../../sync/events/plan-events.ts';
import type { Rekeyed } from '../../sync/events/rekey-series.ts';
import { revived } from '../../sync/plan/revival.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { backOnBothSides, goingOn } from './going-on.ts';
import { itemSighting, lookAtItems, lookAtRecords, touchedLinks } from './look.ts';
import type { EventPair } from './pair-items.ts';
import { meetingKeyOf, pairNewEvents } from './pair-items.ts';
import type { SharedCopies } from './private-copies.ts';
import { takeAsPrivate } from './private-copies.ts';

/** A link and what was seen of its sides, before it is known which mailbox's copy writes. */
export type SeenLink = Omit<EventLinkView, 'follows' | 'takesOver' | 'standsIn' | 'handedOn'>;

/** What a pass of events has seen of its links, those included that it is about to make. */
export interface SeenLinks {
  readonly links: readonly SeenLink[];
  /** Items that no link stands for and no record was found of. */
  readonly newItems: readonly EventItem[];
  /** What the org's reader knows of the records. */
  readonly known: ReadonlyMap<RecordId, KnownEvent>;
  /** Records that could not be judged yet. */
  readonly unclear: ReadonlySet<RecordId>;
  /** Items of live links that were only read with other dates of their series, and are not judged. */
  readonly readAlong: ReadonlySet<ExchangeId>;
  /** Which copies of meetings are private. */
  readonly copies: SharedCopies;
}

/** Looks at both sides of what changed, finds which links go on with another item, and pairs what is new. */
export async function seeLinks(context: EventPassContext, changes: CalendarChanges): Promise<SeenLinks> {
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
  const live = changes.links.filter(({ state }) => state === 'Live');
  const fresh = freshItems(context, changes, moved, revivals);
  const held = [
    ...live.filter(({ exchangeId }) => !changes.gone.has(exchangeId)),
    ...moved.map(({ link }) => link),
    ...revivals,
  ];
  const pairs = await pairFresh(context, changes, fresh, new Set(held.map(({ recordId }) => recordId)));
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
  const see = (link: Link, paired: boolean, replaces: Link | null): SeenLink => ({
    link,
    exchange: itemSighting(context, changes, link.exchangeId),
    salesforce: sightings.get(link.recordId) ?? null,
    ownsRecord: known.get(link.recordId)?.ownerId === context.userId,
    paired,
    replaces,
  });
  const goOn = [
    ...moved.map(({ link, item }) =>
      see({ ...link, exchangeId: item.id, meeting: meetingKeyOf(context, changes, item) }, false, link),
    ),
    ...pairs
      .filter(({ recordId }) => sightings.has(recordId))
      .map((pair) =>
        see(pairLink(pair), true, live.find(({ recordId }) => recordId === pair.recordId) ?? null),
      ),
  ];
  const taken = new Set(
    goOn.flatMap(({ link, replaces }) => [link.exchangeId, ...(replaces ? [replaces.exchangeId] : [])]),
  );
  const others = touched.filter(({ state, exchangeId }) => state === 'Live' && !taken.has(exchangeId));
  const looked = new Set(touched);
  const paired = new Set(pairs.map(({ item }) => item.id));
  return {
    links: [...goOn, ...[...others, ...revivals].map((link) => see(link, false, null))],
    newItems: fresh.filter(({ id }) => !paired.has(id)),
    known,
    unclear: new Set([...records.unclear, ...pairRecords.unclear]),
    readAlong: new Set(live.filter((link) => !looked.has(link)).map(({ exchangeId }) => exchangeId)),
    copies,
  };
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

async function pairFresh(
  context: EventPassContext,
  changes: CalendarChanges,
  fresh: readonly EventItem[],
  taken: ReadonlySet<RecordId>,
): Promise<readonly EventPair[]> {
  const { store, userId, policy } = context;
  const doubtful = fresh.length === 0 ? [] : await store.loose.ofMailbox(userId, 'Event');
  const leftOut = fresh.filter((item) => itemScope(item, policy).kind === 'leftOut');
  return pairNewEvents(
    context,
    changes,
    fresh.filter((item) => mayPair(itemScope(item, policy))),
    {
      taken,
      doubtful: new Set(doubtful.map(({ exchangeId }) => exchangeId)),
      hidden: new Set(leftOut.map(({ id }) => id)),
    },
  );
}

/** What syncs, and what turned private while nobody remembered its record: it shows no more of it then. */
function mayPair(scope: ItemScope): boolean {
  return scope.kind === 'syncs' || (scope.kind === 'leftOut' && scope.why === 'Private');
}

/** What was left of a private event in Salesforce is known, so that its details come back as a change. */
function printsOf({ exchangePrints, salesforcePrints }: Link) {
  return { exchangePrints, salesforcePrints };
}

function pairLink({ item, recordId, meeting, by }: EventPair): Link {
  return {
    ...newLink(item.id, recordId, 'Event'),
    meeting,
    isOrganizer: item.event.isOrganizer,
    madeBy: by === 'key' ? 'Salesforce' : null,
    etag: item.event.etag ?? null,
  };
}
