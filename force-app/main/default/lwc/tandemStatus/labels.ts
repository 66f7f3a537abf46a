import count from '@salesforce/label/c.Tandem_Status_Count';
import empty from '@salesforce/label/c.Tandem_Status_Empty';
import emptyHint from '@salesforce/label/c.Tandem_Status_Empty_Hint';
import failed from '@salesforce/label/c.Tandem_Status_Failed';
import loading from '@salesforce/label/c.Tandem_Loading';
import noMatch from '@salesforce/label/c.Tandem_Status_No_Match';
import noMatchHint from '@salesforce/label/c.Tandem_Status_No_Match_Hint';
import title from '@salesforce/label/c.Tandem_Status_Title';

export const labels = { count, empty, emptyHint, failed, loading, noMatch, noMatchHint, title };
