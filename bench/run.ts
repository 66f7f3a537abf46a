import type { Counters } from '../emulators/kernel/log.ts';
import type { Usage } from './bridge/words.ts';
import type { Bench } from './benches.ts';
import { round } from './bars.ts';
import type { BySide, Database, Figures } from './figures.ts';
import type { BenchWorld } from './world/world.ts';
import { anHourPasses, openWorld } from './world/world.ts';

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
  const cycle = () => world.bridge.order({ order: 'cycle', mailboxes: bench.start.mailboxes });
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
  const measured = await counted(world, cycle);
  await checkInSync(world, bench);
  const next = await counted(world, cycle);
  return figuresOf(bench, database, measured, next);
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
async function checkInSync({ salesforce }: BenchWorld, { name, start }: Bench): Promise<void> {
  const { objects } = await salesforce.state(['Tandem_Link__c', 'Tandem_Issue__c']);
  const links = objects['Tandem_Link__c']?.filter((row) => row['State__c'] === 'Live').length ?? 0;
  const issues = objects['Tandem_Issue__c']?.length ?? 0;
  const wanted = start.mailboxes * start.contacts;
  if (links !== wanted || issues > 0)
    throw new Error(`${name}: ${links} of ${wanted} contacts are linked, and there are ${issues} issues.`);
}

function figuresOf(
  { name, start }: Bench,
  database: Database,
  measured: Measurement,
  next: Measurement,
): Figures {
  const { wallSeconds, cpuSeconds, rssMb } = measured.usage;
  const items = start.mailboxes * start.contacts;
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
