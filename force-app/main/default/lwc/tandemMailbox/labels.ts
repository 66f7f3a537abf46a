import hidden from '@salesforce/label/c.Tandem_State_Hidden';
import notStarted from '@salesforce/label/c.Tandem_State_Not_Started';
import progress from '@salesforce/label/c.Tandem_State_Progress';
import requestState from '@salesforce/label/c.Tandem_Request_State';
import waiting from '@salesforce/label/c.Tandem_Request_Waiting';
import unknownPerson from '@salesforce/label/c.Tandem_Unknown_Person';

export const labels = { hidden, notStarted, progress, requestState, unknownPerson, waiting };
