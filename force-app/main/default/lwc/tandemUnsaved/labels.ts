import discard from '@salesforce/label/c.Tandem_Discard';
import resume from '@salesforce/label/c.Tandem_Continue_Editing';
import unsavedIn from '@salesforce/label/c.Tandem_Unsaved_In';

export const labels = { discard, resume, unsavedIn };
