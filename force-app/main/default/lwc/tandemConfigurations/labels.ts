import actions from '@salesforce/label/c.Tandem_Columns_Actions';
import actionsFor from '@salesforce/label/c.Tandem_Actions';
import activate from '@salesforce/label/c.Tandem_Activate';
import active from '@salesforce/label/c.Tandem_Active';
import clone from '@salesforce/label/c.Tandem_Clone';
import cloneName from '@salesforce/label/c.Tandem_Clone_Name';
import cloneNameNumbered from '@salesforce/label/c.Tandem_Clone_Name_Numbered';
import clonePrompt from '@salesforce/label/c.Tandem_Clone_Prompt';
import contacts from '@salesforce/label/c.Tandem_Contacts';
import create from '@salesforce/label/c.Tandem_Configuration_New';
import deactivate from '@salesforce/label/c.Tandem_Deactivate';
import deleteLabel from '@salesforce/label/c.Tandem_Delete';
import edit from '@salesforce/label/c.Tandem_Edit';
import empty from '@salesforce/label/c.Tandem_Configurations_Empty';
import emptyHint from '@salesforce/label/c.Tandem_Configurations_Empty_Hint';
import events from '@salesforce/label/c.Tandem_Events';
import hint from '@salesforce/label/c.Tandem_Configurations_Hint';
import inactive from '@salesforce/label/c.Tandem_Inactive';
import inactiveUsers from '@salesforce/label/c.Tandem_Configurations_Inactive';
import name from '@salesforce/label/c.Tandem_Name';
import nobody from '@salesforce/label/c.Tandem_Configurations_Nobody';
import people from '@salesforce/label/c.Tandem_People';
import peopleAnd from '@salesforce/label/c.Tandem_Configurations_People';
import peopleAtLeast from '@salesforce/label/c.Tandem_Configurations_People_Cut';
import state from '@salesforce/label/c.Tandem_State';
import title from '@salesforce/label/c.Tandem_Configurations';

export const labels = {
  actions,
  actionsFor,
  activate,
  active,
  clone,
  cloneName,
  cloneNameNumbered,
  clonePrompt,
  contacts,
  create,
  deactivate,
  delete: deleteLabel,
  edit,
  empty,
  emptyHint,
  events,
  hint,
  inactive,
  inactiveUsers,
  name,
  nobody,
  people,
  peopleAnd,
  peopleAtLeast,
  state,
  title,
};
