import CONFLICT_WINNER from '@salesforce/schema/Tandem_Configuration__c.Conflict_Winner__c';
import CONTACT_DELETES_TO_EXCHANGE from '@salesforce/schema/Tandem_Configuration__c.Contact_Deletes_To_Exchange__c';
import CONTACT_DELETES_TO_SALESFORCE from '@salesforce/schema/Tandem_Configuration__c.Contact_Deletes_To_Salesforce__c';
import CONTACT_DIRECTION from '@salesforce/schema/Tandem_Configuration__c.Contact_Direction__c';
import CONTACT_MATCH from '@salesforce/schema/Tandem_Configuration__c.Contact_Match__c';
import CONTACT_RECORD_TYPE from '@salesforce/schema/Tandem_Configuration__c.Contact_Record_Type__c';
import CONTACT_SCOPE from '@salesforce/schema/Tandem_Configuration__c.Contact_Scope__c';
import DESCRIPTION from '@salesforce/schema/Tandem_Configuration__c.Description__c';
import DESCRIPTION_TO_EXCHANGE from '@salesforce/schema/Tandem_Configuration__c.Description_To_Exchange__c';
import DUPLICATE_ALERT from '@salesforce/schema/Tandem_Configuration__c.Duplicate_Alert__c';
import EARLIER_EVENTS from '@salesforce/schema/Tandem_Configuration__c.Earlier_Events__c';
import EVENT_DELETES_TO_EXCHANGE from '@salesforce/schema/Tandem_Configuration__c.Event_Deletes_To_Exchange__c';
import EVENT_DELETES_TO_SALESFORCE from '@salesforce/schema/Tandem_Configuration__c.Event_Deletes_To_Salesforce__c';
import EVENT_DIRECTION from '@salesforce/schema/Tandem_Configuration__c.Event_Direction__c';
import EVENT_SELECTION from '@salesforce/schema/Tandem_Configuration__c.Event_Selection__c';
import FIRST_SYNC_WRITES_PER_HOUR from '@salesforce/schema/Tandem_Configuration__c.First_Sync_Writes_Per_Hour__c';
import INCLUDE_FOLLOWED from '@salesforce/schema/Tandem_Configuration__c.Include_Followed__c';
import INCLUDE_PERSON_ACCOUNTS from '@salesforce/schema/Tandem_Configuration__c.Include_Person_Accounts__c';
import INVITATIONS from '@salesforce/schema/Tandem_Configuration__c.Invitations__c';
import NAME from '@salesforce/schema/Tandem_Configuration__c.Name';
import PLACEHOLDER_ACCOUNT from '@salesforce/schema/Tandem_Configuration__c.Placeholder_Account__c';
import PRIVATE_EVENTS from '@salesforce/schema/Tandem_Configuration__c.Private_Events__c';
import RELATE_ATTENDEES from '@salesforce/schema/Tandem_Configuration__c.Relate_Attendees__c';
import SERIES from '@salesforce/schema/Tandem_Configuration__c.Series__c';
import SERIES_DAYS_AHEAD from '@salesforce/schema/Tandem_Configuration__c.Series_Days_Ahead__c';
import UNKNOWN_COMPANY from '@salesforce/schema/Tandem_Configuration__c.Unknown_Company__c';
import WINDOW_DAYS_AHEAD from '@salesforce/schema/Tandem_Configuration__c.Window_Days_Ahead__c';
import WINDOW_DAYS_BACK from '@salesforce/schema/Tandem_Configuration__c.Window_Days_Back__c';
import type { SettingValue } from 'c/tandemSetting';
import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';

interface Reference {
  readonly objectApiName: string;
  readonly fieldApiName: string;
}

const MODIFIED_BY = 'Tandem_Configuration__c.LastModifiedBy.Name';

/** Values of settings, by field. */
export type Values = Readonly<Record<string, SettingValue>>;

const names = (...references: readonly Reference[]) => references.map(({ fieldApiName }) => fieldApiName);

/** The settings of a configuration, by the section of the editor that they stand in. */
export const FIELDS: Readonly<
  Record<'general' | 'contacts' | 'events' | 'invitations' | 'conflicts', readonly string[]>
> = {
  general: names(NAME, DESCRIPTION),
  contacts: names(
    CONTACT_DIRECTION,
    CONTACT_SCOPE,
    INCLUDE_FOLLOWED,
    INCLUDE_PERSON_ACCOUNTS,
    CONTACT_DELETES_TO_EXCHANGE,
    CONTACT_DELETES_TO_SALESFORCE,
    CONTACT_MATCH,
    DUPLICATE_ALERT,
    UNKNOWN_COMPANY,
    PLACEHOLDER_ACCOUNT,
    CONTACT_RECORD_TYPE,
    FIRST_SYNC_WRITES_PER_HOUR,
  ),
  events: names(
    EVENT_DIRECTION,
    EVENT_SELECTION,
    EVENT_DELETES_TO_EXCHANGE,
    EVENT_DELETES_TO_SALESFORCE,
    PRIVATE_EVENTS,
    EARLIER_EVENTS,
    WINDOW_DAYS_BACK,
    WINDOW_DAYS_AHEAD,
    SERIES,
    SERIES_DAYS_AHEAD,
    RELATE_ATTENDEES,
    DESCRIPTION_TO_EXCHANGE,
  ),
  invitations: names(INVITATIONS),
  conflicts: names(CONFLICT_WINNER),
};

/** What the record is asked for; a field that the person may not see is left out by the org. */
export const REFERENCES: readonly (Reference | string)[] = [
  NAME,
  DESCRIPTION,
  CONTACT_DIRECTION,
  CONTACT_SCOPE,
  INCLUDE_FOLLOWED,
  INCLUDE_PERSON_ACCOUNTS,
  CONTACT_DELETES_TO_EXCHANGE,
  CONTACT_DELETES_TO_SALESFORCE,
  CONTACT_MATCH,
  DUPLICATE_ALERT,
  UNKNOWN_COMPANY,
  PLACEHOLDER_ACCOUNT,
  CONTACT_RECORD_TYPE,
  FIRST_SYNC_WRITES_PER_HOUR,
  EVENT_DIRECTION,
  EVENT_SELECTION,
  EVENT_DELETES_TO_EXCHANGE,
  EVENT_DELETES_TO_SALESFORCE,
  PRIVATE_EVENTS,
  EARLIER_EVENTS,
  WINDOW_DAYS_BACK,
  WINDOW_DAYS_AHEAD,
  SERIES,
  SERIES_DAYS_AHEAD,
  RELATE_ATTENDEES,
  DESCRIPTION_TO_EXCHANGE,
  INVITATIONS,
  CONFLICT_WINNER,
  MODIFIED_BY,
];

/** Names a record type by its id, in a text. */
export const RECORD_TYPE = CONTACT_RECORD_TYPE.fieldApiName;

/** The settings of a record. */
export function valuesOf(record: RecordData): Values {
  const read = Object.values(FIELDS)
    .flat()
    .filter((field) => field in record.fields);
  return Object.fromEntries(read.map((field) => [field, record.fields[field]?.value as SettingValue]));
}

/** Who changed the record last; nothing when that is not known. */
export function changedBy(record: RecordData): string {
  return String(getFieldValue(record, MODIFIED_BY) ?? '');
}
