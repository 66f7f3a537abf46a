import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { bridge, openOrg } from './org.ts';
import type { OpenedOrg } from './org.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const notice = (page: Page) => page.getByText('You have unsaved changes in “Sales team”, last edited');
const description = (page: Page) => page.getByRole('textbox', { name: 'Description' });

/** Goes to another tab of the app without loading the page anew. */
async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function edits(opened: OpenedOrg): Promise<Page> {
  const page = await opened.page('admin', '/lightning/n/Tandem_Setup');
  await page.getByRole('tab', { name: 'Configurations' }).click();
  await button(page, 'Sales team').click();
  await description(page).fill('Typed and not saved');
  await page.getByRole('tab', { name: 'Filters' }).click();
  await button(page, 'Add a condition').click();
  await page.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: /^Department/ }).click();
  await page.getByRole('textbox', { name: 'Value' }).fill('Chosen');
  await page.getByText('Contact: Department equals “Chosen”').waitFor();
  return page;
}

describe('what an admin typed and did not save, in a browser', () => {
  let opened: OpenedOrg;
  beforeAll(async () => {
    opened = await openOrg({ Tandem_Bridge__c: [bridge(0)] });
  });
  afterAll(() => opened?.close());

  it('is offered again after a look at another tab of the app, and stands where it was typed', async () => {
    const page = await edits(opened);
    await openTab(page, 'Status');
    await openTab(page, 'Set-up');
    await notice(page).waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Continue editing').click();
    await page.getByText('Contact: Department equals “Chosen”').waitFor();
    await page.getByRole('tab', { name: 'General' }).click();
    await expect.poll(() => description(page).inputValue()).toBe('Typed and not saved');
    await page
      .getByText(/^Your unsaved changes of .* are shown again\.$/)
      .filter({ visible: true })
      .waitFor();
    await page.close();
  });

  it('is gone once it was thrown away there', async () => {
    const page = await edits(opened);
    await openTab(page, 'Status');
    await openTab(page, 'Set-up');
    await notice(page).waitFor();
    await button(page, 'Discard changes').click();
    await notice(page).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Configurations' }).click();
    await button(page, 'Sales team').click();
    await expect
      .poll(() => description(page).inputValue())
      .toBe('Everybody who sells: own contacts, both ways.');
    await page.close();
  });
});
