import type { Counters } from '../emulators/kernel/log.ts';
import type { Usage } from './bridge/words.ts';
import type { Bench } from './benches.ts';
import { round } from './bars.ts';
import type { Database, Figures } from './figures.ts';
import type { BenchWorld } from './world/world.ts';
import { anHourPasses, openWorld } from './world/world.ts';

/** Runs a bench once on an empty database; `databaseUrl` is null for the embedded one. */
export async function runBench(
  bench: Bench,
  database: Database,
  databaseUrl: string | null,
): Promise<Figures> {
  const world = await openWorld(bench.start, databaseUrl);
  try {
    if (bench.measures === 'running') await becomeRunning(world, bench);
    await Promise.all([world.exchange.counters.clear(), world.salesforce.counters.clear()]);
    const usage = await world.bridge.order(bench.measures === 'first' ? { order: 'sync' } : cycleOf(bench));
    const [exchange, salesforce] = await Promise.all([
      world.exchange.counters.read(),
      world.salesforce.counters.read(),
    ]);
    return figuresOf(bench, database, usage, { exchange, salesforce });
  } finally {
    await world.close();
  }
}

/** The bridge takes the links over and compares them; then it runs, and an hour later it has read all that was recent. */
async function becomeRunning(world: BenchWorld, bench: Bench): Promise<void> {
  await world.bridge.order({ order: 'sync' });
  await world.bridge.order({ order: 'run' });
  await world.bridge.order(cycleOf(bench));
  await anHourPasses(world);
  await world.bridge.order(cycleOf(bench));
  await bench.people?.(world);
}

function cycleOf({ start }: Bench) {
  return { order: 'cycle', mailboxes: start.mailboxes } as const;
}

function figuresOf(
  { name, start }: Bench,
  database: Database,
  { wallSeconds, cpuSeconds, rssMb }: Usage,
  counters: { readonly exchange: Counters; readonly salesforce: Counters },
): Figures {
  const items = start.mailboxes * start.contacts;
  return {
    name,
    database,
    items,
    wall_s: round(wallSeconds),
    items_per_s: round(items / wallSeconds),
    bridge_cpu_s: round(cpuSeconds),
    bridge_rss_mb: round(rssMb),
    http: { exchange: requestsOf(counters.exchange), salesforce: requestsOf(counters.salesforce) },
    writes: { exchange: writesOf(counters.exchange), salesforce: writesOf(counters.salesforce) },
  };
}

function requestsOf({ requests, tokenRequests }: Counters): number {
  return requests + tokenRequests;
}

function writesOf({ writes: { created, updated, deleted } }: Counters): number {
  return created + updated + deleted;
}
