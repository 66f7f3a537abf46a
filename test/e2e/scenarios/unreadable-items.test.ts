import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import { linkedContact } from '../world/linked-contact.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

/**
 * From now on Exchange gives an item of Ada's in this form, in each round, whose cursor is dead the next time, and when it is
 * asked for.
 */
async function gives(
  { exchange, ada }: World,
  delta: string,
  item: { id: string; [property: string]: unknown },
) {
  const answer = (path: string, body: object) =>
    exchange.fault({
      match: { method: 'GET', path },
      times: 0,
      effect: { kind: 'status', status: 200, body },
    });
  const deltaLink = `${exchange.url}/v1.0/users/${ada.exchangeId}${delta}?$deltatoken=none`;
  await answer(delta, { value: [item], '@odata.deltaLink': deltaLink });
  await answer(`/${item.id}`, item);
}

scenario(
  'a contact that cannot be read is listed, all others go on, and it syncs once it can be read',
  async ({ world }) => {
    const { ada, exchange } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    await ada.outlook.edits(inOutlook, { jobTitle: 'Buyer' });
    await gives(world, '/contacts/delta', { id: inOutlook, jobTitle: 7 });
    await ada.salesforce.creates({ FirstName: 'Eva', LastName: 'Reis', Email: 'eva@example.test' });
    await world.sync();
    expect(await ada.outlook.contacts()).toHaveLength(2);
    expect(await ada.salesforce.sees(inSalesforce)).not.toMatchObject({ Title: 'Buyer' });
    expect(await openIssuesOf(world, ada.user)).toMatchObject([
      {
        code: 'TDM-C-MALFORMED',
        exchangeId: inOutlook,
        reason: expect.stringContaining('jobTitle') as string,
      },
    ]);

    await exchange.clearFaults();
    await world.syncs();
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Buyer' });
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await world.verify();
  },
);

scenario(
  'an event that cannot be read is listed, all others go on, and it syncs once it can be read',
  async ({ world }) => {
    const { ada, exchange } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, hour('Review', 3));
    await world.syncs();
    await calendars.edits(ada, id, { subject: 'Review of prices' });
    await gives(world, '/calendarView/delta', { id, subject: 7 });
    await calendars.records(ada, {
      Subject: 'Call',
      StartDateTime: String((await calendars.rows())[0]?.StartDateTime),
      DurationInMinutes: 30,
    });
    await world.sync();
    expect((await calendars.events(ada)).map(({ subject }) => subject)).toEqual(['Review of prices', 'Call']);
    expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(['Review', 'Call']);
    expect(await openIssuesOf(world, ada.user)).toMatchObject([
      { code: 'TDM-E-MALFORMED', exchangeId: id, reason: expect.stringContaining('subject') as string },
    ]);

    await exchange.clearFaults();
    await world.syncs();
    expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(['Review of prices', 'Call']);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'an event that Exchange says to end before it starts is listed, and nothing of it goes to Salesforce until it is put right',
  async ({ world }) => {
    const { ada, exchange } = world;
    const calendars = await calendarsOf(world);
    const { id, ...event } = await calendars.creates(ada, hour('Review', 3));
    const backwards = { start: event.end, end: event.start };
    await gives(world, '/calendarView/delta', { id, ...event, ...backwards });
    await world.sync();
    expect(await calendars.rows()).toEqual([]);
    expect(await openIssuesOf(world, ada.user)).toMatchObject([
      { code: 'TDM-E-ENDS-BEFORE', exchangeId: id },
    ]);

    await exchange.clearFaults();
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Review', DurationInMinutes: 60 }]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);
