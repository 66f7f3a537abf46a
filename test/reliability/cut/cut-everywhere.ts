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
import { changing } from './changing.ts';
import { contactsEnd } from './end-state.ts';
import { gate } from '../gate.ts';
import type { Death, Life } from './life.ts';
import { createLife } from './life.ts';
import { liveOnce, silent } from './mortal-bridge.ts';

const longestMs = 900_000;

/** Empties the database, but for what says how its tables look. */
const emptied = `
  do $$ begin
    execute (
      select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' restart identity'
      from pg_tables where schemaname = 'tandem' and tablename not like '%migration%'
    );
  end $$`;

/** How it ended: what is compared with the end of the uncut pass, and what is wrong with it by itself. */
export interface End {
  readonly state: object;
  readonly violations: readonly string[];
}

/**
 * A test that a reference pass, cut at every call and at every write of state and taken up by a new bridge on the same
 * database, ends as it does uncut. `prepare` makes what the pass finds, `look` sees how it ended: that of contacts where nothing is said.
 */
export function cutEverywhere(
  name: string,
  prepare: (world: World) => Promise<void>,
  look: (world: World) => Promise<End> = contactsEnd,
): void {
  test(
    `${name}: cut at every call and every write of state, and resumed, it ends as it does uncut`,
    async () => {
      const stage = await createStage(prepare, look);
      try {
        const whole = await stage.play();
        expect(whole.end.violations).toEqual([]);
        const failures: string[] = [];
        for (const death of deathsIn(whole.counts)) {
          const { state, violations } = (await stage.play(death)).end;
          const where = `${death.at} ${death.number}`;
          failures.push(...violations.map((sentence) => `${where}: ${sentence}`));
          if (JSON.stringify(state) !== JSON.stringify(whole.end.state))
            failures.push(`${where}: ${differences(state, whole.end.state)}`);
        }
        expect(failures).toEqual([]);
      } finally {
        await stage.close();
      }
    },
    longestMs,
  );
}

/** Every place where such a life can end. Before or after a call that only reads is the same as before what changes something next. */
function deathsIn({ calls, writes }: Life['counts']): Death[] {
  return [
    ...calls.flatMap((mayHaveChanged, number) =>
      mayHaveChanged() ? (['before call', 'after call'] as const).map((at) => ({ at, number })) : [],
    ),
    ...Array.from({ length: writes }, (_, number) => ({ at: 'before write' as const, number })),
  ];
}

interface Played {
  readonly counts: Life['counts'];
  readonly end: End;
}

/** The services and a database, on which the same play is put again and again. */
async function createStage(prepare: (world: World) => Promise<void>, look: (world: World) => Promise<End>) {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-cut-'));
  const [exchange, salesforce, database] = await Promise.all([
    startExchange(),
    startSalesforce(),
    createDatabase('postgres', folder),
  ]);
  await (await openStore({ databaseUrl: database.settings.DATABASE_URL, log: silent })).close();
  const services = { exchange, salesforce, keys: createKeys(folder), folder };
  let life: Life = createLife();
  for (const { server } of [exchange, salesforce]) gate(server, (request) => life.call(changing(request)));

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
    const end = await look(world);
    await opened.close();
    await database.run(emptied);
    return { counts, end };
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
