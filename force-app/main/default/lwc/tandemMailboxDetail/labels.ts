import close from '@salesforce/label/c.Tandem_Close';
import email from '@salesforce/label/c.Tandem_Email';
import failed from '@salesforce/label/c.Tandem_Links_Failed';
import fromSide from '@salesforce/label/c.Tandem_From_Side';
import hidden from '@salesforce/label/c.Tandem_Hidden_Record';
import issues from '@salesforce/label/c.Tandem_Open_Issues';
import lastSynced from '@salesforce/label/c.Tandem_Last_Synced';
import loading from '@salesforce/label/c.Tandem_Loading';
import nothingSynced from '@salesforce/label/c.Tandem_Nothing_Synced';
import previewCreate from '@salesforce/label/c.Tandem_Preview_Create';
import previewHeld from '@salesforce/label/c.Tandem_Preview_Held';
import previewPaired from '@salesforce/label/c.Tandem_Preview_Paired';
import previewUpdate from '@salesforce/label/c.Tandem_Preview_Update';
import requests from '@salesforce/label/c.Tandem_Requests';
import showIssues from '@salesforce/label/c.Tandem_Show_Issues';

export const labels = {
  ...{ close, email, failed, fromSide, hidden },
  ...{ issues, lastSynced, loading, nothingSynced, requests, showIssues },
  ...{ previewCreate, previewHeld, previewPaired, previewUpdate },
};
