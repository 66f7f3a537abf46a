import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';

const seattle = (state: string) => ({
  businessAddress: { street: '1 Pike St', city: 'Seattle', state, countryOrRegion: 'United States' },
});

scenario(
  "bad input: a state that the org's picklist does not have is listed with its field, keeps nothing else from syncing, and arrives once corrected",
  async ({ world }) => {
    const { ada, salesforce } = world;
    await salesforce.setsUp({ organization: { stateCountryPicklists: true } });
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    const made = await ada.outlook.creates({ givenName: 'New', surname: 'Here', ...seattle('Washingtn') });
    await ada.outlook.edits(inOutlook, { jobTitle: 'Buyer', ...seattle('Wash.') });
    await ada.outlook.creates({ givenName: 'Good', surname: 'Contact', ...seattle('Washington') });

    await world.syncs();

    const issues = await openIssuesOf(world, ada.user);
    expect(issues.map(({ code, exchangeId }) => [code, exchangeId]).toSorted()).toEqual(
      [
        ['TDM-C-REFUSED-BY-SALESFORCE', inOutlook],
        ['TDM-C-REFUSED-BY-SALESFORCE', made],
      ].toSorted(),
    );
    for (const { field, reason } of issues) expect(`${field} ${reason}`).toMatch(/State/);
    expect((await salesforce.contacts()).map(({ fields }) => fields.MailingState ?? null).toSorted()).toEqual(
      ['Washington', null],
    );
    expect(await ada.outlook.sees(made)).toMatchObject(seattle('Washingtn'));
    const attempts = await salesforce.watch({ body: 'Washingtn|Wash\\.' });
    await world.syncs();
    expect(await attempts.seen()).toBe(0);

    await ada.outlook.edits(inOutlook, seattle('Washington'));
    await ada.outlook.edits(made, seattle('Washington'));
    await world.syncs();

    expect((await salesforce.contacts()).map(({ fields }) => fields.MailingState)).toEqual(
      Array.from({ length: 3 }, () => 'Washington'),
    );
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Buyer' });
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await world.verify();
  },
);
