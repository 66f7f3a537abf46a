import refresh from '@salesforce/label/c.Tandem_Refresh';

export const labels = { refresh };
