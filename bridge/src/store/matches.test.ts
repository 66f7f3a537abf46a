import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigurationId, RecordId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { TestPlace } from './fixture.ts';
import { newId, openingMs, testChunk, testLink, testLog, testRecord, testStores } from './fixture.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';
import type { Claim, Store } from './store.ts';

describe.each(testStores())('which records meet moving conditions, $name', ({ migrated }) => {
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

  async function mailbox(configurationId: ConfigurationId, followed = false): Promise<Claim> {
    const userId = as<UserId>(newId('005'));
    await store.mailboxes.assign([{ userId, email: '', configurationId, active: true, followed }]);
    return (await store.claims.take(userId, 'Contact', 'this process', 60))!;
  }

  const inbox = async (claim: Claim): Promise<readonly RecordId[]> => {
    const entries = await store.inbox.read(claim.userId, 'Contact');
    await store.inbox.remove(claim, entries);
    return entries.map(({ recordId }) => recordId).toSorted();
  };

  it('tells the owner of what came to meet them, once, again after a change of the record or of the conditions', async () => {
    const id = as<ConfigurationId>(newId('a00'));
    const claim = await mailbox(id);
    const record = testRecord({ ownerId: claim.userId });
    const { recordId } = record;
    await store.records.remember([record]);

    expect(await store.matches.remember(id, 'soon', [recordId])).toEqual([claim.userId]);
    expect(await inbox(claim)).toEqual([recordId]);
    expect(await store.matches.remember(id, 'soon', [recordId])).toEqual([]);
    await store.records.remember([{ ...record, stamp: '2026-07-01T00:00:00.000Z' }]);
    expect(await store.matches.remember(id, 'soon', [recordId])).toEqual([claim.userId]);
    expect(await store.matches.remember(id, 'later', [recordId])).toEqual([claim.userId]);
  });

  it('tells a mailbox of its copies of records that do not meet them, unless its user follows those', async () => {
    const id = as<ConfigurationId>(newId('a00'));
    const claim = await mailbox(id, true);
    const records = [testRecord(), testRecord(), testRecord()];
    const [stays, left, followed] = records.map(({ recordId }) => recordId).toSorted();
    await store.records.remember(records);
    const links = [stays, left, followed].map((recordId) =>
      testLink({ recordId: recordId!, inFilter: true }),
    );
    await store.chunks.remember(claim, testChunk({ links }));
    await store.follows.remember([{ userId: claim.userId, followedId: followed! }]);
    await store.matches.remember(id, 'soon', [stays!, left!]);
    await inbox(claim);

    expect(await store.matches.remember(id, 'soon', [stays!])).toEqual([claim.userId]);
    expect(await inbox(claim)).toEqual([left]);
  });
});
