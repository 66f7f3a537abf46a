import { describe, expect, it } from 'vitest';
import { at, eventPath, useCalendar, WEEKLY } from './test-calendar.ts';

const calendar = useCalendar();

const read = async (event: { id: string }, prefer?: string, query = '') =>
  (await calendar.graph('GET', eventPath(event) + query, undefined, prefer === undefined ? {} : { prefer }))
    .body;

describe('an event', () => {
  it('is created with the mailbox as organizer, Exchange defaults and ids of the server', async () => {
    const event = await calendar.create({ subject: 'Lunch' });
    expect(event).toMatchObject({
      subject: 'Lunch',
      type: 'singleInstance',
      isOrganizer: true,
      organizer: { emailAddress: { name: 'Ann Lee', address: 'ann@contoso.test' } },
      responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
      isReminderOn: true,
      reminderMinutesBeforeStart: 15,
      sensitivity: 'normal',
      showAs: 'busy',
      recurrence: null,
      seriesMasterId: null,
      '@odata.etag': `W/"${String(event.changeKey)}"`,
    });
    expect(event.iCalUId).toMatch(/^040000008200E00074C5B7101A82E00800000000[0-9A-F]+$/);
    expect(event).not.toHaveProperty('transactionId');
    expect(event).not.toHaveProperty('originalStart');
  });

  it('is made once for one transactionId', async () => {
    const first = await calendar.create({ transactionId: 'T-1' });
    const second = await calendar.create({ transactionId: 'T-1', subject: 'Again' });
    expect([second.id, second.subject]).toEqual([first.id, 'Event']);
    expect((await calendar.graph('GET', '/events')).body.value).toHaveLength(1);
  });

  it('is shown in the time zone and body type asked for, and says so', async () => {
    const event = await calendar.create({ body: { contentType: 'html', content: '<p>One</p><p>Two</p>' } });
    const prefer = 'outlook.timezone="Asia/Tokyo", outlook.body-content-type="text"';
    const answer = await calendar.graph('GET', eventPath(event), undefined, { prefer });
    expect(answer.body).toMatchObject({
      start: at('2026-08-03T18:00:00.0000000', 'Asia/Tokyo'),
      body: { contentType: 'text', content: 'One\r\n\r\nTwo' },
      originalStartTimeZone: 'UTC',
    });
    expect(answer.headers.get('preference-applied')).toBe(
      'IdType="ImmutableId", outlook.timezone="Asia/Tokyo", outlook.body-content-type="text"',
    );
  });

  it('has text come back inside an HTML document', async () => {
    const event = await calendar.create({ body: { contentType: 'text', content: 'a < b\nsecond' } });
    expect((event.body as { content: string }).content).toContain('a &lt; b<br>\r\nsecond');
    expect(event.bodyPreview).toBe('a < b\r\nsecond');
  });

  it('takes an offset inside dateTime over its zone', async () => {
    const event = await calendar.create({
      start: at('2026-08-03T12:30:00+02:00'),
      end: at('2026-08-03T13:30:00+02:00'),
    });
    expect(event.start).toEqual(at('2026-08-03T10:30:00.0000000'));
  });

  it('is the same whole day in every zone when it is all day', async () => {
    const event = await calendar.create({
      isAllDay: true,
      start: at('2026-10-25T00:00:00', 'Europe/Berlin'),
      end: at('2026-10-26T00:00:00', 'Europe/Berlin'),
    });
    const shown = await read(event, 'outlook.timezone="Pacific Standard Time"');
    expect(shown.start).toEqual(at('2026-10-25T00:00:00.0000000', 'Pacific Standard Time'));
    expect(shown.end).toEqual(at('2026-10-26T00:00:00.0000000', 'Pacific Standard Time'));
  });

  it('keeps what a PATCH does not name', async () => {
    const event = await calendar.create({ categories: ['Red'], location: { displayName: 'Room 1' } });
    const answer = await calendar.graph('PATCH', eventPath(event), { sensitivity: 'private' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      sensitivity: 'private',
      categories: ['Red'],
      location: { displayName: 'Room 1' },
      locations: [{ displayName: 'Room 1' }],
    });
  });

  it('has its change key move once more seconds after it was created, so that the first etag is stale', async () => {
    const event = await calendar.create();
    await calendar.tenant.client.clock.change({ advance: 5 });
    const ifMatch = event['@odata.etag'] as string;
    const stale = await calendar.graph('PATCH', eventPath(event), { subject: 'X' }, { ifMatch });
    expect([stale.status, stale.body.error?.code]).toEqual([412, 'ErrorIrresolvableConflict']);
    const fresh = (await read(event))['@odata.etag'] as string;
    const patched = await calendar.graph('PATCH', eventPath(event), { subject: 'X' }, { ifMatch: fresh });
    expect(patched.status).toBe(200);
  });

  it('is gone after a delete, and a second delete is refused as an invalid request', async () => {
    const event = await calendar.create();
    expect((await calendar.graph('DELETE', eventPath(event))).status).toBe(204);
    expect((await calendar.graph('GET', eventPath(event))).body.error?.code).toBe('ErrorItemNotFound');
    const again = await calendar.graph('DELETE', eventPath(event));
    expect([again.status, again.body.error?.code]).toEqual([400, 'ErrorInvalidRequest']);
  });

  it('is found by an extended property, which only an expand shows', async () => {
    const id = 'String {8a3c1b52-0f7e-4a57-9d4f-2b6a8f2f6d10} Name TandemId';
    const made = await calendar.create({ singleValueExtendedProperties: [{ id, value: '00U1' }] });
    expect(made).not.toHaveProperty('singleValueExtendedProperties');
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq '00U1')`;
    const found = await calendar.graph('GET', `/events?$filter=${encodeURIComponent(filter)}`);
    expect(found.body.value?.map((event) => event.id)).toEqual([made.id]);
    const expand = encodeURIComponent(
      `exceptionOccurrences,singleValueExtendedProperties($filter=id eq '${id}')`,
    );
    expect(await read(made, undefined, `?$expand=${expand}`)).toMatchObject({
      exceptionOccurrences: [],
      singleValueExtendedProperties: [{ id, value: '00U1' }],
    });
  });

  it('loses its online meeting when a new body drops the block to join by', async () => {
    const event = await calendar.create({
      isOnlineMeeting: true,
      body: { contentType: 'text', content: 'Hi' },
    });
    const { joinUrl } = event.onlineMeeting as { joinUrl: string };
    const content = (event.body as { content: string }).content;
    expect(content).toContain(joinUrl);
    const kept = await calendar.graph('PATCH', eventPath(event), {
      body: { contentType: 'html', content: content.replace('Hi', 'Hello') },
    });
    expect(kept.body).toMatchObject({ isOnlineMeeting: true, onlineMeeting: { joinUrl } });
    const lost = await calendar.graph('PATCH', eventPath(event), {
      body: { contentType: 'html', content: 'Hello' },
    });
    expect(lost.body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });

  it('keeps the zone it was written in when it moves', async () => {
    const event = await calendar.create({
      start: at('2026-08-03T09:00:00', 'Asia/Tokyo'),
      end: at('2026-08-03T10:00:00', 'Asia/Tokyo'),
    });
    expect(event).toMatchObject({
      start: at('2026-08-03T00:00:00.0000000'),
      originalStartTimeZone: 'Asia/Tokyo',
    });
  });
});

describe('an event that cannot be', () => {
  const days = { start: at('2026-08-03T00:00:00'), end: at('2026-08-04T00:00:00') };
  it.each([
    ['no start', { start: undefined }, 'ErrorInvalidRequest'],
    [
      'a time without a zone',
      { start: { dateTime: '2026-08-03T09:00:00' } },
      'TimeZoneNotSupportedException',
    ],
    ['an abbreviated zone', { start: at('2026-08-03T09:00:00', 'PDT') }, 'TimeZoneNotSupportedException'],
    ['an end before its start', { end: at('2026-08-03T08:00:00') }, 'ErrorPropertyValidationFailure'],
    ['all day from nine', { isAllDay: true }, 'ErrorInvalidRequest'],
    ['all day of no length', { ...days, end: days.start, isAllDay: true }, 'ErrorInvalidRequest'],
    [
      'all day over two zones',
      { ...days, end: at('2026-08-04T00:00:00', 'Asia/Tokyo'), isAllDay: true },
      'ErrorPropertyValidationFailure',
    ],
    ['a reminder after its start', { reminderMinutesBeforeStart: -1 }, 'ErrorPropertyValidationFailure'],
    [
      'a reminder five years before',
      { reminderMinutesBeforeStart: 2_629_801 },
      'ErrorPropertyValidationFailure',
    ],
    ['an unknown property', { colour: 'red' }, 'RequestBodyRead'],
    ['an unknown word', { showAs: 'asleep' }, 'RequestBodyRead'],
    [
      'too many attendees',
      { attendees: Array.from({ length: 501 }, (_, n) => ({ emailAddress: { address: `a${n}@x.test` } })) },
      'ErrorInvalidRequest',
    ],
  ])('is refused for %s', async (_what, wrong, code) => {
    const times = { start: at('2026-08-03T09:00:00'), end: at('2026-08-03T10:00:00') };
    const answer = await calendar.graph('POST', '/events', { ...times, ...wrong });
    expect([answer.status, answer.body.error?.code]).toEqual([400, code]);
  });

  it('is refused as a PATCH of isAllDay alone', async () => {
    const event = await calendar.create();
    const answer = await calendar.graph('PATCH', eventPath(event), { isAllDay: true });
    expect(answer.body.error?.message).toContain('Missing parameters: Event.Start');
  });
});

describe('a recurrence', () => {
  it('is answered with what its types do not use', async () => {
    const event = await calendar.create(WEEKLY);
    expect(event).toMatchObject({
      type: 'seriesMaster',
      recurrence: {
        pattern: {
          type: 'weekly',
          interval: 1,
          month: 0,
          dayOfMonth: 0,
          daysOfWeek: ['monday'],
          firstDayOfWeek: 'sunday',
          index: 'first',
        },
        range: {
          type: 'endDate',
          startDate: '2026-08-03',
          endDate: '2026-08-31',
          recurrenceTimeZone: 'W. Europe Standard Time',
          numberOfOccurrences: 0,
        },
      },
    });
  });

  const { recurrence } = WEEKLY;
  const ranged = (range: object) => ({
    recurrence: { ...recurrence, range: { ...recurrence.range, ...range } },
  });
  it.each([
    [
      'that starts on another day than the event',
      ranged({ startDate: '2026-08-04' }),
      'ErrorInvalidRecurrenceRange',
    ],
    ['that ends before it starts', ranged({ endDate: '2026-08-01' }), 'ErrorInvalidRecurrenceRange'],
    [
      'in another zone than the start',
      ranged({ recurrenceTimeZone: 'Asia/Tokyo' }),
      'ErrorPropertyValidationFailure',
    ],
    ['after the year 4500', ranged({ endDate: '4600-01-01' }), 'ErrorRecurrenceEndDateTooBig'],
    [
      'of 1000 occurrences',
      ranged({ type: 'numbered', numberOfOccurrences: 1000 }),
      'ErrorPropertyValidationFailure',
    ],
    [
      'without days',
      { recurrence: { ...recurrence, pattern: { type: 'weekly', interval: 1 } } },
      'ErrorPropertyValidationFailure',
    ],
    [
      'each hour',
      { recurrence: { ...recurrence, pattern: { type: 'hourly', interval: 1 } } },
      'ErrorPropertyValidationFailure',
    ],
  ])('%s is refused', async (_what, wrong, code) => {
    const answer = await calendar.graph('POST', '/events', { ...WEEKLY, ...wrong });
    expect([answer.status, answer.body.error?.code]).toEqual([400, code]);
  });

  it('may name its zone in the other vocabulary', async () => {
    const event = await calendar.create({ ...WEEKLY, ...ranged({ recurrenceTimeZone: 'Europe/Berlin' }) });
    expect(event).toMatchObject({ recurrence: { range: { recurrenceTimeZone: 'Europe/Berlin' } } });
  });

  it('starts on the first day that its pattern fits', async () => {
    const event = await calendar.create({
      ...WEEKLY,
      recurrence: { ...recurrence, pattern: { ...recurrence.pattern, daysOfWeek: ['wednesday'] } },
    });
    expect(event.start).toEqual(at('2026-08-05T07:00:00.0000000'));
  });

  it('ends with null: a single event at the first time', async () => {
    const event = await calendar.create(WEEKLY);
    const answer = await calendar.graph('PATCH', eventPath(event), { recurrence: null });
    expect(answer.body).toMatchObject({ type: 'singleInstance', start: at('2026-08-03T07:00:00.0000000') });
  });

  it('keeps its zone unless it is sent again with the new one', async () => {
    const event = await calendar.create(WEEKLY);
    const moved = {
      start: at('2026-08-03T09:00:00', 'Asia/Tokyo'),
      end: at('2026-08-03T10:00:00', 'Asia/Tokyo'),
    };
    const refused = await calendar.graph('PATCH', eventPath(event), moved);
    expect(refused.body.error?.code).toBe('ErrorPropertyValidationFailure');
    const taken = await calendar.graph('PATCH', eventPath(event), { ...moved, recurrence });
    expect(taken.body).toMatchObject({ recurrence: { range: { recurrenceTimeZone: 'Asia/Tokyo' } } });
  });
});

describe('events in a batch', () => {
  it('are created, changed under their version and read, each with its own Prefer', async () => {
    const headers = { 'Content-Type': 'application/json', Prefer: 'IdType="ImmutableId"' };
    const event = await calendar.create();
    const stale = { ...headers, 'If-Match': 'W/"old"' };
    const tokyo = { Prefer: 'IdType="ImmutableId", outlook.timezone="Tokyo Standard Time"' };
    const url = `/users/ann@contoso.test${eventPath(event)}`;
    const { body } = await calendar.tenant.graph('POST', '/$batch', {
      requests: [
        { id: '1', method: 'POST', url: '/users/ann@contoso.test/events', headers, body: WEEKLY },
        { id: '2', method: 'PATCH', url, headers: stale, body: { subject: 'Late' } },
        { id: '3', method: 'GET', url, headers: tokyo },
        { id: '4', method: 'DELETE', url, headers, dependsOn: ['3'] },
      ],
    });
    const answers = (
      body.responses as { id: string; status: number; body: Record<string, unknown> }[]
    ).toSorted((one, other) => Number(one.id) - Number(other.id));
    expect(answers.map(({ status }) => status)).toEqual([201, 412, 200, 204]);
    expect(answers[2]?.body.start).toEqual(at('2026-08-03T18:00:00.0000000', 'Tokyo Standard Time'));
  });
});
