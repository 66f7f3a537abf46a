import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';

scenario(
  'S-C1: the same person on both sides is paired, letter case ignored, and each gap is filled',
  async ({ world }) => {
    const { ada } = world;
    const inOutlook = await ada.outlook.creates({
      givenName: 'Ana',
      surname: 'Diaz',
      emailAddresses: [{ address: 'Ana.Diaz@Example.test' }],
      mobilePhone: '+34 600 100 200',
    });
    const inSalesforce = await ada.salesforce.creates({
      FirstName: 'Ana',
      LastName: 'Diaz',
      Email: 'ana.diaz@example.test',
      Title: 'Buyer',
    });

    const { mailboxes } = await world.syncs();

    expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({
      paired: 1,
      created: { exchange: 0, salesforce: 0 },
    });
    expect(await ada.outlook.contacts()).toHaveLength(1);
    expect(await ada.salesforce.contacts()).toHaveLength(1);
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ jobTitle: 'Buyer' });
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ MobilePhone: '+34 600 100 200' });
    await world.verify();
  },
);

scenario(
  'S-C2: one contact with a display name of one word stops none of fifty others',
  async ({ world }) => {
    const { ada } = world;
    const good = Array.from({ length: 50 }, (_, index) => ({
      givenName: 'Good',
      surname: `Contact ${index}`,
      emailAddresses: [{ address: `good${index}@example.test` }],
    }));
    const [odd] = await ada.outlook.createsAll([{ displayName: 'Prince' }, ...good]);

    await world.syncs();

    const emails = (await ada.salesforce.contacts()).map(({ fields }) => fields.Email);
    expect(emails.filter((email) => String(email).startsWith('good'))).toHaveLength(50);
    const attempts = await world.salesforce.watch({ body: 'Prince' });
    await world.sync();
    expect(await attempts.seen()).toBe(0);

    await ada.outlook.edits(odd as string, { givenName: 'Prince', surname: 'Nelson' });
    await world.syncs();

    const names = (await ada.salesforce.contacts()).map(
      ({ fields }) => `${String(fields.FirstName)} ${String(fields.LastName)}`,
    );
    expect(names).toContain('Prince Nelson');
    expect(names).toHaveLength(51);
    await world.verify();
  },
);

scenario(
  'S-C3: a changed phone is all that is written; what is not mapped stays as it was',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.switchesOff({ Description: 'personalNotes', AssistantName: 'assistantName' });
    const { inOutlook, inSalesforce } = await linkedContact(world, ada, {
      outlook: {
        categories: ['Red category'],
        personalNotes: 'Met in Lisbon.\r\nLikes tea.',
        assistantName: 'Joana',
        officeLocation: 'B 12',
        spouseName: 'Rui',
        children: ['Inês'],
      },
    });
    const before = await ada.outlook.sees(inOutlook);
    const otherWrites = await world.exchange.watch({
      method: 'PATCH',
      path: '/contacts/',
      body: '"(?!businessPhones")[A-Za-z]+"\\s*:',
    });
    const writes = await world.exchange.watch({ method: 'PATCH', path: '/contacts/' });

    await ada.salesforce.edits(inSalesforce, { Phone: '+351 21 000 000' });
    await world.syncs();

    const { lastModifiedDateTime: _before, ...unchanged } = before;
    const { lastModifiedDateTime: _after, ...after } = await ada.outlook.sees(inOutlook);
    delete (unchanged as Record<string, unknown>)['@odata.etag'];
    delete (after as Record<string, unknown>)['@odata.etag'];
    expect(after).toEqual({ ...unchanged, businessPhones: ['+351 21 000 000'] });
    expect([await writes.seen(), await otherWrites.seen()]).toEqual([1, 0]);
    await world.verify({ unmapped: ['Description', 'AssistantName'] });
  },
);

scenario(
  'S-C4: a street of 300 characters is shortened in Salesforce only, listed, and never bounces',
  async ({ world }) => {
    const { ada } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    const lines = ['Rua do Ouro '.repeat(11), 'Second floor '.repeat(12)];
    const street = `${lines.join('\r\n').padEnd(297, '!')}   `;
    expect(street).toHaveLength(300);

    await ada.outlook.edits(inOutlook, { businessAddress: { street, city: 'Porto' } });
    await world.syncs();

    const inPorto = await ada.salesforce.sees(inSalesforce);
    const kept = String(inPorto.MailingStreet).replaceAll('\r\n', '\n');
    expect(street.replaceAll('\r\n', '\n').startsWith(kept)).toBe(true);
    expect(kept.length).toBeGreaterThanOrEqual(250);
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ businessAddress: { street } });
    const listed = (await world.issues()).filter(
      ({ status, exchangeId }) => status === 'Open' && exchangeId === inOutlook,
    );
    expect(listed).toHaveLength(1);
    expect(listed[0]?.field).toMatch(/MailingStreet|street/);
    await world.verify();
  },
);

scenario(
  'S-C5: a company typed in Outlook and an account chosen in Salesforce end as the account',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.createsAccount('Acme');
    const beta = await admin.createsAccount('Beta');
    const { inOutlook, inSalesforce } = await linkedContact(world, ada, {
      outlook: { companyName: 'Acme' },
      salesforce: { Account: 'Acme' },
    });

    await ada.outlook.edits(inOutlook, { companyName: 'Acme Ltd' });
    await ada.salesforce.edits(inSalesforce, { Account: 'Beta' });
    await world.syncs();

    expect((await world.salesforce.accounts()).map(({ name }) => name).toSorted()).toEqual(['Acme', 'Beta']);
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ companyName: 'Beta' });
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ AccountId: beta });
    await world.verify();
  },
);

scenario(
  "S-C6: a change in one user's mailbox reaches the record and the other user's copy, and does not come back",
  async ({ world }) => {
    const { ada, bob, admin } = world;
    // Without an account the contact would be Ada's alone.
    await admin.createsAccount('Acme');
    const { inOutlook, inSalesforce, surname, email } = await linkedContact(world, ada, {
      outlook: { companyName: 'Acme' },
      salesforce: { Account: 'Acme' },
    });
    const bobs = await bob.outlook.creates({
      givenName: 'Ana',
      surname,
      companyName: 'Acme',
      emailAddresses: [{ address: email }],
    });
    await world.syncs();
    expect(
      (await world.links()).filter(({ state, recordId }) => state === 'Live' && recordId === inSalesforce),
    ).toHaveLength(2);
    const echoes = await world.exchange.watch({
      method: 'PATCH',
      path: encodeURIComponent(inOutlook).replaceAll('%', '.'),
    });

    await ada.outlook.edits(inOutlook, { businessPhones: ['+34 91 000 000'] });
    await world.syncs();
    await world.syncs();

    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Phone: '+34 91 000 000' });
    expect(await bob.outlook.sees(bobs)).toMatchObject({ businessPhones: ['+34 91 000 000'] });
    expect(await ada.salesforce.contacts()).toHaveLength(1);
    expect(await echoes.seen()).toBe(0);
    await world.verify();
  },
);
