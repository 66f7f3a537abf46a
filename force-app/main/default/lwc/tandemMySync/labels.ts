import changed from '@salesforce/label/c.Tandem_Last_Change';
import contacts from '@salesforce/label/c.Tandem_Contacts';
import events from '@salesforce/label/c.Tandem_Events';
import failed from '@salesforce/label/c.Tandem_My_Sync_Failed';
import inExchange from '@salesforce/label/c.Tandem_In_Exchange';
import inSalesforce from '@salesforce/label/c.Tandem_In_Salesforce';
import inSyncAsOf from '@salesforce/label/c.Tandem_In_Sync_As_Of';
import issues from '@salesforce/label/c.Tandem_My_Sync_Issues';
import loading from '@salesforce/label/c.Tandem_Loading';
import none from '@salesforce/label/c.Tandem_My_Sync_None';
import noneHint from '@salesforce/label/c.Tandem_My_Sync_None_Hint';
import problem from '@salesforce/label/c.Tandem_Problem';
import refresh from '@salesforce/label/c.Tandem_Refresh';
import settings from '@salesforce/label/c.Tandem_My_Sync_Settings';
import start from '@salesforce/label/c.Tandem_My_Sync_Start';
import startIn from '@salesforce/label/c.Tandem_My_Sync_Start_In';
import startOut from '@salesforce/label/c.Tandem_My_Sync_Start_Out';
import startOutOnly from '@salesforce/label/c.Tandem_My_Sync_Start_Out_Only';
import startStop from '@salesforce/label/c.Tandem_My_Sync_Start_Stop';
import startWait from '@salesforce/label/c.Tandem_My_Sync_Start_Wait';
import title from '@salesforce/label/c.Tandem_My_Sync_Title';

export const labels = {
  ...{ changed, contacts, events, failed, inExchange, inSalesforce, inSyncAsOf, issues, loading, none },
  ...{ noneHint, problem, refresh, settings, start, startIn, startOut, startOutOnly, startStop, startWait },
  ...{ title },
};
