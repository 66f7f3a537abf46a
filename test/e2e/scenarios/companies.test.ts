import { expect } from 'vitest';
import { openIssuesOf } from '../world/open-issues.ts';
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
