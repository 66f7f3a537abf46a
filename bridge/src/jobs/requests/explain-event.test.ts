import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startAskingAboutEvents } from './testing/events.ts';

describe('why an event does not sync', () => {
  it('is told by what the admin chose: whether at all, which way, which days, and from when on', async () => {
    const { ada, bob, set, why, records, sync } = await startAskingAboutEvents({ Earlier_Events__c: 'None' });
    const earlier = await records(ada, 3);
    // What is made in the second in which the sync begins counts as new.
    await setTimeout(1_100);
    await sync();
    const hers = await records(ada, 4);
    const late = await records(ada, 500);
    const his = await records(bob, 4);
    const code = async (id: string, by?: string) => (await why(id, by))['code'];
    expect(await code(earlier)).toBe('TDM-R-EVENT-EARLIER');
    expect(await code(late)).toBe('TDM-R-EVENT-WINDOW');
    expect(await why(hers)).toMatchObject({
      code: 'TDM-R-EVENT-SYNCS',
      message: 'The event syncs.',
      lastSyncedFrom: 'Salesforce',
    });
    expect((await why(his))['code']).toBeUndefined();
    await set({ Event_Direction__c: 'ExchangeToSalesforce' });
    const later = await records(ada, 5);
    expect(await code(later)).toBe('TDM-R-EVENT-DIRECTION');
    await set({ Event_Direction__c: 'Off' });
    expect(await why(hers)).toMatchObject({
      code: 'TDM-R-EVENTS-OFF',
      remedy: 'Ask your admin to switch events on.',
    });
  });

  it('is told to an admin of the events of others: whose it is, that it is a copy, deleted or archived', async () => {
    const { admin, ada, bob, why, asks, records, sync, salesforce } = await startAskingAboutEvents();
    await sync();
    const code = async (id: string) => (await why(id, admin))['code'];
    const his = await records(bob, 4);
    expect(await code(his)).toBe('TDM-R-EVENT-NOT-OWN');
    expect((await asks(admin, 'ExplainRecord', { Record_Id__c: his })).result['code']).toBe(
      'TDM-R-EVENT-SYNCS',
    );
    const deleted = await records(ada, 700);
    await sync();
    await salesforce.people.delete({ id: deleted });
    expect(await code(deleted)).toBe('TDM-R-EVENT-DELETED');
    const old = await records(ada, -500);
    await salesforce.people.archiveEvents();
    expect(await code(old)).toBe('TDM-R-EVENT-ARCHIVED');
  });

  it('is told of copies for invited users, of what another product writes, and of the pattern of a series', async () => {
    const { admin, ada, why, records, rows, salesforce, sync } = await startAskingAboutEvents();
    await sync();
    const code = async (id: string | undefined) => (await why(String(id), admin))['code'];
    const event = { OwnerId: ada, StartDateTime: '2030-01-01T10:00:00Z', DurationInMinutes: 30 };
    await salesforce.seed({
      records: {
        Event: [
          { ...event, ref: 'copy', Subject: 'Copy', IsChild: true },
          { ...event, ref: 'captured', Subject: 'Captured', IsClientManaged: true },
        ],
      },
    });
    const named = async (subject: string) =>
      (await rows('Event')).find(({ Subject }) => Subject === subject)?.Id;
    expect(await code(await named('Copy'))).toBe('TDM-R-EVENT-CHILD');
    expect(await code(await named('Captured'))).toBe('TDM-R-EVENT-MANAGED');
    await records(ada, 1, {
      Subject: 'Weekly',
      Recurrence2PatternText: 'RRULE:FREQ=DAILY;INTERVAL=1;COUNT=3',
    });
    const pattern = (await rows('Event')).find(
      ({ Subject, GroupEventType }) => Subject === 'Weekly' && GroupEventType === '3',
    );
    expect(await code(pattern?.Id)).toBe('TDM-R-EVENT-PATTERN');
  });

  it('is told by why its link was ended, until the setting that ended it changes, which brings it back', async () => {
    const { ada, set, why, enters, recordOf, sync, exchange, asks, rows } = await startAskingAboutEvents({
      Event_Selection__c: 'Marked',
      Event_Deletes_To_Salesforce__c: 'Keep',
    });
    const marked = { categories: ['Salesforce'] };
    const unmarked = await enters(3, marked);
    const hidden = await enters(4, marked);
    const deleted = await enters(5, marked);
    await sync();
    const [first, second, third] = [
      await recordOf(unmarked),
      await recordOf(hidden),
      await recordOf(deleted),
    ];
    const at = 'ada@example.com';
    await exchange.people.editEvent(at, unmarked, { categories: [] });
    await exchange.people.editEvent(at, hidden, { sensitivity: 'private' });
    await exchange.people.deleteEvent(at, deleted);
    await sync();
    // What was just changed is looked at once more, and would be met under the new settings.
    await setTimeout(2_100);
    await sync();
    const code = async (id: string) => (await why(id))['code'];
    expect(await code(first)).toBe('TDM-R-EVENT-UNMARKED');
    expect(await code(second)).toBe('TDM-R-EVENT-PRIVATE');
    expect(await why(third)).toMatchObject({
      code: 'TDM-R-EVENT-DELETED-COPY',
      remedy: expect.stringContaining('same subject, start and end') as string,
    });
    await set({ Event_Selection__c: 'All', Private_Events__c: 'Full' });
    // The request is served before the pass that looks at all anew.
    expect(await code(first)).toBe('TDM-R-EVENT-ENDED');
    expect(await code(first)).toBe('TDM-R-EVENT-SYNCS');
    expect(await code(second)).toBe('TDM-R-EVENT-SYNCS');
    expect(await code(third)).toBe('TDM-R-EVENT-DELETED-COPY');
    expect(await asks(ada, 'ExplainRecord', { Record_Id__c: '00U000000000001AAA' })).toMatchObject({
      Error_Code__c: 'TDM-R-NO-RECORD',
    });
    expect(await rows('Event')).toHaveLength(3);
  });

  it('is told of a date whose series are switched off, and of one that the days have left', async () => {
    const { set, why, enters, recordOf, sync } = await startAskingAboutEvents();
    const series = await enters(1, {
      recurrence: {
        pattern: { type: 'daily', interval: 1 },
        range: {
          type: 'numbered',
          numberOfOccurrences: 3,
          startDate: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
        },
      },
    });
    const single = await enters(100);
    await sync();
    const [date, far] = [await recordOf(series), await recordOf(single)];
    expect(await why(date)).toMatchObject({ code: 'TDM-R-EVENT-SYNCS' });
    await set({ Series__c: false, Window_Days_Ahead__c: 30, Series_Days_Ahead__c: 30 });
    expect(await why(date)).toMatchObject({ code: 'TDM-R-EVENT-SERIES-OFF' });
    expect(await why(far)).toMatchObject({ code: 'TDM-R-EVENT-WINDOW' });
  });

  it('is told by the permissions that its user lacks', async () => {
    const { admin, ada, why, records, rows, salesforce, sync } = await startAskingAboutEvents();
    await sync();
    const id = await records(ada, 4);
    const profile = (await rows('PermissionSet')).find(
      ({ IsOwnedByProfile, Label }) => IsOwnedByProfile === true && Label === 'Standard User',
    );
    await salesforce.people.update({
      id: String(profile?.Id),
      fields: { PermissionsActivitiesAccess: false, PermissionsEditEvent: false },
      as: admin,
    });
    expect(await why(id, admin)).toMatchObject({
      code: 'TDM-R-EVENT-PERMISSION',
      message: expect.stringContaining('Missing: Access Activities, Edit Events.') as string,
    });
  });
});
