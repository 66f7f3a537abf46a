import { z } from 'zod';
import type { ExchangeId, Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import type { LinkRow } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { text } from '../wire/shapes.ts';
import { startingWith } from '../../rules/soql-text.ts';
import { allRowsById } from './by-id.ts';

const linkRow = z.object({
  Id: z.string(),
  Exchange_Id__c: z.string().transform((text) => text as ExchangeId),
  // An item that a person chose to ignore has no record.
  Record_Id__c: z
    .string()
    .nullable()
    .transform((text) => (text ?? '') as RecordId),
  Kind__c: z.enum(['Contact', 'Event']),
  Meeting_Identity__c: text.transform((value) => value as Fingerprint | null),
  State__c: z.enum(['Live', 'Suppressed']),
  Reason__c: z
    .enum([
      'MovedOut',
      'DeletedByPolicy',
      'OutOfFilter',
      'AccessLost',
      'Ignored',
      'Duplicate',
      'Disconnected',
    ])
    .nullable(),
  Made_By_Tandem__c: z
    .enum(['None', 'Exchange', 'Salesforce'])
    .nullable()
    .transform((side) => (side === 'None' ? null : side)),
});

const linkFields = [
  'Exchange_Id__c',
  'Record_Id__c',
  'Kind__c',
  'Meeting_Identity__c',
  'State__c',
  'Reason__c',
  'Made_By_Tandem__c',
];

/** All link rows of a mailbox; they are found by their key, which begins with the user's id whoever owns the row. */
export async function readLinkRows(
  org: Org,
  patience: Patience,
  userId: UserId,
): Promise<readonly LinkRow[]> {
  const rows = await allRowsById(org, patience, linkRow, {
    select: linkFields,
    object: 'Tandem_Link__c',
    where: `Link_Key__c LIKE ${startingWith(`${userId}|`)}`,
  });
  return rows.map((row) => ({
    rowId: row.Id,
    exchangeId: row.Exchange_Id__c,
    recordId: row.Record_Id__c,
    kind: row.Kind__c,
    meeting: row.Meeting_Identity__c,
    state: row.State__c,
    reason: row.Reason__c,
    madeBy: row.Made_By_Tandem__c,
  }));
}
