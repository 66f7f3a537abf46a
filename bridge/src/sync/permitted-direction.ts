import type { ContactPermissions } from '../domain/permissions.ts';
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
} satisfies Partial<Record<keyof ContactPermissions, string>>;

/** As in Lightning Sync: what a user needs in Salesforce for each direction. */
const needed = {
  Both: ['readContacts', 'editContacts', 'readAccounts'],
  SalesforceToExchange: ['readContacts'],
  ExchangeToSalesforce: ['createContacts'],
  Off: [],
} as const satisfies Record<Direction, readonly (keyof typeof words)[]>;

/**
 * Nobody changes through Outlook what Salesforce would not let them: a user who may not do all that the configured direction
 * needs is synced out of Salesforce only, if that is allowed, or not at all.
 */
export function permittedDirection(wanted: Direction, permissions: ContactPermissions): PermittedDirection {
  const lacking = (direction: Direction) =>
    needed[direction].filter((permission) => !permissions[permission]);
  const missing = lacking(wanted).map((permission) => words[permission]);
  if (missing.length === 0) return { direction: wanted, missing };
  const outAllowed = wanted === 'Both' && lacking('SalesforceToExchange').length === 0;
  return { direction: outAllowed ? 'SalesforceToExchange' : 'Off', missing };
}
