import { shareType } from '../access/sharing.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Act, Org } from './org.ts';

/** A new owner starts without what the old one shared by hand (help, "Transferring Records"). */
export function dropManualShares(org: Org, type: ObjectType, id: string, act: Act): void {
  const shares = shareType(org, type.name);
  if (!shares) return;
  const table = org.table(shares);
  for (const shareId of [...table.lookup(org.schema.field(shares, `${type.name}Id`)!, id)]) {
    if (table.get(shareId)!['RowCause'] === 'Manual') act.journal.remove(table, shareId);
  }
}
