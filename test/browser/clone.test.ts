import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './accessible.ts';
import { bridge, openOrg } from './org.ts';
import type { OpenedOrg } from './org.ts';

/** Opens the menu of the configuration and begins to copy it. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Configurations' }).click();
  await page
    .getByRole('button', { name: /Sales team$/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: 'Clone' }).click();
}

describe('an admin copies a configuration in a browser', () => {
  let opened: OpenedOrg;
  beforeAll(async () => {
    const of = { Configuration__c: '@salesTeam', Object__c: 'Contact' };
    opened = await openOrg({
      Tandem_Bridge__c: [bridge(0)],
      Tandem_Filter__c: [{ ...of, Field__c: 'Department', Operator__c: 'Equals', Value__c: 'Sales' }],
      Tandem_Field_Mapping__c: [
        { ...of, Salesforce_Field__c: 'Nickname__c', Exchange_Property__c: 'nickName', Direction__c: 'Both' },
      ],
    });
  });
  afterAll(() => opened?.close());

  it('with its settings, conditions and field mappings, but neither its people nor its being active', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Setup');
    await begin(page);
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('Sales team (copy)');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'OK' }).click();
    await page.getByText('Nobody is in this configuration yet.').waitFor();
    await page.getByText('Sales team (copy)').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'All configurations' }).click();
    await page.getByRole('row').filter({ hasText: 'Sales team (copy)' }).hover();
    expect(await barriers(page), 'the names of hovered rows').toEqual([]);

    const [team, copy] = await opened.org.people.query(
      'SELECT Name, Active__c, Description__c, Contact_Direction__c, Contact_Scope__c, Window_Days_Back__c FROM Tandem_Configuration__c ORDER BY Name',
    );
    expect(copy).toMatchObject({ ...team, Name: 'Sales team (copy)', Active__c: false, attributes: {} });
    const count = async (object: string) => {
      const soql = `SELECT Id FROM ${object} WHERE Configuration__r.Name = 'Sales team (copy)'`;
      return (await opened.org.people.query(soql)).length;
    };
    expect([await count('Tandem_Filter__c'), await count('Tandem_Field_Mapping__c')]).toEqual([1, 1]);
    expect(await count('Tandem_Assignment__c')).toBe(0);
    await page.close();
  });

  it('on a phone, with a name that no other has', async () => {
    const page = await opened.page('admin', '/lightning/n/Tandem_Setup', 390);
    await begin(page);
    await expect
      .poll(() => page.getByRole('dialog').getByRole('textbox').inputValue())
      .toBe('Sales team (copy 2)');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.close();
  });
});
