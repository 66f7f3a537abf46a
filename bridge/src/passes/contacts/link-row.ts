import type { UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { LinkRow, Row } from '../../salesforce/salesforce.ts';
import { linkKeyOf } from '../../sync/identity.ts';

/** A link as Salesforce keeps it: what survives the loss of the database, and what people see on the record. */
export function linkRow(userId: UserId, mailboxRowId: string, link: Link): Row {
  return {
    Link_Key__c: linkKeyOf(userId, link.scope, link.exchangeId),
    OwnerId: userId,
    Mailbox__c: mailboxRowId,
    Kind__c: link.kind,
    Scope__c: link.scope,
    Exchange_Id__c: link.exchangeId,
    Record_Id__c: link.recordId,
    State__c: link.state,
    Reason__c: link.reason,
    Made_By_Tandem__c: link.madeBy ?? 'None',
    Last_Synced__c: link.lastSynced,
    Last_Synced_From__c: link.lastSyncedFrom,
  };
}

/** A link read back from Salesforce: the fingerprints are lost, so both sides are compared when it is next looked at. */
export function linkFrom(row: LinkRow): Link {
  const { exchangeId, recordId, kind, state, reason, madeBy } = row;
  return { ...newLink(exchangeId, recordId), kind, state, reason, madeBy };
}
