/** When a write may be made although Exchange then mails the attendees; the values of `Invitations__c`. */
export type Invitations = 'Never' | 'PeoplesEdits' | 'Always';
