import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { open } from './open.ts';
import type { Opened } from './open.ts';
import { inOutlook } from './people-act.ts';

const patient = { timeout: 60_000 };

async function toContact(page: Page, name: string) {
  await page.goto(new URL('/lightning/o/Contact/list', page.url()).href);
  await page.getByRole('searchbox', { name: 'Search this list' }).fill(name);
  await page.getByText('1 of 1 items').waitFor();
  await page.getByRole('link', { name }).press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
const card = (page: Page) => page.getByRole('article').filter({ hasText: 'Sync with Outlook' });

describe.each([
  ['a desktop', 1280, 'Amir Rahimi'],
  ['a phone', 390, 'Lena Vogt'],
])('a user sees the sync of their contacts on %s', (_device, width, name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  it('whether, when and from which side a contact synced, what hinders it, and later why it does not', async () => {
    const page = await opened.page('user', '/lightning/n/Tandem_My_Sync', width);
    await page.getByText('In sync', { exact: true }).first().waitFor(patient);
    await toContact(page, name);
    await card(page).getByText('Syncs with Outlook').waitFor(patient);
    await card(page).getByText('From Exchange').waitFor();
    await card(page)
      .getByText(/The company is "Kestrel Robotics"/)
      .waitFor();
    expect(await barriers(page)).toEqual([]);

    await (await inOutlook(page, 'maya@fernhill.example')).movesOut(name);
    await expect
      .poll(
        async () => {
          await card(page).getByRole('button', { name: 'Refresh' }).press('Enter');
          return card(page).getByText('No longer syncs: Moved out of the folder').count();
        },
        { ...patient, interval: 2_000 },
      )
      .toBe(1);
    await card(page).getByText('This record does not sync with your mailbox.').waitFor();
    await card(page).getByRole('button', { name: 'Why does it not sync?' }).press('Enter');
    await card(page)
      .getByText(/its link was ended\. Put the contact back/)
      .waitFor(patient);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('how their own sync stands, how it works and what was set up, and pauses and resumes it', async () => {
    const page = await opened.page('user', '/lightning/n/Tandem_My_Sync', width);
    await page.getByRole('heading', { name: 'What your admin set up' }).waitFor(patient);
    await page.getByText('Both ways').waitFor();
    await page.getByText(/Move contacts into the folder Salesforce_Sync/).waitFor();
    expect(await page.getByText('Jonas').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pause' }).press('Enter');
    await page.getByText('Pause: Done').waitFor(patient);
    await page.getByRole('button', { name: 'Resume' }).waitFor(patient);
    await page.getByRole('button', { name: 'Resume' }).press('Enter');
    await page.getByRole('button', { name: 'Pause' }).waitFor(patient);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});

describe('a person without permission', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  it('is told on each tab that they have no permission, and nothing else', async () => {
    for (const tab of ['Status', 'Issues', 'Activity', 'My_Sync', 'Setup']) {
      const page = await opened.page('newcomer', `/lightning/n/Tandem_${tab}`);
      await page.getByText('You have no permission for this.', { exact: false }).first().waitFor(patient);
      expect(await page.getByText(/Unknown type|FieldUndefined|@fernhill|Kestrel/).count(), tab).toBe(0);
      expect(await barriers(page), tab).toEqual([]);
      await page.context().close();
    }
  });

  it('sees the pages of contacts as they are without Tandem', async () => {
    const page = await opened.page('newcomer', '/lightning/o/Contact/list');
    await page.getByRole('link', { name: 'Agnieszka Brzęczyszczykiewicz' }).click(patient);
    await page.getByText('Umbra Lighting').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await card(page).count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('is shown nothing, and refused when asking directly', async () => {
    const page = await opened.page('newcomer', '/lightning/n/Tandem_My_Sync');
    await page.getByText('Your sync could not be read.').waitFor();
    await page.getByText('You have no permission for this.', { exact: false }).first().waitFor();
    await page.goto(new URL('/lightning/n/Tandem_Issues', page.url()).href);
    await page.getByText('The issues could not be read.').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.getByText(/Unknown type|FieldUndefined|Kestrel|bridge/i).count()).toBe(0);

    const ask = (path: string, data: object) =>
      page.request.post(new URL(`/services/data/v66.0/${path}`, page.url()).href, { data });
    for (const object of ['Tandem_Issue__c', 'Tandem_Link__c', 'Tandem_Request__c']) {
      const query = `{ uiapi { query { ${object} { totalCount } } aggregate { ${object}(groupBy: { CreatedById: { group: true } }) { totalCount } } } }`;
      const answer = (await (await ask('graphql', { query })).json()) as { data: unknown };
      expect(answer.data, object).toBeNull();
    }
    const request = { apiName: 'Tandem_Request__c', fields: { Kind__c: 'SyncNow' } };
    expect((await ask('ui-api/records', request)).ok()).toBe(false);
    await page.context().close();
  });
});
