import both from '@salesforce/label/c.Tandem_Activity_Both';
import chart from '@salesforce/label/c.Tandem_Activity_Chart';
import contacts from '@salesforce/label/c.Tandem_Contacts';
import created from '@salesforce/label/c.Tandem_Activity_Created';
import day from '@salesforce/label/c.Tandem_Activity_Day';
import deleted from '@salesforce/label/c.Tandem_Activity_Deleted';
import direction from '@salesforce/label/c.Tandem_Activity_Direction';
import empty from '@salesforce/label/c.Tandem_Activity_Empty';
import emptyHint from '@salesforce/label/c.Tandem_Activity_Empty_Hint';
import events from '@salesforce/label/c.Tandem_Events';
import failed from '@salesforce/label/c.Tandem_Activity_Failed';
import hint from '@salesforce/label/c.Tandem_Activity_Hint';
import inExchange from '@salesforce/label/c.Tandem_Activity_In_Exchange';
import inSalesforce from '@salesforce/label/c.Tandem_Activity_In_Salesforce';
import kind from '@salesforce/label/c.Tandem_Activity_Kind';
import loading from '@salesforce/label/c.Tandem_Loading';
import paired from '@salesforce/label/c.Tandem_Activity_Paired';
import period from '@salesforce/label/c.Tandem_Activity_Period';
import periodDays from '@salesforce/label/c.Tandem_Activity_Period_Days';
import summary from '@salesforce/label/c.Tandem_Activity_Summary';
import table from '@salesforce/label/c.Tandem_Activity_Table';
import tip from '@salesforce/label/c.Tandem_Activity_Tip';
import title from '@salesforce/label/c.Tandem_Activity_Title';
import updated from '@salesforce/label/c.Tandem_Activity_Updated';

export const labels = {
  ...{
    both,
    chart,
    contacts,
    created,
    events,
    day,
    deleted,
    direction,
    empty,
    emptyHint,
    failed,
    hint,
    inExchange,
    inSalesforce,
  },
  ...{ kind, loading, paired, period, periodDays, summary, table, tip, title, updated },
};
