import noField from '@salesforce/label/c.Tandem_No_Field';
import noPermission from '@salesforce/label/c.Tandem_No_Permission';

export const labels = { noField, noPermission };
