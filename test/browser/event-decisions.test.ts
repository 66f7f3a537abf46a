import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.ts';
import { byKeyboard, byMouse } from './hands.ts';
import { bridge, issue, mailbox, openOrg } from './org.ts';
import type { OpenedOrg } from './org.ts';

const mailed = ['ana@customer.example', 'bo@customer.example'];
const attendees = ['cy@customer.example', 'di@customer.example'];
const mailHeld = (number: number, subject: string) =>
  issue(number, 'TDM-E-MAIL-HELD', {
    Kind__c: 'Event',
    Item__c: `${subject}, 2026-06-02`,
    Exchange_Id__c: `item ${number}`,
    Reason__c:
      'The change waits, since more than ten changes of meetings of this mailbox would have mailed people within a day.',
    Remedy__c: 'Ask an admin to approve it.',
    Details__c: JSON.stringify({ mailed }),
  });
const deletions = (count: number) =>
  JSON.stringify({
    held: count,
    deletions: Array.from({ length: count }, (_none, index) => ({
      side: 'Salesforce',
      item: `Call ${index + 1}, 2026-06-0${index + 1}`,
    })),
  });

describe('what admins decide of events, in a browser', () => {
  let opened: OpenedOrg;
  beforeAll(async () => {
    opened = await openOrg({
      Tandem_Bridge__c: [bridge(1)],
      Tandem_Mailbox__c: [
        mailbox('maya', {
          Events_State__c: 'FirstSync',
          Events_Progress__c: 45,
          Events_In_Exchange__c: 210,
          Events_In_Salesforce__c: 84,
          Open_Issues__c: 5,
        }),
      ],
      Event: ['Fair', 'Demo'].map((Subject) => ({
        Subject,
        OwnerId: '@maya',
        StartDateTime: '2026-06-01T09:00:00.000Z',
        DurationInMinutes: 60,
      })),
      Tandem_Issue__c: [
        ...[1, 2, 3, 4].map((number) => mailHeld(number, `Offer ${number}`)),
        issue(9, 'TDM-M-HELD-EVENTS', {
          Kind__c: 'Mailbox',
          Item__c: 'maya@fernhill.example',
          Reason__c: 'Many events would be deleted at once, so the deletions are held. 3 deletions wait.',
          Remedy__c: 'If the events were deleted on purpose, approve the deletions.',
          Details__c: deletions(3),
        }),
      ],
    });
    const { objects } = await opened.org.state(['Event']);
    const link = (subject: string, unmatched: readonly string[]) => ({
      Link_Key__c: subject,
      Mailbox__c: '@mayaMailbox',
      OwnerId: '@maya',
      Kind__c: 'Event',
      Scope__c: 'calendar',
      Exchange_Id__c: subject,
      Record_Id__c: objects['Event']?.find(({ Subject }) => Subject === subject)?.Id,
      State__c: 'Live',
      Last_Synced__c: '2026-06-01T09:00:00.000Z',
      Unmatched_Attendees__c: unmatched.join('\n'),
      Unmatched_Count__c: unmatched.length,
    });
    await opened.org.seed({
      records: { Tandem_Link__c: [link('Fair', attendees), link('Demo', attendees.slice(1))] },
    });
  });
  afterAll(() => opened?.close());

  const requests = async (kind: string) =>
    ((await opened.org.state(['Tandem_Request__c'])).objects['Tandem_Request__c'] ?? []).filter(
      ({ Kind__c }) => Kind__c === kind,
    );

  it.each([
    ['by mouse on a desktop', byMouse, 1280, 'Offer 1', 'Approve and mail', 'Approve'],
    ['by mouse on a phone', byMouse, 390, 'Offer 2', 'Ignore', 'Ignore'],
    ['by keyboard alone', byKeyboard, 1280, 'Offer 3', 'Ignore', 'Ignore'],
  ])(
    'a held change that would mail people is settled %s',
    async (_how, handsOn, width, name, action, kind) => {
      const page = await opened.page('admin', '/lightning/n/Tandem_Issues', width);
      const hands = handsOn(page);
      await page.getByText('The change waits', { exact: false }).first().waitFor();
      await hands.press(page.getByRole('button', { name: new RegExp(`${name},`) }).first());
      await page.getByText('Would have been mailed (2)').waitFor();
      for (const address of mailed) await page.getByText(address).waitFor();
      expect(await barriers(page)).toEqual([]);
      const before = (await requests(kind)).length;
      await hands.press(page.getByRole('button', { name: action, exact: true }).first());
      await hands.press(page.getByRole('button', { name: 'OK', exact: true }));
      await expect.poll(async () => (await requests(kind)).length).toBe(before + 1);
      await page.close();
    },
  );

  it('an open issue of held deletions shows those that are held meanwhile, and approves what it shows', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Issues');
    await page.getByRole('button', { name: /Many events would be deleted/ }).click();
    await page.getByRole('button', { name: 'maya@fernhill.example' }).first().click();
    await page.getByText('Would be deleted in Salesforce: 3').waitFor();
    const row = (await opened.org.state(['Tandem_Issue__c'])).objects['Tandem_Issue__c']?.find(
      ({ Code__c }) => Code__c === 'TDM-M-HELD-EVENTS',
    );
    await opened.org.people.update({ id: String(row?.['Id']), fields: { Details__c: deletions(4) } });
    await page.getByText('Would be deleted in Salesforce: 4').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Approve deletions' }).click();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await expect
      .poll(async () => (await requests('Approve')).map(({ Parameters__c }) => Parameters__c))
      .toContain('{"shown":"4"}');
    await page.close();
  });

  it.each([1280, 390])(
    'the attendees for whom nobody stands are listed over all events, at a width of %i',
    async (width) => {
      const page = await opened.page('admin', '/lightning/n/Tandem_Issues', width);
      const list = page.getByRole('region', { name: 'Attendees without a contact or lead' });
      await list.getByRole('listitem').first().waitFor();
      expect(await list.getByText(/^(Events: \d|\w+@)/).allInnerTexts()).toEqual([
        ...['di@customer.example', 'Events: 2'],
        ...['cy@customer.example', 'Events: 1'],
      ]);
      expect(await barriers(page)).toEqual([]);
      await list.getByRole('button', { name: 'Open an event of cy@customer.example' }).click();
      await page.getByRole('heading', { level: 1, name: 'Fair' }).waitFor();
      await page.getByRole('button', { name: 'Choose who cy@customer.example is' }).waitFor();
      await page.close();
    },
  );

  it.each([1280, 390])('the status tells events apart and resets them, at a width of %i', async (width) => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Status', width);
    await page.getByRole('button', { name: /^Maya/ }).first().click();
    await page.getByText('First sync, 45%').first().waitFor();
    await page.getByText('210').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    const before = (await requests('ResetEvents')).length;
    await page.getByRole('button', { name: 'Reset events', exact: true }).click();
    await page.getByText('Nobody is mailed', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await expect.poll(async () => (await requests('ResetEvents')).length).toBe(before + 1);
    await page.close();
  });
});
