import { expect } from 'vitest';
import { linkedContact, linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const GOOD = { givenName: 'Good', surname: 'Contact', emailAddresses: [{ address: 'good@example.test' }] };

async function openIssues(world: World) {
  return (await world.issues()).filter(({ status }) => status === 'Open');
}

scenario(
  'bad input: a street of 300 characters arrives shortened, is listed with its field, and stays whole in Outlook',
  async ({ world }) => {
    const { ada } = world;
    const street = 'Avenida da Liberdade '.repeat(15).slice(0, 300);
    const long = await ada.outlook.creates({
      givenName: 'Long',
      surname: 'Street',
      businessAddress: { street, city: 'Lisboa' },
    });
    await ada.outlook.creates(GOOD);

    await world.syncs();

    const streets = (await ada.salesforce.contacts()).map(({ fields }) => fields.MailingStreet);
    expect(streets).toContain(street.slice(0, 255).trim());
    expect(await ada.outlook.sees(long)).toMatchObject({ businessAddress: { street, city: 'Lisboa' } });
    expect(await openIssues(world)).toMatchObject([
      { exchangeId: long, item: expect.stringContaining('Street') as string },
    ]);
    await world.verify();
  },
);

scenario(
  'bad input: an address for a contact that has three already goes to the first place; the other two stay',
  async ({ world }) => {
    const { ada } = world;
    const others = [{ address: 'second@example.test' }, { address: 'third@example.test' }];
    const { inOutlook, inSalesforce, email } = await linkedContact(world, ada, {
      outlook: { emailAddresses: [{ address: 'ana0@ada.example.test' }, ...others] },
    });
    expect(email).toBe('ana0@ada.example.test');

    await ada.salesforce.edits(inSalesforce, { Email: 'fourth@example.test' });
    await world.syncs();

    const { emailAddresses } = await ada.outlook.sees(inOutlook);
    expect((emailAddresses as { address: string }[]).map(({ address }) => address)).toEqual([
      'fourth@example.test',
      'second@example.test',
      'third@example.test',
    ]);
    await world.verify();
  },
);

scenario(
  'bad input: a fourth address met at the first sync displaces none without a trace',
  async ({ world }) => {
    const { ada } = world;
    const addresses = ['one', 'two', 'three'].map((name) => ({ address: `${name}@example.test` }));
    const inOutlook = await ada.outlook.creates({
      givenName: 'Four',
      surname: 'Addresses',
      emailAddresses: addresses,
    });
    await ada.salesforce.creates({ FirstName: 'Four', LastName: 'Addresses', Email: 'four@example.test' });
    await ada.outlook.creates(GOOD);

    await world.syncs();

    const { emailAddresses } = await ada.outlook.sees(inOutlook);
    expect(emailAddresses).toHaveLength(3);
    await world.verify();
  },
);

scenario(
  'bad input: a contact with no name at all is listed and not tried again; the others go on',
  async ({ world }) => {
    const { ada } = world;
    const nameless = await ada.outlook.creates({ businessPhones: ['+351 99 999 999'] });
    await ada.outlook.creates(GOOD);

    await world.syncs();

    expect((await ada.salesforce.contacts()).map(({ fields }) => fields.LastName)).toEqual(['Contact']);
    expect(await openIssues(world)).toMatchObject([{ kind: 'Contact', exchangeId: nameless }]);
    const attempts = await world.salesforce.watch({ body: '99 999 999' });
    await world.syncs();
    expect(await attempts.seen()).toBe(0);

    await ada.outlook.edits(nameless, { givenName: 'At', surname: 'Last' });
    await world.syncs();

    expect((await ada.salesforce.contacts()).map(({ fields }) => fields.LastName)).toContain('Last');
    expect(await openIssues(world)).toEqual([]);
    await world.verify();
  },
);

scenario(
  'bad input: a contact that is only an e-mail address arrives under its local part',
  async ({ world }) => {
    const { ada } = world;
    await ada.outlook.creates({ emailAddresses: [{ address: 'info.desk@example.test' }] });

    await world.syncs();

    expect((await ada.salesforce.contacts()).map(({ fields }) => fields.LastName)).toEqual(['info.desk']);
    await world.verify();
  },
);

scenario(
  'bad input: a custom field that the customer made required lists what cannot be created; updates go on',
  async ({ world }) => {
    const { ada } = world;
    await world.salesforce.addRequiredField('Contact', 'Region__c');
    const linked = await linkedContact(world, ada, { salesforce: { Region__c: 'South' } });
    const refused = await ada.outlook.creates(GOOD);
    await ada.outlook.edits(linked.inOutlook, { jobTitle: 'Updated all the same' });

    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(1);
    const issues = await openIssues(world);
    expect(issues).toMatchObject([{ kind: 'Contact', exchangeId: refused }]);
    expect(`${issues[0]?.field} ${issues[0]?.reason}`).toContain('Region__c');
    expect(await ada.salesforce.sees(linked.inSalesforce)).toMatchObject({ Title: 'Updated all the same' });
    await world.verify();
  },
);

scenario(
  "bad input: a customer's validation rule refuses one record: it is listed with the rule's message, the others go on, and once it fits it arrives",
  async ({ world }) => {
    const { ada } = world;
    await world.salesforce.setsUp({
      validationRules: [
        {
          object: 'Contact',
          name: 'Department_Needed',
          formula: 'AND(ISBLANK(Department), LastName = "Ruled")',
          message: 'Say which department.',
        },
      ],
    });
    const refused = await ada.outlook.creates({ givenName: 'Rita', surname: 'Ruled' });
    await ada.outlook.creates(GOOD);

    await world.syncs();

    expect((await ada.salesforce.contacts()).map(({ fields }) => fields.LastName)).toEqual(['Contact']);
    const issues = await openIssues(world);
    expect(issues).toMatchObject([{ code: 'TDM-C-REFUSED-BY-SALESFORCE', exchangeId: refused }]);
    expect(JSON.stringify(issues[0])).toContain('Say which department.');
    await world.verify();

    await ada.outlook.edits(refused, { department: 'Sales' });
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(2);
    expect(await openIssues(world)).toEqual([]);
    await world.verify();
  },
);

scenario(
  'bad input: a company without an account stays in Outlook and is listed; later the account is found',
  async ({ world }) => {
    const { ada, admin } = world;
    const inOutlook = await ada.outlook.creates({ ...GOOD, companyName: 'Nova Lda' });

    await world.syncs();

    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ companyName: 'Nova Lda' });
    expect(await openIssues(world)).toMatchObject([{ exchangeId: inOutlook }]);
    await world.verify();
    expect(await world.salesforce.accounts()).toEqual([]);

    const account = await admin.createsAccount('NOVA LDA');
    await ada.outlook.edits(inOutlook, { jobTitle: 'Touched' });
    await world.syncs();

    expect((await ada.salesforce.contacts()).map((contact) => contact.accountId)).toEqual([account]);
    expect(await openIssues(world)).toEqual([]);
    await world.verify();
  },
);

scenario(
  'bad input: two contacts that one record would match are never merged or copied a third time',
  async ({ world }) => {
    const { ada } = world;
    const twin = { givenName: 'Twin', surname: 'Case', emailAddresses: [{ address: 'twin@example.test' }] };
    await ada.outlook.createsAll([twin, { ...twin, jobTitle: 'The other one' }]);
    await ada.salesforce.creates({ FirstName: 'Twin', LastName: 'Case', Email: 'twin@example.test' });
    await linkedContacts(world, ada, 2);

    expect(await ada.outlook.contacts()).toHaveLength(4);
    expect((await ada.salesforce.contacts()).length).toBeLessThanOrEqual(4);
    await world.verify();
  },
);

scenario(
  'bad input: a value that Exchange refuses is listed with its reason and not tried again and again until it changes; others go on',
  async ({ world }) => {
    const { ada, exchange } = world;
    const [bad, good] = await linkedContacts(world, ada, 2);
    if (!bad || !good) throw new Error('nothing was linked');
    const error = { code: 'ErrorInvalidProperty', message: 'The value of jobTitle is not valid.' };
    const refusal = await exchange.fault({
      match: { method: 'PATCH', path: '/contacts/', body: 'Refused by Exchange' },
      times: 0,
      effect: { kind: 'status', status: 400, body: { error } },
    });
    await ada.salesforce.edits(bad.inSalesforce, { Title: 'Refused by Exchange' });
    await ada.salesforce.edits(good.inSalesforce, { Title: 'Goes on' });

    await world.syncs();

    expect(await ada.outlook.sees(good.inOutlook)).toMatchObject({ jobTitle: 'Goes on' });
    const issues = await openIssues(world);
    expect(issues).toMatchObject([{ code: 'TDM-C-REFUSED-BY-EXCHANGE', exchangeId: bad.inOutlook }]);
    expect(`${issues[0]?.field} ${issues[0]?.reason}`).toMatch(/Title|jobTitle/);
    await world.syncs();
    const tried = await refusal.fired();
    await world.syncs();
    expect(await refusal.fired()).toBe(tried);

    await ada.salesforce.edits(bad.inSalesforce, { Title: 'Taken by Exchange' });
    await world.syncs();

    expect(await ada.outlook.sees(bad.inOutlook)).toMatchObject({ jobTitle: 'Taken by Exchange' });
    expect(await openIssues(world)).toEqual([]);
    await world.verify();
  },
);
