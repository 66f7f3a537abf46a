const DIRECTIONS = ['Off', 'ExchangeToSalesforce', 'SalesforceToExchange', 'Both'];
const DELETES = ['Keep', 'Delete'];
const KINDS = ['Contact', 'Event'];
const SIDES = ['Exchange', 'Salesforce'];
const STATES = ['NotStarted', 'FirstSync', 'InSync', 'Paused', 'Held', 'Failing', 'Off'];

/**
 * The API values of every picklist, in order. Bridge and screens read and write these words, so a change here breaks
 * them; labels may change at will.
 */
export const PICKLIST_VALUES: Readonly<Record<string, readonly string[]>> = {
  'Tandem_Activity__c.Direction__c': ['ExchangeToSalesforce', 'SalesforceToExchange'],
  'Tandem_Activity__c.Kind__c': KINDS,
  'Tandem_Configuration__c.Conflict_Winner__c': ['Salesforce', 'Exchange', 'Latest'],
  'Tandem_Configuration__c.Contact_Deletes_To_Exchange__c': DELETES,
  'Tandem_Configuration__c.Contact_Deletes_To_Salesforce__c': DELETES,
  'Tandem_Configuration__c.Contact_Direction__c': DIRECTIONS,
  'Tandem_Configuration__c.Contact_Match__c': ['MostRecentActivity', 'LastModified', 'Oldest'],
  'Tandem_Configuration__c.Contact_Scope__c': ['Own', 'Visible'],
  'Tandem_Configuration__c.Duplicate_Alert__c': ['Save', 'Skip'],
  'Tandem_Configuration__c.Earlier_Events__c': ['Future', 'Window', 'None'],
  'Tandem_Configuration__c.Event_Deletes_To_Exchange__c': DELETES,
  'Tandem_Configuration__c.Event_Deletes_To_Salesforce__c': DELETES,
  'Tandem_Configuration__c.Event_Direction__c': DIRECTIONS,
  'Tandem_Configuration__c.Event_Selection__c': ['All', 'Marked'],
  'Tandem_Configuration__c.Invitations__c': ['Never', 'PeoplesEdits', 'Always'],
  'Tandem_Configuration__c.Private_Events__c': ['Skip', 'TimeOnly', 'Full'],
  'Tandem_Configuration__c.Unknown_Company__c': ['Leave', 'Placeholder', 'Create'],
  'Tandem_Field_Mapping__c.Direction__c': ['Both', 'ToSalesforce', 'ToExchange', 'Off'],
  'Tandem_Field_Mapping__c.Object__c': KINDS,
  'Tandem_Filter__c.Object__c': ['Contact', 'Account'],
  'Tandem_Filter__c.Operator__c': [
    'Equals',
    'NotEquals',
    'Contains',
    'StartsWith',
    'GreaterThan',
    'LessThan',
    'IsBlank',
    'IsNotBlank',
  ],
  'Tandem_Issue__c.Kind__c': [...KINDS, 'Mailbox', 'Bridge'],
  'Tandem_Issue__c.Status__c': ['Open', 'Closed'],
  'Tandem_Link__c.Kind__c': KINDS,
  'Tandem_Link__c.Last_Synced_From__c': SIDES,
  'Tandem_Link__c.Made_By_Tandem__c': ['None', ...SIDES],
  'Tandem_Link__c.Reason__c': [
    'MovedOut',
    'DeletedByPolicy',
    'OutOfFilter',
    'AccessLost',
    'Ignored',
    'Duplicate',
    'Disconnected',
  ],
  'Tandem_Link__c.State__c': ['Live', 'Suppressed'],
  'Tandem_Mailbox__c.Contacts_State__c': STATES,
  'Tandem_Mailbox__c.Events_State__c': STATES,
  'Tandem_Request__c.Kind__c': [
    'SyncNow',
    'ResetContacts',
    'ResetEvents',
    'Pause',
    'Resume',
    'Preview',
    'TestConnection',
    'Approve',
    'Retry',
    'Ignore',
    'ChooseAccount',
    'ChooseContact',
    'ExplainRecord',
  ],
  'Tandem_Request__c.Status__c': ['New', 'Running', 'Done', 'Failed', 'Refused'],
};
