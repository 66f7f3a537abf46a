declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Salesforce user id, 18 characters. */
export type UserId = Branded<'UserId'>;
/** Salesforce id of a contact or event, 18 characters. */
export type RecordId = Branded<'RecordId'>;
/** Salesforce account id, 18 characters. */
export type AccountId = Branded<'AccountId'>;
/** Salesforce organization id, 18 characters. */
export type OrgId = Branded<'OrgId'>;
/** Id of a Tandem_Configuration__c row. */
export type ConfigurationId = Branded<'ConfigurationId'>;
/** Entra object id of a mailbox's owner. */
export type ExchangeUserId = Branded<'ExchangeUserId'>;
/** Immutable id of a contact folder. */
export type FolderId = Branded<'FolderId'>;
/** Immutable id of an Exchange item; case-sensitive. */
export type ExchangeId = Branded<'ExchangeId'>;
/** Keyed hash of a value; never the value. */
export type Fingerprint = Branded<'Fingerprint'>;

/** Marks a string as an id of the given kind; for the places where ids enter the bridge. */
export function as<Id extends Branded<string>>(text: string): Id {
  return text as Id;
}
