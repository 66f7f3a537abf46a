import { labels } from './labels';

/** The choices of the filter: all mailboxes, or those of which a kind is in a state (`Tandem_Mailbox__c.Contacts_State__c`). */
export const STATES: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'all', label: labels.all },
  { value: 'InSync', label: labels.stateInSync },
  { value: 'FirstSync', label: labels.stateFirstSync },
  { value: 'Failing', label: labels.stateFailing },
  { value: 'Held', label: labels.stateHeld },
  { value: 'Paused', label: labels.statePaused },
  { value: 'NotStarted', label: labels.stateNotStarted },
  { value: 'Off', label: labels.stateOff },
];
