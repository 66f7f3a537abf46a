import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { openDemo } from './demo.ts';
import { inStep } from './in-step.ts';
import type { Opened } from './open.ts';
import { inOutlook } from './people-act.ts';
import { inSalesforce } from './salesforce-act.ts';

const maya = 'maya@fernhill.example';
const code = 'String {00020329-0000-0000-c000-000000000046} Name Budget Code';
const coded = (value: string) => ({ singleValueExtendedProperties: [{ id: code, value }] });

/** An hour of tomorrow. */
function tomorrow(subject: string): object {
  const date = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const at = (time: string) => ({ dateTime: `${date}T${time}`, timeZone: 'UTC' });
  return { subject, start: at('10:00:00'), end: at('11:00:00') };
}

async function toEventFields(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Configurations' }).click();
  await page.getByRole('button', { name: 'Sales team', exact: true }).click();
  await page.getByRole('tab', { name: 'Event fields', exact: true }).click();
}

async function choose(page: Page, box: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: box }).first().click();
  await page.getByRole('option', { name: option }).first().click();
}

describe('which fields of events travel, in a browser, with the bridge behind it', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openDemo();
  });
  afterAll(() => opened?.close());
  const row = (page: Page, field: string) =>
    page.getByRole('table', { name: 'Event fields' }).getByRole('row').filter({ hasText: field });

  it('a custom field that an admin maps to a field made in Outlook arrives on both sides', async () => {
    const admin = await opened.page('admin', '/lightning/n/Tandem_Setup');
    await toEventFields(admin);
    await row(admin, 'StartDateTime').getByText('Can work').waitFor();
    expect(await row(admin, 'StartDateTime').getByRole('combobox').isDisabled()).toBe(true);
    expect(await barriers(admin)).toEqual([]);
    await admin.getByRole('button', { name: 'Add a field' }).click();
    await choose(admin, 'Salesforce field', /^Topic/);
    await choose(admin, /^Exchange property of/, 'Field made in Outlook');
    await admin.getByText('Write the name of the field in Outlook').waitFor();
    await admin.getByRole('textbox', { name: 'Name in Outlook of Topic' }).fill('Budget Code');
    await row(admin, 'Topic').getByText('Can work').waitFor();
    expect(await barriers(admin)).toEqual([]);
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('Your changes were saved.').waitFor();
    await row(admin, 'named:Budget Code').waitFor();

    await admin.goto(new URL('/lightning/n/Tandem_Status', admin.url()).href);
    const status = admin.getByRole('row').filter({ hasText: 'Maya Castellanos' });
    await inStep(status);
    await status.getByRole('button', { name: 'Show actions' }).click();
    await admin.getByRole('menuitem', { name: 'Sync now' }).click();
    await status.getByText('Sync now: Done').waitFor();

    const user = await opened.page('user');
    const outlook = await inOutlook(user, maya);
    const org = inSalesforce(user);
    await outlook.meets({ ...tomorrow('Budget talk'), ...coded('B 7') });
    const talk = async () => (await org.events('Budget talk'))[0];
    await expect.poll(async () => (await talk())?.['Topic__c']).toBe('B 7');
    const made = await talk();
    await org.changes(String(made?.['OwnerId']), String(made?.Id), { Topic__c: 'B 8' });
    const inCalendar = async () =>
      (await outlook.events()).find(({ subject }) => subject === 'Budget talk')?.extendedProperties[code];
    await expect.poll(inCalendar).toBe('B 8');
    await admin.close();
    await user.close();
  });

  it('are shown on a phone', async () => {
    const phone = await opened.page('admin', '/lightning/n/Tandem_Setup', 390);
    await phone.getByRole('tab', { name: 'Configurations' }).click();
    await phone.getByRole('button', { name: 'Sales team', exact: true }).click();
    await phone.getByRole('button', { name: 'Event fields', exact: true }).click();
    await row(phone, 'Location').getByText('Can work').waitFor();
    expect(await barriers(phone)).toEqual([]);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await phone.close();
  });
});
