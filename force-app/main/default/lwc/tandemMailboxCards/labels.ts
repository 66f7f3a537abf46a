import actions from '@salesforce/label/c.Tandem_Actions';
import contacts from '@salesforce/label/c.Tandem_Contacts';
import events from '@salesforce/label/c.Tandem_Events';
import more from '@salesforce/label/c.Tandem_Show_More';

export const labels = { actions, contacts, events, more };
