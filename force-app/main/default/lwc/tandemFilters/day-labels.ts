import lastMonth from '@salesforce/label/c.Tandem_Filter_Last_Month';
import lastNDays from '@salesforce/label/c.Tandem_Filter_Last_N_Days';
import lastNMonths from '@salesforce/label/c.Tandem_Filter_Last_N_Months';
import lastQuarter from '@salesforce/label/c.Tandem_Filter_Last_Quarter';
import lastWeek from '@salesforce/label/c.Tandem_Filter_Last_Week';
import lastYear from '@salesforce/label/c.Tandem_Filter_Last_Year';
import nextMonth from '@salesforce/label/c.Tandem_Filter_Next_Month';
import nextNDays from '@salesforce/label/c.Tandem_Filter_Next_N_Days';
import nextNMonths from '@salesforce/label/c.Tandem_Filter_Next_N_Months';
import nextQuarter from '@salesforce/label/c.Tandem_Filter_Next_Quarter';
import nextWeek from '@salesforce/label/c.Tandem_Filter_Next_Week';
import nextYear from '@salesforce/label/c.Tandem_Filter_Next_Year';
import onDay from '@salesforce/label/c.Tandem_Filter_On_Day';
import thisMonth from '@salesforce/label/c.Tandem_Filter_This_Month';
import thisQuarter from '@salesforce/label/c.Tandem_Filter_This_Quarter';
import thisWeek from '@salesforce/label/c.Tandem_Filter_This_Week';
import thisYear from '@salesforce/label/c.Tandem_Filter_This_Year';
import today from '@salesforce/label/c.Tandem_Filter_Today';
import tomorrow from '@salesforce/label/c.Tandem_Filter_Tomorrow';
import yesterday from '@salesforce/label/c.Tandem_Filter_Yesterday';

export const labels = {
  ...{ lastMonth, lastNDays, lastNMonths, lastQuarter, lastWeek, lastYear },
  ...{ nextMonth, nextNDays, nextNMonths, nextQuarter, nextWeek, nextYear },
  ...{ onDay, thisMonth, thisQuarter, thisWeek, thisYear, today },
  ...{ tomorrow, yesterday },
};
