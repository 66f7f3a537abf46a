import checkbox from '@salesforce/label/c.Tandem_Type_Checkbox';
import currency from '@salesforce/label/c.Tandem_Type_Currency';
import date from '@salesforce/label/c.Tandem_Type_Date';
import dateTime from '@salesforce/label/c.Tandem_Type_Date_Time';
import email from '@salesforce/label/c.Tandem_Type_Email';
import formula from '@salesforce/label/c.Tandem_Type_Formula';
import long from '@salesforce/label/c.Tandem_Type_Long';
import lookup from '@salesforce/label/c.Tandem_Type_Lookup';
import multiPicklist from '@salesforce/label/c.Tandem_Type_Multi_Picklist';
import number from '@salesforce/label/c.Tandem_Type_Number';
import percent from '@salesforce/label/c.Tandem_Type_Percent';
import phone from '@salesforce/label/c.Tandem_Type_Phone';
import picklist from '@salesforce/label/c.Tandem_Type_Picklist';
import text from '@salesforce/label/c.Tandem_Type_Text';
import textArea from '@salesforce/label/c.Tandem_Type_Text_Area';
import url from '@salesforce/label/c.Tandem_Type_Url';

export const labels = {
  ...{ checkbox, currency, date, dateTime, email, formula, long, lookup, multiPicklist, number, percent },
  ...{ phone, picklist, text, textArea, url },
};
