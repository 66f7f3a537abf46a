import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { EmulatedOrg } from '../testing/emulated-org.ts';
import { startOrg } from '../testing/emulated-org.ts';

let org: EmulatedOrg;
beforeEach(async () => {
  org = await startOrg();
  await org.salesforce.signIn();
  await org.requests();
});
afterEach(() => org.close());

const hire = (name: string) => ({ ref: name, Username: `${name}@example.com`, LastName: name });

it('tells what each user may do with each record, of several users in one call', async () => {
  const ids = await org.seed({
    users: [hire('ann'), hire('ben')],
    accounts: [{ ref: 'acme', Name: 'Acme' }],
    contacts: [
      { ref: 'private', LastName: 'P', OwnerId: '@ann' },
      { ref: 'shared', LastName: 'S', OwnerId: '@ann', AccountId: '@acme' },
    ],
  });
  const id = (name: string) => ids[name] as string;
  const [ann, ben] = [as<UserId>(id('ann')), as<UserId>(id('ben'))];
  const records = [as<RecordId>(id('private')), as<RecordId>(id('shared'))];
  const found = await org.salesforce.readRecordAccess([
    { userId: ann, ids: records },
    { userId: ben, ids: records },
  ]);
  expect(found.get(ann)?.get(id('private'))).toEqual({ read: true, edit: true, delete: true });
  expect(found.get(ben)?.get(id('private'))).toEqual({ read: false, edit: false, delete: false });
  expect(found.get(ben)?.get(id('shared'))).toEqual({ read: true, edit: true, delete: false });
  expect(await org.requests()).toBe(1);
});

it('asks for 1,000 records in one call, and for none in none', async () => {
  const contacts = Array.from({ length: 1_001 }, (_, index) => ({
    ref: `c${index}`,
    LastName: 'C',
    OwnerId: '@ann',
  }));
  const ids = await org.seed({ users: [hire('ann')], contacts });
  const userId = as<UserId>(ids.ann as string);
  const all = contacts.map(({ ref }) => as<RecordId>(ids[ref] as string));
  expect((await org.salesforce.readRecordAccess([{ userId, ids: all.slice(1) }])).get(userId)?.size).toBe(
    1_000,
  );
  expect(await org.requests()).toBe(1);
  expect((await org.salesforce.readRecordAccess([{ userId, ids: all }])).get(userId)?.size).toBe(1_001);
  expect(await org.requests()).toBe(2);
  expect((await org.salesforce.readRecordAccess([{ userId, ids: [] }])).get(userId)?.size).toBe(0);
  expect(await org.requests()).toBe(0);
});
