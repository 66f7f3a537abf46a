import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseKind } from '../../e2e/world/database.ts';
import { createDatabase } from '../../e2e/world/database.ts';
import { startExchange } from '../../e2e/world/exchange.ts';
import { createKeys } from '../../e2e/world/keys.ts';
import { startSalesforce } from '../../e2e/world/salesforce.ts';
import type { Services } from '../../e2e/world.ts';
import { createWorld } from '../../e2e/world.ts';
import { gate } from '../gate.ts';
import { createRandom } from '../random.ts';
import type { Turnstile } from './killed-first-sync.ts';
import { killedFirstSync } from './killed-first-sync.ts';

/** `npm run proof` asks for more, on one database after the other, and for the results. */
const asked = {
  database: (process.env.TANDEM_TEST_PROOF_DATABASE ?? 'postgres') as DatabaseKind,
  kills: Number(process.env.TANDEM_TEST_PROOF_KILLS ?? 3),
  seed: Number(process.env.TANDEM_TEST_PROOF_SEED ?? 1),
  results: process.env.TANDEM_TEST_PROOF_RESULTS,
};
const killsASync = 3;
const longestMs = 240_000;

const folder = mkdtempSync(join(tmpdir(), 'tandem-kills-'));
const turnstile: Turnstile = { onCall: () => ({ kind: 'pass' }) };
let services: Services;

beforeAll(async () => {
  const [exchange, salesforce] = await Promise.all([startExchange(), startSalesforce()]);
  for (const { server } of [exchange, salesforce]) gate(server, (call) => turnstile.onCall(call));
  services = { exchange, salesforce, keys: createKeys(folder), folder };
});
afterAll(async () => {
  await Promise.all([services.exchange.close(), services.salesforce.close()]);
  rmSync(folder, { recursive: true });
});

const syncs = Array.from({ length: Math.ceil(asked.kills / killsASync) }, (_, index) => ({
  seed: asked.seed * 1_000 + index,
  kills: Math.min(killsASync, asked.kills - index * killsASync),
}));

it.each(syncs)(
  `a first sync of 300 items on ${asked.database}, killed $kills times without warning (seed $seed), loses nothing and makes nothing twice`,
  async ({ seed, kills }) => {
    const database = await createDatabase(asked.database, mkdtempSync(join(folder, 'data-')));
    const opened = await createWorld(services, { database });
    const { world } = opened;
    try {
      const result = await killedFirstSync(world, turnstile, kills, createRandom(seed));
      turnstile.onCall = () => ({ kind: 'pass' });
      console.log(`seed ${seed}: restart to progress ${result.toProgressMs.map(Math.round).join(', ')} ms`);
      expect(result).toMatchObject({ lost: 0, double: 0 });
      await world.verify();
      if (asked.results) appendFileSync(asked.results, `${JSON.stringify({ seed, kills, ...result })}\n`);
    } finally {
      await opened.close();
      await database.remove();
    }
  },
  longestMs,
);
