/** What the bridge reads and writes of one object. */
export interface PackagePart {
  readonly object: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** The fields that this version of the bridge needs of the package's objects, by API name. */
export const packageParts: readonly PackagePart[] = [
  {
    object: 'Tandem_Configuration__c',
    reads: [
      'Active__c',
      'Contact_Direction__c',
      'Unknown_Company__c',
      'Placeholder_Account__c',
      'Contact_Match__c',
      'Contact_Deletes_To_Salesforce__c',
      'Contact_Deletes_To_Exchange__c',
      'Contact_Record_Type__c',
      'Duplicate_Alert__c',
      'Conflict_Winner__c',
    ],
    writes: [],
  },
  {
    object: 'Tandem_Assignment__c',
    reads: ['Configuration__c', 'User__c', 'Profile_Id__c'],
    writes: [],
  },
  {
    object: 'Tandem_Field_Mapping__c',
    reads: ['Configuration__c', 'Object__c', 'Salesforce_Field__c', 'Exchange_Property__c', 'Direction__c'],
    writes: [],
  },
  {
    object: 'Tandem_Mailbox__c',
    reads: [],
    writes: [
      'User__c',
      'User_Key__c',
      'Configuration__c',
      'Email__c',
      'Exchange_User_Id__c',
      'Epoch__c',
      'Contacts_State__c',
      'Contacts_Progress__c',
      'Contacts_Last_Change__c',
      'Contacts_In_Sync_As_Of__c',
      'Contacts_In_Exchange__c',
      'Contacts_In_Salesforce__c',
      'Contacts_Problem__c',
      'Contacts_Folder_Id__c',
      'Open_Issues__c',
    ],
  },
  {
    object: 'Tandem_Link__c',
    reads: [],
    writes: [
      'Link_Key__c',
      'Mailbox__c',
      'Kind__c',
      'Scope__c',
      'Exchange_Id__c',
      'Record_Id__c',
      'State__c',
      'Reason__c',
      'Made_By_Tandem__c',
      'Last_Synced__c',
      'Last_Synced_From__c',
    ],
  },
  {
    object: 'Tandem_Issue__c',
    reads: [],
    writes: [
      'Issue_Key__c',
      'Mailbox__c',
      'Kind__c',
      'Code__c',
      'Status__c',
      'Item__c',
      'Field__c',
      'Reason__c',
      'Remedy__c',
      'Details__c',
      'Record_Id__c',
      'Exchange_Id__c',
      'First_Seen__c',
      'Last_Seen__c',
      'Closed_At__c',
    ],
  },
  {
    object: 'Tandem_Request__c',
    reads: ['Kind__c', 'User__c', 'Configuration__c', 'Issue__c', 'Record_Id__c', 'Parameters__c'],
    writes: ['Status__c', 'Error_Code__c', 'Result__c', 'Served_At__c'],
  },
  {
    object: 'Tandem_Bridge__c',
    reads: [],
    writes: [
      'Bridge_Key__c',
      'Heartbeat__c',
      'Version__c',
      'Exchange_Poll_Seconds__c',
      'Salesforce_Poll_Seconds__c',
      'Mailboxes__c',
      'Problem__c',
    ],
  },
  {
    object: 'Tandem_Activity__c',
    reads: [],
    writes: [
      'Activity_Key__c',
      'Day__c',
      'Kind__c',
      'Direction__c',
      'Created__c',
      'Updated__c',
      'Deleted__c',
      'Paired__c',
    ],
  },
  { object: 'Contact', reads: [], writes: ['Tandem_Key__c'] },
];
