import { expect } from 'vitest';
import type { GoesOut } from '../oracle/honest.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';
import type { Person } from '../world/people.ts';

const titled =
  (title: string): GoesOut =>
  ({ owner, fields }, user) =>
    owner === user && fields.Title === title;

const surnamesIn = async ({ outlook }: Person) =>
  (await outlook.contacts()).map(({ properties }) => String(properties.surname)).toSorted();

const linkOf = async (world: World, recordId: string) =>
  (await world.links())
    .filter((link) => link.recordId === recordId)
    .map(({ state, reason }) => [state, reason]);

const openIssues = async (world: World, code: string) =>
  (await world.issues()).filter((issue) => issue.code === code && issue.status === 'Open');

scenario(
  'a filter that is narrowed takes away the copies that Tandem made, and widened again brings each back once',
  async ({ world }) => {
    const { ada, admin } = world;
    const [buyer, seller, edited] = await ada.salesforce.createsAll([
      { LastName: 'Buyer', Title: 'Buyer', Email: 'buyer@example.test' },
      { LastName: 'Seller', Title: 'Seller', Email: 'seller@example.test' },
      { LastName: 'Edited', Title: 'Seller', Email: 'edited@example.test' },
    ]);
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual(['Buyer', 'Edited', 'Seller']);
    const copy = (await ada.outlook.contacts()).find(({ properties }) => properties.surname === 'Edited');
    await ada.outlook.edits(copy?.id ?? '', { mobilePhone: '+351 91 000' });

    await admin.filters(['Contact', 'Title', 'Equals', 'Buyer']);
    await world.syncs();

    expect(await surnamesIn(ada)).toEqual(['Buyer', 'Edited']);
    expect(await linkOf(world, buyer ?? '')).toEqual([['Live', null]]);
    expect(await linkOf(world, seller ?? '')).toEqual([['Suppressed', 'OutOfFilter']]);
    expect(await linkOf(world, edited ?? '')).toEqual([['Suppressed', 'OutOfFilter']]);
    expect(await openIssues(world, 'TDM-C-LEFT-FILTER')).toMatchObject([{ recordId: edited }]);
    await world.verify({ goesOut: titled('Buyer') });

    await admin.filters();
    await world.syncs();

    expect(await surnamesIn(ada)).toEqual(['Buyer', 'Edited', 'Seller']);
    expect(await ada.salesforce.contacts()).toHaveLength(3);
    expect(await ada.salesforce.sees(edited ?? '')).toMatchObject({ MobilePhone: '+351 91 000' });
    expect(await openIssues(world, 'TDM-C-LEFT-FILTER')).toEqual([]);
    await world.verify();
  },
);

scenario(
  'a condition on the account lets contacts in and out as the account changes, though they do not',
  async ({ world }) => {
    const { ada, admin } = world;
    const bank = await admin.createsAccount('Bank', { Industry: 'Banking' });
    const farm = await admin.createsAccount('Farm', { Industry: 'Agriculture' });
    await admin.filters(['Account', 'Industry', 'Equals', 'Banking']);
    await ada.salesforce.createsAll([
      { LastName: 'Banker', Account: 'Bank' },
      { LastName: 'Farmer', Account: 'Farm' },
      { LastName: 'Loner' },
    ]);
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual(['Banker']);

    await admin.edits('Account', farm, { Industry: 'Banking' });
    await admin.edits('Account', bank, { Industry: 'Technology' });
    await world.syncs();

    expect(await surnamesIn(ada)).toEqual(['Farmer']);
    await world.verify({ goesOut: ({ accountId }, user) => user === ada.user && accountId === farm });
  },
);

scenario(
  'a condition that cannot work stops further contacts, says why, and removes nothing',
  async ({ world }) => {
    const { ada, admin } = world;
    const known = await ada.salesforce.creates({ LastName: 'Known', Title: 'Buyer' });
    await world.syncs();

    await admin.filters(['Contact', 'Title', 'Equals', 'Seller'], ['Contact', 'Hobby__c', 'Equals', 'Golf']);
    await ada.salesforce.creates({ LastName: 'New', Title: 'Seller' });
    await ada.salesforce.edits(known, { Phone: '+351 21 000' });
    await world.syncs();

    expect(await surnamesIn(ada)).toEqual(['Known']);
    const [contact] = await ada.outlook.contacts();
    expect(contact?.properties).toMatchObject({ businessPhones: ['+351 21 000'] });
    const issues = (await openIssues(world, 'TDM-M-FILTER')).filter(({ user }) => user === ada.user);
    expect(issues).toMatchObject([
      { field: 'Contact.Hobby__c', reason: expect.stringContaining('no field Hobby__c') as string },
    ]);
    await world.verify({ goesOut: () => false });

    await admin.filters(['Contact', 'Title', 'Equals', 'Seller']);
    await world.syncs();

    expect(await surnamesIn(ada)).toEqual(['New']);
    expect(await openIssues(world, 'TDM-M-FILTER')).toEqual([]);
    await world.verify({ goesOut: titled('Seller') });
  },
);

scenario(
  'a filter that matches nothing is legal: many copies are held, what the user changed is kept',
  async ({ world }) => {
    const { ada, admin } = world;
    await ada.salesforce.createsAll(
      Array.from({ length: 12 }, (_, index) => ({ LastName: `Number ${index}`, Title: 'Buyer' })),
    );
    await world.syncs();
    const [mine] = await ada.outlook.contacts();
    await ada.outlook.edits(mine?.id ?? '', { mobilePhone: '+351 91 000' });

    await admin.filters(['Contact', 'Title', 'Equals', 'Nobody']);
    await world.sync();

    expect(await ada.outlook.contacts()).toHaveLength(12);
    expect((await openIssues(world, 'TDM-M-HELD')).map(({ user }) => user)).toEqual([ada.user]);
    expect(await openIssues(world, 'TDM-C-LEFT-FILTER')).toHaveLength(1);

    await admin.filters();
    await world.syncs();

    expect(await ada.outlook.contacts()).toHaveLength(12);
    expect(await openIssues(world, 'TDM-M-HELD')).toEqual([]);
    await world.verify();
  },
);
scenario(
  'a contact that the user follows goes out whatever the filter says, and no longer once it is not followed',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await admin.sets({ Include_Followed__c: true });
    await admin.filters(['Contact', 'Title', 'Equals', 'Buyer']);
    await admin.createsAccount('Acme');
    const foreign = await bob.salesforce.creates({
      LastName: 'Followed',
      Title: 'Seller',
      Account: 'Acme',
    });
    await ada.salesforce.creates({ LastName: 'Mine', Title: 'Seller' });
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual([]);

    await world.salesforce.follow(foreign, ada.user);
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual(['Followed']);
    expect(await surnamesIn(bob)).toEqual([]);
    await bob.salesforce.edits(foreign, { Phone: '+351 21 000' });
    await world.syncs();
    expect((await ada.outlook.contacts())[0]?.properties).toMatchObject({ businessPhones: ['+351 21 000'] });

    await world.salesforce.unfollow(foreign, ada.user);
    await world.syncs();

    expect(await surnamesIn(ada)).toEqual([]);
    expect(await linkOf(world, foreign)).toEqual([['Suppressed', 'OutOfFilter']]);
    await world.verify({ goesOut: titled('Buyer') });
  },
);

scenario(
  'with all visible contacts going out, each of two mailboxes gets what its user sees, and no more',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await world.salesforce.keepsContactsPrivate();
    await admin.sets({ Contact_Scope__c: 'Visible' });
    await admin.createsAccount('Acme');
    const [shared, own] = await bob.salesforce.createsAll([
      { LastName: 'Shared', Account: 'Acme' },
      { LastName: 'Secret', Account: 'Acme' },
    ]);
    await ada.salesforce.creates({ LastName: 'Mine', Account: 'Acme' });
    await world.salesforce.share(shared ?? '', ada.user, bob.user);
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual(['Mine', 'Shared']);
    expect(await surnamesIn(bob)).toEqual(['Secret', 'Shared']);

    await bob.salesforce.edits(shared ?? '', { Phone: '+351 21 000' });
    await bob.salesforce.edits(own ?? '', { Phone: '+351 21 001' });
    const late = await bob.salesforce.creates({ LastName: 'Late', Account: 'Acme' });
    await world.salesforce.share(late, ada.user, bob.user);
    await world.syncs();

    expect(await surnamesIn(ada)).toEqual(['Late', 'Mine', 'Shared']);
    const phones = async (person: Person) =>
      (await person.outlook.contacts()).flatMap(({ properties }) => properties.businessPhones).toSorted();
    expect(await phones(ada)).toEqual(['+351 21 000']);
    expect(await phones(bob)).toEqual(['+351 21 000', '+351 21 001']);
    expect(await world.salesforce.contacts()).toHaveLength(4);
    await world.verify({
      goesOut: ({ owner, fields }, user) =>
        owner === user || (user === ada.user && ['Shared', 'Late'].includes(String(fields.LastName))),
    });
  },
);

scenario(
  'person accounts go out once they are included, are written through their account, and are never deleted from Outlook',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await salesforce.setsUp({ organization: { personAccounts: true } });
    await admin.mayWritePersonAccounts();
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    await admin.createsAccount('', {
      Name: null,
      FirstName: 'Pia',
      LastName: 'Person',
      PersonEmail: 'pia@example.test',
      OwnerId: ada.user,
    });
    await ada.salesforce.creates({ LastName: 'Plain' });
    const isPerson = ({ fields }: { fields: Readonly<Record<string, unknown>> }) =>
      fields.IsPersonAccount === true;
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual(['Plain']);
    await world.verify({ goesOut: (record, user) => record.owner === user && !isPerson(record) });

    await admin.sets({ Include_Person_Accounts__c: true });
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual(['Person', 'Plain']);
    const pia = (await ada.outlook.contacts()).find(({ properties }) => properties.surname === 'Person');
    expect(pia?.properties.companyName ?? null).toBeNull();
    await ada.outlook.edits(pia?.id ?? '', {
      mobilePhone: '+351 91 000',
      businessAddress: { city: 'Porto' },
      companyName: 'Acme',
    });
    await world.syncs();

    const [person] = (await salesforce.rows('Account')).filter(({ IsPersonAccount }) => IsPersonAccount);
    expect(person).toMatchObject({ PersonMobilePhone: '+351 91 000', PersonMailingCity: 'Porto' });
    expect(await openIssues(world, 'TDM-C-PERSON-FIELD')).toMatchObject([{ field: 'AccountId' }]);
    await admin.edits('Account', String(person?.Id), { PersonTitle: 'Buyer' });
    await world.syncs();
    expect(await ada.outlook.sees(pia?.id ?? '')).toMatchObject({ jobTitle: 'Buyer', companyName: 'Acme' });
    await world.verify();

    await ada.outlook.deletes(pia?.id ?? '');
    await world.syncs();

    expect((await salesforce.contacts()).filter(isPerson)).toHaveLength(1);
    expect(await openIssues(world, 'TDM-C-PERSON-KEPT')).toHaveLength(1);
    await world.verify();
  },
);

scenario(
  'where accounts are private, a change of a person account is listed until the account is shared with the bridge',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await salesforce.setsUp({ organization: { personAccounts: true } });
    await salesforce.keepsContactsPrivate();
    await admin.sets({ Include_Person_Accounts__c: true });
    const bridge = await admin.mayWritePersonAccounts();
    const pia = await admin.createsAccount('', { Name: null, LastName: 'Person', OwnerId: ada.user });
    await world.syncs();
    const [copy] = await ada.outlook.contacts();
    await ada.outlook.edits(copy?.id ?? '', { mobilePhone: '+351 91 000' });
    await world.syncs();
    const [refused, ...others] = await openIssues(world, 'TDM-C-REFUSED-BY-SALESFORCE');
    expect(others).toEqual([]);
    expect(await ada.outlook.sees(copy?.id ?? '')).toMatchObject({ mobilePhone: '+351 91 000' });

    await salesforce.share(pia, bridge, ada.user, 'Edit');
    await admin.resolves(refused?.id ?? '', 'Retry');
    await world.syncs();

    const [person] = (await salesforce.rows('Account')).filter(({ IsPersonAccount }) => IsPersonAccount);
    expect(person).toMatchObject({ PersonMobilePhone: '+351 91 000' });
    expect(await openIssues(world, 'TDM-C-REFUSED-BY-SALESFORCE')).toEqual([]);
    await world.verify();
  },
);
