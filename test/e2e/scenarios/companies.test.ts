import { expect } from 'vitest';
import { openIssuesOf } from '../world/open-issues.ts';
import { allowsField } from '../world/permissions.ts';
import { asks } from '../world/requests.ts';
import { scenario } from '../scenario.ts';

/** The company in Outlook is not that of the account, which is what was chosen. */
const CHOSEN = { unmapped: ['AccountId'] };

scenario(
  'an account that is chosen for a company counts for the other contacts of the company, those that wait and those that come, and for nobody else',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    const account = await admin.createsAccount('Acme Holding');
    const atAcme = (surname: string) => ({ givenName: 'At', surname, companyName: 'Acme GmbH' });
    const first = await ada.outlook.creates(atAcme('First'));
    await ada.outlook.creates(atAcme('Waits'));
    await world.syncs();
    const issues = await openIssuesOf(world, ada.user);
    expect(issues.map(({ code }) => code)).toEqual(['TDM-C-COMPANY', 'TDM-C-COMPANY']);
    const issue = issues.find(({ exchangeId }) => exchangeId === first);

    const answer = await asks(world, ada.user, 'ChooseAccount', {
      Issue__c: issue?.id,
      Parameters__c: JSON.stringify({ accountId: account }),
    });
    await ada.outlook.creates(atAcme('Comes Later'));
    await bob.outlook.creates({ givenName: 'Of', surname: 'Bob', companyName: 'ACME GmbH' });
    await world.syncs();

    expect(answer).toMatchObject({ status: 'Done' });
    expect(
      (await world.salesforce.contacts())
        .map(({ fields, accountId }) => [fields.LastName, accountId])
        .toSorted(),
    ).toEqual([
      ['Bob', null],
      ['Comes Later', account],
      ['First', account],
      ['Waits', account],
    ]);
    expect((await ada.outlook.contacts()).map(({ properties }) => properties.companyName)).toEqual([
      'Acme GmbH',
      'Acme GmbH',
      'Acme GmbH',
    ]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    expect(await openIssuesOf(world, bob.user)).toMatchObject([{ code: 'TDM-C-COMPANY' }]);
    await world.verify(CHOSEN);

    const named = await admin.createsAccount('Acme GmbH');
    await ada.outlook.creates(atAcme('By Name'));
    await world.syncs();
    const byName = (await world.salesforce.contacts()).find(({ fields }) => fields.LastName === 'By Name');
    expect(byName?.accountId).toBe(named);
    await world.verify(CHOSEN);
  },
);

scenario(
  'with a placeholder for unknown companies a contact gets that account, and its name never reaches Outlook',
  async ({ world }) => {
    const { ada, admin } = world;
    const placeholder = await admin.createsAccount('Unassigned');
    await admin.sets({ Unknown_Company__c: 'Placeholder', Placeholder_Account__c: placeholder });
    const item = await ada.outlook.creates({ givenName: 'At', surname: 'Nova', companyName: 'Nova Lda' });
    await world.syncs();

    const [contact] = await ada.salesforce.contacts();
    expect(contact?.accountId).toBe(placeholder);
    await ada.salesforce.edits(contact?.id ?? '', { Title: 'Buyer' });
    await world.syncs();

    expect(await ada.outlook.sees(item)).toMatchObject({ companyName: 'Nova Lda', jobTitle: 'Buyer' });
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await world.verify({ unmapped: ['AccountId'] });
  },
);

scenario(
  'bad input: a company that two accounts have the name of is listed with both, and the account that is chosen is taken',
  async ({ world }) => {
    const { ada, admin } = world;
    const accounts = [await admin.createsAccount('Acme'), await admin.createsAccount('ACME')];
    const item = await ada.outlook.creates({ givenName: 'At', surname: 'Acme', companyName: 'Acme' });
    await world.syncs();

    expect((await ada.salesforce.contacts()).map(({ accountId }) => accountId)).toEqual([null]);
    const [issue, ...others] = await openIssuesOf(world, ada.user);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'TDM-C-COMPANY-TWICE', exchangeId: item });
    for (const account of accounts) expect(issue?.details).toContain(account);

    const answer = await asks(world, ada.user, 'ChooseAccount', {
      Issue__c: issue?.id,
      Parameters__c: JSON.stringify({ accountId: accounts[1] }),
    });
    expect(answer).toMatchObject({ status: 'Done' });
    await world.syncs();

    expect((await ada.salesforce.contacts()).map(({ accountId }) => accountId)).toEqual([accounts[1]]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await world.verify();
  },
);

scenario(
  'a company whose account came while the user might not change it is written once they may',
  async ({ world }) => {
    const { ada, admin } = world;
    await ada.outlook.creates({ surname: 'Waits', companyName: 'Acme GmbH' });
    await world.syncs();
    const codes = async () => (await openIssuesOf(world, ada.user)).map(({ code }) => code).toSorted();
    expect(await codes()).toEqual(['TDM-C-COMPANY']);

    await allowsField(world, 'AccountId', 'read');
    const account = await admin.createsAccount('Acme GmbH');
    await world.syncs();
    expect(await codes()).toEqual(['TDM-C-COMPANY', 'TDM-M-FIELDS']);

    await allowsField(world, 'AccountId', 'edit');
    await world.syncs();
    expect(await world.salesforce.contacts()).toMatchObject([{ accountId: account }]);
    expect(await codes()).toEqual([]);
  },
);
