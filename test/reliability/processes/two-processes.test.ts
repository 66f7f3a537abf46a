import type { IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createDatabase } from '../../e2e/world/database.ts';
import { startExchange } from '../../e2e/world/exchange.ts';
import { createKeys } from '../../e2e/world/keys.ts';
import type { Person } from '../../e2e/world/people.ts';
import { startSalesforce } from '../../e2e/world/salesforce.ts';
import type { World } from '../../e2e/world.ts';
import { createWorld } from '../../e2e/world.ts';
import type { Passage } from '../gate.ts';
import { gate } from '../gate.ts';
import { createSightings } from './sightings.ts';

const each = 25;
const rounds = 3;
const pauseMs = 6_000;
const longestMs = 240_000;

it(
  'two processes on one Postgres never sync one mailbox at once, even when one is paused in the middle of a write and goes on later',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-two-'));
    const [exchange, salesforce] = await Promise.all([startExchange(), startSalesforce()]);
    const database = await createDatabase('postgres', folder);
    const services = { exchange, salesforce, keys: createKeys(folder), folder };
    const sightings = createSightings();
    let onCall = (_call: IncomingMessage): Passage => ({ kind: 'pass' });
    gate(exchange.server, (call) => {
      sightings.see(call);
      return onCall(call);
    });
    const opened = await createWorld(services, { database });
    const { world } = opened;
    try {
      // One pass at a time and slow answers, so that one process alone cannot keep up.
      await exchange.slow(100);
      world.settings.TANDEM_CONCURRENCY = '1';
      const people = [world.ada, world.bob, await world.hires('Cleo'), await world.hires('Dan')];
      for (const person of people) await fill(person);

      const first = world.start(['start']);
      await expect.poll(() => sightings.processes().length, { timeout: 30_000 }).toBe(1);
      const [firstToken] = sightings.processes();
      const second = world.start(['start']);
      await expect.poll(() => sightings.processes().length, { timeout: 30_000 }).toBe(2);

      // The first is paused when it is about to send a create.
      const { promise: paused, resolve: pause } = Promise.withResolvers<void>();
      onCall = (call) => {
        if (call.method === 'POST' && call.headers.authorization === firstToken) {
          first.kill('SIGSTOP');
          pause();
          onCall = () => ({ kind: 'pass' });
        }
        return { kind: 'pass' };
      };
      for (const person of people) await person.salesforce.creates({ LastName: `Paused ${person.email}` });
      await paused;
      await sleep(pauseMs);
      first.kill('SIGCONT');

      for (let round = 0; round < rounds; round += 1) {
        for (const person of people)
          await person.outlook.creates({ givenName: 'Round', surname: `${round} ${person.email}` });
        await linked(world, people.length * (each * 2 + 1 + round + 1));
      }
      for (const bridge of [first, second]) bridge.kill('SIGTERM');
      expect(await first.ended, first.output()).toBe(0);
      expect(await second.ended, second.output()).toBe(0);

      const passes = sightings.passes();
      expect(new Set(passes.map(({ process }) => process)).size).toBe(2);
      expect(sightings.intrusions()).toEqual([]);
      await exchange.slow(0);
      await world.verify();
    } finally {
      await opened.close();
      await Promise.all([exchange.close(), salesforce.close()]);
      await database.remove();
      rmSync(folder, { recursive: true });
    }
  },
  longestMs,
);

async function fill({ email, outlook, salesforce }: Person): Promise<void> {
  const all = Array.from({ length: each }, (_, index) => index);
  await outlook.createsAll(all.map((index) => ({ givenName: 'In', surname: `${index} ${email}` })));
  await salesforce.createsAll(all.map((index) => ({ FirstName: 'Out', LastName: `${index} of ${email}` })));
}

async function linked(world: World, count: number): Promise<void> {
  await expect
    .poll(async () => (await world.links()).filter(({ state }) => state === 'Live').length, {
      timeout: 90_000,
      interval: 250,
    })
    .toBe(count);
}
