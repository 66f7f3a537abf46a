import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { inStep } from './in-step.ts';
import { barriers } from './accessible.ts';
import { openDemo } from './demo.ts';
import type { Opened } from './open.ts';

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const shown = (page: Page, text: RegExp | string) => page.getByText(text).first().waitFor();

/** The heads of columns that are not shown whole. */
const cutHeads = (page: Page) =>
  page.locator('th span').evaluateAll((texts) => {
    interface Text {
      readonly innerText: string;
      readonly scrollWidth: number;
      readonly clientWidth: number;
    }
    return (texts as unknown as Text[])
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map(({ innerText }) => innerText);
  });

describe('the status screen in a browser, with the bridge behind it', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openDemo();
  });
  afterAll(() => opened?.close());

  it('shows an admin every mailbox, and what becomes of a request', async () => {
    const page = await opened.page('admin');
    await shown(page, /The bridge is connected\./);
    for (const name of ['Maya Castellanos', 'Jonas Ekström', 'Aiko Tanaka']) await inStep(row(page, name));
    expect(await cutHeads(page)).toEqual([]);
    await row(page, 'Aiko Tanaka').hover();
    expect(await barriers(page)).toEqual([]);

    await row(page, 'Jonas Ekström').getByRole('button', { name: 'Show actions' }).click();
    await page.getByRole('menuitem', { name: 'Sync now' }).click();
    await shown(page, 'Sync now was requested. Mailboxes: 1.');
    await row(page, 'Jonas Ekström').getByText('Sync now: Done').waitFor();
    expect(await row(page, 'Maya Castellanos').getByText('Sync now').count()).toBe(0);
    await page.close();
  });

  it('opens a mailbox by keyboard, tests its connection there and pauses and resumes it', async () => {
    const page = await opened.page('admin');
    await inStep(row(page, 'Maya Castellanos'));
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([
      'Aiko Tanaka',
      'Jonas Ekström',
      'Maya Castellanos',
    ]);
    await page.getByRole('combobox', { name: 'State' }).focus();
    for (const key of ['Tab', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    const panel = page.getByRole('region', { name: 'Maya Castellanos' });
    await panel.getByText('Last synced').waitFor();
    await panel.getByRole('button', { name: 'Test connection' }).press('Enter');
    await panel.getByText('Mailbox: The mailbox is the one').waitFor();
    await panel.getByRole('button', { name: 'Pause' }).press('Enter');
    await row(page, 'Maya Castellanos').getByText('Paused').waitFor();
    await panel.getByRole('button', { name: 'Resume' }).press('Enter');
    // Beside the open panel the table shows the state of contacts only.
    await row(page, 'Maya Castellanos').getByText('In sync').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('finds people by name and by state', async () => {
    const page = await opened.page('admin');
    await page.getByRole('searchbox', { name: 'Search people' }).fill('castell');
    await shown(page, '1 of 1 mailboxes');
    await page.getByRole('combobox', { name: 'State' }).click();
    await page.getByRole('option', { name: 'Failing' }).click();
    await shown(page, 'No mailbox matches.');
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('shows a user nobody but themselves', async () => {
    const page = await opened.page('user');
    await shown(page, '1 of 1 mailboxes');
    expect(await page.getByText('Maya Castellanos').count()).toBeGreaterThan(0);
    expect(await page.getByText('Jonas Ekström').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Activity' }).count()).toBe(0);
    await page.close();
  });

  it('shows cards on a phone, and a mailbox in their place', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Status', 390);
    await shown(page, '3 of 3 mailboxes');
    expect(await page.getByRole('grid').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Maya Castellanos', exact: true }).click();
    await page.getByRole('heading', { name: 'Last synced' }).waitFor();
    expect(await page.getByText('Jonas Ekström').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});
