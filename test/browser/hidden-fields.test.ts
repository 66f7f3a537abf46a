import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers } from './accessible.ts';
import { bridge, issue, mailbox, openOrg } from './org.ts';
import type { OpenedOrg } from './org.ts';

const hidden = [
  'Tandem_Configuration__c.Contact_Record_Type__c',
  'Tandem_Configuration__c.Description__c',
  'Tandem_Configuration__c.Event_Direction__c',
  'Tandem_Filter__c.Value__c',
  'Tandem_Mailbox__c.Events_State__c',
  'Tandem_Mailbox__c.Open_Issues__c',
  'Tandem_Issue__c.Details__c',
  'Tandem_Link__c.Unmatched_Attendees__c',
];

let opened: OpenedOrg;
let event: string;
beforeAll(async () => {
  opened = await openOrg({
    Tandem_Bridge__c: [bridge(1)],
    Tandem_Mailbox__c: [mailbox('maya')],
    Tandem_Issue__c: [issue(1, 'TDM-C-NAMELESS', { Reason__c: 'The contact has no name.' })],
    Event: [
      {
        ref: 'demo',
        OwnerId: '@maya',
        Subject: 'Demo',
        StartDateTime: '2026-06-01T09:00:00.000Z',
        DurationInMinutes: 60,
      },
    ],
  });
  const { objects, refs } = await opened.org.state(['Event', 'FieldPermissions']);
  event = String(objects['Event']?.find(({ Subject }) => Subject === 'Demo')?.Id);
  await opened.org.seed({
    records: {
      Tandem_Link__c: [
        {
          Link_Key__c: 'link',
          Mailbox__c: refs['mayaMailbox'],
          OwnerId: '@maya',
          Kind__c: 'Event',
          Scope__c: 'calendar',
          Exchange_Id__c: 'item',
          Record_Id__c: event,
          State__c: 'Live',
          Last_Synced__c: '2026-06-01T09:00:00.000Z',
          Last_Synced_From__c: 'Exchange',
        },
      ],
    },
  });
  for (const row of objects['FieldPermissions'] ?? [])
    if (hidden.includes(String(row['Field'])))
      await opened.org.people.update({
        id: row.Id,
        fields: { PermissionsRead: false, PermissionsEdit: false },
      });
});
afterAll(() => opened?.close());

it.each([1280, 390])(
  'whoever may not see some fields is shown the rest of Status, at a width of %i',
  async (width) => {
    const page = await opened.page('user', '/lightning/n/Tandem_Status', width);
    await page.getByText('Events_State__c, Open_Issues__c').waitFor();
    for (const state of [/In sync$/, /No access$/])
      await page.getByText(state).filter({ visible: true }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.close();
  },
);

it('the issues are listed all the same', async () => {
  const page = await opened.page('user', '/lightning/n/Tandem_Issues');
  await page
    .getByRole('button', { name: /Person 0001/ })
    .first()
    .click();
  await page.getByRole('region', { name: 'Person 0001' }).getByText('The contact has no name.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.close();
});

it('so is how a record syncs', async () => {
  const page = await opened.page('user', `/lightning/r/Event/${event}/view`);
  await page.getByText('Syncs with Outlook').waitFor();
  await page.getByText('Unmatched_Attendees__c').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.close();
});

it('Set-up and the editor show the settings that an admin may see, and name the fields that are missing', async () => {
  const page = await opened.page('admin', '/lightning/n/Tandem_Setup');
  await page.getByText('Description__c, Event_Direction__c').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Configurations' }).click();
  await page.getByRole('button', { name: 'Sales team', exact: true }).click();
  const general = page.getByRole('tabpanel', { name: 'General' });
  await general.getByText('Name').first().waitFor();
  expect(await general.getByText('Description').count()).toBe(0);
  await page.getByRole('tab', { name: 'Contacts', exact: true }).click();
  await page.getByRole('combobox', { name: 'Contact Direction' }).waitFor();
  expect(await page.getByText('Contact Record Type').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Filters' }).click();
  await page.getByText('You have no access to the field Value__c.', { exact: false }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.close();
});
