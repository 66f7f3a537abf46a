import type { ExchangeId, ExchangeUserId, OrgId, RecordId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Scope } from '../domain/words.ts';

/** The marker of an item that Tandem made in Exchange: which org's record it stands for. */
export function markerOf(orgId: OrgId, recordId: RecordId): string {
  return `${orgId}|${recordId}`;
}

/** The record a marker names; null for a marker of another org, which is none of ours. */
export function markedRecord(marker: string | null, orgId: OrgId): RecordId | null {
  const [org, record] = marker?.split('|') ?? [];
  return org === orgId && record ? as<RecordId>(record) : null;
}

/** Contact.Tandem_Key__c of a record made from an Exchange item: an item has one record. */
export function recordKeyOf(exchangeUserId: ExchangeUserId, exchangeId: ExchangeId): string {
  return `${exchangeUserId}|${exchangeId}`;
}

/** The item of this mailbox that a record was made from; null when its key names none or is missing. */
export function keyedItem(key: string | null, exchangeUserId: ExchangeUserId): ExchangeId | null {
  const start = `${exchangeUserId}|`;
  return key?.startsWith(start) ? as<ExchangeId>(key.slice(start.length)) : null;
}

/** Tandem_Link__c.Link_Key__c. */
export function linkKeyOf(userId: UserId, scope: Scope, exchangeId: ExchangeId): string {
  return `${userId}|${scope}|${exchangeId}`;
}
