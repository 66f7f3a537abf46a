import askedBy from '@salesforce/label/c.Tandem_Asked_By';
import waiting from '@salesforce/label/c.Tandem_Waiting';
import waitingForBridge from '@salesforce/label/c.Tandem_Waiting_For_Bridge';

export const labels = { askedBy, waiting, waitingForBridge };
