import back from '@salesforce/label/c.Tandem_Issues_Back';
import count from '@salesforce/label/c.Tandem_Issues_Count';
import empty from '@salesforce/label/c.Tandem_Issues_Empty';
import emptyHint from '@salesforce/label/c.Tandem_Issues_Empty_Hint';
import failed from '@salesforce/label/c.Tandem_Issues_Failed';
import kept from '@salesforce/label/c.Tandem_Issues_Kept';
import keptEmpty from '@salesforce/label/c.Tandem_Issues_Kept_Empty';
import keptHint from '@salesforce/label/c.Tandem_Issues_Kept_Hint';
import loading from '@salesforce/label/c.Tandem_Loading';
import noMatch from '@salesforce/label/c.Tandem_Issues_No_Match';
import noMatchHint from '@salesforce/label/c.Tandem_Issues_No_Match_Hint';
import open from '@salesforce/label/c.Tandem_Issues_Open';
import partFailed from '@salesforce/label/c.Tandem_Part_Failed';
import refresh from '@salesforce/label/c.Tandem_Refresh';
import search from '@salesforce/label/c.Tandem_Issues_Search';
import show from '@salesforce/label/c.Tandem_Issues_Show';
import shown from '@salesforce/label/c.Tandem_Issues_Shown';

export const labels = {
  ...{ back, count, empty, emptyHint, failed, kept, keptEmpty, keptHint, loading, noMatch, noMatchHint },
  ...{ open, partFailed, refresh, search, show, shown },
};
