import type { MailboxRecord } from '../mailbox.ts';
import type { Moment } from '../settings.ts';
import type { Tenant } from '../tenant.ts';

/** Under what circumstances somebody does something with an event. */
export interface Deed {
  tenant: Tenant;
  moment: Moment;
  by: 'api' | 'people';
  /** A seed, or a mail that came from outside: nobody is mailed, and a copy takes what its organizer wrote. */
  silent?: boolean;
}

/** The mailbox of the tenant that has this e-mail address. */
export function mailboxAt(tenant: Tenant, address: string): MailboxRecord | undefined {
  const lower = address.toLowerCase();
  const named = tenant.mailbox(address);
  if (named) return named;
  for (const mailbox of tenant.mailboxes.values()) {
    if (addressesOf(mailbox).includes(lower)) return mailbox;
  }
  return undefined;
}

/** Every address of a mailbox in lower case. */
export function addressesOf(mailbox: MailboxRecord): string[] {
  return [
    ...(mailbox.mail === null ? [] : [mailbox.mail]),
    mailbox.userPrincipalName,
    ...mailbox.proxyAddresses.map((address) => address.replace(/^smtp:/i, '')),
  ].map((address) => address.toLowerCase());
}

/** The address that a mailbox writes from. */
export function senderOf(mailbox: MailboxRecord): { name: string; address: string } {
  return { name: mailbox.displayName, address: mailbox.mail ?? mailbox.userPrincipalName };
}
