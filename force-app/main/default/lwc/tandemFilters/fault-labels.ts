import faultChoose from '@salesforce/label/c.Tandem_Filter_Fault_Choose';
import faultFormula from '@salesforce/label/c.Tandem_Filter_Fault_Formula';
import faultNoDate from '@salesforce/label/c.Tandem_Filter_Fault_No_Date';
import faultNoFlag from '@salesforce/label/c.Tandem_Filter_Fault_No_Flag';
import faultNoId from '@salesforce/label/c.Tandem_Filter_Fault_No_Id';
import faultNoNumber from '@salesforce/label/c.Tandem_Filter_Fault_No_Number';
import faultNoObject from '@salesforce/label/c.Tandem_Filter_Fault_No_Object';
import faultNoOperator from '@salesforce/label/c.Tandem_Filter_Fault_No_Operator';
import faultNoValue from '@salesforce/label/c.Tandem_Filter_Fault_No_Value';
import faultNotComparable from '@salesforce/label/c.Tandem_Filter_Fault_Not_Comparable';
import faultNotFilterable from '@salesforce/label/c.Tandem_Filter_Fault_Not_Filterable';
import faultTooLong from '@salesforce/label/c.Tandem_Filter_Fault_Too_Long';
import faultUnknownField from '@salesforce/label/c.Tandem_Filter_Fault_Unknown_Field';
import faultWrongOperator from '@salesforce/label/c.Tandem_Filter_Fault_Wrong_Operator';

export const labels = {
  ...{ faultChoose, faultFormula, faultNoDate, faultNoFlag, faultNoId, faultNoNumber },
  ...{
    faultNoObject,
    faultNoOperator,
    faultNoValue,
    faultNotComparable,
    faultNotFilterable,
    faultUnknownField,
  },
  ...{ faultTooLong, faultWrongOperator },
};
