import hidden from '@salesforce/label/c.Tandem_Hidden_Record';
import inExchange from '@salesforce/label/c.Tandem_Held_In_Exchange';
import inSalesforce from '@salesforce/label/c.Tandem_Held_In_Salesforce';

export const labels = { hidden, inExchange, inSalesforce };
