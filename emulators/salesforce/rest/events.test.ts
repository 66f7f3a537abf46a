import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSalesforceClient, type SalesforceClient } from '../../client/salesforce.ts';
import type { EmulatorServer } from '../../kernel/server.ts';
import { FIXTURE_PACKAGE } from '../fixture/fixture-org.ts';
import { createSalesforce } from '../salesforce.ts';
import { API_ROOT } from '../version.ts';

let server: EmulatorServer;
let control: SalesforceClient;
let token: string;
beforeAll(async () => {
  server = await createSalesforce({ packageFolder: FIXTURE_PACKAGE });
  control = createSalesforceClient(server.url);
});
afterAll(() => server.close());
beforeEach(async () => {
  await control.reset();
  await control.clock.change({ now: '2026-05-01T09:00:30Z', running: false });
  await control.seed({
    organization: { sharedActivities: true },
    users: ['ana', 'ben'].map((ref) => ({ ref, Username: `${ref}@x.test`, LastName: ref })),
    contacts: ['kim', 'lee'].map((ref) => ({ ref, LastName: ref })),
    events: [{ ref: 'visit', ...visit, OwnerId: '@ana', EventWhoIds: ['@kim', '@lee'] }],
  });
  token = (await control.openSession('admin@tandem.example')).accessToken;
});

const visit = { Subject: 'Visit', StartDateTime: '2026-05-04T09:00:00Z', DurationInMinutes: 30 };

async function send(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${server.url}${API_ROOT}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
const idOf = async (ref: string) => (await control.state(['Event'])).refs[ref]!;
const query = (soql: string) => control.people.query(soql);

describe('over the wire', () => {
  test('describe shows what Shared Activities brings, and what can be written when', async () => {
    const { body } = await send('GET', '/sobjects/Event/describe');
    const { fields } = body as { fields: { name: string; createable: boolean; updateable: boolean }[] };
    const rights = (name: string) => {
      const field = fields.find((one) => one.name === name);
      return field && [field.createable, field.updateable];
    };
    expect(
      ['EventWhoIds', 'WhoCount', 'Recurrence2PatternText', 'IsRecurrence', 'IsChild'].map(rights),
    ).toEqual([
      [true, true],
      [false, false],
      [true, false],
      [true, false],
      [false, false],
    ]);
    await control.seed({ organization: { sharedActivities: false } });
    const later = JSON.stringify((await send('GET', '/sobjects/Event/describe')).body);
    expect(later).not.toContain('EventWhoIds');
  });

  test('one row has its lists, and errors have their names', async () => {
    const read = await send('GET', `/sobjects/Event/${await idOf('visit')}?fields=EventWhoIds,WhoCount`);
    expect(read.body).toMatchObject({ WhoCount: 2, EventWhoIds: [expect.any(String), expect.any(String)] });
    const { status, body } = await send('POST', '/sobjects/Event', { ...visit, DurationInMinutes: 99999 });
    expect([status, body]).toEqual([
      400,
      [
        {
          errorCode: 'FIELD_INTEGRITY_EXCEPTION',
          message: 'Duration must be between 0 and 20160 minutes: Duration',
          fields: ['DurationInMinutes'],
        },
      ],
    ]);
  });

  test('collections save the good ones, and upsert by the key makes one event', async () => {
    const attributes = { type: 'Event' };
    const records = [
      { attributes, ...visit, Tandem_Key__c: 'k' },
      { attributes, Subject: 'No time' },
    ];
    const { body } = await send('POST', '/composite/sobjects', { allOrNone: false, records });
    expect(body).toMatchObject([
      { success: true },
      { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] },
    ]);
    const upsert = () => send('PATCH', '/sobjects/Event/Tandem_Key__c/k', { Subject: 'Again' });
    expect((await upsert()).body).toMatchObject({ created: false });
    expect(await query("SELECT Subject FROM Event WHERE Tandem_Key__c = 'k'")).toMatchObject([
      { Subject: 'Again' },
    ]);
  });

  test('the feeds tell what was changed and deleted', async () => {
    const id = await idOf('visit');
    const span = 'start=2026-05-01T08:00:00Z&end=2026-05-01T10:00:00Z';
    await control.clock.change({ advance: 60 });
    expect((await send('GET', `/sobjects/Event/updated/?${span}`)).body).toMatchObject({ ids: [id] });
    await control.people.delete({ as: '@ana', id: '@visit' });
    await control.clock.change({ advance: 60 });
    expect((await send('GET', `/sobjects/Event/deleted/?${span}`)).body).toMatchObject({
      deletedRecords: [{ id }],
    });
    const { body } = await send('GET', `/sobjects/EventRelation/deleted/?${span}`);
    expect((body as { deletedRecords: unknown[] }).deletedRecords).toHaveLength(2);
  });

  test('a series is deleted from one date onwards', async () => {
    const series = { ...visit, Recurrence2PatternText: 'FREQ=DAILY;COUNT=5' };
    const { id } = (await send('POST', '/sobjects/Event', series)).body as { id: string };
    const dates = await query(
      `SELECT Id FROM Event WHERE IsRecurrence2 = true AND GroupEventType = '0' ORDER BY StartDateTime`,
    );
    expect(dates.map((row) => row.Id)).toContain(id);
    const { status, body } = await send('DELETE', `/sobjects/Event/${dates[2]!.Id}/fromThisEventOnwards`);
    expect([status, body]).toEqual([
      200,
      { success: expect.stringContaining('Wait for all events') as string },
    ]);
    expect(await query('SELECT Id FROM Event WHERE IsRecurrence2 = true')).toHaveLength(3);
    const { Id: single } = (await query('SELECT Id FROM Event WHERE IsRecurrence2 = false'))[0]!;
    expect((await send('DELETE', `/sobjects/Event/${single}/fromThisEventOnwards`)).status).toBe(400);
  });
});

describe('people', () => {
  test('move, invite, relate, make private and delete events', async () => {
    const { people } = control;
    await people.update({ as: '@ana', id: '@visit', fields: { StartDateTime: '2026-05-04T10:00:00Z' } });
    await people.create({
      as: '@ana',
      object: 'EventRelation',
      fields: { EventId: '@visit', RelationId: '@ben' },
    });
    expect(await query('SELECT StartDateTime, Owner.Name FROM Event WHERE IsChild = true')).toMatchObject([
      { StartDateTime: '2026-05-04T10:00:00.000+0000', Owner: { Name: 'ben' } },
    ]);
    await people.update({ as: '@ana', id: '@visit', fields: { EventWhoIds: ['@lee'] } });
    expect(await query('SELECT WhoCount, Who.Name FROM Event WHERE IsChild = false')).toMatchObject([
      { WhoCount: 1, Who: { Name: 'lee' } },
    ]);
    const makePrivate = { as: '@ana', id: '@visit', fields: { IsPrivate: true, EventWhoIds: [] } };
    await people.update(makePrivate);
    expect(await query('SELECT IsPrivate, WhoId FROM Event WHERE IsChild = false')).toMatchObject([
      { IsPrivate: true, WhoId: null },
    ]);
    await people.delete({ as: '@ana', id: '@visit' });
    expect(await query('SELECT Id FROM Event')).toEqual([]);
  });

  test('see old events no more once they are archived', async () => {
    await control.clock.change({ now: '2027-06-01T00:00:00Z' });
    await control.people.archiveEvents();
    expect(await query('SELECT Id FROM Event')).toEqual([]);
    expect(await control.people.query('SELECT Id FROM Event', { all: true })).toHaveLength(1);
  });
});
