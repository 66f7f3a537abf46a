import { expect } from 'vitest';
import { linkedContact, linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';

scenario(
  'edits made on both sides while the database was lost are merged or kept, and nothing is copied',
  async ({ world }) => {
    const { ada } = world;
    const [one, two, both] = await linkedContacts(world, ada, 6);
    if (!one || !two || !both) throw new Error('nothing was linked');

    await world.database.lose();
    await ada.outlook.edits(one.inOutlook, { mobilePhone: '+1 555 7' });
    await ada.salesforce.edits(two.inSalesforce, { Title: 'Navigator' });
    await ada.outlook.edits(both.inOutlook, { jobTitle: 'Pilot' });
    await ada.salesforce.edits(both.inSalesforce, { Title: 'Captain' });
    await world.syncs();

    expect(await ada.salesforce.sees(one.inSalesforce)).toMatchObject({ MobilePhone: '+1 555 7' });
    expect(await ada.outlook.sees(two.inOutlook)).toMatchObject({ jobTitle: 'Navigator' });
    expect(await ada.outlook.contacts()).toHaveLength(6);
    expect(await ada.salesforce.contacts()).toHaveLength(6);
    await world.verify();
  },
);

scenario(
  'values that Salesforce refuses or cannot hold are listed one by one; names of any script arrive',
  async ({ world }) => {
    const { ada } = world;
    await ada.outlook.createsAll([
      { givenName: '明', surname: '王', companyName: '', emailAddresses: [{ address: 'wang@example.test' }] },
      {
        givenName: 'Zoë',
        surname: 'O’Neil-Ångström',
        jobTitle: 'Größe "quoted" \\ <b>&amp;',
        emailAddresses: [{ address: "zoe.o'neil@example.test" }],
      },
      { givenName: 'Emoji', surname: 'Cut', department: `${'d'.repeat(79)}😀 and more` },
      { givenName: 'Long', surname: 'Phone', mobilePhone: '+49 30 1234567 ext. 12345678901234567890 or ask' },
      { givenName: 'Odd', surname: 'Address', emailAddresses: [{ address: 'not an address' }] },
      { givenName: 'Born', surname: 'Leap', birthday: '1984-02-29T12:00:00Z' },
      { surname: 'x'.repeat(200) },
    ]);

    await world.syncs();

    const names = (await ada.salesforce.contacts()).map(({ fields }) => fields.LastName);
    expect(names).toEqual(
      expect.arrayContaining(['王', 'O’Neil-Ångström', 'Cut', 'Phone', 'Leap', 'x'.repeat(80)]),
    );
    await world.verify();
  },
);

scenario(
  'an expired token, a locked record and a short outage delay a change and lose nothing',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    await ada.outlook.edits(inOutlook, { jobTitle: 'Through' });
    await ada.salesforce.edits(inSalesforce, { Department: 'Through' });
    const locked = [
      {
        message: 'unable to obtain exclusive access to this record or 1 records',
        errorCode: 'UNABLE_TO_LOCK_ROW',
        fields: [],
      },
    ];
    const faults = [
      await exchange.fault({ match: { path: '/delta' }, effect: { kind: 'expiredToken' } }),
      await exchange.fault({
        match: { method: 'PATCH', path: '/contacts/' },
        effect: { kind: 'status', status: 503, body: {} },
      }),
      await salesforce.fault({
        match: { path: '/services/data/', member: false },
        skip: 3,
        effect: { kind: 'expiredToken' },
      }),
      await salesforce.fault({
        match: { body: '"Title":"Through"', member: true },
        effect: { kind: 'status', status: 400, body: locked },
      }),
    ];

    await world.sync();
    expect(await Promise.all(faults.map((fault) => fault.fired()))).toEqual([1, 1, 1, 1]);
    await world.syncs();

    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Through' });
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ department: 'Through' });
    await world.verify();
  },
);
