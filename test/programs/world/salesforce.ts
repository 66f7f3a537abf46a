import type { AccountId, RecordId } from '../../../bridge/src/domain/ids.ts';
import type { SalesforceContact } from '../../../bridge/src/domain/item.ts';
import type { FieldDescription } from '../../../bridge/src/domain/mapping.ts';
import type { Outcome } from '../../../bridge/src/domain/refusal.ts';
import type {
  ContactKeys,
  LinkRow,
  NewContact,
  Row,
  Salesforce,
} from '../../../bridge/src/salesforce/salesforce.ts';
import { instant } from './clock.ts';
import type { Card } from './fields.ts';
import { fieldNames, fields } from './fields.ts';
import type { Line } from './line.ts';
import { answer } from './line.ts';
import type { FakeOrg, OrgRecord, Refused } from './org.ts';

/** What the programs' contacts can hold. */
export const description: ReadonlyMap<string, FieldDescription> = new Map(
  fieldNames.map((name) => [
    name,
    {
      name,
      label: name,
      type:
        name === 'AccountId'
          ? 'reference'
          : name === 'Email'
            ? 'email'
            : name === 'MailingStreet'
              ? 'textarea'
              : 'string',
      length: fields[name].length,
      createable: true,
      updateable: true,
      required: name === 'LastName',
      calculated: false,
      securedAs: null,
      filterable: true,
    },
  ]),
);

const done = <Done>(value: Done): Outcome<Done> => ({ ok: true, done: value });
const refused = (refusal: Refused): Outcome<never> => ({
  ok: false,
  refusal: { kind: 'refused', ...refusal },
});

/** The org as one pass sees it, with the line's troubles. `calls` counts what was asked. */
export function salesforceSeam(org: FakeOrg, line: Line, calls: { count: number }): Salesforce {
  const read = <Result>(result: () => Result): Promise<Result> =>
    answer(() => {
      line.enter(true);
      calls.count += 1;
      const found = result();
      line.leave();
      return found;
    });
  const write = <Given, Done>(
    all: readonly Given[],
    act: (given: Given) => Outcome<Done>,
  ): Promise<readonly Outcome<Done>[]> =>
    answer(() => {
      if (all.length === 0) return [];
      line.enter(false);
      calls.count += 1;
      const outcomes = all.map((given): Outcome<Done> => {
        const fate = line.item();
        if (fate === 'later')
          return { ok: false, refusal: { kind: 'later', code: 'UNABLE_TO_LOCK_ROW', retryAfterMs: 1000 } };
        const outcome = act(given);
        return fate === 'lostAnswer' && outcome.ok ? { ok: false, refusal: { kind: 'unknown' } } : outcome;
      });
      line.leave();
      return outcomes;
    });
  const alive = (id: RecordId): OrgRecord | null => {
    const record = org.records.get(id);
    return record && !record.deleted ? record : null;
  };
  const update = (record: OrgRecord, given: Row): Outcome<null> => {
    const { AccountId, OwnerId, ...rest } = given;
    const card = { ...record.card, ...rest } as Card;
    const problem = org.check(card);
    if (problem) return refused(problem);
    org.countWrite();
    org.change(record, org.integrationUser, {
      card,
      ...(AccountId !== undefined && { account: AccountId as AccountId | null }),
      ...(OwnerId !== undefined && { owner: OwnerId as OrgRecord['owner'] }),
    });
    return done(null);
  };

  return {
    get events(): never {
      throw new Error('The random programs are about contacts.');
    },
    signIn: () => Promise.resolve({ orgId: org.orgId, userId: org.integrationUser, instanceUrl: '' }),
    readHot: (position) =>
      read(() => ({
        contacts: [...org.records.values()]
          .filter(({ stamp }) => position === null || instant(stamp) > position.stamp)
          .toSorted((a, b) => a.stamp - b.stamp)
          .map((record) => keysOf(org, record)),
        more: false,
        requests: [],
      })),
    readSettings: () => Promise.resolve({ configurations: [], users: [], mailboxes: [], pauses: [] }),
    readAccounts: (position) =>
      read(() => ({
        accounts: [...org.accounts.values()]
          .filter(({ stamp }) => position === null || instant(stamp) > position.stamp)
          .map(({ id, name, stamp }) => ({ id, name, stamp: instant(stamp), deleted: false })),
        more: false,
      })),
    readDeletedContacts: () => Promise.resolve({ ids: [], until: instant(0), complete: true }),
    readContactKeys: (ids) =>
      read(() => ids.flatMap((id) => org.records.get(id) ?? []).map((record) => keysOf(org, record))),
    readAllContactIds: () => Promise.resolve(new Set([...org.records.keys()].filter((id) => alive(id)))),
    readContacts: (ids) =>
      read(() => new Map(ids.flatMap((id) => (alive(id) ? [[id, shown(org, alive(id)!)]] : [])))),
    readStamps: (ids) =>
      read(() => {
        line.gap(true);
        return new Map(ids.flatMap((id) => (alive(id) ? [[id, instant(alive(id)!.stamp)]] : [])));
      }),
    // The programs' configuration has no filter, and nobody follows anything.
    readSelectedContacts: () => Promise.reject(new Error('there is no filter')),
    readMatchingIds: () => Promise.reject(new Error('there is no filter')),
    readFollows: () => Promise.resolve([]),
    readPermissions: () => Promise.resolve(new Map()),
    readRecordAccess: (asked) =>
      read(
        () =>
          new Map(
            asked.map(({ userId, ids }) => [
              userId,
              new Map(ids.map((id) => [id, { read: true, edit: true, delete: true }])),
            ]),
          ),
      ),
    describeContact: () => Promise.resolve({ fields: description, recordTypes: [] }),
    describeAccount: () => Promise.resolve(new Map()),
    readLinkRows: (userId) =>
      read(() =>
        [...(org.rows.get('Tandem_Link__c')?.values() ?? [])]
          .filter((row) => row.OwnerId === userId)
          .map(linkRow),
      ),
    readAccountNames: () => read(() => new Map()),
    nearAccounts: () => read(() => [...org.accounts.values()].slice(0, 3)),
    writer: {
      createContacts: (contacts) =>
        write(contacts, ({ key, fields: given }): Outcome<NewContact> => {
          const there = [...org.records.values()].find((record) => record.key === key && !record.deleted);
          if (there) return done({ id: there.id, made: false });
          const { AccountId, OwnerId, ...card } = given;
          const problem = org.check(card);
          if (problem) return refused(problem);
          org.countWrite();
          const account = (AccountId ?? null) as AccountId | null;
          const record = org.add(card, OwnerId as OrgRecord['owner'], account, org.integrationUser, key);
          org.witness.created(record);
          return done({ id: record.id, made: true });
        }),
      updateContacts: (contacts) =>
        write(contacts, ({ id, fields: given }) => {
          const record = alive(id);
          if (record) return update(record, given);
          return refused({ code: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] });
        }),
      deleteContacts: (ids) =>
        write(ids, (id) => {
          const record = alive(id);
          if (record) {
            org.countWrite();
            org.witness.deleted(record);
            org.change(record, org.integrationUser, { deleted: true });
          }
          return done(null);
        }),
      createAccounts: (accounts) =>
        write(accounts, ({ name }) => {
          org.countWrite();
          return done(org.addAccount(name).id);
        }),
      upsertRows: (object, externalId, rows) => {
        line.gap(false);
        return write(rows, (row) => {
          const table = org.rows.get(object) ?? new Map<string, { Id: string }>();
          org.rows.set(object, table);
          const key = String(row[externalId]);
          const old = table.get(key);
          table.set(key, { ...old, ...row, Id: old?.Id ?? `row-${org.newId()}` });
          return done(table.get(key)!.Id);
        });
      },
      updateRows: (object, rows) =>
        write(rows, (row) => {
          const table = org.rows.get(object);
          for (const [key, old] of table ?? []) if (old.Id === row.Id) table?.set(key, { ...old, ...row });
          return done(null);
        }),
      deleteRows: (object, ids) =>
        write(ids, (id) => {
          const table = org.rows.get(object);
          for (const [key, old] of table ?? []) if (old.Id === id) table?.delete(key);
          return done(null);
        }),
    },
    packageGaps: () => Promise.resolve([]),
    usage: () => null,
    serverTime: () => instant(org.now()),
    readOpenIssueRows: () => Promise.resolve([]),
    readEventIssueRows: () => Promise.resolve([]),
    readIssue: () => Promise.resolve(null),
    readOldRows: () => Promise.resolve([]),
    readUser: () => Promise.resolve(null),
    readStorageLeft: () => Promise.resolve(null),
    isAdmin: () => Promise.resolve(false),
    close: () => Promise.resolve(),
  };
}

function keysOf(org: FakeOrg, record: OrgRecord): ContactKeys {
  return {
    id: record.id,
    ownerId: record.owner,
    accountId: record.account,
    stamp: instant(record.stamp),
    created: instant(record.created),
    modified: instant(record.stamp),
    lastActivity: null,
    email: record.card.Email ?? null,
    firstName: record.card.FirstName ?? null,
    lastName: record.card.LastName ?? null,
    accountName: org.companyOf(record),
    key: record.key,
    deleted: record.deleted,
    lastModifiedBy: record.lastModifiedBy,
    masterId: null,
    isPerson: false,
  };
}

function shown(org: FakeOrg, record: OrgRecord): SalesforceContact {
  return {
    id: record.id,
    stamp: instant(record.stamp),
    modified: instant(record.stamp),
    ownerId: record.owner,
    accountId: record.account,
    isPerson: false,
    values: {
      ...record.card,
      AccountId: org.companyOf(record),
      Tandem_Key__c: record.key,
    },
  };
}

function linkRow(row: Readonly<Record<string, unknown>> & { readonly Id: string }): LinkRow {
  const made = row.Made_By_Tandem__c;
  return {
    rowId: row.Id,
    exchangeId: row.Exchange_Id__c,
    recordId: row.Record_Id__c,
    kind: row.Kind__c,
    meeting: row.Meeting_Identity__c ?? null,
    state: row.State__c,
    reason: row.Reason__c,
    madeBy: made === 'None' ? null : made,
  } as LinkRow;
}
