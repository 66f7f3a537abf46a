import type { ContactPermissions } from '../domain/permissions.ts';
import type { Direction } from '../domain/words.ts';
import type { PermittedDirection } from './permitted-direction.ts';

const words = {
  readEvents: 'Access Activities',
  editEvents: 'Edit Events',
} satisfies Partial<Record<keyof ContactPermissions, string>>;

/** As in Lightning Sync: what a user needs in Salesforce for each direction of events. Who may edit events may create them. */
const needed = {
  Both: ['readEvents', 'editEvents'],
  SalesforceToExchange: ['readEvents'],
  ExchangeToSalesforce: ['editEvents'],
  Off: [],
} as const satisfies Record<Direction, readonly (keyof typeof words)[]>;

/** Nobody changes through Outlook what Salesforce would not let them; who may only read gets events out of Salesforce. */
export function permittedEventDirection(
  wanted: Direction,
  permissions: ContactPermissions,
): PermittedDirection {
  const lacking = (direction: Direction) =>
    needed[direction].filter((permission) => !permissions[permission]);
  const missing = lacking(wanted).map((permission) => words[permission]);
  if (missing.length === 0) return { direction: wanted, missing };
  const outAllowed = wanted === 'Both' && lacking('SalesforceToExchange').length === 0;
  return { direction: outAllowed ? 'SalesforceToExchange' : 'Off', missing };
}
