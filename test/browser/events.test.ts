import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { bridge, mailbox, openOrg } from './org.ts';
import type { OpenedOrg } from './org.ts';

const card = (page: Page) => page.getByRole('article').filter({ hasText: 'Sync with Outlook' });

const link = (number: number, record: string, fields: object = {}) => ({
  Link_Key__c: `link ${number}`,
  Mailbox__c: '@mayaMailbox',
  OwnerId: '@maya',
  Kind__c: 'Event',
  Scope__c: 'calendar',
  Exchange_Id__c: `item ${number}`,
  Record_Id__c: record,
  State__c: 'Live',
  Last_Synced__c: '2026-06-01T09:00:00.000Z',
  Last_Synced_From__c: 'Exchange',
  Web_Link__c: 'https://outlook.office365.com/owa/?itemid=1',
  ...fields,
});

const event = (ref: string, Subject: string, fields: object = {}) => ({
  ref,
  OwnerId: '@maya',
  Subject,
  StartDateTime: '2026-06-01T09:00:00.000Z',
  DurationInMinutes: 60,
  ...fields,
});

describe('how events sync, on their pages and on those of leads', () => {
  let opened: OpenedOrg;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    opened = await openOrg({
      Tandem_Bridge__c: [bridge(1)],
      Tandem_Mailbox__c: [mailbox('maya', { Events_State__c: 'InSync' })],
      Lead: [
        { ref: 'lead', OwnerId: '@maya', LastName: 'Okafor', FirstName: 'Ngozi', Company: 'Okafor Mills' },
      ],
      Event: [
        event('demo', 'Demo for the mill', { WhoId: '@lead', Location: 'Room 4' }),
        event('fair', 'Fair', {
          WhoId: '@lead',
          IsAllDayEvent: true,
          StartDateTime: '2026-06-07T00:00:00.000Z',
          DurationInMinutes: 1440,
        }),
        event('ended', 'Lunch'),
      ],
    });
    const { objects } = await opened.org.state(['Event', 'Lead']);
    for (const row of objects['Event'] ?? []) ids[String(row['Subject'])] = String(row['Id']);
    ids['lead'] = String(objects['Lead']?.find(({ LastName }) => LastName === 'Okafor')?.['Id']);
    await opened.org.seed({
      records: {
        Tandem_Link__c: [
          link(1, ids['Demo for the mill'] ?? '', { Series__c: 'AAMk' }),
          link(2, ids['Lunch'] ?? '', { State__c: 'Suppressed', Reason__c: 'MovedOut' }),
        ],
      },
    });
  });
  afterAll(() => opened?.close());

  it.each([1280, 390])(
    'an event says that it syncs, and whose series it is part of, at a width of %i',
    async (width) => {
      const page = await opened.page('user', '/lightning/o/Event/list', width);
      await page.getByRole('link', { name: 'Demo for the mill' }).click();
      await page.getByRole('heading', { level: 1, name: 'Demo for the mill' }).waitFor();
      await card(page).getByText('Syncs with Outlook').waitFor();
      await card(page).getByText('One date of a series').waitFor();
      await card(page).getByRole('link', { name: 'Open in Outlook' }).waitFor();
      await page
        .getByRole('table', { name: 'Related People' })
        .getByRole('link', { name: 'Ngozi Okafor' })
        .waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.close();
    },
  );
  it.each([1280, 390])('a lead shows its events and how each syncs, at a width of %i', async (width) => {
    const page = await opened.page('user', `/lightning/r/Lead/${ids['lead']}/view`, width);
    await card(page).getByText('Syncs with Outlook').waitFor();
    await card(page).getByText('Does not sync').waitFor();
    expect(await barriers(page)).toEqual([]);
    await card(page).getByRole('link', { name: 'Fair' }).click();
    await page.getByRole('heading', { level: 1, name: 'Fair' }).waitFor();
    await card(page).getByText('This record does not sync with your mailbox.').waitFor();
    await page.close();
  });
});
