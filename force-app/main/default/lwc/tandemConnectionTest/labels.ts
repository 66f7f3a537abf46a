import askedBy from '@salesforce/label/c.Tandem_Asked_By';
import failed from '@salesforce/label/c.Tandem_Step_Failed';
import hint from '@salesforce/label/c.Tandem_Test_Hint';
import passed from '@salesforce/label/c.Tandem_Step_Passed';
import skipped from '@salesforce/label/c.Tandem_Step_Skipped';
import test from '@salesforce/label/c.Tandem_Test_Connection';
import user from '@salesforce/label/c.Tandem_User';
import waiting from '@salesforce/label/c.Tandem_Waiting';
import waitingForBridge from '@salesforce/label/c.Tandem_Waiting_For_Bridge';
import warning from '@salesforce/label/c.Tandem_Step_Warning';

export const labels = {
  askedBy,
  failed,
  hint,
  passed,
  skipped,
  test,
  user,
  waiting,
  waitingForBridge,
  warning,
};
