import contacts from '@salesforce/label/c.Tandem_Contacts';
import email from '@salesforce/label/c.Tandem_Email';
import events from '@salesforce/label/c.Tandem_Events';
import eventItems from '@salesforce/label/c.Tandem_Events_On_Both_Sides';
import inSyncAsOf from '@salesforce/label/c.Tandem_In_Sync_As_Of';
import issues from '@salesforce/label/c.Tandem_Open_Issues';
import items from '@salesforce/label/c.Tandem_Contacts_On_Both_Sides';
import person from '@salesforce/label/c.Tandem_Person';
import request from '@salesforce/label/c.Tandem_Last_Request';

export const labels = { contacts, email, events, eventItems, inSyncAsOf, issues, items, person, request };
