import type { ObjectType } from '../schema/object-type.ts';
import type { Act, Deletion, Org } from './org.ts';
import { alignGroups } from './permission-set-groups.ts';
import type { Row } from './table.ts';

/** Puts one record alone into the recycle bin, or away where there is none, and into the delete log. */
export function sendToBin(org: Org, type: ObjectType, row: Row, root: string, act: Act): void {
  const table = org.table(type);
  if (type.undeletable) {
    const stamps = { LastModifiedDate: act.stamp, LastModifiedById: act.userId, SystemModstamp: act.stamp };
    act.journal.put(table, { ...row, ...stamps, IsDeleted: true });
  } else {
    act.journal.remove(table, row.Id);
    alignGroups(org, type.name, row, act);
  }
  const deletion: Deletion = { object: type.name, id: row.Id, at: act.stamp, root };
  act.journal.run(
    () => org.deletions.push(deletion),
    () => dropDeletion(org, deletion),
  );
}

/** Takes an entry out of the delete log. */
export function dropDeletion(org: Org, deletion: Deletion): void {
  const index = org.deletions.lastIndexOf(deletion);
  if (index >= 0) org.deletions.splice(index, 1);
}
