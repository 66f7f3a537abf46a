import approve from '@salesforce/label/c.Tandem_Approve';
import approveConfirm from '@salesforce/label/c.Tandem_Approve_Confirm';
import asked from '@salesforce/label/c.Tandem_Asked';
import askedIssues from '@salesforce/label/c.Tandem_Asked_Issues';
import askedNotAll from '@salesforce/label/c.Tandem_Asked_Not_All';
import askedNotAllIssues from '@salesforce/label/c.Tandem_Asked_Not_All_Issues';
import chooseAccount from '@salesforce/label/c.Tandem_Choose_Account';
import chooseContact from '@salesforce/label/c.Tandem_Choose_Contact';
import explain from '@salesforce/label/c.Tandem_Explain_Record';
import ignore from '@salesforce/label/c.Tandem_Ignore';
import ignoreConfirm from '@salesforce/label/c.Tandem_Ignore_Confirm';
import notAsked from '@salesforce/label/c.Tandem_Not_Asked';
import pause from '@salesforce/label/c.Tandem_Pause';
import preview from '@salesforce/label/c.Tandem_Preview';
import reset from '@salesforce/label/c.Tandem_Reset_Contacts';
import resetConfirm from '@salesforce/label/c.Tandem_Reset_Contacts_Confirm';
import resetEvents from '@salesforce/label/c.Tandem_Reset_Events';
import resetEventsConfirm from '@salesforce/label/c.Tandem_Reset_Events_Confirm';
import resume from '@salesforce/label/c.Tandem_Resume';
import retry from '@salesforce/label/c.Tandem_Retry';
import syncNow from '@salesforce/label/c.Tandem_Sync_Now';
import test from '@salesforce/label/c.Tandem_Test_Connection';

export const labels = {
  ...{ approve, approveConfirm, asked, askedIssues, askedNotAll, askedNotAllIssues, chooseAccount },
  ...{ chooseContact, explain, ignore, ignoreConfirm, notAsked, pause, preview, reset, resetConfirm },
  ...{ resetEvents, resetEventsConfirm, resume, retry, syncNow, test },
};
