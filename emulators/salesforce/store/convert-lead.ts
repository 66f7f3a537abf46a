import { moveRelations } from '../events/move-relations.ts';
import { insufficientAccess, refuse } from '../refusal.ts';
import type { Act, Org } from './org.ts';
import { entityIsDeleted, failed, invalidCrossReference, type Outcome } from './outcome.ts';
import { insert } from './save.ts';
import type { Row } from './table.ts';

const copied = [
  ...[
    'FirstName',
    'MiddleName',
    'LastName',
    'Suffix',
    'Salutation',
    'Title',
    'Email',
    'Phone',
    'MobilePhone',
  ],
  ...['Fax', 'Description', 'LeadSource', 'OwnerId'],
];
const addressParts = ['Street', 'City', 'State', 'PostalCode', 'Country'];

export type Converted =
  | { readonly ok: true; readonly accountId: string; readonly contactId: string }
  | { readonly ok: false; readonly refusal: (Outcome & { ok: false })['refusal'] };

/**
 * Converts a lead: it becomes a contact of an account, new ones unless named, can no longer be changed, and its events
 * become the contact's (SOAP guide, "convertLead()"). No opportunity is made.
 */
export function convertLead(
  org: Org,
  leadId: string,
  into: { accountId?: string | undefined; contactId?: string | undefined },
  act: Act,
): Converted {
  const type = org.schema.object('Lead')!;
  const lead = org.table(type).get(leadId);
  if (!lead) return failed(invalidCrossReference) as Converted & { ok: false };
  if (lead['IsDeleted'] === true) return { ok: false, refusal: entityIsDeleted };
  if (lead['IsConverted'] === true) {
    return {
      ok: false,
      refusal: refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []),
    };
  }
  const held = org.locks.check([leadId]);
  if (held) return { ok: false, refusal: held };
  if (!act.gate.record(type, lead).edit) return { ok: false, refusal: insufficientAccess };
  const mark = act.journal.mark();
  const account = into.accountId === undefined ? makeAccount(org, lead, act) : existing(org, into.accountId);
  if (!account.ok) return account;
  const contact =
    into.contactId === undefined ? makeContact(org, lead, account.id, act) : existing(org, into.contactId);
  if (!contact.ok) {
    act.journal.rollback(mark);
    return contact;
  }
  act.journal.put(org.table(type), {
    ...lead,
    IsConverted: true,
    ConvertedDate: act.stamp.slice(0, 10),
    ConvertedAccountId: account.id,
    ConvertedContactId: contact.id,
    Status: 'Closed - Converted',
    LastModifiedDate: act.stamp,
    LastModifiedById: act.userId,
    SystemModstamp: act.stamp,
  });
  moveRelations(org, leadId, contact.id, act);
  return { ok: true, accountId: account.id, contactId: contact.id };
}

function existing(org: Org, id: string): Outcome {
  const row = org.row(id);
  return row && row['IsDeleted'] !== true ? { ok: true, id, created: false } : failed(invalidCrossReference);
}

function makeAccount(org: Org, lead: Row, act: Act): Outcome {
  const fields = {
    Name: lead['Company'],
    OwnerId: lead['OwnerId'],
    ...moved(lead, addressParts, 'Billing'),
  };
  return insert(org, org.schema.object('Account')!, fields, act);
}

function makeContact(org: Org, lead: Row, accountId: string, act: Act): Outcome {
  const fields = {
    ...moved(lead, copied, ''),
    ...moved(lead, addressParts, 'Mailing'),
    AccountId: accountId,
  };
  return insert(org, org.schema.object('Contact')!, fields, act);
}

function moved(lead: Row, names: readonly string[], prefix: string): Record<string, unknown> {
  const present = names.filter((name) => lead[name] !== undefined);
  return Object.fromEntries(present.map((name) => [`${prefix}${name}`, lead[name]]));
}
