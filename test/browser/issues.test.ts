import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { inStep } from './in-step.ts';
import { lookAgain } from './look-again.ts';
import { barriers } from './accessible.ts';
import { openDemo } from './demo.ts';
import type { Opened } from './open.ts';
import { inOutlook } from './people-act.ts';

const issues = '/lightning/n/Tandem_Issues';
const panel = (page: Page, name: string) => page.getByRole('region', { name });
const reason = (page: Page, name: RegExp) => page.getByRole('button', { name });
const item = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' }).first().click();
/** Issues come with the first sync, some of a reason in a later pass; only one reason shows its own. */
async function come(page: Page, name: RegExp, ...items: string[]) {
  const group = reason(page, name).first();
  await lookAgain(
    () => refresh(page),
    async () => (await group.count()) > 0,
  );
  if (items.length === 0) return;
  if ((await group.getAttribute('aria-expanded')) === 'false') await group.press('Enter');
  await lookAgain(
    () => refresh(page),
    async () => (await Promise.all(items.map((one) => item(page, one).count()))).every((count) => count > 0),
  );
}
const openIssue = async (page: Page, name: string) => {
  await item(page, name).click();
  await panel(page, name).waitFor();
};

describe('an admin clears issues in a browser, with the bridge behind it', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openDemo();
  });
  afterAll(() => opened?.close());

  it('chooses the account of an unmatched company: the contact has it, and its issues leave the list', async () => {
    const page = await opened.page('admin', issues);
    await come(page, /No account has the name of this company/, 'Lena Vogt', 'Amir Rahimi');
    await openIssue(page, 'Lena Vogt');
    expect(await barriers(page)).toEqual([]);
    const issue = panel(page, 'Lena Vogt');
    await issue.getByText('Kestrel Robotics GmbH').click();
    await issue.getByRole('button', { name: 'Choose account' }).click();
    await page.getByText('Choose account was requested. Issues: 1.').waitFor();
    await issue.getByText(/The contact has the account/).waitFor();
    for (const name of ['Lena Vogt', 'Amir Rahimi'])
      await lookAgain(
        () => refresh(page),
        async () => (await item(page, name).count()) === 0,
      );
    expect(await barriers(page)).toEqual([]);
    await issue.getByRole('button', { name: 'Open the record' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lena Vogt' }).waitFor();
    await page.getByText('Kestrel Robotics GmbH').waitFor();
    await page.close();
  });

  it('tries several again at once, and ignores one after a question', async () => {
    const page = await opened.page('admin', issues);
    await come(page, /Several accounts have the name/, 'Fiona Byrne', 'Conor Walsh');
    await page
      .getByRole('cell')
      .filter({ has: page.getByRole('checkbox') })
      .first()
      .waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).press('Space');
    await page.getByText('2 chosen').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Try again was requested. Issues: 2.').waitFor();
    await openIssue(page, 'Fiona Byrne');
    const ignore = panel(page, 'Fiona Byrne').getByRole('button', { name: 'Ignore' });
    await expect.poll(() => ignore.isEnabled()).toBe(true);
    await ignore.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await ignore.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    await panel(page, 'Fiona Byrne').getByText('The contact no longer syncs.').waitFor();
    await page.close();
  });

  it('chooses one of several accounts by keyboard alone', async () => {
    const page = await opened.page('admin', issues);
    await come(page, /Several accounts have the name/, 'Conor Walsh');
    await item(page, 'Conor Walsh').press('Enter');
    const issue = panel(page, 'Conor Walsh');
    await issue.getByRole('radio', { name: 'Harbour Foods' }).first().press('Space');
    await issue.getByRole('button', { name: 'Choose account' }).press('Enter');
    await issue.getByText(/The contact has the account/).waitFor();
    await issue.getByRole('button', { name: 'Close' }).press('Enter');
    await issue.waitFor({ state: 'detached' });
    await page.close();
  });

  it('goes from a mailbox to its issues and back', async () => {
    const page = await opened.page('admin');
    await inStep(page.getByRole('row').filter({ hasText: 'Maya Castellanos' }));
    await page.getByRole('button', { name: 'Maya Castellanos', exact: true }).click();
    await panel(page, 'Maya Castellanos').getByRole('button', { name: /show/ }).click();
    await page.getByRole('heading', { name: 'Issues of Maya Castellanos' }).waitFor();
    await come(page, /The contact has no name/);
    expect(await reason(page, /Several accounts/).count()).toBe(0);
    await page.getByRole('button', { name: 'Back to the mailbox' }).click();
    await panel(page, 'Maya Castellanos').waitFor();
    await page.close();
  });

  it('finds by words, and shows values that lost a conflict', async () => {
    const page = await opened.page('admin', issues, 390);
    await come(page, /The contact has no name/);
    await page.getByRole('searchbox', { name: 'Search items, fields and people' }).fill('nobody');
    await page.getByText('No issue matches.').waitFor();
    await page.getByRole('searchbox', { name: 'Search items, fields and people' }).fill('');
    await page.getByRole('combobox', { name: 'Show' }).click();
    await page.getByRole('option', { name: 'Kept values of conflicts' }).click();
    await reason(page, /The field was changed on both sides/)
      .or(page.getByText('No value lost a conflict.'))
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.close();
  });

  it('resets a mailbox, asked for twice, without harm', async () => {
    const page = await opened.page('admin');
    const row = page.getByRole('row').filter({ hasText: 'Aiko Tanaka' });
    await inStep(row);
    for (const _time of ['first', 'second']) {
      await row.getByRole('button', { name: 'Show actions' }).click();
      await page.getByRole('menuitem', { name: 'Reset contacts' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    }
    await row.getByText('Reset contacts: Done').waitFor();
    await inStep(row);
    await page.close();
  });

  it('approves held deletions after seeing what would be deleted', async () => {
    const page = await opened.page('admin', '/lightning/o/Tandem_Configuration__c/list');
    await page.getByRole('link', { name: 'Sales team' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sales team' }).waitFor();
    const id = new URL(page.url()).pathname.split('/')[4] ?? '';
    const changed = await page.request.patch(
      new URL(`/services/data/v66.0/ui-api/records/${id}`, page.url()).href,
      { data: { fields: { Contact_Deletes_To_Salesforce__c: 'Delete' } } },
    );
    expect(changed.ok()).toBe(true);
    await page.goto(new URL('/lightning/n/Tandem_Status', page.url()).href);
    const row = page.getByRole('row').filter({ hasText: 'Maya Castellanos' });
    await row.getByRole('button', { name: 'Show actions' }).click();
    await page.getByRole('menuitem', { name: 'Sync now' }).click();
    await row.getByText('Sync now: Done').waitFor();

    const maya = await inOutlook(page, 'maya@fernhill.example');
    const all = await maya.contacts();
    const gone = all.filter(({ displayName }) => displayName !== 'Lena Vogt').slice(0, 60);
    // All at once: a pass in between may carry the first few out, which are too few to be held.
    await Promise.all(gone.map(({ id }) => maya.deletes(id)));
    await page.goto(new URL(issues, page.url()).href);
    await come(page, /Many contacts would be deleted at once/, 'maya@fernhill.example');
    await item(page, 'maya@fernhill.example').click();
    const issue = page.getByRole('region', { name: /maya/ });
    await issue.getByRole('heading', { name: /Would be deleted in Salesforce: \d+/ }).waitFor();
    const named = gone.filter(({ displayName }) => displayName !== '');
    await expect
      .poll(async () => {
        const text = await issue.innerText();
        return named.some(({ displayName }) => text.includes(displayName));
      })
      .toBe(true);
    expect(await barriers(page)).toEqual([]);
    await issue.getByRole('button', { name: 'Approve deletions' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    await issue.getByText(/\d+ deletions are carried out with the next sync\./).waitFor();
    await page.goto(new URL('/lightning/o/Contact/list', page.url()).href);
    await page.getByRole('searchbox', { name: 'Search this list' }).fill('Lena Vogt');
    await page.getByRole('link', { name: 'Lena Vogt' }).waitFor();
    await page.close();
  });
});
