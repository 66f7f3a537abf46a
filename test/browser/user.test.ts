import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { lookAgain } from './look-again.ts';
import { byKeyboard, byMouse } from './hands.ts';
import type { Hands } from './hands.ts';
import { openDemo } from './demo.ts';
import type { Opened } from './open.ts';
import { inOutlook } from './people-act.ts';

const card = (page: Page) => page.getByRole('article').filter({ hasText: 'Sync with Outlook' });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens a tab of the app by what the header has for the width of the page. */
async function openTab(page: Page, { press }: Hands, name: string) {
  const menu = page.getByRole('button', { name: 'Open a tab of the app' });
  const link = page.getByRole('navigation', { name: 'Tandem' }).getByRole('link', { name, exact: true });
  await menu.or(link).first().waitFor();
  if ((await menu.count()) === 0) return press(link);
  await press(menu);
  await press(page.getByRole('menuitem', { name, exact: true }));
}

/** Opens the item in Outlook on the web, whose place an empty page takes, and comes back. */
async function opensOutlook(page: Page, { press }: Hands) {
  const people = 'https://outlook.office.com/people/';
  await page.context().route(people, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  const opening = page.context().waitForEvent('page');
  await press(card(page).getByRole('link', { name: 'Open in Outlook' }));
  const outlook = await opening;
  await outlook.waitForURL(people);
  await outlook.close();
}

/** What a user can learn and do, from opening the app to pausing their own sync. */
async function usersStory(page: Page, hands: Hands, name: string) {
  const { press, type } = hands;
  await page.getByText('In sync', { exact: true }).first().waitFor();
  await openTab(page, hands, 'Contacts');
  await type(page.getByRole('searchbox', { name: 'Search this list' }), name);
  await page.getByText('1 of 1 items').waitFor();
  await press(page.getByRole('link', { name }));
  await page.getByRole('heading', { level: 1, name }).waitFor();

  const refresh = () => press(card(page).getByRole('button', { name: 'Refresh' }));
  // The bridge tells how a contact syncs once it has made the record.
  await lookAgain(refresh, () => card(page).getByText('Syncs with Outlook').isVisible());
  await card(page).getByText('Last synced').waitFor();
  await card(page).getByText('from Exchange').waitFor();
  const problem = card(page).getByText(/The company is "Kestrel Robotics"/);
  await lookAgain(refresh, () => problem.isVisible());
  expect(await barriers(page)).toEqual([]);
  await opensOutlook(page, hands);

  await (await inOutlook(page, 'maya@fernhill.example')).movesOut(name);
  const out = card(page).getByText('No longer syncs: Moved out of the folder');
  await lookAgain(refresh, () => out.isVisible());
  await card(page).getByText('This record does not sync with your mailbox.').waitFor();
  await press(card(page).getByRole('button', { name: 'Why does it not sync?' }));
  await card(page).getByText('move the contact back into the folder Salesforce_Sync').waitFor();
  expect(await barriers(page)).toEqual([]);

  await openTab(page, hands, 'My Sync');
  await page.getByRole('heading', { name: 'What your admin set up' }).waitFor();
  await page.getByText('Both ways').nth(1).waitFor();
  await page.getByText(/Move contacts into the folder Salesforce_Sync/).waitFor();
  expect(await page.getByText('Jonas').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await press(button(page, 'Pause'));
  await page.getByText('Pause: Done').waitFor();
  await press(button(page, 'Resume'));
  await button(page, 'Pause').waitFor();
}

/** Maya has two contacts of a company without an account; here she makes two more, and all have synced. */
async function knowsFour(opened: Opened) {
  const page = await opened.page('user');
  const maya = await inOutlook(page, 'maya@fernhill.example');
  for (const givenName of ['Mina', 'Otto'])
    await maya.makes({ givenName, surname: 'Wexler', companyName: 'Kestrel Robotics' });
  const soql = "SELECT Id FROM Contact WHERE LastName IN ('Rahimi', 'Vogt', 'Wexler')";
  const query = new URL(`/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, page.url()).href;
  await vi.waitUntil(
    async () => ((await (await page.request.get(query)).json()) as { totalSize: number }).totalSize === 4,
    { timeout: 240_000, interval: 500 },
  );
  await page.close();
}

describe('a user sees the sync of their contacts and their own, in a browser with the bridge behind it', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openDemo();
    await knowsFour(opened);
  });
  afterAll(() => opened?.close());

  it.each([
    ['by mouse on a desktop', byMouse, 1280, 'Amir Rahimi'],
    ['by mouse on a phone', byMouse, 390, 'Lena Vogt'],
    ['by keyboard alone on a desktop', byKeyboard, 1280, 'Mina Wexler'],
    ['by keyboard alone at the width of a phone', byKeyboard, 390, 'Otto Wexler'],
  ])('%s', async (_how, handsOn, width, name) => {
    const page = await opened.page('user', '/lightning/n/Tandem_My_Sync', width);
    await usersStory(page, handsOn(page), name);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('shows a person without permission the pages of contacts as they are without Tandem', async () => {
    const page = await opened.page('newcomer', '/lightning/o/Contact/list');
    await page.getByRole('link', { name: 'Agnieszka Brzęczyszczykiewicz' }).click();
    await page.getByText('Umbra Lighting').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await card(page).count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('shows a person without permission nothing, and refuses them when asking directly', async () => {
    const page = await opened.page('newcomer', '/lightning/n/Tandem_My_Sync');
    await page.getByText('Your sync could not be read.').waitFor();
    await page.getByText('You have no permission for this.', { exact: false }).first().waitFor();
    await page.goto(new URL('/lightning/n/Tandem_Issues', page.url()).href);
    await page.getByText('The issues could not be read.').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.getByText(/Unknown type|FieldUndefined|Kestrel|bridge/i).count()).toBe(0);

    const ask = (path: string, data: object) =>
      page.request.post(new URL(`/services/data/v66.0/${path}`, page.url()).href, { data });
    for (const object of ['Tandem_Mailbox__c', 'Tandem_Issue__c', 'Tandem_Link__c', 'Tandem_Request__c']) {
      const query = `{ uiapi { query { ${object} { totalCount } } aggregate { ${object}(groupBy: { CreatedById: { group: true } }) { totalCount } } } }`;
      const answer = (await (await ask('graphql', { query })).json()) as { data: unknown };
      expect(answer.data, object).toBeNull();
    }
    const request = { apiName: 'Tandem_Request__c', fields: { Kind__c: 'SyncNow' } };
    expect((await ask('ui-api/records', request)).ok()).toBe(false);
    await page.close();
  });
});
