import { checkRows, checkSides } from '../programs/oracle/end.ts';
import { createChance, useChance } from './machine/chance.ts';
import type { Scheduler } from './machine/scheduler.ts';
import { createScheduler } from './machine/scheduler.ts';
import { useTime } from './machine/time.ts';
import { checkEvents } from './events/end.ts';
import { springMorning } from './events/setup.ts';
import { polls } from './bridge/bridge.ts';
import { describe } from './describe.ts';
import type { Counting } from './coverage.ts';
import { createCounting } from './coverage.ts';
import type { Plan, TimedDeed, Turn } from './plan.ts';
import { perform, resumeAll } from './deeds.ts';
import { createTroubles } from './troubles.ts';
import type { Simulation } from './world/simulation.ts';
import { createSimulation } from './world/simulation.ts';

/** What one run came to. */
export interface Outcome {
  /** The rule that was broken, and how; null when none was. */
  readonly broken: string | null;
  readonly steps: number;
}

/** Monday morning; all runs of contacts begin there. */
const winterMorning = Date.UTC(2026, 0, 5, 8);
const dayMs = 86_400_000;
/** So many more looks at the org get the requests that still wait. */
const mostLooks = 30;
/** So long nothing is written when all is done: each mailbox is looked at once more. */
const quietMs = 320_000;
/** After faults have stopped, both sides are right and quiet after so many such stretches: three for passes and what is read rarely, one without a write. */
const mostStretches = 4;

/** Runs the plan and judges it; `tell` hears of everything that happens, `counting` of what was reached. */
export async function run(
  plan: Plan,
  tell: (line: string) => void = () => undefined,
  counting: Counting = createCounting(),
): Promise<Outcome> {
  const chance = createChance(plan.seed);
  const start = plan.setup.events ? springMorning : winterMorning;
  useChance(createChance(`${plan.seed} others`));
  const scheduler = createScheduler(start, (at, label) => tell(`${at - start} ${label}`));
  useTime(scheduler);
  const troubles = createTroubles(() => simulation, tell, counting);
  const simulation = createSimulation(plan.setup, scheduler, chance, troubles, counting, tell);
  try {
    simulation.start();
    await live(simulation, scheduler, plan.turns, troubles, tell, counting);
    return { broken: null, steps: scheduler.steps() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    for (const line of describe(simulation, start)) tell(line);
    tell(`broken ${message}`);
    return { broken: message, steps: scheduler.steps() };
  } finally {
    const process = simulation.process();
    if (process) scheduler.drop(process);
    countAnswers(simulation, counting);
  }
}

/** What the services answered, and which of their habits were on. */
function countAnswers({ services: { tenant, org } }: Simulation, counting: Counting): void {
  for (const [service, kernel] of Object.entries({
    exchange: tenant.kernel,
    salesforce: org.emulator.kernel,
  })) {
    const { byStatus, byOperation } = kernel.log.counters();
    for (const [status, times] of Object.entries(byStatus))
      counting.count(`${service} answers ${status}`, times);
    for (const [operation, times] of Object.entries(byOperation))
      counting.count(`${service} ${operation}`, times);
    const { quirks, limits } = kernel.settings();
    for (const [name, value] of Object.entries({ ...quirks, ...limits }))
      if (typeof value !== 'object') counting.count(`${service} with ${name} ${String(value)}`);
  }
}

async function live(
  simulation: Simulation,
  scheduler: Scheduler,
  turns: readonly Turn[],
  troubles: ReturnType<typeof createTroubles>,
  tell: (line: string) => void,
  counting: Counting,
): Promise<void> {
  const check = () => {
    if (simulation.blames.length > 0) throw new Error(simulation.blames.join('; '));
  };
  for (const turn of turns) {
    if (turn.days !== undefined) {
      simulation.crash(turn.days * dayMs);
      await scheduler.runUntil(scheduler.now() + turn.days * dayMs);
    }
    for (const { when, deed } of turn.deeds)
      if ('second' in when)
        scheduler.schedule((when.second % turn.seconds) * 1000, {
          process: null,
          label: null,
          run: () => perform(simulation, deed, tell, counting),
        });
    troubles.begin(turn, (deed: TimedDeed['deed']) => perform(simulation, deed, tell, counting));
    await scheduler.runUntil(scheduler.now() + turn.seconds * 1000);
    check();
  }
  troubles.stop();
  resumeAll(simulation);
  // They are served one page of a query at a time, and a page may hold a single one.
  for (let looks = 0; looks < mostLooks && simulation.org.waitingRequests() > 0; looks += 1)
    await scheduler.runUntil(scheduler.now() + polls.salesforceSeconds * 1000);
  for (let stretch = 1; ; stretch += 1) {
    const written = simulation.writes();
    await scheduler.runUntil(scheduler.now() + quietMs);
    check();
    const late = simulation.writes() - written;
    const problem =
      late > 0 ? `quiet: ${late} items were written though nobody acted` : problemOf(simulation);
    if (problem === null) return;
    if (stretch === mostStretches) throw new Error(problemOf(simulation) ?? problem);
  }
}

/** What is wrong with both sides as they stand; null when all is as it must be. */
function problemOf(simulation: Simulation): string | null {
  try {
    checkRows(simulation, simulation.database());
    // Where contacts do not sync they are there to be related with events.
    if (simulation.policy.direction !== 'Off') checkSides(simulation);
    if (simulation.events) checkEvents(simulation.events.end());
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
