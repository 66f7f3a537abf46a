import failed from '@salesforce/label/c.Tandem_My_Sync_Failed';
import issues from '@salesforce/label/c.Tandem_My_Sync_Issues';
import loading from '@salesforce/label/c.Tandem_Loading';
import none from '@salesforce/label/c.Tandem_My_Sync_None';
import noneHint from '@salesforce/label/c.Tandem_My_Sync_None_Hint';
import refresh from '@salesforce/label/c.Tandem_Refresh';
import settings from '@salesforce/label/c.Tandem_My_Sync_Settings';
import start from '@salesforce/label/c.Tandem_My_Sync_Start';
import startEvents from '@salesforce/label/c.Tandem_My_Sync_Start_Events';
import startIn from '@salesforce/label/c.Tandem_My_Sync_Start_In';
import startMark from '@salesforce/label/c.Tandem_My_Sync_Start_Mark';
import startOut from '@salesforce/label/c.Tandem_My_Sync_Start_Out';
import startOutOnly from '@salesforce/label/c.Tandem_My_Sync_Start_Out_Only';
import startStop from '@salesforce/label/c.Tandem_My_Sync_Start_Stop';
import startWait from '@salesforce/label/c.Tandem_My_Sync_Start_Wait';
import title from '@salesforce/label/c.Tandem_My_Sync_Title';

export const labels = {
  ...{ failed, issues, loading, none },
  ...{
    noneHint,
    refresh,
    settings,
    start,
    startEvents,
    startIn,
    startMark,
    startOut,
    startOutOnly,
    startStop,
    startWait,
  },
  ...{ title },
};
