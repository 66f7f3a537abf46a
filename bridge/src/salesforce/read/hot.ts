import { z } from 'zod';
import type { ConfigurationId, UserId } from '../../domain/ids.ts';
import type { HotRead, ReadPosition, RequestRow } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { pageOf, queryRequest, queryTogether } from '../wire/query.ts';
import { id, text } from '../wire/shapes.ts';
import { after } from '../wire/soql.ts';
import { contactKeys, contactKeysRow, contactKeysFields } from './contact-keys.ts';

const mostRows = 2_000;
const mostRequests = 200;

const requestRow = z.object({
  Id: z.string(),
  Kind__c: z.string(),
  CreatedById: id<UserId>(),
  User__c: id<UserId>().nullable(),
  Configuration__c: id<ConfigurationId>().nullable(),
  Issue__c: text,
  Record_Id__c: text,
  Parameters__c: text,
});

const requestQuery = queryRequest(
  'SELECT Id, Kind__c, CreatedById, User__c, Configuration__c, Issue__c, Record_Id__c, Parameters__c ' +
    `FROM Tandem_Request__c WHERE Status__c = 'New' ORDER BY CreatedDate, Id LIMIT ${mostRequests}`,
);

/** Reads contacts after the position, live and deleted, and the waiting requests, in one call. */
export async function readHot(
  org: Org,
  patience: Patience,
  position: ReadPosition | null,
  personAccounts: boolean,
): Promise<HotRead> {
  const contactQuery = queryRequest(
    `SELECT ${contactKeysFields(personAccounts).join(', ')} FROM Contact${after(position)} ORDER BY SystemModstamp, Id LIMIT ${mostRows}`,
    'queryAll',
  );
  const [contactAnswer, requestAnswer] = await patience(() =>
    queryTogether(org, [contactQuery, requestQuery]),
  );
  const contacts = pageOf(contactKeysRow, contactAnswer, 'Contact');
  return {
    contacts: contacts.rows.map(contactKeys),
    more: contacts.next !== null || contacts.rows.length >= mostRows,
    requests: pageOf(requestRow, requestAnswer, 'Tandem_Request__c').rows.map(waitingRequest),
  };
}

function waitingRequest(row: z.output<typeof requestRow>): RequestRow {
  return {
    id: row.Id,
    kind: row.Kind__c,
    createdBy: row.CreatedById,
    userId: row.User__c,
    configurationId: row.Configuration__c,
    issueId: row.Issue__c,
    recordId: row.Record_Id__c,
    parameters: row.Parameters__c,
  };
}
