import all from '@salesforce/label/c.Tandem_Status_All_States';
import chosen from '@salesforce/label/c.Tandem_Status_Chosen';
import filterState from '@salesforce/label/c.Tandem_Status_Filter_State';
import search from '@salesforce/label/c.Tandem_Status_Search';
import stateFailing from '@salesforce/label/c.Tandem_State_Failing';
import stateFirstSync from '@salesforce/label/c.Tandem_State_First_Sync';
import stateHeld from '@salesforce/label/c.Tandem_State_Held';
import stateInSync from '@salesforce/label/c.Tandem_State_In_Sync';
import stateNotStarted from '@salesforce/label/c.Tandem_State_Not_Started';
import stateOff from '@salesforce/label/c.Tandem_State_Off';
import statePaused from '@salesforce/label/c.Tandem_State_Paused';

export const labels = {
  ...{ all, chosen, filterState, search },
  ...{ stateFailing, stateFirstSync, stateHeld, stateInSync, stateNotStarted, stateOff, statePaused },
};
