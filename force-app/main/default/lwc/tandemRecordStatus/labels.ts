import failed from '@salesforce/label/c.Tandem_Record_Failed';
import loading from '@salesforce/label/c.Tandem_Loading';
import none from '@salesforce/label/c.Tandem_Record_None';
import notMine from '@salesforce/label/c.Tandem_Record_Not_Mine';
import refresh from '@salesforce/label/c.Tandem_Refresh';
import title from '@salesforce/label/c.Tandem_Record_Title';
import why from '@salesforce/label/c.Tandem_Explain_Record';

export const labels = { failed, loading, none, notMine, refresh, title, why };
