import another from '@salesforce/label/c.Tandem_Choice_Another';
import any from '@salesforce/label/c.Tandem_Choice_Any';
import none from '@salesforce/label/c.Tandem_Choice_None';
import offered from '@salesforce/label/c.Tandem_Choice_Offered';

export const labels = { another, any, none, offered };
