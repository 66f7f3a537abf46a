import asked from '@salesforce/label/c.Tandem_Asked';
import askedNotAll from '@salesforce/label/c.Tandem_Asked_Not_All';
import pause from '@salesforce/label/c.Tandem_Pause';
import preview from '@salesforce/label/c.Tandem_Preview';
import reset from '@salesforce/label/c.Tandem_Reset_Contacts';
import resetConfirm from '@salesforce/label/c.Tandem_Reset_Contacts_Confirm';
import resume from '@salesforce/label/c.Tandem_Resume';
import syncNow from '@salesforce/label/c.Tandem_Sync_Now';
import test from '@salesforce/label/c.Tandem_Test_Connection';

export const labels = { asked, askedNotAll, pause, preview, reset, resetConfirm, resume, syncNow, test };
