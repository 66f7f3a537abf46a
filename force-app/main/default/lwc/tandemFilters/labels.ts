import account from '@salesforce/label/c.Tandem_Filter_Account';
import add from '@salesforce/label/c.Tandem_Filter_Add';
import allMatch from '@salesforce/label/c.Tandem_Filter_All_Match';
import checked from '@salesforce/label/c.Tandem_Filter_Checked';
import chooseField from '@salesforce/label/c.Tandem_Filter_Choose_Field';
import chooseValue from '@salesforce/label/c.Tandem_Filter_Choose_Value';
import condition from '@salesforce/label/c.Tandem_Filter_Condition';
import contact from '@salesforce/label/c.Tandem_Filter_Contact';
import count from '@salesforce/label/c.Tandem_Filter_Count';
import countUnknown from '@salesforce/label/c.Tandem_Filter_Count_Unknown';
import counting from '@salesforce/label/c.Tandem_Filter_Counting';
import date from '@salesforce/label/c.Tandem_Filter_Date';
import discard from '@salesforce/label/c.Tandem_Discard';
import discardConfirm from '@salesforce/label/c.Tandem_Discard_Confirm';
import failed from '@salesforce/label/c.Tandem_Filter_Failed';
import field from '@salesforce/label/c.Tandem_Filter_Field';
import id from '@salesforce/label/c.Tandem_Filter_Id';
import loading from '@salesforce/label/c.Tandem_Loading';
import none from '@salesforce/label/c.Tandem_Filter_None';
import noneMatch from '@salesforce/label/c.Tandem_Filter_None_Match';
import notChecked from '@salesforce/label/c.Tandem_Filter_Not_Checked';
import notThere from '@salesforce/label/c.Tandem_Filter_Not_There';
import numberOf from '@salesforce/label/c.Tandem_Filter_Number_Of';
import object from '@salesforce/label/c.Tandem_Filter_Object';
import operator from '@salesforce/label/c.Tandem_Filter_Operator';
import removeOne from '@salesforce/label/c.Tandem_Remove_One';
import saveConfigurationFirst from '@salesforce/label/c.Tandem_Save_Configuration_First';
import says from '@salesforce/label/c.Tandem_Filter_Says';
import unsaved from '@salesforce/label/c.Tandem_Unsaved';
import value from '@salesforce/label/c.Tandem_Filter_Value';
import when from '@salesforce/label/c.Tandem_Filter_When';
import words from '@salesforce/label/c.Tandem_Filter_Words';

export const labels = {
  ...{ account, add, allMatch, checked, chooseField, chooseValue },
  ...{ condition, contact, count, countUnknown, counting },
  ...{ date, discard, discardConfirm, failed, field, id },
  ...{ loading, none, noneMatch, notChecked, notThere, numberOf },
  ...{ object, operator, removeOne, saveConfigurationFirst, says },
  ...{ unsaved, value, when, words },
};
