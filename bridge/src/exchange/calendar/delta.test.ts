import { describe, expect, it } from 'vitest';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { startTenant } from '../testing/emulated-tenant.ts';
import { errorBody, membersOf, startFakeGraph } from '../testing/fake-graph.ts';
import type { CalendarRound } from './exchange-calendar.ts';
import { documented, eventBody, hour, weekly } from './testing/event-bodies.ts';

const window = { from: '2031-03-01T00:00:00Z', until: '2031-04-15T00:00:00Z' };

function asRound(round: CalendarRound) {
  if (round.kind !== 'round') throw new Error(`not a round but ${round.kind}`);
  return round;
}

/** A calendar with a way to read on from the last round. */
async function startCalendar() {
  const { control, mailbox, seeded } = await startTenant();
  let cursor: string | null = null;
  const read = async () => {
    const round = asRound(await mailbox.calendar.readRound(window, cursor));
    ({ cursor } = round);
    return { ...round, subjects: round.events.map(({ properties }) => properties['subject']) };
  };
  return { control, people: control.people, owner: seeded.id, calendar: mailbox.calendar, read };
}

describe('a round of the calendar view delta', () => {
  it('brings single events in full and names series only', async () => {
    const { people, owner, read } = await startCalendar();
    const single = await people.createEvent(owner, { ...hour(3), subject: 'Plan' });
    const series = await people.createEvent(owner, weekly);
    const round = await read();
    expect(round).toMatchObject({
      events: [
        {
          id: single.id,
          type: 'singleInstance',
          time: { isAllDay: false, start: '2031-03-03T08:00:00.000Z', end: '2031-03-03T09:00:00.000Z' },
          zone: 'Europe/Berlin',
          properties: { subject: 'Plan', showAs: 'busy' },
        },
      ],
      series: [series.id],
      tombstones: [],
      malformed: [],
    });
    expect(await read()).toMatchObject({ events: [], series: [], tombstones: [] });
  });

  it.each([
    ['the rule', undefined],
    ['one occurrence', '2031-03-10'],
  ])('names a series again of which %s was changed', async (_, date) => {
    const { people, owner, read } = await startCalendar();
    const series = await people.createEvent(owner, weekly);
    await read();
    await people.editEvent(owner, series.id, { subject: 'New' }, date);
    expect(await read()).toMatchObject({ events: [], series: [series.id] });
  });

  it('names a series of which an occurrence was cancelled, and the service leaves out its master', async () => {
    const { control, people, owner, read } = await startCalendar();
    await control.settings.change({ quirks: { viewDeltaMastersMissing: true } });
    const series = await people.createEvent(owner, weekly);
    await read();
    await people.deleteEvent(owner, series.id, '2031-03-10');
    expect(await read()).toMatchObject({ series: [series.id], tombstones: [] });
  });

  it('keeps the window of its first call: what leaves it looks deleted, what enters it comes', async () => {
    const { people, owner, calendar, read } = await startCalendar();
    const inside = await people.createEvent(owner, { ...hour(3), subject: 'Inside' });
    const later = await people.createEvent(owner, { ...hour(3, '05'), subject: 'Later' });
    expect((await read()).subjects).toEqual(['Inside']);
    await people.editEvent(owner, inside.id, hour(4, '05'));
    await people.editEvent(owner, later.id, hour(4));
    expect(await read()).toMatchObject({ subjects: ['Later'], tombstones: [inside.id] });
    expect((await calendar.readEvents([as<ExchangeId>(inside.id)])).get(as(inside.id))).not.toBeNull();
  });

  it('tells what was deleted', async () => {
    const { people, owner, read } = await startCalendar();
    const event = await people.createEvent(owner, hour(3));
    await read();
    await people.deleteEvent(owner, event.id);
    expect(await read()).toMatchObject({ events: [], tombstones: [event.id] });
  });

  it('goes on over empty pages, replays and pages of one item', async () => {
    const { control, people, owner, read } = await startCalendar();
    const limits = { deltaPageMax: 1 };
    await control.settings.change({ quirks: { deltaEmptyFirstPage: true, deltaReplays: true }, limits });
    for (const day of [3, 4, 5]) await people.createEvent(owner, { ...hour(day), subject: `Day ${day}` });
    expect((await read()).subjects.toSorted()).toEqual(['Day 3', 'Day 4', 'Day 5']);
  });

  it('finds its cursor dead after some newer ones, and one of another host at once', async () => {
    const { calendar, read } = await startCalendar();
    const { cursor } = await read();
    for (let round = 0; round < 4; round += 1) await read();
    expect(await calendar.readRound(window, cursor)).toEqual({ kind: 'cursorDead' });
    expect(await calendar.readRound(window, 'https://example.com/v1.0')).toEqual({ kind: 'cursorDead' });
  });

  it('shows all-day events by their dates in any zone, the end exclusive', async () => {
    const { people, owner, read } = await startCalendar();
    const at = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: 'Tokyo Standard Time' });
    await people.createEvent(owner, { isAllDay: true, start: at('2031-03-30'), end: at('2031-04-01') });
    expect((await read()).events).toMatchObject([
      { time: { isAllDay: true, start: '2031-03-30', end: '2031-04-01' }, zone: 'Asia/Tokyo' },
    ]);
  });
});

describe('a round of what no well-behaved service answers', () => {
  it('asks for everything in the window, without a selection', async () => {
    const graph = await startFakeGraph();
    graph.answer({ body: { value: [], '@odata.deltaLink': `${graph.url}/v1.0/end` } });
    await graph.mailbox.calendar.readRound(window, null);
    expect(graph.requests[0]?.url).toBe(
      '/v1.0/users/ada/calendarView/delta?startDateTime=2031-03-01T00:00:00Z&endDateTime=2031-04-15T00:00:00Z',
    );
    expect(graph.requests[0]?.headers.prefer).toBe('IdType="ImmutableId", odata.maxpagesize=100');
  });

  it('reads in full what came in part, as the documented pages do', async () => {
    const graph = await startFakeGraph();
    const [one, two, three] = [
      '10-calview-delta-page1',
      '11-calview-delta-page2',
      '12-calview-delta-page3-deltalink',
    ].map((file) => documented(file, graph.url));
    graph.answer({ body: one }, { body: two }, { body: three }, (request) => ({
      body: {
        responses: membersOf(request).map(({ id, url }, place) => {
          const event = decodeURIComponent(/events\/([^?]+)/.exec(url)?.[1] ?? '');
          if (place === 0) return { id, status: 404, body: errorBody('ErrorItemNotFound') };
          if (place === 1) return { id, status: 400, body: errorBody('ErrorInvalidIdMalformed') };
          const more = place === 2 ? { type: 'occurrence', seriesMasterId: 'series' } : {};
          return { id, status: 200, body: eventBody(event, more) };
        }),
      },
    }));
    const round = asRound(await graph.mailbox.calendar.readRound(window, null));
    expect(round).toMatchObject({
      events: [{ id: 'AAMkADVxUAAA=' }, { id: 'AAMkADj1HuAAA=' }],
      series: ['series'],
      tombstones: ['AAMkADNVxRAAA='],
      malformed: [{ id: 'AAMkADVxSAAA=' }],
    });
    expect(round.cursor).toContain('$deltatoken=R0usmcMDNGg0J1E');
  });

  it('tells malformed items without their values, and takes the others', async () => {
    const graph = await startFakeGraph();
    const value = [
      eventBody('a', { start: { dateTime: '2031-03-03T09:00:00', timeZone: 'Customized Time Zone' } }),
      eventBody('b', { type: 'appointment' }),
      eventBody('c', { sensitivity: 'secret' }),
      eventBody('d', { seriesMasterId: null, type: 'occurrence' }),
      'nonsense',
      eventBody('e'),
    ];
    graph.answer({ body: { value, '@odata.deltaLink': `${graph.url}/v1.0/end` } });
    expect(await graph.mailbox.calendar.readRound(window, null)).toMatchObject({
      events: [{ id: 'e' }],
      malformed: [
        { id: null, detail: 'unreadable: the item' },
        { id: 'a', detail: 'unreadable: start, end' },
        { id: 'b', detail: 'unreadable: type' },
        { id: 'c', detail: 'unreadable: sensitivity' },
        { id: 'd', detail: 'unreadable: seriesMasterId' },
      ],
    });
  });

  it('takes a mailbox without a calendar for one that cannot be used', async () => {
    const graph = await startFakeGraph();
    graph.answer({ status: 404, body: errorBody('ErrorItemNotFound', 'Default folder Calendar not found.') });
    await expect(graph.mailbox.calendar.readRound(window, null)).rejects.toMatchObject({
      code: 'TDM-M-INACTIVE',
    });
  });
});
