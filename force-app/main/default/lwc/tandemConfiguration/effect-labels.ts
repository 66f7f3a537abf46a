import companyCreate from '@salesforce/label/c.Tandem_Effect_Company_Create';
import companyLeave from '@salesforce/label/c.Tandem_Effect_Company_Leave';
import companyPlaceholder from '@salesforce/label/c.Tandem_Effect_Company_Placeholder';
import deleteInExchange from '@salesforce/label/c.Tandem_Effect_Delete_In_Exchange';
import deleteInSalesforce from '@salesforce/label/c.Tandem_Effect_Delete_In_Salesforce';
import directionBoth from '@salesforce/label/c.Tandem_Effect_Direction_Both';
import directionIn from '@salesforce/label/c.Tandem_Effect_Direction_In';
import directionOff from '@salesforce/label/c.Tandem_Effect_Direction_Off';
import directionOut from '@salesforce/label/c.Tandem_Effect_Direction_Out';
import duplicateSave from '@salesforce/label/c.Tandem_Effect_Duplicate_Save';
import duplicateSkip from '@salesforce/label/c.Tandem_Effect_Duplicate_Skip';
import eventsLater from '@salesforce/label/c.Tandem_Effect_Events';
import followed from '@salesforce/label/c.Tandem_Effect_Followed';
import keepInExchange from '@salesforce/label/c.Tandem_Effect_Keep_In_Exchange';
import keepInSalesforce from '@salesforce/label/c.Tandem_Effect_Keep_In_Salesforce';
import matchActivity from '@salesforce/label/c.Tandem_Effect_Match_Activity';
import matchModified from '@salesforce/label/c.Tandem_Effect_Match_Modified';
import matchOldest from '@salesforce/label/c.Tandem_Effect_Match_Oldest';
import noPersonAccounts from '@salesforce/label/c.Tandem_Effect_No_Person_Accounts';
import noRecordType from '@salesforce/label/c.Tandem_Effect_No_Record_Type';
import notFollowed from '@salesforce/label/c.Tandem_Effect_Not_Followed';
import personAccounts from '@salesforce/label/c.Tandem_Effect_Person_Accounts';
import recordType from '@salesforce/label/c.Tandem_Effect_Record_Type';
import scopeOwn from '@salesforce/label/c.Tandem_Effect_Scope_Own';
import scopeVisible from '@salesforce/label/c.Tandem_Effect_Scope_Visible';
import winnerExchange from '@salesforce/label/c.Tandem_Effect_Winner_Exchange';
import winnerLatest from '@salesforce/label/c.Tandem_Effect_Winner_Latest';
import winnerSalesforce from '@salesforce/label/c.Tandem_Effect_Winner_Salesforce';
import writesLimited from '@salesforce/label/c.Tandem_Effect_Writes_Limited';
import writesUnlimited from '@salesforce/label/c.Tandem_Effect_Writes_Unlimited';

export const labels = {
  companyCreate,
  companyLeave,
  companyPlaceholder,
  deleteInExchange,
  deleteInSalesforce,
  directionBoth,
  directionIn,
  directionOff,
  directionOut,
  duplicateSave,
  duplicateSkip,
  eventsLater,
  followed,
  keepInExchange,
  keepInSalesforce,
  matchActivity,
  matchModified,
  matchOldest,
  noPersonAccounts,
  noRecordType,
  notFollowed,
  personAccounts,
  recordType,
  scopeOwn,
  scopeVisible,
  winnerExchange,
  winnerLatest,
  winnerSalesforce,
  writesLimited,
  writesUnlimited,
};
