import changed from '@salesforce/label/c.Tandem_Last_Change';
import contacts from '@salesforce/label/c.Tandem_Contacts';
import events from '@salesforce/label/c.Tandem_Events';
import inExchange from '@salesforce/label/c.Tandem_In_Exchange';
import inSalesforce from '@salesforce/label/c.Tandem_In_Salesforce';
import inSyncAsOf from '@salesforce/label/c.Tandem_In_Sync_As_Of';
import problem from '@salesforce/label/c.Tandem_Problem';

export const labels = { changed, contacts, events, inExchange, inSalesforce, inSyncAsOf, problem };
