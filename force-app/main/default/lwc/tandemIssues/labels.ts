import all from '@salesforce/label/c.Tandem_Issues_All';
import back from '@salesforce/label/c.Tandem_Issues_Back';
import of from '@salesforce/label/c.Tandem_Issues_Of';
import title from '@salesforce/label/c.Tandem_Issues_Title';

export const labels = { all, back, of, title };
