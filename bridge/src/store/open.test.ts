import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { databaseOfTest } from '../../../test/database/copied.ts';
import type { TestPlace } from './fixture.ts';
import { addMailbox, claimMailbox, openingMs, testLog, testStores } from './fixture.ts';
import { openEmbeddedDatabase } from './embedded/database.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';

const places: TestPlace[] = [];
const stores: OpenStore[] = [];

const openAt = async (place: TestPlace): Promise<OpenStore> => {
  const open = await openStore({ ...place.options, log: testLog() });
  stores.push(open);
  return open;
};

afterEach(async () => {
  await Promise.all(stores.splice(0).map((open) => open.close()));
  await Promise.all(places.splice(0).map((place) => place.remove()));
}, openingMs);

/** A process that writes to the database for ever; answers after its first write. */
async function writeElsewhere(place: TestPlace): Promise<{ kill(): Promise<void> }> {
  const script = `
    const { openStore } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
    const log = { debug() {}, info() {}, warn() {} };
    const { store } = await openStore({ ...${JSON.stringify(place.options)}, log });
    await store.mailboxes.assign([{ userId: '005', email: 'a@example.com', configurationId: 'a00', active: true }]);
    await store.claims.take('005', 'Contact', 'killed', 600);
    for (let i = 1; ; i += 1) {
      await store.meta.set('writes', String(i));
      console.log(i);
    }
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.stdout.resume();
  return {
    async kill() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

describe.each(testStores())('opening, $name', ({ empty, shared }) => {
  const newPlace = async (): Promise<TestPlace> => {
    const place = await empty();
    places.push(place);
    return place;
  };

  it(
    'finds again what was written before closing',
    async () => {
      const place = await newPlace();
      const first = await openAt(place);
      const userId = await addMailbox(first.store);
      await first.close();
      const again = await openAt(place);
      expect(await again.store.mailboxes.get(userId)).toMatchObject({ active: true });
    },
    openingMs,
  );

  it(
    'refuses a database that a newer version has migrated, and leaves it as it is',
    async () => {
      const place = await newPlace();
      await (await openAt(place)).close();
      await place.sql(
        `insert into tandem.kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')`,
      );
      const refused = { code: 'TDM-B-SCHEMA', detail: '9999-from-the-future' };
      await expect(openAt(place)).rejects.toMatchObject(refused);
      await place.sql(`delete from tandem.kysely_migration where name = '9999-from-the-future'`);
      await openAt(place);
    },
    openingMs,
  );

  it(
    'goes on after the process was killed while writing',
    async () => {
      const place = await newPlace();
      const other = await writeElsewhere(place);
      await other.kill();
      const { store } = await openAt(place);
      expect(Number(await store.meta.get('writes'))).toBeGreaterThan(0);
      const userId = (await store.mailboxes.all())[0]?.userId;
      if (userId === undefined) throw new Error('The mailbox is lost.');
      const claim = await store.claims.take(userId, 'Contact', 'this process', 60);
      // Where nobody else lives, nobody waits for a dead process's lease.
      expect(claim).toMatchObject({ epoch: 2 });
    },
    openingMs,
  );

  it(
    'lets writers side by side wait for each other',
    async () => {
      const place = await newPlace();
      const { store } = await openAt(place);
      const claim = await claimMailbox(store);
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          i % 2 === 0
            ? store.mailboxes.reset(claim.userId, 'Contact', claim)
            : store.mailboxes.update(claim, { cursor: String(i) }),
        ),
      );
      await store.claims.renew(claim, 60);
    },
    openingMs,
  );

  it.runIf(!shared)(
    'refuses a folder that another process has open',
    async () => {
      const place = await newPlace();
      const other = await writeElsewhere(place);
      await expect(openAt(place)).rejects.toMatchObject({ code: 'TDM-B-LOCKED' });
      await other.kill();
    },
    openingMs,
  );

  it.runIf(shared)(
    'leaves a living process what it claimed, even when its lease has ended, until it is gone',
    async () => {
      const place = await newPlace();
      const living = await openAt(place);
      const userId = await addMailbox(living.store);
      expect(await living.store.claims.take(userId, 'Contact', 'living', 0)).not.toBeNull();
      const other = await openAt(place);
      expect(await other.store.claims.take(userId, 'Contact', 'other', 60)).toBeNull();
      await living.close();
      expect(await other.store.claims.take(userId, 'Contact', 'other', 60)).not.toBeNull();
    },
    openingMs,
  );

  it.runIf(shared)(
    'lets several processes open it for the first time at once',
    async () => {
      const place = await newPlace();
      const opened = await Promise.all([openAt(place), openAt(place), openAt(place)]);
      for (const { store } of opened) expect(await store.mailboxes.all()).toEqual([]);
    },
    openingMs,
  );
});

describe('a database that cannot be used', () => {
  it('is a fault that names what failed, without the password', async () => {
    const opening = openStore({ databaseUrl: 'postgres://tandem:secret@127.0.0.1:1/tandem', log: testLog() });
    const fault = await opening.catch((error: unknown) => error as Error & { detail: string });
    expect(fault).toMatchObject({
      code: 'TDM-B-DATABASE',
      detail: expect.stringContaining('ECONNREFUSED') as string,
    });
    expect(JSON.stringify(fault)).not.toContain('secret');
  });

  it('is a fault when the connection string is none', async () => {
    const opening = openStore({ databaseUrl: 'postgres://tandem:secret@', log: testLog() });
    await expect(opening).rejects.toMatchObject({ code: 'TDM-B-DATABASE' });
  });

  it(
    'rejects every call when its thread ends, instead of waiting for ever',
    async () => {
      const database = await openEmbeddedDatabase(databaseOfTest('empty'));
      const waiting = database.query('select pg_sleep($1)', [60]);
      const outcome = expect(waiting).rejects.toMatchObject({ code: 'TDM-B-DATABASE' });
      await database.terminate();
      await outcome;
      await expect(database.script('select 1')).rejects.toMatchObject({ code: 'TDM-B-DATABASE' });
      await database.close();
    },
    openingMs,
  );
});
