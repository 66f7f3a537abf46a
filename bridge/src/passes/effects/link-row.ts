import type { UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { LinkRow, Row } from '../../salesforce/salesforce.ts';
import { seriesDateOf } from '../../sync/events/event-item.ts';
import { linkKeyOf } from '../../sync/identity.ts';

/** Addresses have 320 characters at most, and the field has room for 32,768. */
const mostListed = 100;

/** A link as Salesforce keeps it: what survives the loss of the database, and what people see on the record. */
export function linkRow(
  userId: UserId,
  mailboxRowId: string,
  link: Link,
  unmatched?: readonly string[],
): Row {
  return {
    ...linkStateRow(userId, link),
    OwnerId: userId,
    Mailbox__c: mailboxRowId,
    Kind__c: link.kind,
    Scope__c: link.scope,
    Exchange_Id__c: link.exchangeId,
    Last_Synced__c: link.lastSynced,
    Last_Synced_From__c: link.lastSyncedFrom,
    ...(link.kind === 'Event' ? eventColumns(link) : {}),
    ...(unmatched === undefined ? {} : unmatchedColumns(unmatched)),
  };
}

/** Of a row that is there: which record the item is linked with, and how. */
export function linkStateRow(userId: UserId, { scope, exchangeId, ...link }: Link): Row {
  return {
    Link_Key__c: linkKeyOf(userId, scope, exchangeId),
    Record_Id__c: link.recordId,
    State__c: link.state,
    Reason__c: link.reason,
    Made_By_Tandem__c: link.madeBy ?? 'None',
  };
}

/** A date of a series opens its series: Outlook has no address for a date by its link's id. */
function eventColumns({ exchangeId, recordId, meeting }: Link): Row {
  const series = seriesDateOf(exchangeId)?.masterId ?? null;
  const isThere = exchangeId !== `none:${recordId}`;
  return {
    Meeting_Identity__c: meeting,
    Series__c: series,
    Web_Link__c: isThere ? webLink(series ?? exchangeId) : null,
  };
}

/** The attendees for whom nobody stands, and how many they are: no query can ask whether the list, a long text, is blank. */
export function unmatchedColumns(unmatched: readonly string[]): Row {
  return { Unmatched_Attendees__c: listOf(unmatched), Unmatched_Count__c: unmatched.length || null };
}

/** One address a line, as many as fit; how many there are beyond stands last. */
function listOf(addresses: readonly string[]): string | null {
  const shown = addresses.slice(0, mostListed);
  const others = addresses.length - shown.length;
  return [...shown, ...(others > 0 ? [`+ ${others}`] : [])].join('\n') || null;
}

/** Where Outlook on the web shows an event; null when the address is longer than the field, which would refuse the row. */
function webLink(exchangeId: string): string | null {
  const link = `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(exchangeId)}&exvsurl=1&path=/calendar/item`;
  return link.length > 255 ? null : link;
}

/** A link read back from Salesforce: the fingerprints are lost, so both sides are compared when it is next looked at. */
export function linkFrom(row: LinkRow): Link {
  const { exchangeId, recordId, kind, meeting, state, reason, madeBy } = row;
  return { ...newLink(exchangeId, recordId, kind), meeting, state, reason, madeBy };
}
