import { insufficientAccess, refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { samePersonFields } from '../schema/standard/person-accounts.ts';
import type { Changes } from './input.ts';
import type { Act, Org } from './org.ts';
import type { Row, Value } from './table.ts';

/** Fields of Account with the field of Contact that holds the same value. */
function twins(org: Org): (readonly [account: string, contact: string])[] {
  const contact = org.schema.object('Contact')!;
  const own = [...contact.fields.values()].filter((field) => field.custom);
  return [
    ...samePersonFields.filter(([, name]) => org.schema.field(contact, name)),
    ...own.map((field) => [field.name.replace(/__c$/, '__pc'), field.name] as const),
  ];
}

type Shaped = { readonly changes: Changes } | { readonly refusal: Refusal };

/**
 * What makes a new account a person's: a last name, or a record type for persons (SOAP guide, "Person Account Record
 * Types").
 */
export function asPerson(org: Org, type: ObjectType, changes: Changes): Shaped {
  if (type.name !== 'Account' || !org.features.has('personAccounts')) return { changes };
  const recordType = changes['RecordTypeId'];
  const isPerson = (id: Value | undefined) =>
    typeof id === 'string' && org.row(id)?.['IsPersonType'] === true;
  if (!isPerson(recordType) && !changes['LastName']) return { changes };
  if (changes['Name']) {
    const message = 'Account: bad field names on insert/update call: Name';
    return { refusal: refuse('INVALID_FIELD_FOR_INSERT_UPDATE', message, ['Name']) };
  }
  if (!changes['LastName']) {
    const message = 'Required fields are missing: [LastName]';
    return { refusal: refuse('REQUIRED_FIELD_MISSING', message, ['LastName']) };
  }
  const usual = [...org.table(org.schema.object('RecordType')!).all()].find(
    (row) => row['SobjectType'] === 'Account' && row['IsPersonType'] === true,
  );
  const RecordTypeId = recordType ?? usual?.Id ?? null;
  return {
    changes: { ...changes, IsPersonAccount: true, ...(RecordTypeId === null ? {} : { RecordTypeId }) },
  };
}

/** Why a contact cannot be written: a person's contact follows its account, and no other contact stands beside it. */
export function personContactRefusal(org: Org, row: Row, before: Row | undefined): Refusal | undefined {
  if (!org.features.has('personAccounts')) return undefined;
  if (before?.['IsPersonAccount'] === true) {
    return org.quirks().personContactEdits === 'refuse' ? insufficientAccess : undefined;
  }
  const account = row['AccountId'] && org.row(row['AccountId'] as string);
  if (!account || account['IsPersonAccount'] !== true) return undefined;
  const message = 'a person account has no other contact than its own';
  return refuse('FIELD_INTEGRITY_EXCEPTION', message, ['AccountId']);
}

/** Makes the contact of a new person account, or brings it in line with a changed one; both get the same stamps. */
export function alignPersonContact(org: Org, account: Row, act: Act): void {
  if (account['IsPersonAccount'] !== true) return;
  const table = org.table(org.schema.object('Contact')!);
  const before = table.get((account['PersonContactId'] as string | undefined) ?? '');
  const values: Record<string, Value | undefined> = {};
  for (const [from, to] of twins(org)) values[to] = account[from];
  const stamps = { LastModifiedDate: act.stamp, LastModifiedById: act.userId, SystemModstamp: act.stamp };
  const id = before?.Id ?? table.nextId();
  const created = {
    ...defaults(table.type),
    CreatedDate: act.stamp,
    CreatedById: act.userId,
    IsDeleted: false,
  };
  act.journal.put(table, {
    ...(before ?? created),
    ...values,
    ...stamps,
    Id: id,
    Name: account['Name'],
    OwnerId: account['OwnerId'],
    AccountId: account.Id,
    IsPersonAccount: true,
  });
  if (!before) act.journal.put(org.table(org.schema.object('Account')!), { ...account, PersonContactId: id });
}

function defaults(type: ObjectType): Changes {
  const given = [...type.fields.values()].filter((field) => field.defaultValue !== null);
  return Object.fromEntries(given.map((field) => [field.name, field.defaultValue]));
}

/** Writes what was changed on a person's contact to its account, where the switch allows such edits. */
export function alignPersonAccount(org: Org, contact: Row, act: Act): void {
  if (contact['IsPersonAccount'] !== true) return;
  const table = org.table(org.schema.object('Account')!);
  const account = table.get(contact['AccountId'] as string);
  if (!account) return;
  const values: Record<string, Value | undefined> = {};
  for (const [to, from] of twins(org)) values[to] = contact[from];
  const stamps = { LastModifiedDate: act.stamp, LastModifiedById: act.userId, SystemModstamp: act.stamp };
  act.journal.put(table, { ...account, ...values, ...stamps, Name: contact['Name'] });
}
