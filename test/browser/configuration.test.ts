import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { inStep } from './in-step.ts';
import { barriers } from './accessible.ts';
import { openDemo } from './demo.ts';
import type { Opened } from './open.ts';

type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** What a page asks of the demo, as the person who is signed in there. */
async function ask<Answer>(page: Page, method: string, path: string, data?: unknown): Promise<Answer> {
  const answer = await page.request.fetch(new URL(path, page.url()).href, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(data !== undefined && { data: JSON.stringify(data) }),
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as Answer;
}

const api = '/services/data/v66.0';
const create = async (page: Page, apiName: string, fields: Readonly<Record<string, unknown>>) =>
  (await ask<{ id: string }>(page, 'POST', `${api}/ui-api/records`, { apiName, fields })).id;

/** What Maya's folder holds in Outlook. */
async function inOutlook(page: Page): Promise<readonly Item[]> {
  const root = '/api/exchange/mailboxes';
  const { mailboxes } = await ask<{ mailboxes: Item[] }>(page, 'GET', root);
  const maya = mailboxes.find(({ displayName }) => displayName === 'Maya Castellanos')?.id;
  const { folders } = await ask<{ folders: Item[] }>(page, 'GET', `${root}/${maya}/folders`);
  const folder = folders.find(({ displayName }) => displayName === 'Salesforce_Sync')?.id;
  if (folder === undefined) return [];
  const path = `${root}/${maya}/folders/${encodeURIComponent(folder)}/contacts`;
  return (await ask<{ contacts: Item[] }>(page, 'GET', path)).contacts;
}
const named = async (page: Page, surname: string) =>
  (await inOutlook(page)).find((contact) => contact['surname'] === surname);

/** Asks for a sync of Maya's mailbox in the status screen. */
async function syncs(admin: Page): Promise<void> {
  await admin.goto(new URL('/lightning/n/Tandem_Status', admin.url()).href);
  const row = admin.getByRole('row').filter({ hasText: 'Maya Castellanos' });
  await inStep(row);
  await row.getByRole('button', { name: 'Show actions' }).click();
  await admin.getByRole('menuitem', { name: 'Sync now' }).click();
  await row.getByText('Sync now: Done').waitFor();
}

async function choose(page: Page, box: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: box }).first().click();
  await page.getByRole('option', { name: option }).first().click();
}

describe('what a configuration syncs, in a browser, with the bridge behind it', () => {
  let opened: Opened;
  let configuration: string;
  beforeAll(async () => {
    opened = await openDemo();
    const admin = await opened.page('admin', '/lightning/o/Tandem_Configuration__c/list');
    await admin.getByRole('link', { name: 'Sales team' }).click();
    await admin.getByRole('table', { name: 'Field mappings' }).waitFor();
    configuration = new URL(admin.url()).pathname;
    await admin.close();
  });
  afterAll(() => opened?.close());
  const row = (page: Page, field: string) =>
    page.getByRole('table', { name: 'Field mappings' }).getByRole('row').filter({ hasText: field });

  it('carries a custom field that an admin maps, from the next pass on', async () => {
    const admin = await opened.page('admin', configuration);
    const id = await create(await opened.page('user'), 'Contact', {
      LastName: 'Mapped',
      Nickname__c: 'Mappy',
    });
    await admin.getByRole('button', { name: 'Add a field' }).click();
    await choose(admin, 'Salesforce field', /^Score/);
    await choose(admin, /^Exchange property of/, 'Nickname');
    await admin.getByText('a field of the type Number cannot hold text').waitFor();
    await admin.getByRole('button', { name: 'Save' }).first().click();
    await admin.getByText('Nothing was saved. Correct what is marked first.').waitFor();
    expect(await barriers(admin)).toEqual([]);
    await choose(admin, 'Salesforce field', /^Nickname/);
    await admin.getByRole('button', { name: 'Save' }).first().click();
    await admin.getByText('Your changes were saved.').waitFor();
    await row(admin, 'Nickname__c').getByText('Can work').waitFor();
    expect(await barriers(admin)).toEqual([]);

    await syncs(admin);
    await expect.poll(async () => (await named(admin, 'Mapped'))?.['nickName']).toBe('Mappy');
    const item = await named(admin, 'Mapped');
    const root = '/api/exchange/mailboxes';
    const { mailboxes } = await ask<{ mailboxes: Item[] }>(admin, 'GET', root);
    const maya = mailboxes.find(({ displayName }) => displayName === 'Maya Castellanos')?.id;
    await ask(admin, 'PATCH', `${root}/${maya}/contacts/${encodeURIComponent(item?.id ?? '')}`, {
      nickName: 'Mapsy',
    });
    const nickname = async () =>
      (
        await ask<{ fields: Record<string, { value: unknown }> }>(
          admin,
          'GET',
          `${api}/ui-api/records/${id}?fields=Contact.Nickname__c`,
        )
      ).fields['Nickname__c']?.value;
    await expect.poll(nickname).toBe('Mapsy');
    await admin.close();
  });

  it('says beside a mapping that was made by other means why it cannot work, and the bridge lists it', async () => {
    const admin = await opened.page('admin', configuration);
    await create(admin, 'Tandem_Field_Mapping__c', {
      Configuration__c: configuration.split('/').at(-2),
      Object__c: 'Contact',
      Salesforce_Field__c: 'Score__c',
      Exchange_Property__c: 'profession',
      Direction__c: 'Both',
    });
    await admin.reload();
    await row(admin, 'Score__c').getByText('a field of the type Number cannot hold text').waitFor();
    await syncs(admin);
    const reasons = async () => {
      const query =
        '{ uiapi { query { Tandem_Issue__c(where: { Code__c: { eq: "TDM-C-MAPPING" } }) { edges { node { Reason__c { value } } } } } } }';
      const { data } = await ask<{
        data: {
          uiapi: { query: { Tandem_Issue__c: { edges: { node: { Reason__c: { value: string } } }[] } } };
        };
      }>(admin, 'POST', `${api}/graphql`, { query });
      return data.uiapi.query.Tandem_Issue__c.edges.map(({ node }) => node.Reason__c.value).join(' ');
    };
    await expect.poll(reasons).toContain('Score__c is a double field and cannot hold text.');
    await admin.goto(new URL(configuration, admin.url()).href);
    await row(admin, 'Score__c').getByRole('button', { name: 'Remove Score' }).press('Enter');
    await admin.getByRole('button', { name: 'Save' }).first().press('Enter');
    await admin.getByText('Your changes were saved.').waitFor();
    await admin.close();
  });

  it('leaves out whom a filter does not let through, which it says in words and numbers first', async () => {
    const admin = await opened.page('admin', configuration);
    const user = await opened.page('user');
    await create(user, 'Contact', { LastName: 'Inside', Department: 'Chosen' });
    await admin.getByRole('button', { name: 'Add a condition' }).press('Enter');
    await choose(admin, 'Field', /^Department/);
    await admin.getByRole('textbox', { name: 'Value' }).fill('Nobody');
    await admin.getByText('Contact: Department equals “Nobody”').waitFor();
    await admin.getByText('No contact that you can see matches now').waitFor();
    expect(await barriers(admin)).toEqual([]);
    await admin.getByRole('textbox', { name: 'Value' }).fill('Chosen');
    await admin.getByText(/^1 of the \d+ contacts that you can see match now\.$/).waitFor();
    await admin.getByRole('button', { name: 'Save' }).last().click();
    await admin.getByText('Your changes were saved.').waitFor();

    await syncs(admin);
    await create(user, 'Contact', { LastName: 'Outside', Department: 'Another' });
    await create(user, 'Contact', { LastName: 'Later', Department: 'Chosen' });
    await expect.poll(async () => (await named(admin, 'Later'))?.['surname']).toBe('Later');
    expect(await named(admin, 'Inside')).toBeDefined();
    expect(await named(admin, 'Outside')).toBeUndefined();
    await admin.close();
  });

  it('shows both on a phone', async () => {
    const phone = await opened.page('admin', configuration, 390);
    await phone.getByRole('table', { name: 'Field mappings' }).waitFor();
    await phone.getByRole('button', { name: 'Add a condition' }).click();
    expect(await barriers(phone)).toEqual([]);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await phone.close();
  });
});
