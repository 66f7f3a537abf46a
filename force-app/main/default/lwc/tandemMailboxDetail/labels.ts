import changed from '@salesforce/label/c.Tandem_Last_Change';
import close from '@salesforce/label/c.Tandem_Close';
import contacts from '@salesforce/label/c.Tandem_Contacts';
import email from '@salesforce/label/c.Tandem_Email';
import events from '@salesforce/label/c.Tandem_Events';
import failed from '@salesforce/label/c.Tandem_Links_Failed';
import fromSide from '@salesforce/label/c.Tandem_From_Side';
import hidden from '@salesforce/label/c.Tandem_Hidden_Record';
import inExchange from '@salesforce/label/c.Tandem_In_Exchange';
import inSalesforce from '@salesforce/label/c.Tandem_In_Salesforce';
import inSyncAsOf from '@salesforce/label/c.Tandem_In_Sync_As_Of';
import issues from '@salesforce/label/c.Tandem_Open_Issues';
import lastSynced from '@salesforce/label/c.Tandem_Last_Synced';
import loading from '@salesforce/label/c.Tandem_Loading';
import nothingSynced from '@salesforce/label/c.Tandem_Nothing_Synced';
import previewCreate from '@salesforce/label/c.Tandem_Preview_Create';
import previewHeld from '@salesforce/label/c.Tandem_Preview_Held';
import previewPaired from '@salesforce/label/c.Tandem_Preview_Paired';
import previewUpdate from '@salesforce/label/c.Tandem_Preview_Update';
import problem from '@salesforce/label/c.Tandem_Problem';
import requests from '@salesforce/label/c.Tandem_Requests';
import showIssues from '@salesforce/label/c.Tandem_Show_Issues';

export const labels = {
  ...{ changed, close, contacts, email, events, failed, fromSide, hidden, inExchange, inSalesforce },
  ...{ inSyncAsOf, issues, lastSynced, loading, nothingSynced, problem, requests, showIssues },
  ...{ previewCreate, previewHeld, previewPaired, previewUpdate },
};
