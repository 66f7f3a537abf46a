import { expect } from 'vitest';
import { violationsIn } from './oracle/invariants.ts';
import { createLedger } from './oracle/ledger.ts';
import type { Ledger } from './oracle/ledger.ts';
import { scenario } from './scenario.ts';
import type { World } from './world.ts';
import { calendarsOf, hour } from './world/calendar.ts';

async function broken(world: World, ledger: Ledger = createLedger()): Promise<string[]> {
  return violationsIn(await world.snapshot(), ledger).map(({ invariant }) => invariant);
}

async function anaOnBothSides({ ada }: World) {
  const inOutlook = await ada.outlook.creates({
    givenName: 'Ana',
    surname: 'Diaz',
    emailAddresses: [{ address: 'ana@example.test' }],
    businessPhones: ['1'],
    birthday: '1985-05-17T12:00:00Z',
    businessAddress: { city: 'Porto' },
  });
  const inSalesforce = await ada.salesforce.creates({
    FirstName: 'Ana',
    LastName: 'Diaz',
    Email: 'ana@example.test',
    Phone: '1',
    Birthdate: '1985-05-17',
    MailingCity: 'Porto',
  });
  return { inOutlook, inSalesforce };
}

async function link({ ada, salesforce }: World, exchangeId: string, recordId: string): Promise<void> {
  const Link_Key__c = `${ada.user}|contacts|${exchangeId}`;
  const fields = {
    Link_Key__c,
    Exchange_Id__c: exchangeId,
    Record_Id__c: recordId,
    Kind__c: 'Contact',
    Scope__c: 'contacts',
  };
  await salesforce.insert('Tandem_Link__c', [{ ...fields, State__c: 'Live' }], ada.user);
}

scenario(
  'the oracle sees what both services hold: unlinked items, then an equal pair, then a difference',
  async ({ world }) => {
    const { inOutlook, inSalesforce } = await anaOnBothSides(world);
    expect(await broken(world)).toEqual(['I6', 'I6']);

    await link(world, inOutlook, inSalesforce);
    expect(await broken(world)).toEqual([]);

    await world.ada.salesforce.edits(inSalesforce, { Phone: '2' });
    expect(await broken(world)).toEqual(['I1']);
  },
);

scenario('the oracle sees an issue and whose mailbox it belongs to', async ({ world }) => {
  const { ada, salesforce } = world;
  const inOutlook = await ada.outlook.creates({ businessPhones: ['1'] });
  const [Mailbox__c] = await salesforce.insert(
    'Tandem_Mailbox__c',
    [{ User__c: ada.user, User_Key__c: ada.user }],
    ada.user,
  );
  const issue = {
    Issue_Key__c: 'k',
    Code__c: 'TDM-C-NAMELESS',
    Kind__c: 'Contact',
    Status__c: 'Open',
    Item__c: '(no name)',
  };
  await salesforce.insert(
    'Tandem_Issue__c',
    [{ ...issue, Mailbox__c, Exchange_Id__c: inOutlook, Reason__c: 'No name.', Remedy__c: 'Enter one.' }],
    ada.user,
  );

  expect(await world.issues()).toMatchObject([
    { user: ada.user, exchangeId: inOutlook, code: 'TDM-C-NAMELESS' },
  ]);
  expect(await broken(world)).toEqual([]);
});

scenario(
  'people leave a ledger of what they entered, and moving a contact out takes it from the folder',
  async ({ world }) => {
    const { ada } = world;
    const { inOutlook } = await anaOnBothSides(world);
    expect(await ada.outlook.contacts()).toHaveLength(1);

    await ada.outlook.movesOut(inOutlook);

    expect(await ada.outlook.contacts()).toEqual([]);
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ surname: 'Diaz' });
  },
);

scenario(
  "an admin's account is found by its name, and a required field refuses a new record",
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    const account = await admin.createsAccount('Acme');
    await ada.salesforce.creates({ LastName: 'Diaz', Account: 'Acme' });
    expect((await salesforce.contacts()).map(({ accountId }) => accountId)).toEqual([account]);

    await salesforce.addRequiredField('Contact', 'Region__c');

    await expect(ada.salesforce.creates({ LastName: 'Other' })).rejects.toThrow('Region__c');
    await ada.salesforce.creates({ LastName: 'Other', Region__c: 'South' });
    expect(await salesforce.contacts()).toHaveLength(2);
  },
);

scenario("the oracle sees mail that a sync caused, and none in a person's invitation", async ({ world }) => {
  world.settings.TANDEM_MAY_MAIL = 'yes';
  const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
  const guests = { attendees: [{ emailAddress: { address: 'guest@elsewhere.example' } }] };
  await calendars.creates(world.ada, hour('Planning', 3, guests));
  await world.syncs();
  expect(await world.exchange.mail.read()).toHaveLength(1);
  expect(await broken(world)).not.toContain('I5');

  const [row] = await calendars.rows();
  await calendars.changes(world.ada, String(row?.Id), { Subject: 'Planning of the year' });
  await world.syncs();
  expect(await broken(world)).toContain('I5');
});
