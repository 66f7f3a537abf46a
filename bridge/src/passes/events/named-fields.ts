import type { ExchangeEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { NamedField } from '../../exchange/calendar/exchange-calendar.ts';
import { namedRoot } from '../../rules/event-property.ts';
import { namedIds } from '../../sync/events/named-values.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';

/**
 * Adds to the items that were read what stands in the fields of Outlook that the mapping names, since no delta brings them. Where
 * the mapping names none nothing is asked. An item whose fields did not come is left for the next pass: it must not look empty.
 */
export async function readNamedFields(context: EventPassContext, changes: CalendarChanges): Promise<void> {
  const { calendar, mapping } = context;
  const properties = namedIds(mapping);
  const open = [...changes.items.values()].filter(({ event }) => !(namedRoot in event.properties));
  if (properties.length === 0 || open.length === 0) return;
  const events = new Map(open.map(({ event }) => [event.id, event]));
  const listed = changes.full
    ? await calendar.listNamedFields(properties)
    : new Map<ExchangeId, readonly NamedField[]>();
  const unlisted = [...events.keys()].filter((id) => !listed.has(id));
  const read = unlisted.length === 0 ? null : await calendar.readNamedFields(unlisted, properties);
  const known = new Map<ExchangeId, ExchangeEvent>();
  for (const [id, event] of events) {
    const fields = listed.get(id) ?? read?.get(id);
    if (fields) known.set(id, { ...event, properties: { ...event.properties, [namedRoot]: fields } });
  }
  for (const item of open) {
    const event = known.get(item.event.id);
    if (event !== undefined) changes.items.set(item.id, { ...item, event });
    else {
      changes.items.delete(item.id);
      changes.unread.add(item.id);
    }
  }
}
