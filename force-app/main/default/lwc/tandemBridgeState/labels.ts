import alive from '@salesforce/label/c.Tandem_Bridge_Alive';
import never from '@salesforce/label/c.Tandem_Bridge_Never';
import problem from '@salesforce/label/c.Tandem_Bridge_Problem';
import silent from '@salesforce/label/c.Tandem_Bridge_Silent';

export const labels = { alive, never, problem, silent };
