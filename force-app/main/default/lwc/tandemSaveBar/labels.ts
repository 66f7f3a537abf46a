import broughtBack from '@salesforce/label/c.Tandem_Brought_Back';
import correctFirst from '@salesforce/label/c.Tandem_Correct_First';
import discard from '@salesforce/label/c.Tandem_Discard';
import save from '@salesforce/label/c.Tandem_Save';
import saving from '@salesforce/label/c.Tandem_Saving';

export const labels = { broughtBack, correctFirst, discard, save, saving };
