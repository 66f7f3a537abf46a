import type { PgBoss } from 'pg-boss';
import type { PassKey } from './queue.ts';

/** The name of the one queue. */
export const queueName = 'pass';
/** The Postgres schema that pg-boss keeps its tables in. */
export const queueSchema = 'tandem_queue';

/** What a job carries: its pass, and how often the pass failed in a row. */
export interface PassJob extends PassKey {
  readonly failures: number;
}

/** A job as it was fetched; `retryCount` names the attempt, so that a lapsed one settles nothing. */
export interface FetchedJob {
  readonly id: string;
  readonly retryCount: number;
  readonly data: PassJob;
}

/** What makes two jobs the same pass. */
export function keyOf({ userId, kind }: PassKey): string {
  return `${userId}|${kind}`;
}

/** Makes the pass wait this long, even if it waits already and would be due before; keeps count of its failures. */
export async function postpone(boss: PgBoss, job: PassJob, seconds: number): Promise<void> {
  await boss.upsert(queueName, job, { singletonKey: keyOf(job), startAfter: seconds });
}

/** Tells that the jobs are still being worked on. Answers the ids of those that are still this attempt's. */
export async function touchJobs(boss: PgBoss, jobs: readonly FetchedJob[]): Promise<ReadonlySet<string>> {
  // pg-boss answers the ids, but its types leave them out.
  const answer = (await boss.touch(queueName, [...jobs])) as { readonly settled?: readonly string[] };
  return new Set(answer.settled);
}
