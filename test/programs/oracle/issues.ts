import type { Item } from '../world/mailbox.ts';
import type { StoredRow } from '../world/org.ts';
import type { Seen } from '../world/seen.ts';

/** All issue rows of the org. */
export function issues(world: Seen): readonly StoredRow[] {
  return [...(world.org.rows.get('Tandem_Issue__c')?.values() ?? [])];
}

/** Whether an open issue with one of the codes names the item or the record. */
export function hasIssue(
  world: Seen,
  item: Item | null,
  record: { readonly id: string } | null,
  codes: readonly string[],
): boolean {
  return issues(world).some(
    (row) =>
      row.Status__c === 'Open' &&
      codes.includes(String(row.Code__c)) &&
      ((item !== null && row.Exchange_Id__c === item.id) ||
        (record !== null && row.Record_Id__c === record.id)),
  );
}
