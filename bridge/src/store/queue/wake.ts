import type { PgBoss } from 'pg-boss';
import { portions } from '../rows.ts';
import type { PassJob } from './jobs.ts';
import { keyOf, queueName, queueSchema } from './jobs.ts';
import type { PassKey, WakeOptions } from './queue.ts';

// pg-boss changes a waiting job only to exactly what is said; that would put off a pass that is due earlier.
const bringForward = `
  update ${queueSchema}.job set
    start_after = least(start_after, now() + make_interval(secs => $2)),
    priority = greatest(priority, $3::int)
  where name = '${queueName}' and singleton_key = any($1::text[]) and state < 'active'
    and (start_after > now() + make_interval(secs => $2) or priority < $3::int)
`;

/** Adds the passes that do not wait yet and brings forward those that would be due later. */
export async function wakePasses(
  boss: PgBoss,
  passes: readonly PassKey[],
  { afterSeconds = 0, priority = 0 }: WakeOptions,
): Promise<void> {
  for (const portion of portions(passes)) {
    const jobs = portion.map(({ userId, kind }) => {
      const data: PassJob = { userId, kind, failures: 0 };
      return { data, singletonKey: keyOf(data), priority, startAfter: afterSeconds };
    });
    await boss.insert(queueName, jobs);
    await boss
      .getDb()
      .executeSql(bringForward, [jobs.map((job) => job.singletonKey), afterSeconds, priority]);
  }
}
