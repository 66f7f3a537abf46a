import noPermission from '@salesforce/label/c.Tandem_No_Permission';

export const labels = { noPermission };
