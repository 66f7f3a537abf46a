import type { Org } from '../store/org.ts';
import { toStamp } from '../store/stamps.ts';

const YEAR_MS = 365 * 86_400_000;

/** Archives the events that ended a year ago or earlier, as the platform does now and then; gives their number. */
export function archiveEvents(org: Org): number {
  const table = org.table(org.schema.object('Event')!);
  const before = toStamp(new Date(org.now().getTime() - YEAR_MS));
  let count = 0;
  for (const row of [...table.all()]) {
    if (row['IsArchived'] === true || row['IsDeleted'] === true) continue;
    if (((row['EndDateTime'] as string | undefined) ?? '') > before) continue;
    table.put({ ...row, IsArchived: true });
    count += 1;
  }
  return count;
}
