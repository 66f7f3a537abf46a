import ended from '@salesforce/label/c.Tandem_Record_Ended';
import failed from '@salesforce/label/c.Tandem_Record_Failed';
import fromSide from '@salesforce/label/c.Tandem_From_Side';
import lastSynced from '@salesforce/label/c.Tandem_Last_Synced';
import live from '@salesforce/label/c.Tandem_Record_Live';
import loading from '@salesforce/label/c.Tandem_Loading';
import never from '@salesforce/label/c.Tandem_Record_Never';
import none from '@salesforce/label/c.Tandem_Record_None';
import notMine from '@salesforce/label/c.Tandem_Record_Not_Mine';
import openInOutlook from '@salesforce/label/c.Tandem_Open_In_Outlook';
import refresh from '@salesforce/label/c.Tandem_Refresh';
import title from '@salesforce/label/c.Tandem_Record_Title';
import why from '@salesforce/label/c.Tandem_Explain_Record';

export const labels = {
  ...{ ended, failed, fromSide, lastSynced, live, loading, never, none, notMine, openInOutlook, refresh },
  ...{ title, why },
};
