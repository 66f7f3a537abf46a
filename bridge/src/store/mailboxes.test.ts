import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigurationId, ExchangeUserId, FolderId, UserId } from '../domain/ids.ts';
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
  testStores,
} from './fixture.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';
import type { Claim, Store } from './store.ts';
import { ClaimLost } from './store.ts';

describe.each(testStores())('mailboxes and claims, $name', ({ migrated }) => {
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

  const configurationId = as<ConfigurationId>('a00000000000002AAA');

  describe('assigning', () => {
    it('adds unknown mailboxes without anything remembered', async () => {
      const userId = await addMailbox(store);
      expect(await store.mailboxes.get(userId)).toEqual({
        userId,
        email: `${userId}@example.com`,
        exchangeUserId: null,
        configurationId: 'a00000000000001AAA',
        active: true,
        epoch: 0,
        folderId: null,
        cursor: null,
        linksLoaded: false,
        firstSyncDone: false,
        problem: null,
        problemDetail: null,
        notBefore: null,
      });
    });

    it('takes over what changed of known mailboxes and keeps what passes remembered', async () => {
      const claim = await claimMailbox(store);
      await store.mailboxes.update(claim, { cursor: 'delta', firstSyncDone: true });
      await store.mailboxes.assign([
        { userId: claim.userId, email: 'new@example.com', configurationId, active: true },
      ]);
      expect(await store.mailboxes.get(claim.userId)).toMatchObject({
        email: 'new@example.com',
        configurationId,
        cursor: 'delta',
        firstSyncDone: true,
      });
    });

    it('makes mailboxes inactive that are not named, and keeps them', async () => {
      const gone = await addMailbox(store);
      await store.mailboxes.assign([]);
      expect(await store.mailboxes.get(gone)).toMatchObject({ active: false, email: `${gone}@example.com` });
      expect((await store.mailboxes.all()).filter((one) => one.active)).toEqual([]);
    });

    it('knows no mailbox that was never named', async () => {
      expect(await store.mailboxes.get(as(newId('005')))).toBeNull();
    });
  });

  describe('claims', () => {
    it('are for one holder until the lease ends', async () => {
      const userId = await addMailbox(store);
      const first = await store.claims.take(userId, 'Contact', 'A', 60);
      expect(first).toEqual({ userId, kind: 'Contact', holder: 'A', epoch: 1 });
      expect(await store.claims.take(userId, 'Contact', 'B', 60)).toBeNull();
    });

    it('are apart for contacts and events', async () => {
      const userId = await addMailbox(store);
      expect(await store.claims.take(userId, 'Contact', 'A', 60)).not.toBeNull();
      expect(await store.claims.take(userId, 'Event', 'B', 60)).not.toBeNull();
    });

    it('are given to another holder with a higher epoch when the lease has ended', async () => {
      const userId = await addMailbox(store);
      const first = await store.claims.take(userId, 'Contact', 'A', 0);
      const second = await store.claims.take(userId, 'Contact', 'B', 60);
      expect(second?.epoch).toBeGreaterThan(first?.epoch ?? Infinity);
      expect(await store.mailboxes.get(userId)).toMatchObject({ epoch: second?.epoch });
    });

    it('have a higher epoch than all before of the mailbox, of either kind', async () => {
      const first = await claimMailbox(store);
      await store.claims.release(first);
      const kinds = ['Event', 'Contact', 'Contact', 'Event', 'Contact'] as const;
      const epochs: number[] = [first.epoch];
      for (const kind of kinds) {
        const claim = (await store.claims.take(first.userId, kind, 'A', 60)) as Claim;
        epochs.push(claim.epoch);
        await store.claims.release(claim);
      }
      expect(epochs).toEqual(epochs.map((_, index) => first.epoch + index));
    });

    it('stay alive by renewing', async () => {
      const userId = await addMailbox(store);
      const claim = (await store.claims.take(userId, 'Contact', 'A', 0)) as Claim;
      await store.claims.renew(claim, 60);
      expect(await store.claims.take(userId, 'Contact', 'B', 60)).toBeNull();
    });

    it('are free after release, and the epoch goes on growing', async () => {
      const first = await claimMailbox(store);
      await store.claims.release(first);
      const second = await store.claims.take(first.userId, 'Contact', 'B', 60);
      expect(second?.epoch).toBe(first.epoch + 1);
    });

    it('are never given twice when many ask at once', async () => {
      const userId = await addMailbox(store);
      const asked = ['A', 'B', 'C', 'D', 'E'].map((holder) =>
        store.claims.take(userId, 'Contact', holder, 60),
      );
      expect((await Promise.all(asked)).filter((claim) => claim !== null)).toHaveLength(1);
    });

    it('are not given for a mailbox that is unknown', async () => {
      expect(await store.claims.take(as(newId('005')), 'Contact', 'A', 60)).toBeNull();
    });
  });

  describe('a stale claim', () => {
    const stale = async (): Promise<Claim> => {
      const userId = await addMailbox(store);
      const claim = (await store.claims.take(userId, 'Contact', 'A', 0)) as Claim;
      await store.claims.take(userId, 'Contact', 'B', 60);
      return claim;
    };
    const writes: Record<string, (claim: Claim) => Promise<void>> = {
      renew: (claim) => store.claims.renew(claim, 60),
      'mailbox update': (claim) => store.mailboxes.update(claim, { cursor: 'stale' }),
      'empty mailbox update': (claim) => store.mailboxes.update(claim, {}),
      'link load': (claim) => store.links.load(claim, [testLink()]),
      chunk: (claim) => store.chunks.remember(claim, testChunk({ links: [testLink()] })),
      'inbox removal': async (claim) =>
        store.inbox.remove(claim, await store.inbox.read(claim.userId, 'Contact')),
      intents: (claim) => store.intents.add(claim, [as(newId('003'))]),
      reset: (claim) => store.mailboxes.reset(claim.userId, 'Contact', claim),
    };

    it.each(Object.keys(writes))('is refused: %s', async (name) => {
      const claim = await stale();
      await store.inbox.put(claim.userId, 'Contact', [as(newId('003'))]);
      await expect(writes[name]?.(claim)).rejects.toThrow(ClaimLost);
      expect(await store.mailboxes.get(claim.userId)).toMatchObject({ cursor: null });
      expect(await store.links.ofMailbox(claim.userId, 'Contact')).toEqual([]);
      expect(await store.inbox.read(claim.userId, 'Contact')).toHaveLength(1);
      expect((await store.intents.ofMailbox(claim.userId, 'Contact')).size).toBe(0);
    });

    it('is refused after its own release', async () => {
      const claim = await claimMailbox(store);
      await store.claims.release(claim);
      await expect(store.mailboxes.update(claim, { cursor: 'late' })).rejects.toThrow(ClaimLost);
    });

    it('cannot free the mailbox of its successor', async () => {
      const claim = await stale();
      await store.claims.release(claim);
      expect(await store.claims.take(claim.userId, 'Contact', 'C', 60)).toBeNull();
    });

    it('may still write while nobody else took the mailbox, though its lease ended', async () => {
      const userId = await addMailbox(store);
      const claim = (await store.claims.take(userId, 'Contact', 'A', 0)) as Claim;
      await store.mailboxes.update(claim, { cursor: 'in time' });
      expect(await store.mailboxes.get(userId)).toMatchObject({ cursor: 'in time' });
    });
  });

  describe('updating', () => {
    it('writes the named fields only', async () => {
      const claim = await claimMailbox(store);
      await store.mailboxes.update(claim, { cursor: 'one', linksLoaded: true });
      await store.mailboxes.update(claim, {
        problem: 'TDM-M-DENIED',
        problemDetail: '403',
        notBefore: '2026-11-23T09:00:00Z',
      });
      expect(await store.mailboxes.get(claim.userId)).toMatchObject({
        cursor: 'one',
        linksLoaded: true,
        problem: 'TDM-M-DENIED',
        problemDetail: '403',
        notBefore: '2026-11-23T09:00:00Z',
      });
    });
  });

  describe('restoring', () => {
    const known = {
      exchangeUserId: as<ExchangeUserId>('11111111-1111-1111-1111-111111111111'),
      folderId: as<FolderId>('folder'),
      epoch: 7,
    };

    it('takes over a mailbox that was never synced here, and claims go on above its epoch', async () => {
      const userId = await addMailbox(store);
      await store.mailboxes.restore(userId, known);
      expect(await store.mailboxes.get(userId)).toMatchObject({ ...known, active: true, linksLoaded: false });
      expect((await store.claims.take(userId, 'Contact', 'A', 60))?.epoch).toBe(8);
    });

    it('takes over a mailbox that is not assigned, as inactive', async () => {
      const userId = as<UserId>(newId('005'));
      await store.mailboxes.restore(userId, known);
      expect(await store.mailboxes.get(userId)).toMatchObject({ ...known, active: false });
    });

    it('drops what an older database holds, so that it is read and paired again', async () => {
      const claim = await claimMailbox(store);
      await store.mailboxes.update(claim, { cursor: 'old', linksLoaded: true });
      await store.chunks.remember(claim, testChunk({ links: [testLink()], issues: [testIssue()] }));
      await store.mailboxes.restore(claim.userId, known);
      expect(await store.mailboxes.get(claim.userId)).toMatchObject({
        ...known,
        cursor: null,
        linksLoaded: false,
      });
      expect(await store.links.ofMailbox(claim.userId, 'Contact')).toEqual([]);
      expect(await store.issues.open(claim.userId, 'Contact')).toEqual([]);
      await expect(store.mailboxes.update(claim, { cursor: 'old' })).rejects.toThrow(ClaimLost);
    });

    it('counts one more above all claims, and claims go on above that', async () => {
      const claim = await claimMailbox(store);
      expect(await store.mailboxes.countUp(claim.userId)).toBe(claim.epoch + 1);
      expect(await store.mailboxes.countUp(claim.userId)).toBe(claim.epoch + 2);
      await store.claims.renew(claim, 60);
      await store.claims.release(claim);
      expect((await store.claims.take(claim.userId, 'Contact', 'A', 60))?.epoch).toBe(claim.epoch + 3);
    });

    it('leaves a mailbox alone that this database knows at least as well', async () => {
      const claim = await claimMailbox(store);
      await store.mailboxes.update(claim, { cursor: 'mine', folderId: null });
      await store.mailboxes.restore(claim.userId, { ...known, epoch: claim.epoch });
      expect(await store.mailboxes.get(claim.userId)).toMatchObject({ cursor: 'mine', folderId: null });
      await store.claims.renew(claim, 60);
    });
  });

  describe('resetting', () => {
    it('forgets live links, loose items and the cursor; suppressed links and the folder stay', async () => {
      const claim = await claimMailbox(store);
      const suppressed = testLink({ state: 'Suppressed', reason: 'Ignored' });
      const loose = {
        exchangeId: as<typeof suppressed.exchangeId>(newId('AAk-')),
        emailKeys: [],
        nameKey: null,
        meeting: null,
      };
      await store.mailboxes.update(claim, { cursor: 'delta', folderId: as('folder') });
      await store.chunks.remember(claim, testChunk({ links: [testLink(), suppressed], loose: [loose] }));
      await store.mailboxes.reset(claim.userId, 'Contact', claim);
      expect(await store.links.ofMailbox(claim.userId, 'Contact')).toEqual([
        { ...suppressed, exchangePrints: {}, salesforcePrints: {} },
      ]);
      expect(await store.loose.ofMailbox(claim.userId, 'Contact')).toEqual([]);
      expect(await store.mailboxes.get(claim.userId)).toMatchObject({ cursor: null, folderId: 'folder' });
      await store.claims.renew(claim, 60);
    });

    it('takes the claim from a pass that runs when it is done from outside', async () => {
      const claim = await claimMailbox(store);
      await store.mailboxes.reset(claim.userId, 'Contact');
      await expect(store.mailboxes.update(claim, { cursor: 'delta' })).rejects.toThrow(ClaimLost);
      expect(await store.claims.take(claim.userId, 'Contact', 'B', 60)).not.toBeNull();
    });

    it('of events leaves contacts alone', async () => {
      const claim = await claimMailbox(store);
      await store.mailboxes.update(claim, { cursor: 'delta' });
      await store.chunks.remember(claim, testChunk({ links: [testLink()] }));
      await store.mailboxes.reset(claim.userId, 'Event');
      expect(await store.links.countLive(claim.userId, 'Contact')).toBe(1);
      expect(await store.mailboxes.get(claim.userId)).toMatchObject({ cursor: 'delta' });
    });
  });
});
