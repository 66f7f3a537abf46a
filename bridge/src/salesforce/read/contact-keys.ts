import { z } from 'zod';
import type { AccountId, RecordId, UserId } from '../../domain/ids.ts';
import type { ContactKeys } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { id, instant, text } from '../wire/shapes.ts';
import { rowsOfIds } from './by-id.ts';
import { personField } from './contacts.ts';

/** A row of Contact, as far as it is remembered. */
export const contactKeysRow = z.object({
  Id: id<RecordId>(),
  OwnerId: id<UserId>(),
  AccountId: id<AccountId>().nullable(),
  Account: z.object({ Name: text }).nullable(),
  SystemModstamp: instant,
  CreatedDate: instant,
  LastModifiedDate: instant,
  LastModifiedById: id<UserId>(),
  LastActivityDate: text,
  Email: text,
  FirstName: text,
  LastName: text,
  Tandem_Key__c: text,
  IsDeleted: z.boolean(),
  MasterRecordId: id<RecordId>().nullable(),
  [personField]: z.boolean().optional(),
});

const standardFields = [
  ...['Id', 'OwnerId', 'AccountId', 'Account.Name', 'SystemModstamp', 'CreatedDate', 'LastModifiedDate'],
  ...['LastModifiedById', 'LastActivityDate', 'Email', 'FirstName', 'LastName', 'Tandem_Key__c'],
  ...['IsDeleted', 'MasterRecordId'],
];

/** What a query selects to know the keys of contacts, in an org with person accounts or without. */
export function contactKeysFields(personAccounts: boolean): readonly string[] {
  return personAccounts ? [...standardFields, personField] : standardFields;
}

/** The keys of these contacts, deleted ones among them; those that left the recycle bin are left out. */
export async function readContactKeys(
  org: Org,
  patience: Patience,
  ids: readonly RecordId[],
  personAccounts: boolean,
): Promise<readonly ContactKeys[]> {
  const query = { select: contactKeysFields(personAccounts), object: 'Contact', ids, deletedToo: true };
  return (await rowsOfIds(org, patience, contactKeysRow, query)).map(contactKeys);
}

/** The row in the bridge's words. */
export function contactKeys(row: z.output<typeof contactKeysRow>): ContactKeys {
  return {
    id: row.Id,
    ownerId: row.OwnerId,
    accountId: row.AccountId,
    stamp: row.SystemModstamp,
    created: row.CreatedDate,
    modified: row.LastModifiedDate,
    lastActivity: row.LastActivityDate,
    email: row.Email,
    firstName: row.FirstName,
    lastName: row.LastName,
    // The account of a person has the person's own name, which is no company.
    accountName: row[personField] === true ? null : (row.Account?.Name ?? null),
    key: row.Tandem_Key__c,
    deleted: row.IsDeleted,
    lastModifiedBy: row.LastModifiedById,
    masterId: row.MasterRecordId,
    isPerson: row[personField] === true,
  };
}
