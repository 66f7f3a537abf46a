import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountId, ConfigurationId, RecordId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { TestPlace } from './fixture.ts';
import { newId, openingMs, testLog, testRecord, testStores } from './fixture.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';
import type { Claim, Store } from './store.ts';

describe.each(testStores())('what may go out to a mailbox, $name', ({ migrated }) => {
  let place: TestPlace;
  let open: OpenStore;
  let store: Store;

  beforeAll(async () => {
    place = await migrated();
    open = await openStore({ ...place.options, log: testLog() });
    store = open.store;
  }, openingMs);
  afterAll(async () => {
    await open.close();
    await place.remove();
  });

  const configurationId = as<ConfigurationId>('a00000000000001AAA');

  /** Claims of the only active mailboxes. */
  async function mailboxes(
    ...all: readonly { scope?: 'Own' | 'Visible'; followed?: boolean }[]
  ): Promise<Claim[]> {
    const users = all.map((one) => ({
      ...one,
      userId: as<UserId>(newId('005')),
      email: '',
      configurationId,
      active: true,
    }));
    await store.mailboxes.assign(users);
    const claims = [];
    for (const { userId } of users) {
      const claim = await store.claims.take(userId, 'Contact', 'this process', 60);
      if (claim) claims.push(claim);
    }
    return claims;
  }

  const inbox = async ({ userId }: Claim) =>
    (await store.inbox.read(userId, 'Contact')).map(({ recordId }) => recordId);
  const empties = async (claim: Claim) =>
    store.inbox.remove(claim, await store.inbox.read(claim.userId, 'Contact'));

  it('tells every mailbox whose scope is all visible contacts of each record, once', async () => {
    const [own, ...visible] = await mailboxes({}, { scope: 'Visible' }, { scope: 'Visible' });
    const record = testRecord();
    await store.records.remember([record]);

    const told = await store.inbox.report('Contact', [record.recordId]);

    expect(new Set(told)).toEqual(new Set(visible.map(({ userId }) => userId)));
    expect(await inbox(own!)).toEqual([]);
    for (const claim of visible) expect(await inbox(claim)).toContain(record.recordId);
    await empties(visible[0]!);
    expect(await inbox(visible[0]!)).toEqual([]);
    expect(await inbox(visible[1]!)).toContain(record.recordId);
    await store.inbox.report('Contact', [record.recordId]);
    expect(await inbox(visible[0]!)).toEqual([record.recordId]);
  });

  it('tells again what was reported while the mailbox dealt with an earlier report', async () => {
    const [claim] = await mailboxes({ scope: 'Visible' });
    const [one, two] = [testRecord(), testRecord()];
    await store.records.remember([one, two]);
    await store.inbox.report('Contact', [one.recordId, two.recordId]);
    const entries = await store.inbox.read(claim!.userId, 'Contact');

    await store.inbox.report('Contact', [two.recordId]);
    await store.inbox.remove(claim!, entries);

    expect(await inbox(claim!)).toEqual([two.recordId]);
  });

  it('puts all that is known and not deleted into an inbox', async () => {
    const [claim] = await mailboxes({});
    const [here, gone] = [testRecord(), testRecord({ deleted: true })];
    await store.records.remember([here, gone]);
    await store.inbox.putAll(claim!.userId, 'Contact');
    const all = await inbox(claim!);
    expect(all).toContain(here.recordId);
    expect(all).not.toContain(gone.recordId);
  });

  it('tells a mailbox when its user begins and ceases to follow a contact, and of its changes in between', async () => {
    const [follower, other] = await mailboxes({ followed: true }, { followed: true });
    const record = testRecord();
    await store.records.remember([record]);
    const follow = { userId: follower!.userId, followedId: record.recordId };

    expect(await store.follows.remember([follow])).toEqual([follower!.userId]);
    expect(await store.follows.ofUser(follower!.userId)).toEqual(new Set([record.recordId]));
    expect(await inbox(follower!)).toEqual([record.recordId]);
    await empties(follower!);
    expect(await store.follows.remember([follow])).toEqual([]);
    expect(await store.inbox.report('Contact', [record.recordId])).toEqual([follower!.userId]);
    await empties(follower!);

    expect(await store.follows.remember([])).toEqual([follower!.userId]);
    expect(await store.follows.ofUser(follower!.userId)).toEqual(new Set());
    expect(await inbox(follower!)).toEqual([record.recordId]);
    expect(await inbox(other!)).toEqual([]);
  });

  it('takes a followed person account for its contact, and another account for nothing', async () => {
    const [claim] = await mailboxes({ followed: true });
    const [person, company] = [as<AccountId>(newId('001')), as<AccountId>(newId('001'))];
    const contact = testRecord({ accountId: person, isPerson: true });
    await store.records.remember([contact, testRecord({ accountId: company })]);
    const follows = [person, company].map((followedId) => ({ userId: claim!.userId, followedId }));

    await store.follows.remember(follows);

    expect(await store.follows.ofUser(claim!.userId)).toEqual(new Set<RecordId>([contact.recordId]));
  });
});
