import after from '@salesforce/label/c.Tandem_Filter_After';
import before from '@salesforce/label/c.Tandem_Filter_Before';
import contains from '@salesforce/label/c.Tandem_Filter_Contains';
import equals from '@salesforce/label/c.Tandem_Filter_Equals';
import greater from '@salesforce/label/c.Tandem_Filter_Greater';
import isBlank from '@salesforce/label/c.Tandem_Filter_Is_Blank';
import isIn from '@salesforce/label/c.Tandem_Filter_In';
import isNotBlank from '@salesforce/label/c.Tandem_Filter_Is_Not_Blank';
import less from '@salesforce/label/c.Tandem_Filter_Less';
import notEquals from '@salesforce/label/c.Tandem_Filter_Not_Equals';
import notIn from '@salesforce/label/c.Tandem_Filter_Not_In';
import startsWith from '@salesforce/label/c.Tandem_Filter_Starts_With';

export const labels = {
  ...{ after, before, contains, equals, greater, isBlank },
  ...{ isIn, isNotBlank, less, notEquals, notIn, startsWith },
};
