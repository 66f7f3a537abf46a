import type { FilterCondition } from '../rules/filter-condition.ts';
import type { AccountId, ConfigurationId } from './ids.ts';
import type { FieldMapping } from '../rules/field-mapping.ts';
import type { Invitations } from './invitations.ts';
import type { Direction } from './words.ts';

export type DeletePolicy = 'Keep' | 'Delete';
export type ConflictWinner = 'Salesforce' | 'Exchange' | 'Latest';
export type UnknownCompany = 'Leave' | 'Placeholder' | 'Create';
/** What happens when a duplicate rule that only alerts would stop a save. */
export type OnDuplicateAlert = 'Save' | 'Skip';
/** Which Salesforce contacts are candidates to go out: those that the user owns, or all that the user can see. */
export type ContactScope = 'Own' | 'Visible';
export type MatchRule = 'MostRecentActivity' | 'LastModified' | 'Oldest';

/** What an admin decided for the contacts of a group of people. */
export interface ContactPolicy {
  readonly direction: Direction;
  readonly scope: ContactScope;
  /** Contacts that the user follows in Chatter go out whatever scope and conditions say. */
  readonly followed: boolean;
  /** Contacts of person accounts count as contacts. */
  readonly personAccounts: boolean;
  readonly unknownCompany: UnknownCompany;
  readonly placeholderAccount: AccountId | null;
  readonly match: MatchRule;
  /** What happens in Salesforce when a person deletes in Exchange. */
  readonly deletesToSalesforce: DeletePolicy;
  readonly deletesToExchange: DeletePolicy;
  readonly recordType: string | null;
  readonly duplicateAlert: OnDuplicateAlert;
  readonly conflictWinner: ConflictWinner;
  /** How many contacts first syncs may write to Salesforce in an hour, all together; null for any number. */
  readonly firstSyncWritesPerHour: number | null;
}

/** All events of the calendar, or those with the Outlook category Salesforce. */
export type EventSelection = 'All' | 'Marked';
/** What becomes of events that are not for everybody's eyes. */
export type PrivateEvents = 'Skip' | 'TimeOnly' | 'Full';
/** Which Salesforce events from before the activation go out. */
export type EarlierEvents = 'Future' | 'Window' | 'None';

/** What an admin decided for the calendar events of a group of people. */
export interface EventPolicy {
  readonly direction: Direction;
  readonly selection: EventSelection;
  readonly privateEvents: PrivateEvents;
  readonly deletesToSalesforce: DeletePolicy;
  readonly deletesToExchange: DeletePolicy;
  /** Attendees become related contacts, or one related lead. */
  readonly relateAttendees: boolean;
  readonly series: boolean;
  readonly seriesDaysAhead: number;
  readonly windowDaysBack: number;
  readonly windowDaysAhead: number;
  readonly earlierEvents: EarlierEvents;
  readonly invitations: Invitations;
  /** Whether a description is written to an event that others attend. */
  readonly descriptionToExchange: boolean;
  readonly conflictWinner: ConflictWinner;
}

/** An admin's settings for a group of people. */
export interface Configuration {
  readonly id: ConfigurationId;
  readonly name: string;
  readonly active: boolean;
  readonly contacts: ContactPolicy;
  /** Conditions that contacts must meet to go out. */
  readonly filter: readonly FilterCondition[];
  /** Rows that differ from the defaults. */
  readonly mappings: readonly FieldMapping[];
  readonly events: EventPolicy;
  /** Rows of events that differ from the defaults. */
  readonly eventMappings: readonly FieldMapping[];
}
