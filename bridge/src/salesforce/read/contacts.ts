import { z } from 'zod';
import type { AccountId, RecordId, UserId } from '../../domain/ids.ts';
import type { SalesforceContact, Value } from '../../domain/item.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { id, instant, text } from '../wire/shapes.ts';
import { allRowsById, rowsOfIds } from './by-id.ts';

/** A field that contacts have where the org has person accounts; only there can it be asked for. */
export const personField = 'IsPersonAccount';

export const contactRow = z.looseObject({
  Id: id<RecordId>(),
  OwnerId: id<UserId>(),
  AccountId: id<AccountId>().nullable(),
  Account: z.object({ Name: text }).nullable(),
  SystemModstamp: instant,
  LastModifiedDate: instant,
  [personField]: z.boolean().optional(),
});

const ownFields = ['Id', 'OwnerId', 'AccountId', 'Account.Name', 'SystemModstamp', 'LastModifiedDate'];

/** What a query selects to know these fields of contacts. */
export function contactSelect(fields: readonly string[]): readonly string[] {
  return [...new Set([...ownFields, ...fields])];
}

/**
 * Reads the named fields of contacts by SOQL, up to 2,000 in one call with their accounts' names (a collections read
 * takes no fields of related records, and would cost a second call).
 */
export async function readContacts(
  org: Org,
  patience: Patience,
  ids: readonly RecordId[],
  fields: readonly string[],
): Promise<ReadonlyMap<RecordId, SalesforceContact>> {
  const select = contactSelect(fields);
  const rows = await rowsOfIds(org, patience, contactRow, { select, object: 'Contact', ids });
  return new Map(rows.map((row) => [row.Id, contactFrom(row, fields)]));
}

/** A contact as a query told it. The company of a person account is none: its account's name is the person's own. */
export function contactFrom(row: z.output<typeof contactRow>, fields: readonly string[]): SalesforceContact {
  const isPerson = row[personField] === true;
  const company = isPerson ? null : (row.Account?.Name ?? null);
  return {
    id: row.Id,
    stamp: row.SystemModstamp,
    modified: row.LastModifiedDate,
    ownerId: row.OwnerId,
    accountId: row.AccountId,
    isPerson,
    values: Object.fromEntries(
      fields.map((field) => [field, field === 'AccountId' ? company : valueOf(row[field])]),
    ),
  };
}

function valueOf(value: unknown): Value {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

/** SystemModstamp of the contacts that exist. */
export async function readStamps(
  org: Org,
  patience: Patience,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, string>> {
  const shape = z.object({ Id: id<RecordId>(), SystemModstamp: instant });
  const rows = await rowsOfIds(org, patience, shape, {
    select: ['Id', 'SystemModstamp'],
    object: 'Contact',
    ids,
  });
  return new Map(rows.map((row) => [row.Id, row.SystemModstamp]));
}

/** The ids of all contacts that exist. */
export async function readAllContactIds(org: Org, patience: Patience): Promise<ReadonlySet<RecordId>> {
  const shape = z.object({ Id: id<RecordId>() });
  const rows = await allRowsById(org, patience, shape, { select: [], object: 'Contact', where: null });
  return new Set(rows.map((row) => row.Id));
}
