import hidden from '@salesforce/label/c.Tandem_Hidden_Record';
import inExchange from '@salesforce/label/c.Tandem_Held_In_Exchange';
import inSalesforce from '@salesforce/label/c.Tandem_Held_In_Salesforce';
import loading from '@salesforce/label/c.Tandem_Loading';

export const labels = { hidden, inExchange, inSalesforce, loading };
