import ended from '@salesforce/label/c.Tandem_Record_Ended';
import fromSide from '@salesforce/label/c.Tandem_Link_From';
import live from '@salesforce/label/c.Tandem_Record_Live';

export const labels = { ended, fromSide, live };
