import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { asks } from '../world/requests.ts';
import { scenario } from '../scenario.ts';

const refused = (code: string) => ({ status: 'Refused', code });

scenario(
  'bad input: a request of an unknown kind is refused with what to do, and the next one is served',
  async ({ world }) => {
    const { ada } = world;
    await linkedContact(world, ada);

    // The package is newer than the bridge.
    const kind = { object: 'Tandem_Request__c', fullName: 'Kind__c', type: 'Picklist', label: 'Kind' };
    const values = ['SyncNow', 'Undo'].map((fullName) => ({ fullName }));
    await world.salesforce.setsUp({ customFields: [{ ...kind, values }] });
    const answer = await asks(world, ada.user, 'Undo');

    expect(answer).toMatchObject(refused('TDM-R-UNKNOWN'));
    expect(answer.result.remedy).toMatch(/upgrade/i);
    expect(await asks(world, ada.user, 'SyncNow')).toMatchObject({ status: 'Done', code: null });
    await world.verify();
  },
);

scenario(
  "bad input: a request about another person's mailbox, issue or hidden record is refused and tells nothing of it",
  async ({ world }) => {
    const { ada, bob } = world;
    await world.salesforce.opens({ Account: 'Private', Contact: 'Private' });
    const secret = await ada.salesforce.creates({ FirstName: 'Eva', LastName: 'Secret' });
    await ada.outlook.creates({ businessPhones: ['+351 99'] });
    const nameless = await bob.outlook.creates({ businessPhones: ['+351 98'] });
    await world.syncs();
    const [adas] = await openIssuesOf(world, ada.user);
    const [bobs] = await openIssuesOf(world, bob.user);
    const Parameters__c = JSON.stringify({ recordId: secret });

    const answers = [
      await asks(world, bob.user, 'SyncNow', { User__c: ada.user }),
      await asks(world, bob.user, 'Ignore', { Issue__c: adas?.id }),
      await asks(world, bob.user, 'ChooseContact', { Issue__c: adas?.id, Parameters__c }),
      await asks(world, bob.user, 'ChooseContact', { Issue__c: bobs?.id, Parameters__c }),
      await asks(world, bob.user, 'ExplainRecord', { Record_Id__c: secret }),
    ];

    expect(answers).toMatchObject([
      refused('TDM-R-NOT-YOURS'),
      refused('TDM-R-NO-ISSUE'),
      refused('TDM-R-NO-ISSUE'),
      refused('TDM-R-NO-RECORD'),
      refused('TDM-R-NO-RECORD'),
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/Secret|Eva/);
    expect((await world.links()).filter(({ exchangeId }) => exchangeId === nameless)).toEqual([]);
    expect((await openIssuesOf(world, ada.user)).map(({ id }) => id)).toContain(adas?.id);
    await world.verify();
  },
);

scenario(
  "a request may name a colleague's record that its creator can see: explained, and chosen for a contact",
  async ({ world }) => {
    const { ada, bob } = world;
    await world.admin.createsAccount('Acme');
    const shared = await ada.salesforce.creates({ FirstName: 'Eva', LastName: 'Shared', Account: 'Acme' });
    const nameless = await bob.outlook.creates({ businessPhones: ['+351 98'] });
    await world.syncs();
    const [bobs] = await openIssuesOf(world, bob.user);

    const why = await asks(world, bob.user, 'ExplainRecord', { Record_Id__c: shared });
    const choice = await asks(world, bob.user, 'ChooseContact', {
      Issue__c: bobs?.id,
      Parameters__c: JSON.stringify({ recordId: shared }),
    });

    expect(why).toMatchObject({ status: 'Done', result: { code: 'TDM-R-NOT-OWN' } });
    expect(choice).toMatchObject({ status: 'Done' });
    await world.syncs();
    expect((await world.links()).filter(({ user }) => user === bob.user)).toMatchObject([
      { exchangeId: nameless, recordId: shared, state: 'Live' },
    ]);
    expect(await bob.outlook.sees(nameless)).toMatchObject({ givenName: 'Eva', surname: 'Shared' });
    await world.verify();
  },
);
