import somethingFailed from '@salesforce/label/c.Tandem_Something_Failed';
import tryAgain from '@salesforce/label/c.Tandem_Try_Again';

export const labels = { somethingFailed, tryAgain };
