import lastSynced from '@salesforce/label/c.Tandem_Last_Synced';
import never from '@salesforce/label/c.Tandem_Record_Never';
import ofSeries from '@salesforce/label/c.Tandem_Record_Of_Series';
import openInOutlook from '@salesforce/label/c.Tandem_Open_In_Outlook';

export const labels = { lastSynced, never, ofSeries, openInOutlook };
