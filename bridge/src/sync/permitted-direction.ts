import type { UserPermissions } from '../domain/permissions.ts';
import type { Direction } from '../domain/words.ts';

/** A direction as far as the user's own permissions allow it, and what is missing for the rest, in words for the admin. */
export interface PermittedDirection {
  readonly direction: Direction;
  readonly missing: readonly string[];
}

const words = {
  readContacts: 'Read on contacts',
  createContacts: 'Create on contacts',
  editContacts: 'Edit on contacts',
  readAccounts: 'Read on accounts',
  readEvents: 'Access Activities',
  editEvents: 'Edit Events',
} satisfies Partial<Record<keyof UserPermissions, string>>;

/** As in Lightning Sync: what a user needs in Salesforce for each direction. */
const needed = {
  Both: ['readContacts', 'editContacts', 'readAccounts'],
  SalesforceToExchange: ['readContacts'],
  ExchangeToSalesforce: ['createContacts'],
  Off: [],
} as const satisfies Needs;

/** The same for events, whose permissions are the user's own and not the object's. Who may edit events may create them. */
const neededForEvents = {
  Both: ['readEvents', 'editEvents'],
  SalesforceToExchange: ['readEvents'],
  ExchangeToSalesforce: ['editEvents'],
  Off: [],
} as const satisfies Needs;

type Needs = Record<Direction, readonly (keyof typeof words)[]>;

/**
 * Nobody changes through Outlook what Salesforce would not let them: a user who may not do all that the configured direction
 * needs is synced out of Salesforce only, if that is allowed, or not at all.
 */
export function permittedDirection(wanted: Direction, permissions: UserPermissions): PermittedDirection {
  return permitted(wanted, permissions, needed);
}

/** The direction of events that the user's permissions allow, by the same rule. */
export function permittedEventDirection(wanted: Direction, permissions: UserPermissions): PermittedDirection {
  return permitted(wanted, permissions, neededForEvents);
}

function permitted(wanted: Direction, permissions: UserPermissions, needs: Needs): PermittedDirection {
  const lacking = (direction: Direction) => needs[direction].filter((permission) => !permissions[permission]);
  const missing = lacking(wanted).map((permission) => words[permission]);
  if (missing.length === 0) return { direction: wanted, missing };
  const outAllowed = wanted === 'Both' && lacking('SalesforceToExchange').length === 0;
  return { direction: outAllowed ? 'SalesforceToExchange' : 'Off', missing };
}
