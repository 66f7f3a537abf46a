import off from '@salesforce/label/c.Tandem_State_Off';
import unknownPerson from '@salesforce/label/c.Tandem_Unknown_Person';

export const labels = { off, unknownPerson };
