import type { AccountId, ExchangeId, RecordId, UserId } from './ids.ts';

/** A mapped value as text; null when the field is empty. Dates are `yyyy-MM-dd`. */
export type Value = string | null;

/** Mapped values by Salesforce field name. The company travels as the account's name under `AccountId`. */
export type Values = Readonly<Record<string, Value>>;

/** The properties of an Exchange item as Graph spells them; only those that Tandem asked for. */
export type ExchangeProperties = Readonly<Record<string, unknown>>;

/** A contact as it is in Exchange now. */
export interface ExchangeContact {
  readonly id: ExchangeId;
  /** Absent when the service sent a partial item. */
  readonly etag?: string;
  readonly parentFolderId: string;
  /** ISO instant, by the server's clock. */
  readonly modified: string;
  readonly properties: ExchangeProperties;
}

/** A contact as it is in Salesforce now. */
export interface SalesforceContact {
  readonly id: RecordId;
  /** ISO instant of SystemModstamp, by the server's clock. */
  readonly stamp: string;
  readonly modified: string;
  readonly ownerId: UserId;
  readonly accountId: AccountId | null;
  /** The contact of a person account, which is written through that account. */
  readonly isPerson: boolean;
  readonly values: Values;
}
