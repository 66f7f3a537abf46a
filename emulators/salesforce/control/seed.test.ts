import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EmulatorServer } from '../../kernel/server.ts';
import { createSalesforceClient, type SalesforceClient } from '../../client/salesforce.ts';
import { FIXTURE_PACKAGE } from '../fixture/fixture-org.ts';
import { createSalesforce } from '../salesforce.ts';

let server: EmulatorServer;
let control: SalesforceClient;
beforeAll(async () => {
  server = await createSalesforce({ packageFolder: FIXTURE_PACKAGE });
  control = createSalesforceClient(server.url);
});
afterAll(() => server.close());
beforeEach(() => control.reset());

describe('seed', () => {
  test('later records name earlier ones, also in a later seed and by people', async () => {
    const { ids } = await control.seed({
      users: [{ ref: 'ana', Username: 'ana@x.test', LastName: 'A' }],
      accounts: [{ ref: 'acme', Name: 'Acme' }],
    });
    await control.seed({ contacts: [{ ref: 'kim', LastName: 'Kim', AccountId: '@acme', OwnerId: '@ana' }] });
    await control.people.update({ as: '@ana', id: '@kim', fields: { Title: 'CEO' } });
    const { objects } = await control.state(['Contact']);
    expect(objects['Contact']).toMatchObject([
      {
        LastName: 'Kim',
        AccountId: ids['acme'],
        OwnerId: ids['ana'],
        LastModifiedById: ids['ana'],
        Title: 'CEO',
      },
    ]);
  });

  test('stamps can be given, and one stands for all', async () => {
    await control.seed({ contacts: [{ LastName: 'Old', SystemModstamp: '2020-01-01T00:00:00Z' }] });
    const { objects } = await control.state(['Contact']);
    const stamp = '2020-01-01T00:00:00.000+0000';
    expect(objects['Contact']).toMatchObject([
      { CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp },
    ]);
  });

  test('a refused record is named and takes the seed back', async () => {
    const seeding = control.seed({
      accounts: [{ Name: 'Acme' }],
      contacts: [{ ref: 'nameless', FirstName: 'A' }],
    });
    await expect(seeding).rejects.toThrow('Contact[0] \\"nameless\\": REQUIRED_FIELD_MISSING');
    expect((await control.state(['Account'])).objects['Account']).toEqual([]);
  });

  test('a field that the customer made required is asked for, but not of seeded rows', async () => {
    await control.seed({
      customFields: [
        { object: 'Contact', fullName: 'Tax__c', type: 'Text', length: 20, required: true, label: 'Tax' },
      ],
      contacts: [{ LastName: 'Before' }],
    });
    const creating = control.people.create({ object: 'Contact', fields: { LastName: 'After' } });
    await expect(creating).rejects.toThrow('Required fields are missing: [Tax__c]');
    expect(
      await control.people.create({ object: 'Contact', fields: { LastName: 'A', Tax__c: '1' } }),
    ).toMatch(/^003/);
  });

  test('middle names and suffixes exist when the organization has them', async () => {
    await expect(control.seed({ contacts: [{ LastName: 'A', MiddleName: 'B' }] })).rejects.toThrow(
      'MiddleName',
    );
    await control.seed({
      organization: { middleNames: true, suffixes: true },
      contacts: [{ FirstName: 'Ana', LastName: 'A', MiddleName: 'B', Suffix: 'Jr.' }],
    });
    expect(await control.people.query('SELECT Name FROM Contact')).toMatchObject([{ Name: 'Ana B A Jr.' }]);
  });

  test('reset goes back to the start', async () => {
    await control.seed({ contacts: [{ ref: 'kim', LastName: 'Kim' }] });
    await control.clock.change({ advance: 3600 });
    await control.reset();
    const { objects, refs } = await control.state(['Contact', 'User']);
    expect(refs).toEqual({});
    expect(objects['Contact']).toEqual([]);
    expect(Date.parse(String(objects['User']![0]!['CreatedDate']).replace('+0000', 'Z'))).toBeLessThanOrEqual(
      Date.now(),
    );
  });
});

test('people are told what is wrong, and are neither counted nor logged', async () => {
  await expect(control.people.query('SELECT Nope FROM Contact')).rejects.toThrow('INVALID_FIELD');
  await expect(control.people.delete({ id: '003000000000000AAA' })).rejects.toThrow(
    'INVALID_CROSS_REFERENCE_KEY',
  );
  await expect(control.people.create({ as: 'nobody', object: 'Contact', fields: {} })).rejects.toThrow(
    'no user nobody',
  );
  expect((await control.counters.read()).requests).toBe(0);
  expect(await control.log.read()).toEqual([]);
});
