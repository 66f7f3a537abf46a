import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { byKeyboard, byMouse } from './hands.ts';
import type { Hands } from './hands.ts';
import { openDemo } from './demo.ts';
import type { Opened } from './open.ts';

const setUp = '/lightning/n/Tandem_Setup';
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Opens a step of the assistant unless it is open. */
async function openStep(page: Page, { press }: Hands, name: string) {
  const step = button(page, name);
  await step.waitFor();
  if ((await step.getAttribute('aria-expanded')) === 'false') await press(step);
}

async function pickUser(page: Page, { choose }: Hands, name: string) {
  await choose(page.getByRole('combobox', { name: 'User' }), name);
}

async function namePrompt(page: Page, { press, type }: Hands, name: string) {
  const dialog: Locator = page.getByRole('dialog');
  await type(dialog.getByRole('textbox'), name);
  await press(dialog.getByRole('button', { name: 'OK' }));
}

/** The whole way of an admin, from a bridge that reports to a mailbox that is in sync. */
async function adminsStory(page: Page, hands: Hands, user: string, team: string) {
  const { press, pick } = hands;
  await shown(page, 'The bridge reports to this org.');
  await openStep(page, hands, '2. Test the connection');
  await pickUser(page, hands, user);
  await press(button(page, 'Test connection'));
  await shown(page, `Last test: ${user}`);
  await shown(page, 'The folder Salesforce_Sync is there and will be used at the first sync.');
  expect(await barriers(page)).toEqual([]);

  await press(page.getByRole('tab', { name: 'Configurations' }));
  await press(button(page, 'New configuration').last());
  await namePrompt(page, hands, team);
  await shown(page, 'Nobody is in this configuration yet.');
  await pickUser(page, hands, user);
  await shown(page, 'Nothing syncs before the configuration is activated.');
  await press(button(page, 'Add'));
  await page.getByRole('rowheader', { name: user }).waitFor();
  await openSection(page, hands, 'Contacts');
  await pick(page.getByRole('combobox', { name: 'Contacts Deleted in Exchange' }), 'Delete too');
  await shown(page, 'A contact that its owner deletes in Outlook is deleted in Salesforce too.');
  expect(await barriers(page)).toEqual([]);
  await press(button(page, 'Save'));
  await shown(page, 'Your changes were saved.');

  await openSection(page, hands, 'Field mappings');
  await page.getByRole('row').filter({ hasText: 'Job title' }).waitFor();
  await press(button(page, 'All configurations'));
  await press(page.getByRole('tab', { name: 'Assistant' }));
  await openStep(page, hands, '5. Preview the first sync');
  await press(button(page, 'Preview'));
  await shown(page, /The links take about [\d.]+ MB of data storage; [\d,]+ MB are left\./);
  await shown(page, 'Is paired with the contact on the other side');
  expect(await barriers(page)).toEqual([]);

  await openStep(page, hands, '6. Activate');
  await press(button(page, 'Activate'));
  await shown(page, '6 of 6 steps done');
  await press(button(page, 'Open Status'));
  await shown(page, user);
  await shown(page, /First sync|In sync/);
  await shown(page, 'In sync');
}

/** Sections are tabs, on a phone buttons that fold them out. */
async function openSection(page: Page, { press }: Hands, name: string) {
  const tab = page.getByRole('tab', { name, exact: true });
  await press(tab.or(button(page, name)).first());
}

const byHand = ['by mouse', byMouse, 'Maya Castellanos'] as const;

describe.each([
  ['a desktop', 1280, [byHand, ['by keyboard alone', byKeyboard, 'Jonas Ekström'] as const]],
  ['a phone', 390, [byHand, ['by keyboard alone', byKeyboard, 'Jonas Ekström'] as const]],
] as const)(
  'setting up at the width of %s, in a browser with the bridge behind it',
  (_device, width, ways) => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await openDemo({ configured: false });
    });
    afterAll(() => opened?.close());

    it.each(ways)('leads an admin from nothing to a mailbox in sync, %s', async (_how, handsOn, user) => {
      const page = await opened.page('admin', setUp, width);
      await adminsStory(page, handsOn(page), user, `${user.split(' ')[0]}’s team`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.close();
    });
  },
);
