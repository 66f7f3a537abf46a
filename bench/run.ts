import type { Counters } from '../emulators/kernel/log.ts';
import type { Usage } from './bridge/words.ts';
import type { Bench } from './benches.ts';
import { nightsMeasured } from './benches.ts';
import { round } from './bars.ts';
import type { BySide, Database, Figures } from './figures.ts';
import type { BenchWorld } from './world/world.ts';
import { itemsOf } from './world/state.ts';
import { aNightPasses, anHourPasses, openWorld } from './world/world.ts';

/**
 * Runs a bench once on an empty database; `databaseUrl` is null for the embedded one. Once `interrupted` rejects, everything
 * that was started is stopped, and so does this.
 */
export async function runBench(
  bench: Bench,
  database: Database,
  databaseUrl: string | null,
  interrupted: Promise<never>,
): Promise<Figures> {
  const world = await openWorld(bench.start, databaseUrl);
  try {
    return await Promise.race([measure(world, bench, database), interrupted]);
  } finally {
    await world.close();
  }
}

async function measure(world: BenchWorld, bench: Bench, database: Database): Promise<Figures> {
  const { kind, mailboxes } = bench.start;
  const cycle = () => world.bridge.order({ order: 'cycle', kind, mailboxes });
  const start = () => world.bridge.order({ order: 'run' });
  if (bench.measures === 'first') {
    const measured = await counted(world, async () => added(await start(), await cycle()));
    await checkInSync(world, bench);
    const next = await counted(world, cycle);
    return figuresOf(bench, database, measured, next);
  }
  // The bridge takes the links over and compares them; an hour later it has read all that was recent.
  await start();
  await cycle();
  await anHourPasses(world);
  await cycle();
  await bench.people?.(world);
  const measured = await counted(world, bench.measures === 'running' ? cycle : () => nights(world, cycle));
  await checkInSync(world, bench);
  const next = await counted(world, cycle);
  return figuresOf(bench, database, measured, next);
}

/** Thirty days, each with one cycle. */
async function nights(world: BenchWorld, cycle: () => Promise<Usage>): Promise<Usage> {
  let usage: Usage | undefined;
  for (let night = 0; night < nightsMeasured; night += 1) {
    await aNightPasses(world);
    const next = await cycle();
    usage = usage ? added(usage, next) : next;
  }
  return usage ?? (await cycle());
}

interface Measurement {
  readonly usage: Usage;
  readonly exchange: Counters;
  readonly salesforce: Counters;
}

async function counted(
  { exchange, salesforce }: BenchWorld,
  work: () => Promise<Usage>,
): Promise<Measurement> {
  await Promise.all([exchange.counters.clear(), salesforce.counters.clear()]);
  const usage = await work();
  const [exchangeCounters, salesforceCounters] = await Promise.all([
    exchange.counters.read(),
    salesforce.counters.read(),
  ]);
  return { usage, exchange: exchangeCounters, salesforce: salesforceCounters };
}

function added(one: Usage, other: Usage): Usage {
  return {
    wallSeconds: one.wallSeconds + other.wallSeconds,
    cpuSeconds: one.cpuSeconds + other.cpuSeconds,
    rssMb: Math.max(one.rssMb, other.rssMb),
  };
}

/** Figures of a bridge that did not do its work would mean nothing. */
async function checkInSync({ salesforce }: BenchWorld, { name, start, measures }: Bench): Promise<void> {
  const { objects } = await salesforce.state(['Tandem_Link__c', 'Tandem_Issue__c']);
  const links = objects['Tandem_Link__c']?.filter((row) => row['State__c'] === 'Live').length ?? 0;
  const issues = objects['Tandem_Issue__c']?.length ?? 0;
  const wanted = itemsOf(start, measures === 'nights' ? nightsMeasured : 0);
  if (links !== wanted || issues > 0)
    throw new Error(`${name}: ${links} of ${wanted} items are linked, and there are ${issues} issues.`);
}

function figuresOf(
  { name, start }: Bench,
  database: Database,
  measured: Measurement,
  next: Measurement,
): Figures {
  const { wallSeconds, cpuSeconds, rssMb } = measured.usage;
  const items = itemsOf(start);
  return {
    name,
    database,
    items,
    wall_s: round(wallSeconds),
    items_per_s: round(items / wallSeconds),
    bridge_cpu_s: round(cpuSeconds),
    bridge_rss_mb: round(rssMb),
    http: requests(measured),
    writes: { exchange: writesOf(measured.exchange), salesforce: writesOf(measured.salesforce) },
    done: doneOf(measured),
    operations: { exchange: measured.exchange.byOperation, salesforce: measured.salesforce.byOperation },
    next_cycle: { wall_s: round(next.usage.wallSeconds), http: requests(next) },
  };
}

function requests({ exchange, salesforce }: Measurement): BySide {
  return {
    exchange: exchange.requests + exchange.tokenRequests,
    salesforce: salesforce.requests + salesforce.tokenRequests,
  };
}

function writesOf({ writes: { created, updated, deleted } }: Counters): number {
  return created + updated + deleted;
}

function doneOf({ exchange, salesforce }: Measurement): Figures['done'] {
  const both = (what: keyof Figures['done']) => exchange.writes[what] + salesforce.writes[what];
  return { created: both('created'), updated: both('updated'), deleted: both('deleted') };
}
