import { describe, expect, it } from 'vitest';
import { at, HOUR, SERIES, useEvents, WINDOW } from './event-workspace.ts';
import type { Event } from './event-workspace.ts';

const { workspace, create, of, round } = useEvents();

const view = () => `${workspace.user}/calendarView/delta?${WINDOW}`;
const property = 'String {5e3d8e4c-0c0f-4b0c-9a0e-6a7d1f2b3c4d} Name TandemContract';
const marked = (value: string) => ({ singleValueExtendedProperties: [{ id: property, value }] });

async function instanceOn(series: Event, day: string): Promise<Event> {
  const { body } = await of(series, 'GET', {
    below: `/instances?$top=50&${WINDOW}&$select=start,originalStart`,
  });
  const found = (body.value as Event[]).find((one) => String(one.originalStart).startsWith(day));
  if (!found) throw new Error(`no instance on ${day}`);
  return found;
}

describe('a round of the calendar view delta', () => {
  it('brings single events whole, and again only what has changed since', async () => {
    const event = await create({ ...HOUR, subject: 'Whole' });
    const first = await round(view());
    expect(first.items.find(({ id }) => id === event.id)).toMatchObject({
      subject: 'Whole',
      type: 'singleInstance',
      isAllDay: false,
      isOrganizer: true,
      attendees: [],
      start: { timeZone: 'UTC' },
    });
    const idle = await round(first.deltaLink);
    expect(idle.items.map(({ id }) => id)).not.toContain(event.id);
    await of(event, 'PATCH', { body: { subject: 'Changed' } });
    const changed = await round(idle.deltaLink);
    expect(changed.items.find(({ id }) => id === event.id)).toMatchObject({ subject: 'Changed' });
  });

  it('keeps its window, whichever events enter it or stay out', async () => {
    const may = { start: at('2031-05-05T09:00:00'), end: at('2031-05-05T10:00:00') };
    const entering = await create({ ...may, subject: 'Entering' });
    const outside = await create({ ...may, subject: 'Outside' });
    const first = await round(view());
    expect(first.items.map(({ id }) => id)).not.toContain(outside.id);
    await of(entering, 'PATCH', { body: HOUR });
    await of(outside, 'PATCH', { body: { subject: 'Still outside' } });
    const { items } = await round(first.deltaLink);
    expect(items.find(({ id }) => id === entering.id)).toMatchObject({ subject: 'Entering' });
    expect(items.find(({ id }) => id === outside.id)).toMatchObject({ '@removed': { reason: 'deleted' } });
    expect((await of(outside, 'GET')).status).toBe(200);
  });

  it('names the series of a bare occurrence, and tells of a deleted series', async () => {
    const series = await create(SERIES);
    const first = await round(view());
    const bare = first.items.filter(({ seriesMasterId }) => seriesMasterId === series.id);
    expect(bare.map(({ type }) => type)).toEqual(Array<string>(6).fill('occurrence'));
    for (const name of ['subject', 'iCalUId', 'recurrence', 'occurrenceId', 'attendees'])
      expect(bare[0]).not.toHaveProperty(name);
    await of(series, 'DELETE');
    const { items } = await round(first.deltaLink);
    expect(items.find(({ id }) => id === series.id)).toHaveProperty('@removed');
  });
});

describe('a series', () => {
  it('brings its exceptions and cancelled dates in one request, each by its original date', async () => {
    const series = await create(SERIES);
    const moved = { start: at('2031-03-11T09:00:00'), end: at('2031-03-11T10:00:00') };
    await of(await instanceOn(series, '2031-03-10'), 'PATCH', { body: moved });
    await of(await instanceOn(series, '2031-03-17'), 'DELETE');
    const select = 'type,iCalUId,originalStart,start,recurrence,cancelledOccurrences,exceptionOccurrences';
    const { body } = await of(series, 'GET', { below: `?$select=${select}&$expand=exceptionOccurrences` });
    expect(body.cancelledOccurrences).toEqual([`OID.${series.id}.2031-03-17`]);
    const [exception, ...others] = body.exceptionOccurrences as Event[];
    expect(others).toEqual([]);
    expect(exception).toMatchObject({
      originalStart: '2031-03-10T08:00:00Z',
      start: { dateTime: '2031-03-11T08:00:00.0000000', timeZone: 'UTC' },
    });
    // Year, month and day of the original date in hexadecimal, in the place where a series has zeros.
    expect([body.iCalUId, exception?.iCalUId].map((uid) => String(uid).slice(32, 40))).toEqual([
      '00000000',
      '07EF030A',
    ]);
  });

  it('lists no cancelled dates unless they are asked for by name', async () => {
    const series = await create(SERIES);
    await of(await instanceOn(series, '2031-03-10'), 'DELETE');
    expect((await of(series, 'GET')).body).not.toHaveProperty('cancelledOccurrences');
  });

  it('has the zone that it was made in', async () => {
    const { body } = await of(await create(SERIES), 'GET');
    expect(body).toMatchObject({
      originalStartTimeZone: 'W. Europe Standard Time',
      recurrence: { range: { recurrenceTimeZone: 'W. Europe Standard Time' } },
    });
  });
});

describe('the marker of an event', () => {
  it('is written with the create, and found and read by the list', async () => {
    const value = `contract-${Date.now()}`;
    const event = await create({ ...HOUR, ...marked(value) });
    const any = `singleValueExtendedProperties/Any(ep: ep/id eq '${property}' and ep/value eq '${value}')`;
    const found = await workspace.graph(
      'GET',
      `${workspace.user}/events?$filter=${encodeURIComponent(any)}&$select=id,type`,
    );
    expect(found.body.value?.map(({ id }) => id)).toEqual([event.id]);
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${property}')`);
    const list = `${workspace.user}/events?$top=999&$select=id,type&$expand=${expand}`;
    const { body } = await workspace.graph('GET', list);
    expect(body.value?.find(({ id }) => id === event.id)).toMatchObject(marked(value));
  });
});

describe('a write', () => {
  it('by an IANA name keeps that name', async () => {
    const event = await create({
      start: at('2031-03-03T09:00:00', 'Europe/Berlin'),
      end: at('2031-03-03T10:00:00', 'Europe/Berlin'),
    });
    expect(event).toMatchObject({
      originalStartTimeZone: 'Europe/Berlin',
      start: { dateTime: '2031-03-03T08:00:00.0000000', timeZone: 'UTC' },
    });
  });

  it('follows an offset in the time over the zone, as in the second pass through a repeated hour', async () => {
    const event = await create({
      start: at('2031-10-26T02:30:00+01:00', 'Europe/Berlin'),
      end: at('2031-10-26T03:30:00', 'Europe/Berlin'),
    });
    expect(event.start).toMatchObject({ dateTime: '2031-10-26T01:30:00.0000000' });
  });

  it('of nothing to an event that cannot exist is not refused for the app', async () => {
    const path = `${workspace.user}/events/tandem-connection-test`;
    const { status } = await workspace.graph('PATCH', path, { body: {} });
    expect([400, 404]).toContain(status);
  });

  it('deletes once: the second time the event is gone', async () => {
    const event = await create(HOUR);
    expect((await of(event, 'DELETE')).status).toBe(204);
    expect([400, 403, 404, 410]).toContain((await of(event, 'DELETE')).status);
    expect((await of(event, 'GET')).body.error?.code).toBe('ErrorItemNotFound');
  });
});
