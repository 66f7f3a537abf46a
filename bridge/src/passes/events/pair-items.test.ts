import { expect, it } from 'vitest';
import type { EventTime } from '../../domain/event.ts';
import { as } from '../../domain/ids.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { singleItem } from '../../sync/events/event-item.ts';
import { eventKey, meetingKey } from '../../sync/events/match-key.ts';
import { event, fingerprint } from '../../sync/events/testing/samples.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { pairNewEvents } from './pair-items.ts';

const master = event({ type: 'seriesMaster' });
const nextDay = { ...master.time, start: '2026-03-18T10:00:00.000Z', end: '2026-03-18T11:00:00.000Z' };
const dateOf = (date: string, time: EventTime): EventItem => ({
  id: as(`item-1/${date}`),
  event: master,
  time,
  series: { masterId: master.id, date },
});
const dates = [dateOf('2026-03-18', nextDay), dateOf('2026-03-17', master.time)];

/** Which items get the record of this key and look, in an org that has one. */
async function paired(
  items: readonly EventItem[],
  { key, ownerId = 'ann', subject = 'Other', time = master.time }: Record<string, unknown>,
  others: {
    readonly links?: readonly string[];
    readonly hidden?: readonly string[];
    /** By the event that has it. */
    readonly marker?: readonly [id: string, text: string];
  } = {},
) {
  const record = {
    recordId: '00U1',
    ownerId,
    tandemKey: fingerprint('Tandem_Key__c', key as string),
    matchKey: eventKey(subject, time as EventTime, fingerprint),
  };
  const context = {
    userId: 'ann',
    orgId: '00D1',
    fingerprint,
    store: {
      intents: { ofMailbox: () => Promise.resolve(new Set()) },
      events: {
        byTandemKeys: (keys: readonly string[]) =>
          Promise.resolve(keys.includes(record.tandemKey) ? [record] : []),
        byMatchKeys: () => Promise.resolve([]),
        meetings: () => Promise.resolve([]),
        get: (ids: readonly string[]) =>
          Promise.resolve(new Map(ids.includes('00U1') ? [['00U1', record]] : [])),
      },
    },
  } as unknown as EventPassContext;
  const changes = {
    full: true,
    markers: () => Promise.resolve(new Map(others.marker ? [others.marker] : [])),
    series: new Map(),
    links: (others.links ?? []).map((recordId) => ({ recordId, exchangeId: 'other' })),
  } as unknown as CalendarChanges;
  const known = { taken: new Set<never>(), doubtful: new Set<never>() };
  const hidden = new Set((others.hidden ?? []).map((id) => as<never>(id)));
  const pairs = await pairNewEvents(context, changes, items, { ...known, hidden });
  return pairs.map(({ item }) => item.id);
}

const single = { key: meetingKey(singleItem(master), undefined, fingerprint) };

it('finds the record of the single event that a series was, for the date that looks like it, else the first', async () => {
  expect(await paired(dates, single)).toEqual(['item-1/2026-03-17']);
  expect(await paired(dates, { ...single, subject: 'Review', time: nextDay })).toEqual(['item-1/2026-03-18']);
});

it('finds the record whose event was made a series by the marker of its master, for the date that looks like it, else the first', async () => {
  const marker = ['item-1', '00D1|00U1'] as const;
  expect(await paired(dates, { key: 'none' }, { marker })).toEqual(['item-1/2026-03-17']);
  expect(await paired(dates, { key: 'none', subject: 'Review', time: nextDay }, { marker })).toEqual([
    'item-1/2026-03-18',
  ]);
  expect(await paired(dates, { key: 'none' }, { marker: ['item-1', '00D2|00U1'] })).toEqual([]);
  expect(await paired(dates, { key: 'none', ownerId: 'bob' }, { marker })).toEqual([]);
});

it('finds the record of the date that a single event was', async () => {
  const date = { key: meetingKey(dateOf('2026-03-17', master.time), undefined, fingerprint) };
  expect(await paired([singleItem(event())], date)).toEqual(['item-1']);
});

it('leaves a record of the former event alone that a link knows, that is not the user’s own, or whose meeting others have too', async () => {
  expect(await paired(dates, single, { links: ['00U1'] })).toEqual([]);
  expect(await paired(dates, { ...single, ownerId: 'bob' })).toEqual([]);
  const guests = [{ email: 'bob@contoso.test' }] as never;
  const shared = dates.map((item) => ({ ...item, event: { ...item.event, attendees: guests } }));
  expect(await paired(shared, single)).toEqual([]);
});

it('finds what was made of an item that stays out of Salesforce now by its keys only, and only the user’s own', async () => {
  const [date, other] = dates;
  const own = { key: meetingKey(date!, undefined, fingerprint) };
  expect(await paired([date!], own, { hidden: [date!.id] })).toEqual([date!.id]);
  expect(await paired([date!], { ...own, ownerId: 'bob' }, { hidden: [date!.id] })).toEqual([]);
  expect(await paired([date!], single, { hidden: [date!.id] })).toEqual([date!.id]);
  expect(await paired([date!], { ...single, ownerId: 'bob' }, { hidden: [date!.id] })).toEqual([]);
  expect(await paired(dates, single, { hidden: [date!.id] })).toEqual([other!.id]);
  const { subject } = date!.event.properties;
  expect(await paired([date!], { key: 'none', subject, time: date!.time }, { hidden: [date!.id] })).toEqual(
    [],
  );
});
