import { describe, expect, it } from 'vitest';
import { at, HOUR, SERIES, useEvents, WINDOW } from './event-workspace.ts';
import type { Event } from './event-workspace.ts';
import { sample, shapeOf } from './shape.ts';
import { emulated } from './target.ts';

const { workspace, create, of, round } = useEvents();

const view = () => `${workspace.user}/calendarView/delta?${WINDOW}`;

const instances = async (series: Event) =>
  (await of(series, 'GET', { below: `/instances?$top=50&${WINDOW}` })).body.value as Event[];

const at10March = (all: Event[]) => {
  const found = all.find((one) => JSON.stringify(one.start).includes('03-10'));
  if (!found) throw new Error('no occurrence on 10 March');
  return found;
};

describe('an event', () => {
  it('is created, read, changed under its version and deleted', async () => {
    const event = await create({ ...HOUR, subject: 'Plan' });
    expect(event).toMatchObject({ subject: 'Plan', type: 'singleInstance', isOrganizer: true });
    const read = await of(event, 'GET');
    const version = { headers: { 'if-match': String(read.body['@odata.etag']) } };
    const changed = await of(event, 'PATCH', { body: { subject: 'New plan' }, ...version });
    expect([changed.status, changed.body.subject]).toEqual([200, 'New plan']);
    const stale = await of(event, 'PATCH', { body: { subject: 'Late' }, ...version });
    expect([stale.status, stale.body.error?.code]).toEqual([412, 'ErrorIrresolvableConflict']);
    expect((await of(event, 'DELETE')).status).toBe(204);
    expect((await of(event, 'GET')).body.error?.code).toBe('ErrorItemNotFound');
  });

  it('is made once for one transactionId', async () => {
    const body = { ...HOUR, subject: 'Once', transactionId: `contract-${Date.now()}` };
    expect((await create(body)).id).toBe((await create(body)).id);
  });

  it('is all day from midnight to midnight in any zone', async () => {
    const days = { start: at('2031-03-30T00:00:00'), end: at('2031-03-31T00:00:00'), isAllDay: true };
    const event = await create({ ...days, subject: 'Day' });
    const { body } = await of(event, 'GET', { prefer: 'outlook.timezone="Pacific Standard Time"' });
    expect([body.start, body.end].map((time) => (time as { dateTime: string }).dateTime)).toEqual([
      '2031-03-30T00:00:00.0000000',
      '2031-03-31T00:00:00.0000000',
    ]);
  });

  it('that ends before it starts is refused', async () => {
    const body = { start: HOUR.end, end: HOUR.start };
    const answer = await workspace.graph('POST', `${workspace.user}/events`, { body });
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'ErrorPropertyValidationFailure']);
  });
});

describe('a series', () => {
  it('keeps its wall clock time over the change of the clocks', async () => {
    const series = await create(SERIES);
    const starts = (await instances(series)).map(({ start }) => (start as { dateTime: string }).dateTime);
    expect(starts.toSorted().map((time) => time.slice(5, 16))).toEqual([
      '03-03T08:00',
      '03-10T08:00',
      '03-17T08:00',
      '03-24T08:00',
      '03-31T07:00',
      '04-07T07:00',
    ]);
  });

  it('is seen by delta: whole, then without its cancelled occurrence and with its exception', async () => {
    const series = await create(SERIES);
    const first = await round(view());
    const mine = ({ items }: { items: Event[] }) =>
      items.filter(({ id, seriesMasterId }) => id === series.id || seriesMasterId === series.id);
    expect(mine(first).map(({ type }) => type)).toEqual([
      'seriesMaster',
      ...Array<string>(6).fill('occurrence'),
    ]);
    expect(mine(first)[1]).not.toHaveProperty('subject');
    const all = await instances(series);
    await of(at10March(all), 'PATCH', { body: { subject: 'Special' } });
    const gone = all.find((one) => JSON.stringify(one.start).includes('03-17')) ?? series;
    await of(gone, 'DELETE');
    const second = await round(first.deltaLink);
    expect(mine(second).filter(({ type }) => type === 'exception')).toMatchObject([
      { subject: 'Special', occurrenceId: `OID.${series.id}.2031-03-10` },
    ]);
    expect(second.items.map(({ id }) => id)).not.toContain(gone.id);
    const { body } = await of(series, 'GET', { below: '?$select=subject,cancelledOccurrences' });
    expect(body.cancelledOccurrences).toEqual([`OID.${series.id}.2031-03-17`]);
  });

  it('does not let an occurrence pass its neighbour', async () => {
    const series = await create(SERIES);
    const body = { start: at('2031-03-18T09:00:00'), end: at('2031-03-18T10:00:00') };
    const answer = await of(at10March(await instances(series)), 'PATCH', { body });
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'ErrorOccurrenceCrossingBoundary']);
  });
});

describe('a calendar view delta', () => {
  it('shows an event that leaves the window as deleted', async () => {
    const event = await create(HOUR);
    const { deltaLink } = await round(view());
    await of(event, 'PATCH', { body: { start: at('2031-05-05T09:00:00'), end: at('2031-05-05T10:00:00') } });
    const { items } = await round(deltaLink);
    const item = items.find(({ id }) => id === event.id);
    expect(item).toMatchObject({ '@removed': { reason: 'deleted' } });
    expect((await of(event, 'GET')).status).toBe(200);
  });

  it('needs a window', async () => {
    const answer = await workspace.graph('GET', `${workspace.user}/calendarView/delta`);
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    ]);
  });
});

/** The samples invite people: only the emulator is asked with them. */
describe.runIf(emulated)('answers have the shape of the documented samples', () => {
  const like = (file: string) => shapeOf(sample(file)) as object;
  const request = (file: string) => sample<Record<string, unknown>>(file);
  const prefer = 'outlook.timezone="Pacific Standard Time"';

  it('a created event', async () => {
    const event = await create(request('23-event-create-request-transactionid.json'), { prefer });
    expect(shapeOf(event)).toMatchObject(like('24-event-created.json'));
    expect(event.start).toEqual({
      dateTime: '2017-04-15T12:00:00.0000000',
      timeZone: 'Pacific Standard Time',
    });
  });

  it('a created series, with the day in lower case', async () => {
    const series = await create(request('25-recurring-event-create-request.json'));
    expect(series.recurrence).toMatchObject({
      pattern: { daysOfWeek: ['monday'] },
      range: { recurrenceTimeZone: 'Pacific Standard Time' },
    });
  });

  it('an event read in a zone', async () => {
    const event = await create(request('23-event-create-request-transactionid.json'));
    const select = 'subject,body,bodyPreview,organizer,attendees,start,end,location,hideAttendees';
    const read = await of(event, 'GET', { below: `?$select=${select}`, prefer });
    const documented = sample<Record<string, unknown>>('26-event-get-prefer-timezone.json');
    expect(Object.keys(read.body).toSorted()).toEqual(Object.keys(documented).toSorted());
    expect(String(read.headers['preference-applied'])).toContain(prefer);
  });

  it('the instances of a series', async () => {
    const series = await create(SERIES);
    const all = await instances(series);
    await of(at10March(all), 'PATCH', { body: { body: { contentType: 'text', content: 'Changing' } } });
    const select = 'subject,bodyPreview,seriesMasterId,type,recurrence,start,end';
    const { body } = await of(series, 'GET', { below: `/instances?${WINDOW}&$select=${select}` });
    expect(shapeOf(body)).toMatchObject(like('22-event-instances.json'));
    expect(body.value?.map(({ type }) => type).slice(0, 2)).toEqual(['exception', 'occurrence']);
  });

  it('pages of a calendar view delta', async () => {
    const address = { street: 'S', city: 'C', state: 'W', countryOrRegion: 'U', postalCode: '' };
    const location = { displayName: 'Chapel', address, coordinates: { latitude: 1, longitude: 2 } };
    for (const _ of [1, 2]) await create({ ...HOUR, location });
    const page = await workspace.graph('GET', view(), { prefer: 'odata.maxpagesize=1' });
    expect(shapeOf(page.body)).toMatchObject(like('10-calview-delta-page1.json'));
    const { items, deltaLink } = await round(view());
    for (const { id, seriesMasterId } of items) if (!seriesMasterId) await of({ id }, 'DELETE');
    await create({ ...HOUR, location });
    const next = await workspace.graph('GET', deltaLink, { prefer: 'odata.maxpagesize=50' });
    expect(shapeOf(next.body)).toMatchObject(like('13-calview-delta-next-round-removed.json'));
  });
});
