import { setTimeout as sleep } from 'node:timers/promises';
import type { Http } from '../domain/http.ts';
import type { Log } from '../domain/log.ts';
import { createSalesforceEvents } from './events/create-salesforce-events.ts';
import { packageGaps } from './package/gaps.ts';
import { isAdmin } from './read/admins.ts';
import { readAccountNames, readAccounts } from './read/accounts.ts';
import { personField, readAllContactIds, readContacts, readStamps } from './read/contacts.ts';
import { describeObject } from './read/describe-object.ts';
import { readDeleted } from './read/deleted-records.ts';
import { readContactKeys } from './read/contact-keys.ts';
import { readFollows } from './read/follows.ts';
import { readHot } from './read/hot.ts';
import { readEventIssueRows, readOpenIssueRows } from './read/issue-rows.ts';
import { readLinkRows } from './read/link-rows.ts';
import { nearAccounts } from './read/near-accounts.ts';
import { readPermissions } from './read/user-permissions.ts';
import { readRecordAccess } from './read/record-access.ts';
import { readOldRows } from './read/old-rows.ts';
import { readIssue } from './read/one-issue.ts';
import { readUser } from './read/one-user.ts';
import { readMatchingIds, readSelectedContacts } from './read/selected-contacts.ts';
import { readSettings } from './read/settings.ts';
import { readStorageLeft } from './read/storage-left.ts';
import type { Salesforce } from './salesforce.ts';
import type { Credentials } from './wire/assertion.ts';
import { gatherQueries } from './wire/gather-queries.ts';
import { createHttp } from './wire/http.ts';
import { createOrg } from './wire/org.ts';
import { createPatience } from './wire/patience.ts';
import { createTransport } from './wire/transport.ts';
import { createWriter } from './writer/writer.ts';

/** Who signs in, and the dependencies and bounds of the connection. */
export interface SalesforceOptions extends Credentials {
  readonly apiVersion?: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** In [0, 1). */
  readonly random?: () => number;
  /** How long a call is repeated while its trouble may pass. */
  readonly patienceMs?: number;
  /** Composite calls of the writer in flight at the same time. */
  readonly callsAtOnce?: number;
  /** Carries the requests, in place of the network. */
  readonly http?: Http;
}

const answerTimeoutMs = 120_000;
const gatherMs = 10;
const mostAttempts = 5;

/** Connects to the org through one integration user; nothing is sent before the first call. */
export function createSalesforce(options: SalesforceOptions): Salesforce {
  const { log, clock = Date.now, random = Math.random, callsAtOnce = 4 } = options;
  const transport = createTransport(
    options.http ?? createHttp({ connections: callsAtOnce * 2, answerTimeoutMs }),
  );
  const org = gatherQueries(
    createOrg({
      credentials: options,
      apiVersion: options.apiVersion ?? '66.0',
      transport,
      log,
      clock,
    }),
  );
  const patience = createPatience({ totalMs: options.patienceMs ?? 20_000, clock, random });
  const shared = createWriter({
    org,
    patience,
    random,
    gatherMs,
    callsAtOnce,
    mostAttempts,
    sleep: (ms) => sleep(ms),
  });
  // Known once contacts were described, which comes before any of them is read.
  let personAccounts = false;
  const asked = (fields: readonly string[]) => (personAccounts ? [...fields, personField] : fields);
  return {
    signIn: async () => {
      const { orgId, userId, instanceUrl } = await patience(() => org.session());
      return { orgId, userId, instanceUrl };
    },
    readHot: (position) => readHot(org, patience, position, personAccounts),
    readSettings: () => readSettings(org, patience),
    readUser: (userId) => readUser(org, patience, userId),
    readStorageLeft: () => readStorageLeft(org, patience),
    readAccounts: (position) => readAccounts(org, patience, position, personAccounts),
    readDeletedContacts: async (since) => {
      await patience(() => org.session());
      return readDeleted(org, patience, 'Contact', since, Date.parse(transport.serverTime() ?? since));
    },
    readContactKeys: (ids) => readContactKeys(org, patience, ids, personAccounts),
    readAllContactIds: () => readAllContactIds(org, patience),
    readContacts: (ids, fields) => readContacts(org, patience, ids, asked(fields)),
    readFollows: (users, withAccounts) => readFollows(org, patience, users, withAccounts),
    readSelectedContacts: (wanted) =>
      readSelectedContacts(org, patience, { ...wanted, fields: asked(wanted.fields) }),
    readMatchingIds: (condition, owner) => readMatchingIds(org, patience, condition, owner),
    readStamps: (ids) => readStamps(org, patience, ids),
    packageGaps: () => packageGaps(org, patience),
    readPermissions: (users, fields) => readPermissions(org, patience, users, fields),
    readRecordAccess: (asked) => readRecordAccess(org, patience, asked),
    describeContact: async () => {
      const description = await describeObject(org, patience, 'Contact');
      personAccounts = description.fields.has(personField);
      return description;
    },
    describeAccount: () => describeObject(org, patience, 'Account').then(({ fields }) => fields),
    readIssue: (rowId) => readIssue(org, patience, rowId),
    readOldRows: (sort, before) => readOldRows(org, patience, sort, before),
    readOpenIssueRows: (userId) => readOpenIssueRows(org, patience, userId),
    readEventIssueRows: (userId) => readEventIssueRows(org, patience, userId),
    readLinkRows: (userId) => readLinkRows(org, patience, userId),
    readAccountNames: (ids) => readAccountNames(org, patience, ids),
    nearAccounts: (name) => nearAccounts(org, patience, name),
    writer: shared.writer,
    events: createSalesforceEvents(org, patience, shared.writer, async () => {
      await patience(() => org.session());
      return Date.parse(transport.serverTime() ?? new Date(clock()).toISOString());
    }),
    usage: () => org.usage(),
    serverTime: () => transport.serverTime(),
    isAdmin: (userId) => isAdmin(org, patience, userId),
    close: async () => {
      await shared.quiet();
      await transport.close();
    },
  };
}
