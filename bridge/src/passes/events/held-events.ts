import type { ExchangeCalendar } from '../../exchange/calendar/exchange-calendar.ts';
import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { Salesforce } from '../../salesforce/salesforce.ts';
import type { Store } from '../../store/store.ts';
import { seriesDateOf, singleItem } from '../../sync/events/event-item.ts';
import type { HeldDeletion } from '../effects/held-deletion.ts';
import { mostListed } from '../effects/held-deletion.ts';
import { eventName } from './event-name.ts';

/**
 * The deletions of a mailbox's events that are held, for those who are to approve them. Screens cannot read events, so each is
 * named here; of a private one only the date.
 */
export async function heldEvents(
  { store, salesforce }: { readonly store: Store; readonly salesforce: Pick<Salesforce, 'events'> },
  calendar: Pick<ExchangeCalendar, 'readEvents'>,
  userId: UserId,
): Promise<readonly HeldDeletion[]> {
  const held = (await store.links.held(userId, 'Event')).filter(({ state }) => state === 'Live');
  const listed = held.slice(0, mostListed);
  const inSalesforce = listed.filter(({ pendingExchange }) => pendingExchange !== null);
  const inExchange = listed.filter(({ pendingExchange }) => pendingExchange === null);
  const [records, items] = await Promise.all([
    inSalesforce.length === 0
      ? new Map<RecordId, never>()
      : salesforce.events.read(
          inSalesforce.map(({ recordId }) => recordId),
          ['Subject', 'IsPrivate'],
        ),
    inExchange.length === 0
      ? new Map<ExchangeId, never>()
      : calendar.readEvents([...new Set(inExchange.map(({ exchangeId }) => masterOf(exchangeId)))]),
  ]);
  return listed.map((link): HeldDeletion => {
    if (link.pendingExchange !== null)
      return { side: 'Salesforce', item: eventName(null, records.get(link.recordId) ?? null) };
    return { side: 'Exchange', item: itemNameOf(link, items) };
  });
}

type Items = Awaited<ReturnType<ExchangeCalendar['readEvents']>>;

function itemNameOf({ exchangeId }: Link, items: Items): string {
  const event = items.get(masterOf(exchangeId))?.event;
  if (!event) return eventName(null, null);
  const date = seriesDateOf(exchangeId)?.date;
  const item = singleItem(event);
  return eventName(
    date === undefined ? item : { ...item, time: { isAllDay: true, start: date, end: date } },
    null,
  );
}

function masterOf(id: ExchangeId): ExchangeId {
  return seriesDateOf(id)?.masterId ?? id;
}
