import { expect } from 'vitest';
import type { Person } from '../world/people.ts';
import { linkedContact } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

function people(count: number, name: string) {
  return Array.from({ length: count }, (_, index) => ({
    givenName: name,
    surname: `Number ${index}`,
    emailAddresses: [{ address: `${name.toLowerCase()}${index}@example.test` }],
  }));
}

async function mailboxOf(world: World, { user }: Person) {
  return (await world.salesforce.rows('Tandem_Mailbox__c')).find(({ User__c }) => User__c === user);
}

async function countIn(world: World, { user }: Person): Promise<number> {
  return (await world.salesforce.contacts()).filter(({ owner }) => owner === user).length;
}

scenario(
  'first syncs write no more in an hour than the configuration says, go on when it allows more, and hold up nobody else',
  async ({ world }) => {
    const { ada, admin } = world;
    const linked = await linkedContact(world, ada);
    await admin.sets({ First_Sync_Writes_Per_Hour__c: 3 });
    const cleo = await world.hires('Cleo');
    await cleo.outlook.createsAll(people(5, 'Cleo'));
    await cleo.salesforce.creates({ LastName: 'Outgoing', Email: 'outgoing@example.test' });

    await world.sync();

    expect(await countIn(world, cleo)).toBe(1 + 3);
    expect(await cleo.outlook.contacts()).toHaveLength(5 + 1);
    expect(await mailboxOf(world, cleo)).toMatchObject({
      Contacts_State__c: 'FirstSync',
      Contacts_Progress__c: 66,
      Contacts_Problem__c: 'TDM-M-PACED',
    });

    await ada.outlook.edits(linked.inOutlook, { jobTitle: 'Not held up' });
    await world.sync();
    expect(await ada.salesforce.sees(linked.inSalesforce)).toMatchObject({ Title: 'Not held up' });
    expect(await countIn(world, cleo)).toBe(1 + 3);

    await admin.sets({ First_Sync_Writes_Per_Hour__c: 10 });
    await world.syncs();
    expect(await countIn(world, cleo)).toBe(1 + 5);
    expect(await mailboxOf(world, cleo)).toMatchObject({
      Contacts_State__c: 'InSync',
      Contacts_Progress__c: 100,
    });
    await world.verify();
  },
);

scenario(
  'a configuration of whose writes too many are refused stops itself, alone, until an admin resumes it',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await admin.moves(bob.user, {});
    const linked = await linkedContact(world, ada);
    const rule = {
      object: 'Contact',
      name: 'No_Numbers',
      formula: 'FirstName = "Ada"',
      message: 'Numbers are not welcome.',
    };
    await world.salesforce.setsUp({ validationRules: [rule] });
    await ada.outlook.createsAll(people(21, 'Ada'));

    await world.sync();

    const stops = async () => (await world.issues()).filter(({ code }) => code === 'TDM-B-STOPPED');
    expect(await stops()).toMatchObject([
      { kind: 'Bridge', status: 'Open', item: 'Sales', reason: expect.stringContaining('21 of') as string },
    ]);
    expect(await mailboxOf(world, ada)).toMatchObject({
      Contacts_State__c: 'Paused',
      Contacts_Problem__c: expect.stringContaining('TDM-B-STOPPED') as string,
    });

    await world.database.lose();
    await ada.outlook.edits(linked.inOutlook, { jobTitle: 'Waits' });
    await bob.outlook.createsAll(people(1, 'Bob').map((one) => ({ ...one, surname: 'Goes On' })));
    await world.sync();
    expect(await countIn(world, bob)).toBe(1);
    expect((await ada.salesforce.sees(linked.inSalesforce)).Title).toBeUndefined();

    await world.salesforce.setsUp({ validationRules: [{ ...rule, active: false }] });
    await admin.resumes();
    await world.sync();
    await world.syncs();
    expect(await countIn(world, ada)).toBe(22);
    expect(await ada.salesforce.sees(linked.inSalesforce)).toMatchObject({ Title: 'Waits' });
    expect(await stops()).toMatchObject([{ status: 'Closed' }]);
    await world.verify();
  },
);
