import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../bridge/src/store/open.ts';
import { createDatabase } from '../../e2e/world/database.ts';
import { startExchange } from '../../e2e/world/exchange.ts';
import { createKeys } from '../../e2e/world/keys.ts';
import { startSalesforce } from '../../e2e/world/salesforce.ts';
import type { World } from '../../e2e/world.ts';
import { createWorld } from '../../e2e/world.ts';
import { endState } from './end-state.ts';
import { gate } from '../gate.ts';
import type { Death, Life } from './life.ts';
import { createLife } from './life.ts';
import { liveOnce, silent } from './mortal-bridge.ts';

const longestMs = 300_000;

/**
 * A test that a reference pass, cut at every call and at every write of state and taken up by a new bridge on the same
 * database, ends as it does uncut. `prepare` makes what the pass finds.
 */
export function cutEverywhere(name: string, prepare: (world: World) => Promise<void>): void {
  test(
    `${name}: cut at every call and every write of state, and resumed, it ends as it does uncut`,
    async () => {
      const stage = await createStage(prepare);
      try {
        const whole = await stage.play();
        expect(whole.violations).toEqual([]);
        const failures: string[] = [];
        for (const death of deathsIn(whole.counts)) {
          const { end, violations } = await stage.play(death);
          const where = `${death.at} ${death.number}`;
          failures.push(...violations.map((sentence) => `${where}: ${sentence}`));
          if (JSON.stringify(end) !== JSON.stringify(whole.end))
            failures.push(`${where}: ${differences(end, whole.end)}`);
        }
        expect(failures).toEqual([]);
      } finally {
        await stage.close();
      }
    },
    longestMs,
  );
}

/** Every place where such a life can end. After a call that only reads is the same as before it. */
function deathsIn({ calls, writes }: Life['counts']): Death[] {
  return [
    ...calls.flatMap((changing, number) => [
      { at: 'before call' as const, number },
      ...(changing ? [{ at: 'after call' as const, number }] : []),
    ]),
    ...Array.from({ length: writes }, (_, number) => ({ at: 'before write' as const, number })),
  ];
}

interface Played {
  readonly counts: Life['counts'];
  readonly end: object;
  readonly violations: readonly string[];
}

/** The services and a database, on which the same play is put again and again. */
async function createStage(prepare: (world: World) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-cut-'));
  const [exchange, salesforce, database] = await Promise.all([
    startExchange(),
    startSalesforce(),
    createDatabase('postgres', folder),
  ]);
  await (await openStore({ databaseUrl: database.settings.DATABASE_URL, log: silent })).close();
  const fresh = await database.backUp();
  const services = { exchange, salesforce, keys: createKeys(folder), folder };
  let life: Life = createLife();
  for (const { server } of [exchange, salesforce]) gate(server, ({ method = '' }) => life.call(method));

  async function play(death?: Death): Promise<Played> {
    life = createLife();
    const opened = await createWorld(services, {
      database,
      run: async (settings) => {
        const summary = await liveOnce(settings, life);
        return { exitCode: 0, error: undefined, output: '', mailboxes: [...(summary?.mailboxes ?? [])] };
      },
    });
    const { world } = opened;
    await prepare(world);
    life = createLife(death);
    const { counts } = life;
    await world.sync();
    if (death) {
      life = createLife();
      await world.syncs();
    }
    const end = endState(await world.snapshot());
    const violations = await world.violations();
    await opened.close();
    await fresh.restore();
    return { counts, end, violations };
  }

  return {
    play,
    close: async () => {
      await Promise.all([exchange.close(), salesforce.close()]);
      await database.remove();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The rows that are in one end state only. */
function differences(end: object, whole: object): string {
  const rows = (state: object) => JSON.stringify(state, null, 1).split('\n');
  const [mine, expected] = [rows(end), rows(whole)];
  const only = (some: readonly string[], others: readonly string[]) =>
    some.filter((row) => !others.includes(row));
  return `has ${only(mine, expected).join(' ')}, not ${only(expected, mine).join(' ')}`;
}
