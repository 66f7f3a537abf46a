import again from '@salesforce/label/c.Tandem_Preview_Again';
import contacts from '@salesforce/label/c.Tandem_Contacts';
import countsTitle from '@salesforce/label/c.Tandem_Preview_Counts';
import created from '@salesforce/label/c.Tandem_Preview_Created';
import createExchange from '@salesforce/label/c.Tandem_Line_Create_Exchange';
import createSalesforce from '@salesforce/label/c.Tandem_Line_Create_Salesforce';
import deleted from '@salesforce/label/c.Tandem_Preview_Deleted';
import deleteExchange from '@salesforce/label/c.Tandem_Line_Delete_Exchange';
import deleteSalesforce from '@salesforce/label/c.Tandem_Line_Delete_Salesforce';
import eventCounts from '@salesforce/label/c.Tandem_Preview_Event_Counts';
import events from '@salesforce/label/c.Tandem_Events';
import end from '@salesforce/label/c.Tandem_Line_End';
import held from '@salesforce/label/c.Tandem_Preview_Held_Count';
import hint from '@salesforce/label/c.Tandem_Preview_Hint';
import hold from '@salesforce/label/c.Tandem_Line_Hold';
import inExchange from '@salesforce/label/c.Tandem_In_Exchange';
import inSalesforce from '@salesforce/label/c.Tandem_In_Salesforce';
import item from '@salesforce/label/c.Tandem_Preview_Item';
import leave from '@salesforce/label/c.Tandem_Line_Leave';
import left from '@salesforce/label/c.Tandem_Preview_Left';
import linesTitle from '@salesforce/label/c.Tandem_Preview_Lines';
import mailbox from '@salesforce/label/c.Tandem_Mailbox';
import make from '@salesforce/label/c.Tandem_Preview';
import nothing from '@salesforce/label/c.Tandem_Preview_Nothing';
import pair from '@salesforce/label/c.Tandem_Line_Pair';
import pairedEvents from '@salesforce/label/c.Tandem_Preview_Paired_Events';
import pairEvent from '@salesforce/label/c.Tandem_Line_Pair_Event';
import wouldMail from '@salesforce/label/c.Tandem_Line_Would_Mail';
import paired from '@salesforce/label/c.Tandem_Preview_Paired_Count';
import problems from '@salesforce/label/c.Tandem_Preview_Problems';
import showMore from '@salesforce/label/c.Tandem_Show_More';
import stale from '@salesforce/label/c.Tandem_Preview_Stale';
import storage from '@salesforce/label/c.Tandem_Preview_Storage';
import storageLarge from '@salesforce/label/c.Tandem_Preview_Storage_Large';
import storageUnknown from '@salesforce/label/c.Tandem_Preview_Storage_Unknown';
import updated from '@salesforce/label/c.Tandem_Preview_Updated';
import updateExchange from '@salesforce/label/c.Tandem_Line_Update_Exchange';
import updateSalesforce from '@salesforce/label/c.Tandem_Line_Update_Salesforce';
import what from '@salesforce/label/c.Tandem_Preview_What';

/** What becomes of a contact, by what is done and on which side. */
const lines: Readonly<Record<string, string>> = {
  createExchange,
  createSalesforce,
  deleteExchange,
  deleteSalesforce,
  end,
  hold,
  leave,
  pair,
  updateExchange,
  updateSalesforce,
};

export const labels = {
  again,
  contacts,
  countsTitle,
  created,
  deleted,
  eventCounts,
  events,
  held,
  hint,
  inExchange,
  inSalesforce,
  item,
  left,
  linesTitle,
  mailbox,
  make,
  nothing,
  paired,
  pairedEvents,
  pairEvent,
  problems,
  showMore,
  stale,
  storage,
  storageLarge,
  storageUnknown,
  updated,
  what,
  wouldMail,
  lines,
};
