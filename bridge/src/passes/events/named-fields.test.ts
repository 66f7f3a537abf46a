import { describe, expect, it } from 'vitest';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { NamedField } from '../../exchange/calendar/exchange-calendar.ts';
import { eventMapping } from '../../sync/events/event-fields.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { singleItem } from '../../sync/events/event-item.ts';
import { itemValues } from '../../sync/events/event-values.ts';
import { namedId } from '../../sync/events/named-values.ts';
import { event, eventFields } from '../../sync/events/testing/samples.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { readNamedFields } from './named-fields.ts';

const code = (value: string): readonly NamedField[] => [{ id: namedId('Code'), value }];
const single = (id: string) => singleItem(event({ id: as<ExchangeId>(id) }));
const master = event({ id: as<ExchangeId>('series'), type: 'seriesMaster' });
const dateOf = (date: string): EventItem => ({
  id: as<ExchangeId>(`series/${date}`),
  event: master,
  time: master.time,
  series: { masterId: master.id, date },
});

/** What is asked of the calendar, and what comes of the items, where Exchange has these fields by event. */
async function read(
  items: readonly EventItem[],
  has: Readonly<Record<string, readonly NamedField[] | null>>,
  { full = false, property = 'named:Code' } = {},
) {
  const { mapping } = eventMapping([{ field: 'Topic__c', property, direction: 'Both' }], eventFields);
  const asked: string[] = [];
  const calendar = {
    readNamedFields: (ids: readonly ExchangeId[]) => {
      asked.push(`by id: ${ids.join(', ')}`);
      const found = ids.flatMap((id) => (id in has ? [[id, has[id] ?? null] as const] : []));
      return Promise.resolve(new Map(found));
    },
    listNamedFields: () => {
      asked.push('all');
      return Promise.resolve(new Map(Object.entries(has)));
    },
  };
  const changes = {
    full,
    items: new Map(items.map((item) => [item.id, item])),
    unread: new Set<ExchangeId>(),
  };
  await readNamedFields(
    { calendar, mapping } as unknown as EventPassContext,
    changes as unknown as CalendarChanges,
  );
  const topics = [...changes.items.values()].map(
    (item) => [item.id, itemValues(item, false, mapping).Topic__c] as const,
  );
  return { asked, topics, unread: [...changes.unread] };
}

describe('fields made in Outlook', () => {
  it('cost nothing where none is mapped, or nothing was read', async () => {
    expect((await read([single('a')], {}, { property: 'categories' })).asked).toEqual([]);
    expect((await read([], {}, { full: true })).asked).toEqual([]);
  });

  it('are asked for once of each event, of all dates of a series by their master', async () => {
    const items = [single('a'), dateOf('2026-03-17'), dateOf('2026-03-18')];
    const { asked, topics } = await read(items, { a: code('A'), series: code('S') });
    expect(asked).toEqual(['by id: a, series']);
    expect(topics).toEqual([
      ['a', 'A'],
      ['series/2026-03-17', 'S'],
      ['series/2026-03-18', 'S'],
    ]);
  });

  it('are listed in a full round, and asked for by id only where the list has none, as of exceptions', async () => {
    const { asked, topics } = await read([single('a'), single('b')], { a: code('A') }, { full: true });
    expect(asked).toEqual(['all', 'by id: b']);
    expect(topics).toEqual([['a', 'A']]);
  });

  it('that did not come leave the item for the next pass, and do not look empty', async () => {
    const { topics, unread } = await read([single('a'), single('gone'), single('broken')], {
      a: [],
      gone: null,
    });
    expect(topics).toEqual([['a', null]]);
    expect(unread).toEqual(['gone', 'broken']);
  });
});
