import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import type { ItemSighting } from '../../sync/events/event-sighting.ts';
import type { EventLinkView } from '../../sync/events/plan-events.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import type { SeenLink } from './seen-links.ts';
import { takeOvers } from './hand-over.ts';
import { meetingKeyOf } from './pair-items.ts';
import { cancelledCopies, followers, heldByOthers, hiddenByOthers, withoutLeader } from './who-leads.ts';

/** The links of a pass, each with what its copy of the meeting may do to the record. */
export async function whoWrites(
  context: EventPassContext,
  changes: CalendarChanges,
  links: readonly SeenLink[],
  known: ReadonlyMap<RecordId, KnownEvent>,
): Promise<readonly EventLinkView[]> {
  const cancelled = await cancelledAmong(context, changes, links, known);
  const takesOver = await takeOversAmong(context, changes, links, known);
  const led = await followers(context, meetingsOf(context, changes, links));
  const owned = links.filter(({ ownsRecord, link }) => ownsRecord && led.has(link.exchangeId));
  const standsIn = await withoutLeader(context, meetingsNow(context, changes, owned));
  const blind = links.flatMap(({ exchange, salesforce, ownsRecord, ...one }) => {
    const link = asOthersKnow(one);
    const isGone = exchange?.kind === 'gone';
    const ends = isGone && ownsRecord && (link.isOrganizer || changes.items.has(link.exchangeId));
    return !ends && (isGone || salesforce?.kind === 'hidden') ? [{ link, isGone }] : [];
  });
  const blindly = (gone: boolean) => blind.flatMap(({ link, isGone }) => (isGone === gone ? [link] : []));
  const follows = new Set([
    ...[...led].filter((id) => !standsIn.has(id)),
    ...(await heldByOthers(context, blindly(true))),
    ...(await hiddenByOthers(context, blindly(false))),
    ...cancelled,
  ]);
  const strangers = links.flatMap(({ link, salesforce, ownsRecord }) =>
    link.madeBy === 'Exchange' && salesforce?.kind === 'present' && !ownsRecord ? [link] : [],
  );
  const shared = await heldByOthers(context, strangers);
  const handedOn = new Set(
    strangers.flatMap(({ exchangeId }) => (shared.has(exchangeId) ? [] : [exchangeId])),
  );
  return links.map((one) => ({
    ...one,
    follows: follows.has(one.link.exchangeId),
    takesOver: takesOver.has(one.link.exchangeId),
    standsIn: standsIn.has(one.link.exchangeId),
    handedOn: handedOn.has(one.link.exchangeId),
  }));
}

async function cancelledAmong(
  context: EventPassContext,
  { items }: CalendarChanges,
  links: readonly SeenLink[],
  known: ReadonlyMap<RecordId, KnownEvent>,
): Promise<ReadonlySet<ExchangeId>> {
  return cancelledCopies(
    context,
    links.flatMap(({ link, exchange }) => {
      const item = exchange?.kind === 'gone' ? items.get(link.exchangeId) : undefined;
      const ownerId = known.get(link.recordId)?.ownerId;
      return item === undefined || ownerId === undefined ? [] : [{ item, ownerId }];
    }),
  );
}

async function takeOversAmong(
  context: EventPassContext,
  changes: CalendarChanges,
  links: readonly SeenLink[],
  known: ReadonlyMap<RecordId, KnownEvent>,
): Promise<ReadonlySet<ExchangeId>> {
  const organised = links.flatMap(({ link, exchange, salesforce, replaces }) => {
    if (exchange?.kind !== 'present' || replaces !== null || salesforce?.kind === 'gone') return [];
    const { item } = exchange;
    const meeting = meetingKeyOf(context, changes, item);
    const visible = salesforce?.kind === 'present';
    return [{ link, item, meeting, known: known.get(link.recordId), visible }];
  });
  return takeOvers(context, organised, changes.asked.items);
}

/** The meetings of what is in the calendar, as the other mailboxes may know them. */
function meetingsOf(context: EventPassContext, changes: CalendarChanges, links: readonly SeenLink[]) {
  const now = meetingsNow(context, changes, links);
  const before = links.flatMap(({ exchange, ...one }) => {
    const { meeting } = asOthersKnow(one);
    return isThere(exchange) && one.replaces !== null && meeting !== null
      ? [{ item: exchange.item, meeting }]
      : [];
  });
  return [...now, ...before];
}

function meetingsNow(context: EventPassContext, changes: CalendarChanges, links: readonly SeenLink[]) {
  return links.flatMap(({ link: { recordId }, exchange }) =>
    isThere(exchange)
      ? [{ item: exchange.item, recordId, meeting: meetingKeyOf(context, changes, exchange.item) }]
      : [],
  );
}

/** A link that goes on with another date is known to the other mailboxes by its former one, until they have read the same. */
function asOthersKnow({ link, replaces }: Pick<SeenLink, 'link' | 'replaces'>): Link {
  return { ...link, meeting: replaces?.meeting ?? link.meeting };
}

/** Whether an item is in the calendar, also where nothing of it goes to Salesforce since it is private. */
function isThere(exchange: ItemSighting | null): exchange is Exclude<ItemSighting, { kind: 'gone' }> {
  return exchange !== null && exchange.kind !== 'gone';
}
