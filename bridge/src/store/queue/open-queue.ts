import type { ConstructorOptions } from 'pg-boss';
import { PgBoss } from 'pg-boss';
import { codeOf } from '../../domain/fault.ts';
import type { Log } from '../../domain/log.ts';
import { databaseFault } from '../database-fault.ts';
import { createBell } from './bell.ts';
import type { PassJob } from './jobs.ts';
import { queueName, queueSchema } from './jobs.ts';
import type { Queue } from './queue.ts';
import { runPasses } from './run-passes.ts';
import { wakePasses } from './wake.ts';

const defaultGraceSeconds = 20;

const queueOptions = {
  policy: 'stately',
  // The least that pg-boss takes: how long a dead process holds up its passes.
  heartbeatSeconds: 10,
  // The most that pg-boss takes: heartbeats tell the dead from the slow, and a first sync may take an hour.
  expireInSeconds: 24 * 60 * 60,
  // Counts lost processes only; a pass that fails is woken anew.
  retryLimit: 1_000_000,
  // 0 would keep them for ever.
  deleteAfterSeconds: 60,
};

interface OpenQueueOptions {
  readonly database: ConstructorOptions;
  /** No other process works on the queue, so active jobs are a dead one's. */
  readonly alone: boolean;
  readonly log: Log;
}

/** Wakes at once what a dead process was running, instead of after its heartbeat ran out. */
async function repeatInterrupted(boss: PgBoss): Promise<void> {
  const jobs = await boss.findJobs<PassJob>(queueName);
  const interrupted = jobs.filter((job) => job.state === 'active');
  if (interrupted.length === 0) return;
  await wakePasses(
    boss,
    interrupted.map((job) => job.data),
    {},
  );
  await boss.cancel(
    queueName,
    interrupted.map((job) => job.id),
  );
}

/**
 * Opens the queue of passes on pg-boss, creating its tables in the Postgres schema `tandem_queue`.
 *
 * @throws Fault `TDM-B-DATABASE` when the tables cannot be made or read
 */
export async function openQueue({ database, alone, log }: OpenQueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    ...database,
    schema: queueSchema,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 60,
  });
  boss.on('error', (error) => log.warn({ code: codeOf(error) }, 'queue maintenance failed'));
  try {
    await boss.start();
    await boss.createQueue(queueName, queueOptions);
    if (alone) await repeatInterrupted(boss);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw databaseFault(error);
  }

  const bell = createBell();
  let passes: ReturnType<typeof runPasses> | undefined;
  let stopping: Promise<void> | undefined;
  const stop = async (graceSeconds: number): Promise<void> => {
    await passes?.stop(graceSeconds);
    await boss.stop({ graceful: false });
  };

  const queue: Queue = {
    wake: (userId, kind, options) => queue.wakeMany([{ userId, kind }], options),
    async wakeMany(keys, options = {}) {
      await wakePasses(boss, keys, options);
      bell.ring();
    },
    work(run, { concurrency }) {
      if (passes !== undefined) throw new Error('The queue is worked on already.');
      passes = runPasses({ boss, run, concurrency, bell, log });
    },
    stop: ({ graceSeconds = defaultGraceSeconds } = {}) => (stopping ??= stop(graceSeconds)),
  };
  return queue;
}
