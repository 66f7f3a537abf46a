import failed from '@salesforce/label/c.Tandem_Step_Failed';
import hint from '@salesforce/label/c.Tandem_Test_Hint';
import passed from '@salesforce/label/c.Tandem_Step_Passed';
import skipped from '@salesforce/label/c.Tandem_Step_Skipped';
import test from '@salesforce/label/c.Tandem_Test_Connection';
import user from '@salesforce/label/c.Tandem_User';
import warning from '@salesforce/label/c.Tandem_Step_Warning';

export const labels = {
  failed,
  hint,
  passed,
  skipped,
  test,
  user,
  warning,
};
