import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { TestPlace } from './fixture.ts';
import {
  addMailbox,
  claimMailbox,
  newId,
  openingMs,
  testChunk,
  testLink,
  testLog,
  testRecord,
  testStores,
} from './fixture.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';
import type { KnownAccess, Store } from './store.ts';

const all = { read: true, edit: true, delete: false };
const readOnly = { read: true, edit: false, delete: false };

describe.each(testStores())('what users may do with records, on $name', ({ migrated }) => {
  let place: TestPlace;
  let open: OpenStore;
  let store: Store;
  let userId: UserId;
  beforeAll(async () => {
    place = await migrated();
    open = await openStore({ ...place.options, log: testLog() });
    store = open.store;
    userId = await addMailbox(store);
  }, openingMs);
  afterAll(async () => {
    await open.close();
    await place.remove();
  });
  const answer = (recordId: string, rest: Partial<KnownAccess> = {}): KnownAccess => ({
    userId,
    recordId,
    basis: 'owner stamp',
    access: all,
    ...rest,
  });

  it('counts as long as it is about the record as it is now, and for that user only', async () => {
    const [one, two, other] = [newId('003'), newId('003'), newId('003')];
    await store.access.remember([answer(one), answer(two), answer(other, { userId: as<UserId>('005') })]);
    const wanted = [one, two, other].map((recordId) => ({ recordId, basis: 'owner stamp' }));
    expect(await store.access.fresh(userId, wanted)).toEqual(
      new Map([
        [one, all],
        [two, all],
      ]),
    );
    expect(await store.access.fresh(userId, [{ recordId: one, basis: 'owner later' }])).toEqual(new Map());
    expect(await store.access.fresh(userId, [])).toEqual(new Map());
  });

  it('tells where a user may do something else than before', async () => {
    const [same, less, unknown] = [newId('003'), newId('003'), newId('003')];
    expect(await store.access.remember([answer(same), answer(less)])).toEqual([]);
    const changed = await store.access.remember([
      answer(same, { basis: 'other' }),
      answer(less, { access: readOnly }),
      answer(unknown),
    ]);
    expect(changed).toEqual([{ userId, recordId: less }]);
    expect(await store.access.remember([])).toEqual([]);
  });

  it('names the records of others that a mailbox links to, and those whose access was lost', async () => {
    const claim = await claimMailbox(store);
    const make = () => as<RecordId>(newId('003'));
    const [own, others, lost, ended, deleted] = [make(), make(), make(), make(), make()];
    const owner = as<UserId>('005000000000000AAA');
    await store.records.remember([
      testRecord({ recordId: own, ownerId: claim.userId }),
      testRecord({ recordId: others, ownerId: owner, stamp: 's' }),
      testRecord({ recordId: lost, ownerId: owner, stamp: 's' }),
      testRecord({ recordId: ended, ownerId: owner }),
      testRecord({ recordId: deleted, ownerId: owner, deleted: true }),
    ]);
    await store.chunks.remember(
      claim,
      testChunk({
        links: [
          testLink({ recordId: own }),
          testLink({ recordId: others }),
          testLink({ recordId: deleted }),
          testLink({ recordId: lost, state: 'Suppressed', reason: 'AccessLost' }),
          testLink({ recordId: ended, state: 'Suppressed', reason: 'MovedOut' }),
        ],
      }),
    );
    expect(await store.links.ofOthersRecords([claim.userId, userId], 'Contact')).toEqual(
      [others, lost].sort().map((recordId) => ({
        userId: claim.userId,
        recordId,
        ownerId: owner,
        stamp: 's',
        live: recordId === others,
      })),
    );
  });
});
