import { expect } from 'vitest';
import { askedKind } from '../world/database.ts';
import { linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const PATIENTLY = { timeout: 90_000, interval: 300 };
const NEW = 300;

const typesMany = ({ ada }: World) =>
  ada.outlook.createsAll(
    Array.from({ length: NEW }, (_, index) => ({
      givenName: 'New',
      surname: `Number ${index}`,
      emailAddresses: [{ address: `new${index}@example.test` }],
    })),
  );

const liveLinks = async (world: World) =>
  (await world.links()).filter(({ state }) => state === 'Live').length;

scenario(
  'bad input: a full disk is told by its code, and with space again the running bridge goes on; nothing is lost or doubled',
  async ({ world }) => {
    const { disk } = world.database;
    const bridge = world.start(['start'], disk.settings);
    await world.ada.outlook.createsAll([{ givenName: 'Goes', surname: 'Well' }, { surname: 'Too' }]);
    await expect.poll(() => liveLinks(world), PATIENTLY).toBe(2);
    const body = 'Number 299';
    const writes = await world.salesforce.fault({ match: { body }, effect: { kind: 'delay', ms: 1_000 } });
    await typesMany(world);
    await expect.poll(() => writes.fired(), PATIENTLY).toBe(1);
    await disk.fill();
    await expect.poll(() => bridge.output(), PATIENTLY).toMatch(/TDM-B-DISK.*The org could not be read/);
    await expect.poll(() => bridge.output(), PATIENTLY).toMatch(/TDM-B-DISK.*pass (failed|could not)/);

    await disk.free();

    await expect.poll(() => liveLinks(world), PATIENTLY).toBe(NEW + 2);
    bridge.kill('SIGTERM');
    expect(await bridge.ended, bridge.output()).toBe(0);
    expect(await world.salesforce.contacts()).toHaveLength(NEW + 2);
    await world.syncs();
    await world.verify();
  },
);

scenario.runIf(askedKind() === 'pglite')(
  'bad input: a disk so full that the embedded database ends is one coded error, again at the next start, and with space nothing is missing',
  async ({ world }) => {
    await linkedContacts(world, world.ada, 2);
    const { disk } = world.database;
    await disk.fill('entirely');
    const first = world.start(['start'], disk.settings);
    expect(await first.ended, first.output()).toBe(2);
    expect(first.output()).toContain('TDM-B-DISK');

    await disk.free();
    const bridge = world.start(['start'], disk.settings);
    await expect.poll(() => bridge.output(), PATIENTLY).toContain('Signed in');
    await typesMany(world);
    await disk.fill('entirely');
    expect(await bridge.ended, bridge.output()).toBe(2);
    expect(bridge.output()).toContain('TDM-B-DISK');

    await disk.free();
    await world.syncs();
    expect(await liveLinks(world)).toBe(NEW + 2);
    expect(await world.salesforce.contacts()).toHaveLength(NEW + 2);
    await world.verify();
  },
);

scenario(
  'bad input: a database of a newer version is one coded error that names what is unknown; nothing is written, and the newer version finds it as it was',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    await linkedContacts(world, ada, 1);
    await ada.outlook.creates({ givenName: 'Wai', surname: 'Ting' });
    await world.database.run(
      `insert into tandem.kysely_migration (name, timestamp) values ('9999-from-the-future', '2099')`,
    );
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);

    const { exitCode, error, output } = await world.sync();

    expect(exitCode, output).toBe(2);
    expect(error).toMatchObject({ code: 'TDM-B-SCHEMA', detail: '9999-from-the-future' });
    const none = { created: 0, updated: 0, deleted: 0 };
    expect((await exchange.counters()).writes).toEqual(none);
    expect((await salesforce.counters()).writes).toEqual(none);

    await world.database.run(`delete from tandem.kysely_migration where name = '9999-from-the-future'`);
    await world.syncs();
    expect(await salesforce.contacts()).toHaveLength(2);
    await world.verify();
  },
);
