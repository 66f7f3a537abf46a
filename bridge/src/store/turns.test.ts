import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPlace } from './fixture.ts';
import { claimMailbox, newId, openingMs, testLog, testStores } from './fixture.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';
import type { Claim, Store } from './store.ts';
import { ClaimLost } from './store.ts';

describe.each(testStores())('turns, $name', ({ migrated }) => {
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

  const claimed = async () => claimMailbox(store);
  const takes = async (claim: Claim, key: string, untilRead = false) =>
    (await store.turns.take(claim, [{ key, untilRead }])).has(key);
  const readsContacts = async () => store.readers.done('contacts', await store.readers.begin('contacts'));
  const again = async ({ userId, holder }: Claim): Promise<Claim> => {
    const claim = await store.claims.take(userId, 'Contact', holder, 60);
    if (claim === null) throw new Error('The mailbox is claimed');
    return claim;
  };

  it('lets one mailbox at a time have a record', async () => {
    const [first, second] = [await claimed(), await claimed()];
    const key = newId('key');
    expect(await takes(first, key)).toBe(true);
    expect(await takes(first, key)).toBe(true);
    expect(await takes(second, key)).toBe(false);
    await store.turns.end(first);
    expect(await takes(second, key)).toBe(true);
  });

  it('answers which of many keys were had', async () => {
    const [first, second] = [await claimed(), await claimed()];
    const keys = [newId('key'), newId('key'), newId('key')].map((key) => ({ key, untilRead: true }));
    await store.turns.take(first, keys.slice(0, 1));
    expect(await store.turns.take(second, keys)).toEqual(new Set(keys.slice(1).map(({ key }) => key)));
  });

  it('keeps what was made from the others until a later read has shown it and their pass knows of that', async () => {
    const [first, second] = [await claimed(), await claimed()];
    const key = newId('key');
    const running = await store.readers.begin('contacts');
    expect(await takes(first, key, true)).toBe(true);
    await store.turns.end(first);
    await store.readers.done('contacts', running);
    await store.claims.release(second);
    const later = await again(second);
    expect(await takes(later, key, true)).toBe(false);
    await readsContacts();
    expect(await takes(later, key, true)).toBe(false);
    await store.claims.release(later);
    expect(await takes(await again(second), key, true)).toBe(true);
  });

  it('remembers what was made for as long as a pass runs that does not know of it', async () => {
    const [first, second] = [await claimed(), await claimed()];
    const key = newId('key');
    await takes(first, key, true);
    await store.turns.end(first);
    await store.claims.release(first);
    for (let count = 0; count < 3; count += 1) await readsContacts();
    expect(await takes(second, key, true)).toBe(false);
  });

  it('ends the turns of a pass that ended without a word, and takes what it made for possible', async () => {
    const [first, second] = [await claimed(), await claimed()];
    const [record, made] = [newId('key'), newId('key')];
    await takes(first, record);
    await takes(first, made, true);
    await store.claims.release(first);
    expect(await takes(second, record)).toBe(true);
    expect(await takes(second, made, true)).toBe(false);
    await readsContacts();
    await store.claims.release(second);
    expect(await takes(await again(second), made, true)).toBe(true);
  });

  it('gives no turn to a claim that was lost', async () => {
    const lost = await claimed();
    await store.mailboxes.reset(lost.userId, 'Contact');
    await again(lost);
    await expect(takes(lost, newId('key'))).rejects.toThrow(ClaimLost);
  });
});
