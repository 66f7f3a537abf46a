import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { bridge, issue, mailbox, openOrg } from './org.ts';
import type { OpenedOrg } from './org.ts';

const says = (page: Page, text: RegExp | string) => page.getByText(text).first().waitFor();
const isQuiet = async (page: Page) => expect(await page.locator('lightning-spinner').count()).toBe(0);

async function toConfiguration(page: Page, section: string, name = 'Sales team') {
  await page.getByRole('tab', { name: 'Configurations' }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('tab', { name: section, exact: true }).click();
}

describe('without a bridge', () => {
  let opened: OpenedOrg;
  beforeAll(async () => {
    opened = await openOrg();
  });
  afterAll(() => opened?.close());

  it('says on each screen that none has reported yet, and what to do', async () => {
    const page = await opened.page('admin');
    await says(page, 'No bridge has reported yet. Start it with the settings of its documentation.');
    await isQuiet(page);
    expect(await barriers(page)).toEqual([]);
    await page.goto(new URL('/lightning/n/Tandem_Setup', page.url()).href);
    await says(page, 'No bridge has reported to this org yet.');
    await says(page, 'Install the bridge in your network and connect it to Microsoft 365 and to this org.');
    await isQuiet(page);
    await page.close();
    const user = await opened.page('user', '/lightning/n/Tandem_My_Sync');
    await says(user, 'No bridge has reported yet.');
    await isQuiet(user);
    expect(await barriers(user)).toEqual([]);
    await user.close();
  });
});

describe('with a bridge that has been silent for an hour, and what an admin may have done wrong', () => {
  let opened: OpenedOrg;
  beforeAll(async () => {
    const reps = ['maya', 'jonas', 'aiko'];
    opened = await openOrg({
      Tandem_Bridge__c: [bridge(60)],
      Tandem_Mailbox__c: reps.map((rep) => mailbox(rep)),
      Tandem_Configuration__c: [
        { ref: 'second', Name: 'Second team', Active__c: false, Contact_Record_Type__c: 'Supplyer' },
      ],
      Tandem_Field_Mapping__c: [
        {
          Configuration__c: '@salesTeam',
          Object__c: 'Contact',
          Salesforce_Field__c: 'Loyalty__c',
          Exchange_Property__c: 'profession',
          Direction__c: 'Both',
        },
      ],
    });
    await opened.org.people.deactivate('@aiko');
    await opened.org.seed({ recordTypes: [{ object: 'Contact', developerName: 'Supplier' }] });
  });
  afterAll(() => opened?.close());

  it('says since when nothing syncs, and that a request waits, without a spinner', async () => {
    const page = await opened.page('admin');
    await says(page, 'The bridge last reported 1 hour ago. Nothing syncs until it runs again.');
    const row = page.getByRole('row').filter({ hasText: 'Maya Castellanos' });
    await row.getByRole('button', { name: 'Show actions' }).click();
    await page.getByRole('menuitem', { name: 'Sync now' }).click();
    await row.getByText('Sync now: waiting for the bridge').waitFor();
    await isQuiet(page);
    expect(await barriers(page)).toEqual([]);
    await page.goto(new URL('/lightning/n/Tandem_Setup', page.url()).href);
    await says(page, 'The bridge is silent: nothing syncs.');
    await says(page, 'Ask whoever runs the bridge whether it runs, and what its log says.');
    await page.close();
  });

  it('names an inactive user of a configuration', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Setup');
    await page.getByRole('tab', { name: 'Configurations' }).click();
    await says(page, 'Inactive users: Aiko Tanaka (1)');
    await page.getByRole('button', { name: 'Sales team', exact: true }).click();
    await page.getByRole('tab', { name: 'People', exact: true }).click();
    await says(page, 'This user is inactive and does not sync.');
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('moves a user who is named in a second configuration, after saying so; the org refuses both at once', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Setup');
    await toConfiguration(page, 'People', 'Second team');
    await says(page, 'Nobody is in this configuration yet.');
    const picker = page.getByRole('combobox', { name: 'User' });
    await picker.click();
    await picker.fill('Jona');
    await page.getByRole('option', { name: 'Jonas Ekström' }).first().click();
    await says(page, 'Jonas Ekström is in the configuration “Sales team” now, and moves here.');
    await page.getByRole('button', { name: 'Move here' }).click();
    await page.getByRole('rowheader', { name: 'Jonas Ekström' }).waitFor();
    const assignments = await opened.org.people.query(
      "SELECT Configuration__r.Name FROM Tandem_Assignment__c WHERE User__r.FirstName = 'Jonas'",
    );
    expect(assignments).toMatchObject([{ Configuration__r: { Name: 'Second team' } }]);
    const fields = { Configuration__c: '@salesTeam', Assignee_Id__c: '@jonas', User__c: '@jonas' };
    const again = opened.org.people.create({ object: 'Tandem_Assignment__c', fields, as: '@admin' });
    await expect(again).rejects.toThrow(/duplicate/i);
    await page.close();
  });

  it('offers the record types that there are in the place of one that was mistyped elsewhere', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Setup');
    await toConfiguration(page, 'Contacts', 'Second team');
    const list = page.getByRole('combobox', { name: 'Contact Record Type' });
    await expect.poll(() => list.textContent()).toContain('Supplyer (not in this list)');
    await list.click();
    await page.getByRole('option', { name: 'Supplier' }).click();
    await says(page, 'New contacts get the record type Supplier.');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await says(page, 'Your changes were saved.');
    const [type] = await opened.org.people.query(
      "SELECT Id FROM RecordType WHERE DeveloperName = 'Supplier'",
    );
    const saved = await opened.org.people.query(
      "SELECT Contact_Record_Type__c FROM Tandem_Configuration__c WHERE Name = 'Second team'",
    );
    expect(saved).toMatchObject([{ Contact_Record_Type__c: type?.Id }]);
    await page.close();
  });

  it('says beside a mapping that its field is gone', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Setup');
    await toConfiguration(page, 'Field mappings');
    const row = page.getByRole('row').filter({ hasText: 'Loyalty__c' });
    await row.getByText(/Contacts have no such field any more/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('says of a filter whether it leaves out nobody or everybody', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Setup');
    await toConfiguration(page, 'Filters');
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page.getByRole('combobox', { name: 'Field' }).first().click();
    await page
      .getByRole('option', { name: /^Last Name/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Value' }).fill('Nobody is called so');
    await says(page, 'No contact that you can see matches now, so nothing is sent to Outlook');
    await page.getByRole('combobox', { name: 'Comparison' }).click();
    await page.getByRole('option', { name: 'does not equal' }).click();
    await says(page, /All \d+ contacts that you can see match, so the filter leaves nobody out now\./);
    await page.close();
  });

  it('tells the second of two admins what the first changed, and loses the edits of neither', async () => {
    const [first, second] = [
      await opened.page('admin', '/lightning/n/Tandem_Setup'),
      await opened.page('admin', '/lightning/n/Tandem_Setup'),
    ];
    for (const page of [first, second]) await toConfiguration(page, 'Contacts');
    const choose = async (page: Page, list: string, option: string) => {
      await page.getByRole('combobox', { name: list }).click();
      await page.getByRole('option', { name: option }).first().click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
    };
    await choose(first, 'Contacts Deleted in Exchange', 'Delete too');
    await says(first, 'Your changes were saved.');
    await choose(second, 'Salesforce Contacts', 'All contacts the user can see');
    const alert = second.getByRole('alert').filter({ hasText: 'Contacts Deleted in Exchange' });
    await alert.getByText(/now “Delete too”\. You did not change it\./).waitFor();
    expect(await barriers(second)).toEqual([]);
    await second.getByRole('button', { name: 'Keep my changes' }).click();
    await second.getByRole('button', { name: 'Save', exact: true }).click();
    await says(second, 'Your changes were saved.');
    const saved = await opened.org.people.query(
      "SELECT Contact_Scope__c, Contact_Deletes_To_Salesforce__c FROM Tandem_Configuration__c WHERE Name = 'Sales team'",
    );
    expect(saved).toMatchObject([
      { Contact_Scope__c: 'Visible', Contact_Deletes_To_Salesforce__c: 'Delete' },
    ]);
    await first.close();
    await second.close();
  });
});

describe('with 2,000 open issues', () => {
  const codes = { 'TDM-C-COMPANY': 1_200, 'TDM-C-REQUIRED': 600, 'TDM-C-CLIPPED': 200 };
  let opened: OpenedOrg;
  beforeAll(async () => {
    const all = Object.entries(codes).flatMap(([code, count]) => Array<string>(count).fill(code));
    opened = await openOrg({
      Tandem_Bridge__c: [bridge(0)],
      Tandem_Mailbox__c: [mailbox('maya', { Open_Issues__c: 2_000 })],
      Tandem_Issue__c: all.map((code, index) => issue(index, code)),
    });
  });
  afterAll(() => opened?.close());

  it('counts them by reason, shows the first rows, and more as one scrolls', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Issues');
    await page.getByRole('button', { name: /No account has the name of this company.*1,?200/ }).waitFor();
    for (const count of ['600', '200'])
      await page.getByRole('button', { name: new RegExp(` ${count}$`) }).waitFor();
    const group = page.getByRole('button', { name: /No account has the name of this company/ });
    if ((await group.getAttribute('aria-expanded')) === 'false') await group.click();
    await says(page, /^200 of 1,?200/);
    await isQuiet(page);
    const rows = page.getByRole('rowheader');
    await rows.nth(199).scrollIntoViewIfNeeded();
    await rows.nth(199).hover();
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 100_000);
          return page.getByText(/^(400|600|800|1,?000|1,?200) of 1,?200/).count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    const names = await rows.allInnerTexts();
    expect(new Set(names).size).toBe(names.length);
    await page.close();
  });

  it('asks about many at once', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Issues');
    const group = page.getByRole('button', { name: /No account has the name of this company/ });
    await group.waitFor();
    if ((await group.getAttribute('aria-expanded')) === 'false') await group.click();
    await says(page, /^200 of 1,?200/);
    await page.getByRole('checkbox', { name: 'Select all' }).press('Space');
    await says(page, '200 chosen');
    await page.getByRole('button', { name: 'Try again' }).click();
    await says(page, 'Try again was requested. Issues: 200.');
    const [counted] = await opened.org.people.query(
      'SELECT count(Id) asked FROM Tandem_Request__c GROUP BY Kind__c',
    );
    expect(counted?.['asked']).toBeGreaterThan(0);
    await isQuiet(page);
    await page.close();
  });
});
