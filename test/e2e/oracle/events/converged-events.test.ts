import { describe, expect, it } from 'vitest';
import { DEFAULT_MAPPING } from './event-values.ts';
import { ADA, BOB, NOW, broken, link, snapshot, typed } from './fixture.ts';

const allDay = (from: string, until: string) => ({
  isAllDay: true,
  start: { dateTime: `${from}T00:00:00.0000000`, timeZone: 'UTC' },
  end: { dateTime: `${until}T00:00:00.0000000`, timeZone: 'UTC' },
});
const allDayRow = { IsAllDayEvent: true, StartDateTime: '2026-06-03T00:00:00.000+0000' };

describe('the oracle of events: I1', () => {
  it('accepts a pair that differs in layout, and in words that Salesforce does not have', () => {
    expect(broken(snapshot())).toEqual([]);
    const block = `<p>Agenda</p><div>${'_'.repeat(40)}</div><a href="https://example.test/j">Join</a>`;
    expect(
      broken(snapshot({ properties: { body: { content: block } }, fields: { Description: 'Agenda' } })),
    ).toEqual([]);
    const content = '<ul><li>Tea &lt;3</li></ul><a href="https://example.test/a">here</a>';
    const body = { properties: { body: { content } } };
    expect(
      broken(snapshot({ ...body, fields: { Description: 'Tea <3\nhere [https://example.test/a]' } })),
    ).toEqual([]);
  });

  it.each([
    ['subject', { Subject: 'Revue' }],
    ['start', { StartDateTime: '2026-06-03T11:00:00.000+0000' }],
    ['length', { DurationInMinutes: 90 }],
    ['all-day', { IsAllDayEvent: true }],
    ['place', { Location: null }],
    ['body', { Description: 'Tea & coffee' }],
    ['show as', { ShowAs: 'Free' }],
    ['private', { IsPrivate: true }],
    ['reminder', { ReminderDateTime: '2026-06-03T09:30:00.000+0000' }],
    ['reminder that is set off', { IsReminderSet: false }],
  ])('finds a pair that differs in its %s', (_what, fields) => {
    expect(broken(snapshot({ fields }))).toContain('I1');
  });

  it('finds an all-day event that is on another date, or a day too long', () => {
    const properties = allDay('2026-06-03', '2026-06-05');
    const reminder = { ReminderDateTime: '2026-06-02T23:45:00.000+0000' };
    const days = (fields: object) =>
      broken(snapshot({ properties, fields: { ...allDayRow, ...reminder, ...fields } }));
    expect(days({ DurationInMinutes: 2880 })).toEqual([]);
    expect(days({ DurationInMinutes: 4320 })).toEqual(['I1']);
    expect(
      days({
        DurationInMinutes: 2880,
        StartDateTime: '2026-06-02T00:00:00.000+0000',
        ReminderDateTime: '2026-06-01T23:45:00.000+0000',
      }),
    ).toEqual(['I1']);
  });

  it('finds a live link whose event or record is gone, unless its deletion is held', () => {
    const noRow = { ...snapshot(), rows: [] };
    const noItem = snapshot();
    noItem.calendars[0]!.items = [];
    expect(broken(noRow)).toEqual(['I1']);
    expect(broken(noItem)).toEqual(['I1']);
    const held = snapshot({ issues: [{ code: 'TDM-M-HELD-EVENTS', recordId: null, exchangeId: null }] });
    expect(broken({ ...held, rows: [] })).toEqual([]);
  });

  it('looks at custom fields as the admin maps them', () => {
    const mapping = [
      ...DEFAULT_MAPPING,
      { field: 'Topic__c', property: 'categories', direction: 'Both' as const },
      { field: 'Code__c', property: 'named:Code', direction: 'Both' as const },
    ];
    const extended = { 'String {00020329-0000-0000-c000-000000000046} Name Code': 'B 7' };
    const properties = { categories: ['Travel', 'Salesforce', 'Customer'] };
    const custom = (fields: Record<string, unknown>) =>
      broken(snapshot({ policy: { mapping }, extended, properties, fields }));
    expect(custom({ Topic__c: 'Customer; Travel', Code__c: 'B 7' })).toEqual([]);
    expect(custom({ Topic__c: 'Customer; Travel', Code__c: 'B 8' })).toEqual(['I1']);
    expect(custom({ Topic__c: null, Code__c: 'B 7' })).toEqual(['I1']);
  });

  it('accepts what an open issue names, and of a whole event only what a person typed', () => {
    const fields = { Subject: 'Revue' };
    const moved = { StartDateTime: '2026-06-03T12:00:00.000+0000' };
    const time = typed('Salesforce', 'StartDateTime', '2026-06-03T12:00/2026-06-03T13:00');
    expect(broken(snapshot({ fields: moved, issues: [{}] }), time)).toEqual([]);
    expect(broken(snapshot({ fields, issues: [{ field: 'Subject, Location' }] }))).toEqual([]);
    expect(broken(snapshot({ fields, issues: [{ field: 'Location' }] }))).toEqual(['I1']);
    expect(broken(snapshot({ fields, issues: [{ field: 'Subject', status: 'Closed' }] }))).toEqual(['I1']);
    expect(broken(snapshot({ fields, issues: [{}] }))).toEqual(['I1']);
    const refused = { fields, issues: [{ code: 'TDM-E-REFUSED-BY-SALESFORCE', field: 'Location' }] };
    expect(broken(snapshot(refused))).toEqual(['I1']);
    expect(broken(snapshot(refused), typed('Salesforce', 'Subject', 'Revue'))).toEqual([]);
    expect(broken(snapshot({ fields, issues: [{}] }), typed('Salesforce', 'Subject', 'Revue'))).toEqual([]);
    expect(
      broken(snapshot({ fields, issues: [{ exchangeId: 'E9', recordId: '00U9', field: 'Subject' }] })),
    ).toEqual(['I1']);
  });

  it('wants a text that is cut to be listed', () => {
    const cut = { properties: { subject: 'x'.repeat(300) }, fields: { Subject: 'x'.repeat(255) } };
    expect(broken(snapshot(cut))).toEqual(['I1']);
    const issues = [{ code: 'TDM-E-CLIPPED', field: 'Subject' }];
    expect(broken(snapshot({ ...cut, issues }))).toEqual([]);
    expect(broken(snapshot({ ...cut, fields: { Subject: 'y' }, issues }))).toEqual(['I1']);
  });

  it('accepts a description of a meeting that somebody typed in Salesforce, unless it is to be sent', () => {
    const notes = { properties: { attendees: [{}] }, fields: { Description: 'Too dear for them' } };
    expect(broken(snapshot(notes))).toEqual(['I1']);
    expect(broken(snapshot(notes), typed('Salesforce', 'Description', 'Toodearforthem'))).toEqual([]);
    const sent = { ...notes, policy: { sendsDescriptions: true } };
    expect(broken(snapshot(sent), typed('Salesforce', 'Description', 'Toodearforthem'))).toEqual(['I1']);
  });

  it('accepts what a person typed on a side from which nothing flows', () => {
    const fields = { Location: 'Room 2' };
    const inwards = { policy: { direction: 'ExchangeToSalesforce' as const }, fields };
    expect(broken(snapshot(inwards), typed('Salesforce', 'Location', 'Room 2'))).toEqual([]);
    expect(broken(snapshot(inwards), typed('Exchange', 'location', 'Room 1'))).toEqual(['I1']);
    expect(broken(snapshot({ fields }), typed('Salesforce', 'Location', 'Room 2'))).toEqual(['I1']);
  });

  it('wants a private event to show its time only, whichever copy is private', () => {
    const secret = { properties: { sensitivity: 'private' } };
    const busy = { Subject: 'Busy', Location: null, Description: null, IsPrivate: true };
    expect(broken(snapshot({ ...secret, fields: busy }))).toEqual([]);
    expect(broken(snapshot({ ...secret, fields: { ...busy, Location: 'Room 1' } }))).toEqual(['I1']);
    expect(broken(snapshot({ ...secret, fields: { ...busy, DurationInMinutes: 30 } }))).toEqual(['I1']);
    const full = { ...secret, policy: { privateEvents: 'Full' as const } };
    expect(broken(snapshot({ ...full, fields: { IsPrivate: true } }))).toEqual([]);
    expect(broken(snapshot({ ...full, fields: busy }))).toContain('I1');
    const withBob = snapshot();
    const [ada] = withBob.calendars;
    const copy = { ...ada!.items[0]!, id: 'E2' };
    const properties = { ...copy.properties, sensitivity: 'personal', isOrganizer: false };
    withBob.calendars.push({
      ...ada!,
      user: BOB,
      email: 'bob@example.test',
      items: [{ ...copy, properties }],
    });
    expect(broken(withBob)).toContain('I1');
  });

  it('accepts what a person wrote in a private event of their own, and over Busy', () => {
    const secret = { properties: { sensitivity: 'private' }, fields: { Subject: 'Mine', IsPrivate: true } };
    const theirs = {
      ...snapshot({ ...secret, row: { madeBy: ADA } }),
      links: [link({ madeOn: 'Exchange' })],
    };
    theirs.calendars[0]!.items[0]!.marker = 'org|00U1';
    expect(broken(theirs)).toEqual([]);
    const fields = { Subject: 'Dentist', Location: null, Description: null, IsPrivate: true };
    expect(broken(snapshot({ ...secret, fields }))).toEqual(['I1']);
    expect(broken(snapshot({ ...secret, fields }), typed('Salesforce', 'Subject', 'Dentist'))).toEqual([]);
  });

  it('looks at the dates of a series in their window, and at nothing beyond', () => {
    const date = { id: 'E1/2026-06-03', isDate: true };
    const of = (fields: object, now = NOW) => ({
      ...snapshot({ item: date, fields: fields as Record<string, unknown> }),
      links: [link({ itemId: date.id, key: `${ADA}|calendar|${date.id}` })],
      now,
    });
    expect(broken(of({}))).toEqual([]);
    expect(broken(of({ StartDateTime: '2026-06-03T11:00:00.000+0000' }))).toContain('I1');
    expect(broken(of({ Subject: 'Old' }, Date.parse('2026-01-01T00:00:00Z')))).toEqual([]);
    const off = of({ Subject: 'Old' });
    off.calendars[0]!.policy.series = false;
    expect(broken(off)).toEqual([]);
  });
});
