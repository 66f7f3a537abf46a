import type { PgBoss } from 'pg-boss';
import { codeOf } from '../../domain/fault.ts';
import type { Log } from '../../domain/log.ts';
import { backOffSeconds } from './back-off.ts';
import type { Bell } from './bell.ts';
import type { FetchedJob, PassJob } from './jobs.ts';
import { postpone, queueName, touchJobs } from './jobs.ts';
import type { RunPass } from './queue.ts';

const pollMs = 500;
const pollAfterErrorMs = 5_000;
const touchMs = 3_000;

interface RunPassesOptions {
  readonly boss: PgBoss;
  readonly run: RunPass;
  readonly concurrency: number;
  /** Rung when a pass was woken here; passes woken by other processes are found by polling. */
  readonly bell: Bell;
  readonly log: Log;
}

interface Running {
  readonly job: FetchedJob;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** Why a pass was aborted. */
type Abortion = 'stopping' | 'taken over';

/**
 * Fetches due passes and runs each for itself. pg-boss's own `work` fetches one batch per poll and waits for its
 * slowest job; passes last from milliseconds to an hour.
 */
export function runPasses({ boss, run, concurrency, bell, log }: RunPassesOptions): {
  stop(graceSeconds: number): Promise<void>;
} {
  const running = new Map<string, Running>();
  let stopping = false;

  const settle = async (job: FetchedJob, error: unknown, abortion: Abortion | undefined): Promise<void> => {
    const { userId, kind, failures } = job.data;
    // Its attempt was given to another process, which settles it.
    if (abortion === 'taken over') return;
    // The successor is there before the job ends: a crash in between repeats a pass but never forgets one.
    if (abortion === 'stopping') {
      await postpone(boss, job.data, 0);
    } else if (error !== undefined) {
      const seconds = backOffSeconds(failures + 1);
      await postpone(boss, { userId, kind, failures: failures + 1 }, seconds);
      log.warn(
        { userId, kind, code: codeOf(error), failures: failures + 1, seconds },
        'pass failed, will be repeated',
      );
    }
    await boss.complete(queueName, job);
  };

  const runOne = async (job: FetchedJob, abort: AbortController): Promise<void> => {
    let error: unknown;
    try {
      await run({ userId: job.data.userId, kind: job.data.kind }, abort.signal);
    } catch (thrown) {
      error = thrown ?? new Error('The pass threw nothing.');
    }
    try {
      await settle(job, error, abort.signal.aborted ? (abort.signal.reason as Abortion) : undefined);
    } catch (unsettled) {
      // Without heartbeats the job is soon given out again.
      log.warn({ code: codeOf(unsettled) }, 'pass could not be settled, will be repeated');
    }
    running.delete(job.id);
    bell.ring();
  };

  const touch = async (): Promise<void> => {
    const jobs = [...running.values()].map(({ job }) => job);
    if (jobs.length === 0) return;
    try {
      const held = await touchJobs(boss, jobs);
      for (const { id } of jobs)
        if (!held.has(id)) running.get(id)?.abort.abort('taken over' satisfies Abortion);
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'heartbeat of the queue failed');
    }
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      let pause = pollMs;
      const free = concurrency - running.size;
      try {
        const jobs = free > 0 ? await boss.fetch<PassJob>(queueName, { batchSize: free }) : [];
        for (const job of jobs) {
          const abort = new AbortController();
          running.set(job.id, { job, abort, ended: Promise.resolve().then(() => runOne(job, abort)) });
        }
      } catch (error) {
        pause = pollAfterErrorMs;
        log.warn({ code: codeOf(error) }, 'queue cannot be read');
      }
      if (!stopping) await bell.wait(pause);
    }
  };

  const heartbeat = setInterval(() => void touch(), touchMs);
  const looping = loop();

  return {
    async stop(graceSeconds) {
      stopping = true;
      bell.ring();
      await looping;
      const ended = Promise.all([...running.values()].map((one) => one.ended));
      const patience = setTimeout(() => {
        for (const { abort } of running.values()) abort.abort('stopping' satisfies Abortion);
      }, graceSeconds * 1000);
      await ended;
      clearTimeout(patience);
      clearInterval(heartbeat);
    },
  };
}
