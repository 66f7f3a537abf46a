import type { Page } from 'playwright-core';

/** One picture: who looks where, and what has to be done and seen before it is taken. */
export interface Shot {
  /** The file under docs/images, without its ending. */
  readonly name: string;
  readonly persona: 'admin' | 'user' | 'newcomer';
  readonly path: string;
  /** In pixels; a desktop's unless told otherwise. */
  readonly width?: number;
  readonly height?: number;
  /** Resolves when the page shows what the picture is of; rejects when it does not come. */
  readonly ready: (page: Page) => Promise<void>;
}

const timeout = 60_000;
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** The editor of the demo's configuration, at one of its sections. */
async function editor(page: Page, section: string): Promise<void> {
  await page.getByRole('tab', { name: 'Configurations' }).click();
  await page.getByRole('button', { name: 'Sales team', exact: true }).click();
  await page.getByRole('tab', { name: section }).click();
}

const calendar = '/outlook/calendar?mailbox=maya@fernhill.example';

/** Opens the week of the calendar that has most to show, and waits until it does. */
async function nextWeek(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next week' }).click({ timeout });
  await page.getByText('Call Patrick').waitFor({ timeout });
  // What arrived a moment ago stands out for some seconds.
  await page.locator('.is-fresh').first().waitFor({ state: 'detached', timeout });
}

/** The pictures, in the order in which they are taken: what one changes, the later ones see. */
export const shots: readonly Shot[] = [
  {
    name: 'status',
    persona: 'admin',
    path: '/lightning/n/Tandem_Status',
    height: 540,
    /** Contacts and events of everybody. */
    async ready(page) {
      for (const name of ['Aiko Tanaka', 'Jonas Ekström', 'Maya Castellanos'])
        await row(page, name).getByText('In sync').nth(1).waitFor({ timeout });
    },
  },
  {
    name: 'status-mailbox',
    persona: 'admin',
    path: '/lightning/n/Tandem_Status',
    height: 1060,
    async ready(page) {
      await page.getByRole('button', { name: 'Maya Castellanos' }).click({ timeout });
      await page
        .getByRole('region', { name: 'Maya Castellanos' })
        .getByText(/^From (Exchange|Salesforce)/)
        .first()
        .waitFor({ timeout });
    },
  },
  {
    name: 'setup',
    persona: 'admin',
    path: '/lightning/n/Tandem_Setup',
    height: 1180,
    ready: (page) => page.getByText('The bridge reports to this org.').waitFor({ timeout }),
  },
  {
    name: 'configuration',
    persona: 'admin',
    path: '/lightning/n/Tandem_Setup',
    async ready(page) {
      await editor(page, 'Contacts');
      await page.getByLabel('Contact Direction').first().waitFor({ timeout });
    },
  },
  {
    name: 'field-mappings',
    persona: 'admin',
    path: '/lightning/n/Tandem_Setup',
    async ready(page) {
      await editor(page, 'Field mappings');
      await page.getByRole('table', { name: 'Field mappings' }).waitFor({ timeout });
    },
  },
  {
    name: 'filters',
    persona: 'admin',
    path: '/lightning/n/Tandem_Setup',
    height: 660,
    async ready(page) {
      await editor(page, 'Filters');
      await page.getByRole('button', { name: 'Add a condition' }).click({ timeout });
    },
  },
  {
    name: 'activity',
    persona: 'admin',
    path: '/lightning/n/Tandem_Activity',
    height: 760,
    ready: (page) => page.getByRole('img', { name: /In the last 30 days/ }).waitFor({ timeout }),
  },
  {
    name: 'issues',
    persona: 'admin',
    path: '/lightning/n/Tandem_Issues',
    height: 980,
    async ready(page) {
      await page.getByRole('button', { name: 'Lena Vogt' }).click({ timeout });
    },
  },
  {
    name: 'event-settings',
    persona: 'admin',
    path: '/lightning/n/Tandem_Setup',
    height: 840,
    async ready(page) {
      await editor(page, 'Events');
      await page.getByLabel('Event Direction').first().waitFor({ timeout });
    },
  },
  {
    name: 'invitations',
    persona: 'admin',
    path: '/lightning/n/Tandem_Setup',
    height: 520,
    async ready(page) {
      await editor(page, 'Invitations');
      await page.getByLabel('Invitations').first().waitFor({ timeout });
    },
  },
  {
    name: 'outlook-week',
    persona: 'admin',
    path: calendar,
    ready: (page) => nextWeek(page),
  },
  {
    name: 'outlook-week-phone',
    persona: 'admin',
    path: calendar,
    width: 390,
    height: 844,
    ready: (page) => nextWeek(page),
  },
  {
    name: 'event-private',
    persona: 'admin',
    path: calendar,
    async ready(page) {
      await nextWeek(page);
      await page.getByRole('button', { name: 'Dentist' }).click();
      await page.getByRole('dialog').getByText('Private').waitFor({ timeout });
    },
  },
  {
    name: 'event-series',
    persona: 'admin',
    path: calendar,
    async ready(page) {
      await nextWeek(page);
      await page.getByRole('button', { name: 'Pipeline review' }).click();
      await page.getByRole('button', { name: 'Edit series' }).waitFor({ timeout });
    },
  },
  {
    name: 'event-marked',
    persona: 'admin',
    path: calendar,
    async ready(page) {
      await nextWeek(page);
      await page.getByRole('button', { name: 'Timber racks' }).click();
      await page.getByRole('dialog').getByText('Category Salesforce').waitFor({ timeout });
    },
  },
  {
    name: 'event-record',
    persona: 'admin',
    path: '/lightning/o/Event/list',
    height: 660,
    async ready(page) {
      await page.getByRole('searchbox', { name: 'Search this list' }).fill('Timber racks');
      await page.getByRole('link', { name: 'Timber racks: the offer' }).click({ timeout });
      await page.getByText('Last synced').waitFor({ timeout });
    },
  },
  {
    name: 'playground',
    persona: 'admin',
    path: '/',
    width: 1440,
    height: 900,
    async ready(page) {
      const outlook = page.frameLocator('iframe[title="Outlook"]');
      await outlook.getByRole('link', { name: 'Calendar' }).click({ timeout });
      await outlook.getByRole('button', { name: 'Next week' }).click({ timeout });
      await outlook.getByText('Timber racks: the offer').waitFor({ timeout });
      await page.getByRole('link', { name: 'Events' }).click();
      await page
        .frameLocator('iframe[title="Salesforce"]')
        .getByText('Timber racks: the offer')
        .waitFor({ timeout });
    },
  },
  {
    name: 'outgoing-mail',
    persona: 'admin',
    path: calendar,
    height: 520,
    async ready(page) {
      await nextWeek(page);
      await page.getByRole('button', { name: 'Visit to the observatory' }).click();
      await page.getByRole('button', { name: 'Accept', exact: true }).click();
      await page.getByRole('button', { name: 'First look with Tideline Ferries' }).click();
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await page.getByLabel('Location').fill('Pier 4');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Event saved.').waitFor({ timeout });
      await page.getByRole('link', { name: 'Outgoing mail' }).click();
      await page
        .getByText('Pier 4')
        .or(page.getByRole('cell', { name: 'location' }))
        .first()
        .waitFor({ timeout });
    },
  },
  {
    name: 'my-sync',
    persona: 'user',
    path: '/lightning/n/Tandem_My_Sync',
    height: 1280,
    async ready(page) {
      await page.getByText('In sync', { exact: true }).nth(1).waitFor({ timeout });
      await page.getByText(/^Issues: \d+/).waitFor({ timeout });
    },
  },
  {
    name: 'record',
    persona: 'user',
    path: '/lightning/n/Tandem_My_Sync',
    height: 860,
    async ready(page) {
      await page.getByText('In sync', { exact: true }).first().waitFor({ timeout });
      await page.getByRole('link', { name: 'Contacts' }).click();
      await page.getByRole('searchbox', { name: 'Search this list' }).fill('Lena Vogt');
      await page.getByRole('link', { name: 'Lena Vogt' }).click({ timeout });
      await page.getByText('Last synced').waitFor({ timeout });
    },
  },
];
