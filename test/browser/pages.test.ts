import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { lookAgain } from './look-again.ts';
import { openDemo } from './demo.ts';
import type { Opened } from './open.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

describe('the pages around the screens, and the chart', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openDemo();
  });
  afterAll(() => opened?.close());

  it('finds a contact in the list and opens it, by keyboard', async () => {
    const page = await opened.page('user');
    await page.getByRole('link', { name: 'Contacts' }).press('Enter');
    await heading(page, 'Contacts');
    await page.getByRole('searchbox', { name: 'Search this list' }).pressSequentially('agnieszka brz');
    const found = page.getByRole('link', { name: 'Agnieszka Brzęczyszczykiewicz' });
    await found.waitFor();
    await page.getByText('1 of 1 items').waitFor();
    expect(await barriers(page)).toEqual([]);
    await found.press('Enter');
    await heading(page, 'Agnieszka Brzęczyszczykiewicz');
    expect(new URL(page.url()).pathname).toMatch(/^\/lightning\/r\/Contact\/003\w{15}\/view$/);
    await page.getByText('Umbra Lighting').waitFor();
    expect(await page.getByText('Tandem Key').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.goBack();
    await heading(page, 'Contacts');
    await page.close();
  });

  it('tells a person who may not see a record no more than that', async () => {
    const admin = await opened.page('admin', '/lightning/o/Tandem_Configuration__c/list');
    await admin.getByRole('link', { name: 'Sales team' }).click();
    await heading(admin, 'Sales team');
    const { pathname } = new URL(admin.url());
    await admin.close();
    const page = await opened.page('newcomer', pathname);
    await heading(page, 'You have no access to this record, or it does not exist any more.');
    expect(await page.getByText('Sales team').count()).toBe(0);
    await page.close();
  });

  it('has a home page, and says when there is no such page', async () => {
    const page = await opened.page('admin', '/lightning/page/home');
    await heading(page, 'Status');
    await page.goto(new URL('/lightning/n/No_Such_Tab', page.url()).href);
    await heading(page, 'Page doesn’t exist');
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('shows an admin what was synced per day, as a chart and as a table', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Activity');
    const chart = page.getByRole('img', { name: /In the last 30 days \d+ changes reached Salesforce/ });
    const refresh = () => page.getByRole('button', { name: 'Refresh' }).first().click();
    // The counts of the first sync come after it.
    await lookAgain(refresh, () => chart.isVisible());
    expect(await chart.locator('.up').count()).toBe(30);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Time' }).press('Enter');
    await page.getByRole('option', { name: 'Last 7 days' }).click();
    await page.getByRole('img', { name: /In the last 7 days/ }).waitFor();
    await page.getByRole('tab', { name: 'Chart' }).press('ArrowRight');
    const rows = page.getByRole('table', { name: 'Activity' }).getByRole('row');
    const inward = rows.filter({ hasText: 'Exchange to Salesforce' }).first();
    await lookAgain(refresh, () => inward.isVisible());
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('shows a contact and the chart on a phone, and changes tabs by a menu', async () => {
    const page = await opened.page('admin', '/lightning/o/Contact/list', 390);
    await page.getByRole('link', { name: 'Agnieszka Brzęczyszczykiewicz' }).click();
    await heading(page, 'Agnieszka Brzęczyszczykiewicz');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /Contacts/ }).click();
    await page.getByRole('menuitem', { name: 'Activity' }).click();
    await page.getByRole('img', { name: /In the last 30 days/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(390);
    await page.close();
  });
});
