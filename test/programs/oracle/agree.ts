import type { Field } from '../world/fields.ts';
import { addressesOf, fields, inOutlook } from '../world/fields.ts';
import type { Item } from '../world/mailbox.ts';
import type { OrgRecord } from '../world/org.ts';
import type { Seen } from '../world/seen.ts';
import { hasIssue } from './issues.ts';

export interface Pair {
  readonly item: Item;
  readonly record: OrgRecord;
}

/** Codes of what Salesforce does not take. */
export const refusals = ['TDM-C-REFUSED-BY-SALESFORCE', 'TDM-C-REQUIRED'];

/** Whether both sides of a pair show the same in a field, as far as Salesforce can hold it. */
export function agree(world: Seen, { item, record }: Pair, field: Field): boolean {
  const theirs =
    field === 'AccountId' && isPlaceholder(world, record) ? null : inSalesforce(world, record, field);
  const whole = inOutlook(item.properties, field);
  const ours = whole === null ? null : tidy(whole);
  if (field === 'Email') {
    const addresses = addressesOf(item.properties).map((text) => tidy(text).toLowerCase());
    // When the first address is emptied, the next one moves up.
    return theirs === null
      ? ours === null || ours.toLowerCase().endsWith('@y.test')
      : addresses.includes(theirs.toLowerCase());
  }
  if (field === 'AccountId') {
    // A company that has no account, or several, stays in Outlook and is listed.
    if (ours === null) return theirs === null;
    if (theirs?.toLowerCase() === ours.toLowerCase()) return true;
    return theirs === null || hasIssue(world, item, record, ['TDM-C-COMPANY', 'TDM-C-COMPANY-TWICE']);
  }
  return tidy(theirs ?? '') === (ours ?? '').slice(0, fields[field].length).trim();
}

/** The account that stands for no company. */
export function isPlaceholder({ policy }: Seen, record: OrgRecord): boolean {
  return record.account !== null && record.account === policy.placeholderAccount;
}

/** What people see in a field of a Salesforce contact. */
export function inSalesforce(world: Seen, record: OrgRecord, field: Field): string | null {
  return (field === 'AccountId' ? world.org.companyOf(record) : record.card[field]) || null;
}

function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
