import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountId, ExchangeId, Fingerprint, RecordId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { TestPlace } from './fixture.ts';
import {
  addMailbox,
  claimMailbox,
  newId,
  openingMs,
  testChunk,
  testIssue,
  testLink,
  testLog,
  testRecord,
  testStores,
} from './fixture.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';
import type { Claim, Store } from './store.ts';

const newRecordId = (): RecordId => as(newId('003'));
const newKey = (): Fingerprint => as(newId('key-'));

describe.each(testStores())('links, records and inboxes, $name', ({ migrated }) => {
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

  describe('a chunk', () => {
    it('is remembered whole: links, issues, loose items, intents and deletions', async () => {
      const claim = await claimMailbox(store);
      const created = newRecordId();
      const waiting = newRecordId();
      await store.intents.add(claim, [created, waiting]);
      const link = testLink({ exchangePrints: { LastName: as('x'), AccountId: newKey() } });
      const loose = {
        exchangeId: as<ExchangeId>(newId('AAk-')),
        emailKeys: [newKey(), newKey()],
        nameKey: null,
        meeting: newKey(),
      };
      const known = testIssue();
      const before = await store.guard.deletions(claim.userId, 'Contact', '2026-01-01T00:00:00Z');
      await store.chunks.remember(
        claim,
        testChunk({
          links: [link],
          issues: [known],
          loose: [loose],
          intentsDone: [created],
          deletions: [
            { side: 'Exchange', count: 2 },
            { side: 'Salesforce', count: 3 },
          ],
        }),
      );
      expect(await store.links.ofMailbox(claim.userId, 'Contact')).toEqual([link]);
      expect(await store.loose.ofMailbox(claim.userId, 'Contact')).toEqual([loose]);
      expect(await store.issues.open(claim.userId, 'Contact')).toEqual([known]);
      expect(await store.intents.ofMailbox(claim.userId, 'Contact')).toEqual(new Set([waiting]));
      expect(await store.guard.deletions(claim.userId, 'Contact', '2026-01-01T00:00:00Z')).toEqual({
        Exchange: 2,
        Salesforce: 3,
        org: before.org + 5,
      });
      expect(await store.guard.deletions(claim.userId, 'Contact', '2999-01-01T00:00:00Z')).toEqual({
        Exchange: 0,
        Salesforce: 0,
        org: 0,
      });
    });

    it('is announced with its deletions, so that no more are made in the org than may be, however many passes ask at once', async () => {
      const since = '2026-01-01T00:00:00Z';
      const claims = await Promise.all(Array.from({ length: 6 }, () => claimMailbox(store)));
      const [first] = claims;
      if (!first) throw new Error('no mailbox was claimed');
      const { org } = await store.guard.deletions(first.userId, 'Contact', since);
      const limit = { since, most: org + 10 };
      const announce = (claim: Claim) => store.guard.announce(claim, 3, limit);

      const answers = await Promise.all(claims.map(announce));
      expect(answers.filter(Boolean)).toHaveLength(3);
      const may = claims.filter((_, place) => answers[place]);
      const late = claims.find((_, place) => !answers[place]);
      const [made, ended] = may;
      if (!made || !ended || !late) throw new Error('nobody may, or everybody');

      // What is remembered counts once, a pass counts itself once, and what a pass did not make ends with it.
      await store.chunks.remember(made, testChunk({ deletions: [{ side: 'Exchange', count: 3 }] }));
      expect(await announce(late)).toBe(false);
      expect(await store.guard.announce(ended, 4, limit)).toBe(true);
      await store.claims.release(ended);
      expect(await announce(late)).toBe(true);
    });

    it('leaves nothing when a part of it cannot be written', async () => {
      const claim = await claimMailbox(store);
      const recordId = newRecordId();
      const waiting = newRecordId();
      await store.intents.add(claim, [waiting]);
      const chunk = testChunk({
        links: [testLink({ recordId }), testLink({ recordId })],
        issues: [testIssue()],
        intentsDone: [waiting],
      });
      await expect(store.chunks.remember(claim, chunk)).rejects.toMatchObject({ code: '23505' });
      expect(await store.links.ofMailbox(claim.userId, 'Contact')).toEqual([]);
      expect(await store.issues.open(claim.userId, 'Contact')).toEqual([]);
      expect((await store.intents.ofMailbox(claim.userId, 'Contact')).has(waiting)).toBe(true);
    });

    it('replaces links by their Exchange id', async () => {
      const claim = await claimMailbox(store);
      const kept = testLink();
      const changed = testLink();
      await store.chunks.remember(claim, testChunk({ links: [kept, changed] }));
      const ended = { ...changed, state: 'Suppressed', reason: 'MovedOut' } as const;
      await store.chunks.remember(claim, testChunk({ links: [ended] }));
      const links = await store.links.ofMailbox(claim.userId, 'Contact');
      expect(new Set(links)).toEqual(new Set([kept, ended]));
      expect(await store.links.countLive(claim.userId, 'Contact')).toBe(1);
    });

    it('can exchange the records of two live links', async () => {
      const claim = await claimMailbox(store);
      const one = testLink();
      const two = testLink();
      await store.chunks.remember(claim, testChunk({ links: [one, two] }));
      const swapped = [
        { ...one, recordId: two.recordId },
        { ...two, recordId: one.recordId },
      ];
      await store.chunks.remember(claim, testChunk({ links: swapped }));
      expect(new Set(await store.links.ofMailbox(claim.userId, 'Contact'))).toEqual(new Set(swapped));
    });

    it('may link one record in two mailboxes, and suppress a second link to it in one', async () => {
      const recordId = newRecordId();
      for (const claim of [await claimMailbox(store), await claimMailbox(store)]) {
        const second = testLink({ recordId, state: 'Suppressed', reason: 'Duplicate' });
        await store.chunks.remember(claim, testChunk({ links: [testLink({ recordId }), second] }));
        expect(await store.links.ofMailbox(claim.userId, 'Contact')).toHaveLength(2);
      }
    });

    it('finds the issues of an item, open and closed, in its own mailbox only', async () => {
      const [claim, other] = [await claimMailbox(store), await claimMailbox(store)];
      const exchangeId = as<ExchangeId>(newId('AAk-'));
      const some = [testIssue({ exchangeId }), testIssue({ exchangeId, open: false })];
      await store.chunks.remember(claim, testChunk({ issues: [...some, testIssue()] }));
      await store.chunks.remember(other, testChunk({ issues: [testIssue({ exchangeId })] }));
      expect(new Set(await store.issues.ofItems(claim.userId, [exchangeId]))).toEqual(new Set(some));
    });

    it('closes an issue and forgets loose items', async () => {
      const claim = await claimMailbox(store);
      const known = testIssue();
      const loose = {
        exchangeId: as<ExchangeId>(newId('AAk-')),
        emailKeys: [],
        nameKey: newKey(),
        meeting: null,
      };
      await store.chunks.remember(claim, testChunk({ issues: [known], loose: [loose] }));
      await store.chunks.remember(
        claim,
        testChunk({ issues: [{ ...known, open: false }], notLoose: [loose.exchangeId] }),
      );
      expect(await store.issues.open(claim.userId, 'Contact')).toEqual([]);
      expect(await store.issues.get([known.issueKey, 'unknown'])).toEqual(
        new Map([[known.issueKey, { ...known, open: false }]]),
      );
      expect(await store.loose.ofMailbox(claim.userId, 'Contact')).toEqual([]);
    });

    it('takes an item that gets a link for no loose one any more', async () => {
      const claim = await claimMailbox(store);
      const link = testLink({});
      const loose = { exchangeId: link.exchangeId, emailKeys: [], nameKey: newKey(), meeting: null };
      await store.chunks.remember(claim, testChunk({ loose: [loose] }));
      await store.chunks.remember(claim, testChunk({ links: [link] }));
      expect(await store.loose.ofMailbox(claim.userId, 'Contact')).toEqual([]);
    });
  });

  describe('links', () => {
    it('are loaded without fingerprints and do not replace known ones', async () => {
      const claim = await claimMailbox(store);
      const known = testLink();
      await store.chunks.remember(claim, testChunk({ links: [known] }));
      const news = testLink({ state: 'Suppressed', reason: 'DeletedByPolicy' });
      await store.links.load(claim, [{ ...known, etag: 'other' }, news]);
      expect(new Set(await store.links.ofMailbox(claim.userId, 'Contact'))).toEqual(
        new Set([known, { ...news, exchangePrints: {}, salesforcePrints: {} }]),
      );
    });

    it('are loaded by thousands', async () => {
      const claim = await claimMailbox(store);
      await store.links.load(
        claim,
        Array.from({ length: 4500 }, () => testLink()),
      );
      expect(await store.links.countLive(claim.userId, 'Contact')).toBe(4500);
    });

    it('are found by the company that they have in Exchange, while they live', async () => {
      const claim = await claimMailbox(store);
      const company = newKey();
      const live = testLink({ exchangePrints: { AccountId: company } });
      const ended = testLink({
        exchangePrints: { AccountId: company },
        state: 'Suppressed',
        reason: 'Ignored',
      });
      await store.chunks.remember(claim, testChunk({ links: [live, ended, testLink()] }));
      expect(await store.inbox.reportCompanies([company])).toEqual([claim.userId]);
      expect(await store.inbox.read(claim.userId, 'Contact')).toMatchObject([{ recordId: live.recordId }]);
    });
  });

  describe('records', () => {
    it('are news when they are new, have another stamp, or were deleted or restored', async () => {
      const [same, stamped, deleted] = [testRecord(), testRecord(), testRecord()];
      expect(new Set((await store.records.remember([same, stamped, deleted])).news)).toEqual(
        new Set([same.recordId, stamped.recordId, deleted.recordId]),
      );
      const { news } = await store.records.remember([
        same,
        { ...stamped, stamp: '2026-11-23T09:00:00.000+0000' },
        { ...deleted, deleted: true },
      ]);
      expect(new Set(news)).toEqual(new Set([stamped.recordId, deleted.recordId]));
      expect((await store.records.remember([deleted])).news).toEqual([deleted.recordId]);
    });

    it('take over new keys without being news', async () => {
      const record = testRecord();
      await store.records.remember([record]);
      const emailKey = newKey();
      expect((await store.records.remember([{ ...record, emailKey }])).news).toEqual([]);
      expect(await store.records.byEmailKeys([emailKey])).toEqual([{ ...record, emailKey }]);
    });

    it('are remembered by thousands, the last word on each', async () => {
      const records = Array.from({ length: 2000 }, () => testRecord());
      const again = records.map((record) => ({ ...record, stamp: 'later' }));
      expect((await store.records.remember([...records, ...again])).news).toHaveLength(2000);
      const ids = records.map((record) => record.recordId);
      const known = await store.records.get(ids);
      expect(known.size).toBe(2000);
      expect([...known.values()].every((record) => record.stamp === 'later')).toBe(true);
    });

    it('are found by key and owner as long as they live', async () => {
      const keys = { emailKey: newKey(), nameKey: newKey(), tandemKey: newKey() };
      const live = testRecord(keys);
      const gone = testRecord({ ...keys, ownerId: live.ownerId });
      await store.records.remember([live, gone]);
      await store.records.markGone([gone.recordId, newRecordId()]);
      expect(await store.records.byEmailKeys([keys.emailKey])).toEqual([live]);
      expect(await store.records.byNameKeys([keys.nameKey])).toEqual([live]);
      expect(await store.records.byTandemKeys([keys.tandemKey])).toEqual([live]);
      expect(await store.records.ownedBy(live.ownerId)).toEqual([live.recordId]);
      const all = await store.records.allIds();
      expect(all).toContain(live.recordId);
      expect(all).not.toContain(gone.recordId);
      expect(await store.records.get([gone.recordId])).toEqual(
        new Map([[gone.recordId, { ...gone, deleted: true, lastModifiedBy: null }]]),
      );
    });
  });

  describe('merged records', () => {
    it('are followed to the last master, by id, by link and by the key of the item they were made from', async () => {
      const last = testRecord();
      const middle = testRecord({ deleted: true, masterId: last.recordId });
      const first = testRecord({ deleted: true, masterId: middle.recordId, tandemKey: newKey() });
      const restored = testRecord({ masterId: last.recordId });
      await store.records.remember([first, middle, last, restored]);
      const masters = new Map([
        [first.recordId, last.recordId],
        [middle.recordId, last.recordId],
      ]);
      const all = [first, middle, last, restored].map(({ recordId }) => recordId);
      expect(await store.records.masters([...all, newRecordId()])).toEqual(masters);
      expect(await store.records.byTandemKeys([first.tandemKey!])).toEqual([first]);
      const claim = await claimMailbox(store);
      const links = [testLink({ recordId: first.recordId }), testLink({ recordId: last.recordId })];
      await store.chunks.remember(claim, testChunk({ links }));
      expect(await store.links.masters(claim.userId, 'Contact')).toEqual(
        new Map([[first.recordId, last.recordId]]),
      );
    });
  });

  describe('accounts', () => {
    it('are found by name while they live, and are told to the mailboxes they concern by the step that remembers them', async () => {
      const claim = await claimMailbox(store);
      const { userId } = claim;
      const [nameKey, renamed] = [newKey(), newKey()];
      const account = () => ({ accountId: as<AccountId>(newId('001')), nameKey, deleted: false, stamp: '' });
      const [one, two] = [account(), account()];
      const record = testRecord({ ownerId: userId, accountId: one.accountId });
      const waiting = testLink({ exchangePrints: { AccountId: nameKey } });
      await store.records.remember([record]);
      await store.chunks.remember(claim, testChunk({ links: [waiting] }));
      const remembers = async (...accounts: readonly ReturnType<typeof account>[]) => {
        await store.inbox.remove(claim, await store.inbox.read(userId, 'Contact'));
        const users = await store.accounts.remember(accounts, 'Contact');
        const told = (await store.inbox.read(userId, 'Contact')).map(({ recordId }) => recordId);
        expect(users).toEqual(told.length === 0 ? [] : [userId]);
        return new Set(told);
      };

      expect(await remembers(one, two)).toEqual(new Set([record.recordId, waiting.recordId]));
      expect(await remembers(one, two)).toEqual(new Set());
      expect(await store.accounts.byNameKeys([nameKey])).toEqual(
        new Map([[nameKey, [one.accountId, two.accountId].sort()]]),
      );
      expect(await remembers({ ...one, nameKey: renamed })).toEqual(new Set([record.recordId]));
      expect(await remembers({ ...two, deleted: true })).toEqual(new Set());
      expect(await store.accounts.byNameKeys([nameKey, renamed])).toEqual(
        new Map([[renamed, [one.accountId]]]),
      );
      expect(await remembers(two)).toEqual(new Set([waiting.recordId]));
      expect(await remembers({ ...one, nameKey: renamed, stamp: 'later' })).toEqual(
        new Set([record.recordId]),
      );
      expect(await remembers({ ...one, nameKey: renamed, stamp: 'later' })).toEqual(new Set());
    });
  });

  describe('inboxes', () => {
    it('get news by the step that remembers it, and nothing that was known', async () => {
      const userId = await addMailbox(store);
      const [known, record] = [testRecord({ ownerId: userId }), testRecord({ ownerId: userId })];
      await store.records.remember([known]);
      expect(await store.records.remember([known, record], 'Contact')).toEqual({
        news: [record.recordId],
        users: [userId],
      });
      const entries = await store.inbox.read(userId, 'Contact');
      expect(entries.map(({ recordId }) => recordId)).toEqual([record.recordId]);
    });

    const idsIn = async (userId: UserId): Promise<RecordId[]> =>
      (await store.inbox.read(userId, 'Contact')).map((entry) => entry.recordId);

    it('get a record from its owner and from every link to it', async () => {
      const owner = await addMailbox(store);
      const linked = await claimMailbox(store);
      const other = await addMailbox(store);
      const record = testRecord({ ownerId: owner });
      await store.records.remember([record]);
      await store.chunks.remember(linked, testChunk({ links: [testLink({ recordId: record.recordId })] }));
      const got = await store.inbox.report('Contact', [record.recordId]);
      expect(new Set(got)).toEqual(new Set([owner, linked.userId]));
      expect(await idsIn(owner)).toEqual([record.recordId]);
      expect(await idsIn(linked.userId)).toEqual([record.recordId]);
      expect(await idsIn(other)).toEqual([]);
    });

    it('get nothing for owners without an active mailbox', async () => {
      const owner = await addMailbox(store);
      const others = (await store.mailboxes.all()).filter((one) => one.active && one.userId !== owner);
      await store.mailboxes.assign(
        others.map((one) => ({ ...one, configurationId: as('a00000000000001AAA') })),
      );
      const records = [testRecord({ ownerId: owner }), testRecord()];
      await store.records.remember(records);
      expect(
        await store.inbox.report(
          'Contact',
          records.map((record) => record.recordId),
        ),
      ).toEqual([]);
      expect(await idsIn(owner)).toEqual([]);
    });

    it('give the change to the previous owner, who is linked, and to the new one', async () => {
      const previous = await claimMailbox(store);
      const next = await addMailbox(store);
      const record = testRecord({ ownerId: previous.userId });
      await store.records.remember([record]);
      await store.chunks.remember(previous, testChunk({ links: [testLink({ recordId: record.recordId })] }));
      await store.records.remember([{ ...record, ownerId: next, stamp: 'later' }]);
      expect(new Set(await store.inbox.report('Contact', [record.recordId]))).toEqual(
        new Set([previous.userId, next]),
      );
    });

    it('keep an entry that was reported again while a pass looked at it', async () => {
      const claim = await claimMailbox(store);
      const [again, once] = [newRecordId(), newRecordId()];
      await store.inbox.put(claim.userId, 'Contact', [again, once]);
      const seen = await store.inbox.read(claim.userId, 'Contact');
      await store.inbox.put(claim.userId, 'Contact', [again]);
      await store.inbox.remove(claim, seen);
      const left = await store.inbox.read(claim.userId, 'Contact');
      expect(left.map((entry) => entry.recordId)).toEqual([again]);
      expect(left[0]?.seq).toBeGreaterThan(Math.max(...seen.map((entry) => entry.seq)));
      await store.inbox.remove(claim, left);
      expect(await store.inbox.read(claim.userId, 'Contact')).toEqual([]);
    });
  });

  describe('small things', () => {
    it('adds up the counts of a day', async () => {
      const counts = { created: 1, updated: 2, deleted: 3, paired: 4 };
      const day = newId('day-');
      expect(await store.activity.add(day, 'Contact', 'ExchangeToSalesforce', counts)).toEqual(counts);
      expect(await store.activity.add(day, 'Contact', 'ExchangeToSalesforce', counts)).toEqual({
        created: 2,
        updated: 4,
        deleted: 6,
        paired: 8,
      });
      expect(await store.activity.add(day, 'Contact', 'SalesforceToExchange', counts)).toEqual(counts);
    });

    it('remembers where a reader stands, apart from who reads', async () => {
      const name = newId('reader-');
      expect(await store.readers.lease(name, 'A', 60)).toBe(true);
      expect(await store.readers.get(name)).toBeNull();
      await store.readers.set(name, { stamp: 's', id: '003' });
      expect(await store.readers.get(name)).toEqual({ stamp: 's', id: '003' });
      expect(await store.readers.lease(name, 'B', 60)).toBe(false);
      expect(await store.readers.lease(name, 'A', 0)).toBe(true);
      expect(await store.readers.lease(name, 'B', 60)).toBe(true);
    });

    it('remembers texts by key', async () => {
      const key = newId('meta-');
      expect(await store.meta.get(key)).toBeNull();
      await store.meta.set(key, 'one');
      await store.meta.set(key, 'two');
      expect(await store.meta.get(key)).toBe('two');
    });
  });
});
