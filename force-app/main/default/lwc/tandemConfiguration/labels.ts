import activate from '@salesforce/label/c.Tandem_Activate';
import active from '@salesforce/label/c.Tandem_Active';
import back from '@salesforce/label/c.Tandem_Configuration_Back';
import blank from '@salesforce/label/c.Tandem_Blank';
import bothChanged from '@salesforce/label/c.Tandem_Overtaken_Both';
import conflicts from '@salesforce/label/c.Tandem_Section_Conflicts';
import conflictsHint from '@salesforce/label/c.Tandem_Section_Conflicts_Hint';
import contacts from '@salesforce/label/c.Tandem_Contacts';
import deactivate from '@salesforce/label/c.Tandem_Deactivate';
import defaultType from '@salesforce/label/c.Tandem_Record_Type_Default';
import discard from '@salesforce/label/c.Tandem_Discard';
import discardConfirm from '@salesforce/label/c.Tandem_Discard_Confirm';
import effectsActive from '@salesforce/label/c.Tandem_Effects_Active';
import effectsInactive from '@salesforce/label/c.Tandem_Effects_Inactive';
import eventFields from '@salesforce/label/c.Tandem_Section_Event_Fields';
import events from '@salesforce/label/c.Tandem_Events';
import eventsHint from '@salesforce/label/c.Tandem_Section_Events_Hint';
import failed from '@salesforce/label/c.Tandem_Configuration_Failed';
import faultName from '@salesforce/label/c.Tandem_Fault_Name';
import faultPlaceholder from '@salesforce/label/c.Tandem_Fault_Placeholder';
import faultRange from '@salesforce/label/c.Tandem_Fault_Range';
import filters from '@salesforce/label/c.Tandem_Section_Filters';
import filtersHint from '@salesforce/label/c.Tandem_Section_Filters_Hint';
import general from '@salesforce/label/c.Tandem_Section_General';
import inactive from '@salesforce/label/c.Tandem_Inactive';
import invitations from '@salesforce/label/c.Tandem_Section_Invitations';
import invitationsHint from '@salesforce/label/c.Tandem_Section_Invitations_Hint';
import keepMine from '@salesforce/label/c.Tandem_Keep_Mine';
import loading from '@salesforce/label/c.Tandem_Loading';
import mappings from '@salesforce/label/c.Tandem_Section_Mappings';
import no from '@salesforce/label/c.Tandem_No';
import overtaken from '@salesforce/label/c.Tandem_Overtaken';
import people from '@salesforce/label/c.Tandem_People';
import save from '@salesforce/label/c.Tandem_Save';
import saved from '@salesforce/label/c.Tandem_Saved';
import somebody from '@salesforce/label/c.Tandem_Somebody';
import takeTheirs from '@salesforce/label/c.Tandem_Take_Theirs';
import theyChanged from '@salesforce/label/c.Tandem_Overtaken_Theirs';
import unlistedType from '@salesforce/label/c.Tandem_Record_Type_Unlisted';
import yes from '@salesforce/label/c.Tandem_Yes';

export const labels = {
  activate,
  active,
  back,
  blank,
  bothChanged,
  conflicts,
  conflictsHint,
  contacts,
  deactivate,
  defaultType,
  discard,
  discardConfirm,
  effectsActive,
  effectsInactive,
  eventFields,
  events,
  eventsHint,
  failed,
  faultName,
  faultPlaceholder,
  faultRange,
  filters,
  filtersHint,
  general,
  inactive,
  invitations,
  invitationsHint,
  keepMine,
  loading,
  mappings,
  no,
  overtaken,
  people,
  save,
  saved,
  somebody,
  takeTheirs,
  theyChanged,
  unlistedType,
  yes,
};
