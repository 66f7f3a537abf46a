import timeZone from '@salesforce/i18n/timeZone';
import type { Entry, KindState } from 'c/tandemMailbox';
import { actionsFor, type Action } from 'c/tandemRequests';
import { numeral } from 'c/tandemText';
import { labels } from './labels';

/** A row of `lightning-datatable`, whose columns read plain fields. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly contacts: string;
  readonly contactsIcon: string;
  readonly contactsClass: string;
  readonly events: string;
  readonly eventsIcon: string;
  readonly eventsClass: string;
  readonly inSyncAsOf: string | undefined;
  readonly items: string;
  readonly eventItems: string;
  readonly issues: number;
  readonly request: string;
  readonly requestIcon: string | undefined;
  readonly userId: string;
  /** What can be done with it. */
  readonly actions: Action[];
}

/** A state that needs somebody stands out; its icon and words say the same. */
const classOf = (state: string) => (state === 'Failing' ? 'slds-text-color_error' : '');

export function rowOf({ mailbox, request }: Entry): Row {
  const { id, userId, name, email, contacts, events, inSyncAsOf, issues } = mailbox;
  return {
    ...{ id, userId, name, email, inSyncAsOf, issues },
    actions: actionsFor([mailbox]),
    contacts: contacts.label,
    contactsIcon: contacts.icon,
    contactsClass: classOf(contacts.value),
    events: events.label,
    eventsIcon: events.icon,
    eventsClass: classOf(events.value),
    items: countsOf(contacts),
    eventItems: events.isOff ? '' : countsOf(events),
    request: request?.text ?? '',
    requestIcon: request?.icon,
  };
}

/** How many there are on both sides; nothing while that is not known. */
function countsOf({ inExchange, inSalesforce }: KindState): string {
  const known = inExchange !== undefined || inSalesforce !== undefined;
  return known ? `${numeral(inExchange ?? 0)} / ${numeral(inSalesforce ?? 0)}` : '';
}

const withIcon = (fieldName: string) => ({
  iconName: { fieldName },
  iconPosition: 'left',
});

/**
 * The columns of the table; those whose order the org knows can be sorted. Without its menu of wrapping and clipping a column has
 * room for its heading.
 */
export const COLUMNS = [
  {
    label: labels.person,
    fieldName: 'name',
    type: 'button',
    sortable: true,
    initialWidth: 150,
    typeAttributes: { label: { fieldName: 'name' }, name: 'open', variant: 'base' },
  },
  { label: labels.email, fieldName: 'email', sortable: true, initialWidth: 175 },
  {
    label: labels.contacts,
    fieldName: 'contacts',
    sortable: true,
    cellAttributes: { ...withIcon('contactsIcon'), class: { fieldName: 'contactsClass' } },
  },
  {
    label: labels.events,
    fieldName: 'events',
    sortable: true,
    cellAttributes: { ...withIcon('eventsIcon'), class: { fieldName: 'eventsClass' } },
  },
  {
    label: labels.inSyncAsOf,
    fieldName: 'inSyncAsOf',
    type: 'date',
    sortable: true,
    initialWidth: 145,
    typeAttributes: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone },
  },
  { label: labels.items, fieldName: 'items', wrapText: true, initialWidth: 130 },
  { label: labels.eventItems, fieldName: 'eventItems', wrapText: true, initialWidth: 130 },
  {
    label: labels.issues,
    fieldName: 'issues',
    type: 'number',
    sortable: true,
    initialWidth: 110,
    cellAttributes: { alignment: 'left' },
  },
  { label: labels.request, fieldName: 'request', wrapText: true, cellAttributes: withIcon('requestIcon') },
  {
    type: 'action',
    typeAttributes: {
      rowActions: ({ actions }: Row, done: (actions: Action[]) => void) => done(actions),
      menuAlignment: 'auto',
    },
  },
].map((column) => ({ hideDefaultActions: true, ...column }));

/** The columns that stay when the table shares its place with a panel. */
const NARROW: readonly (string | undefined)[] = ['name', 'contacts', 'issues', undefined];

export const NARROW_COLUMNS = COLUMNS.filter(({ fieldName }) => NARROW.includes(fieldName));
