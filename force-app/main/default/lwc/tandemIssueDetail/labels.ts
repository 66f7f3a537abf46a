import approveMail from '@salesforce/label/c.Tandem_Approve_Mail';
import close from '@salesforce/label/c.Tandem_Close';
import code from '@salesforce/label/c.Tandem_Issue_Code';
import copied from '@salesforce/label/c.Tandem_Issue_Copied';
import copy from '@salesforce/label/c.Tandem_Issue_Copy';
import field from '@salesforce/label/c.Tandem_Issue_Field';
import heldMore from '@salesforce/label/c.Tandem_Held_More';
import kept from '@salesforce/label/c.Tandem_Issue_Kept_Value';
import mailed from '@salesforce/label/c.Tandem_Issue_Mailed';
import openRecord from '@salesforce/label/c.Tandem_Issue_Open_Record';
import page from '@salesforce/label/c.Tandem_Issue_Page';
import person from '@salesforce/label/c.Tandem_Person';
import remedy from '@salesforce/label/c.Tandem_Issue_Remedy';
import since from '@salesforce/label/c.Tandem_Issue_Since';

export const labels = {
  ...{ approveMail, close, code, copied, copy, field, heldMore, kept, mailed },
  ...{ openRecord, page, person, remedy, since },
};
