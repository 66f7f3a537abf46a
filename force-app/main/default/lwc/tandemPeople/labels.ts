import actions from '@salesforce/label/c.Tandem_Columns_Actions';
import add from '@salesforce/label/c.Tandem_People_Add';
import chooseProfile from '@salesforce/label/c.Tandem_People_Choose_Profile';
import email from '@salesforce/label/c.Tandem_Email';
import empty from '@salesforce/label/c.Tandem_People_Empty';
import emptyHint from '@salesforce/label/c.Tandem_People_Empty_Hint';
import hint from '@salesforce/label/c.Tandem_People_Hint';
import inactive from '@salesforce/label/c.Tandem_People_Inactive';
import isHere from '@salesforce/label/c.Tandem_People_Is_Here';
import kind from '@salesforce/label/c.Tandem_People_Kind';
import move from '@salesforce/label/c.Tandem_People_Move';
import moves from '@salesforce/label/c.Tandem_People_Moves';
import name from '@salesforce/label/c.Tandem_Name';
import profile from '@salesforce/label/c.Tandem_Profile';
import profilesFailed from '@salesforce/label/c.Tandem_People_Profiles_Failed';
import remove from '@salesforce/label/c.Tandem_Remove_One';
import removeConfirm from '@salesforce/label/c.Tandem_People_Remove_Confirm';
import showMore from '@salesforce/label/c.Tandem_Show_More';
import startsToSync from '@salesforce/label/c.Tandem_People_Starts';
import syncsLater from '@salesforce/label/c.Tandem_People_Later';
import taken from '@salesforce/label/c.Tandem_People_Taken';
import title from '@salesforce/label/c.Tandem_People';
import user from '@salesforce/label/c.Tandem_User';

export const labels = {
  actions,
  add,
  chooseProfile,
  email,
  empty,
  emptyHint,
  hint,
  inactive,
  isHere,
  kind,
  move,
  moves,
  name,
  profile,
  profilesFailed,
  remove,
  removeConfirm,
  showMore,
  startsToSync,
  syncsLater,
  taken,
  title,
  user,
};
