import type { AccountId, ConfigurationId } from './ids.ts';
import type { FieldMapping } from './mapping.ts';
import type { Direction } from './words.ts';

export type DeletePolicy = 'Keep' | 'Delete';
export type ConflictWinner = 'Salesforce' | 'Exchange' | 'Latest';
export type UnknownCompany = 'Leave' | 'Placeholder' | 'Create';
/** What happens when a duplicate rule that only alerts would stop a save. */
export type OnDuplicateAlert = 'Save' | 'Skip';
export type MatchRule = 'MostRecentActivity' | 'LastModified' | 'Oldest';

/** What an admin decided for the contacts of a group of people. */
export interface ContactPolicy {
  readonly direction: Direction;
  readonly unknownCompany: UnknownCompany;
  readonly placeholderAccount: AccountId | null;
  readonly match: MatchRule;
  /** What happens in Salesforce when a person deletes in Exchange. */
  readonly deletesToSalesforce: DeletePolicy;
  readonly deletesToExchange: DeletePolicy;
  readonly recordType: string | null;
  readonly duplicateAlert: OnDuplicateAlert;
  readonly conflictWinner: ConflictWinner;
}

/** An admin's settings for a group of people. */
export interface Configuration {
  readonly id: ConfigurationId;
  readonly name: string;
  readonly active: boolean;
  readonly contacts: ContactPolicy;
  /** Rows that differ from the defaults. */
  readonly mappings: readonly FieldMapping[];
}
