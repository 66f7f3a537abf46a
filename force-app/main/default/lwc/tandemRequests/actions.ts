import { labels } from './labels';

/** What the bridge can be asked to do for a mailbox, about an issue or about a record (`Tandem_Request__c.Kind__c`). */
export type RequestKind =
  | 'SyncNow'
  | 'Pause'
  | 'Resume'
  | 'ResetContacts'
  | 'ResetEvents'
  | 'Preview'
  | 'TestConnection'
  | 'Approve'
  | 'Retry'
  | 'Ignore'
  | 'ChooseAccount'
  | 'ChooseContact'
  | 'ExplainRecord';

/** Something that can be asked of the bridge, in words. */
export interface Action {
  readonly name: RequestKind;
  readonly label: string;
}

/** What can be asked for a mailbox. */
const ACTIONS: readonly Action[] = [
  { name: 'SyncNow', label: labels.syncNow },
  { name: 'Pause', label: labels.pause },
  { name: 'Resume', label: labels.resume },
  { name: 'ResetContacts', label: labels.reset },
  { name: 'ResetEvents', label: labels.resetEvents },
  { name: 'Preview', label: labels.preview },
  { name: 'TestConnection', label: labels.test },
];

/** How the kinds of a mailbox stand, as far as it matters for what can be done with it. */
export interface Standing {
  readonly contacts: { readonly value: string };
  readonly events: { readonly isOff: boolean };
}

/** What can be done with these mailboxes: pausing is offered where one runs, resuming where one is paused, and so on. */
export function actionsFor(mailboxes: readonly Standing[]): Action[] {
  const paused = mailboxes.filter(({ contacts }) => contacts.value === 'Paused').length;
  return ACTIONS.filter(({ name }) => {
    if (name === 'Pause') return paused < mailboxes.length;
    if (name === 'Resume') return paused > 0;
    if (name === 'ResetEvents') return mailboxes.some(({ events }) => !events.isOff);
    return true;
  });
}

const OTHER_LABELS: Readonly<Partial<Record<RequestKind, string>>> = {
  Approve: labels.approve,
  Retry: labels.retry,
  Ignore: labels.ignore,
  ChooseAccount: labels.chooseAccount,
  ChooseContact: labels.chooseContact,
  ExplainRecord: labels.explain,
};

/** What is asked, in words. */
export function labelOf(kind: RequestKind): string {
  return ACTIONS.find(({ name }) => name === kind)?.label ?? OTHER_LABELS[kind] ?? kind;
}
