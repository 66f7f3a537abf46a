import { insufficientAccess, refuse, type Refusal } from '../refusal.ts';
import type { Act, Org } from '../store/org.ts';
import type { Row } from '../store/table.ts';
import { dropEvent, isPattern, rowsOfSeries } from './rows.ts';

/**
 * Deletes an occurrence of a Lightning series and all later ones; from the first one on the whole series, its pattern
 * record included (REST guide, "Delete Lightning Experience Event Series").
 */
export function deleteOnwards(org: Org, row: Row, act: Act): Refusal | undefined {
  const refused = (message: string) => refuse('INVALID_OPERATION', message, []);
  if (row['IsRecurrence2'] !== true) return refused('the event is not part of a series');
  if (row['IsRecurrence2Exclusion'] === true) return refused('the event is excluded from its series');
  if (row['IsChild'] === true) return refused('a child event is deleted with its parent');
  const start = row['StartDateTime'] as string;
  const patternStart = row['Recurrence2PatternStartDate'] as string;
  if (start < patternStart) return refused('the event is before the start of its series');
  const rows = rowsOfSeries(org, row);
  const dates = rows.filter((one) => !isPattern(one)).map((one) => one['StartDateTime'] as string);
  const whole = isPattern(row) || dates.every((date) => date >= start);
  const going = rows.filter((one) => whole || (!isPattern(one) && (one['StartDateTime'] as string) >= start));
  const held = org.locks.check(going.map((one) => one.Id));
  if (held) return held;
  if (going.some((one) => !act.gate.record(org.schema.ofId(one.Id)!, one).delete)) return insufficientAccess;
  for (const one of going) dropEvent(org, one, act);
  return undefined;
}
