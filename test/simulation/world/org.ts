import type { AccountId, RecordId, UserId } from '../../../bridge/src/domain/ids.ts';
import { as } from '../../../bridge/src/domain/ids.ts';
import { recordAccess } from '../../../emulators/salesforce/access/record-access.ts';
import { createPeople } from '../../../emulators/salesforce/control/people.ts';
import type { Emulator } from '../../../emulators/salesforce/state.ts';
import type { Row } from '../../../emulators/salesforce/store/table.ts';
import type { Card } from '../../programs/world/fields.ts';
import { fieldNames } from '../../programs/world/fields.ts';
import type { Account, OrgRecord, StoredRow } from '../../programs/world/org.ts';
import type { SeenOrg } from '../../programs/world/seen.ts';
import { newsOf, short } from './notes.ts';

type Actor = OrgRecord['madeBy'];

/** What the oracle hears of the bridge's acts. */
interface OrgWitness {
  created(record: OrgRecord): void;
  /** `peopleChangedIt`: when they did last. */
  changed(record: OrgRecord, before: Card, peopleChangedIt: number): void;
  deleted(record: OrgRecord): void;
}

/** The emulated org as people and the oracle see it. */
export interface SimulatedOrg extends SeenOrg {
  /** Notes what changed since the last look, as the acts of `by`. */
  look(by: Actor): void;
  /** Requests that were not served yet. */
  waitingRequests(): number;
  /** Whether the row of a mailbox names this folder. */
  namesFolder(id: string): boolean;
  /** Writes a row of Tandem's objects, as a person does; the id. */
  write(object: string, fields: Readonly<Record<string, unknown>>, by: string, id?: string): string;
}

const tandemObjects = ['Tandem_Link__c', 'Tandem_Issue__c'] as const;
const keyFields = { Tandem_Link__c: 'Link_Key__c', Tandem_Issue__c: 'Issue_Key__c' } as const;

/** Sees the org; `note` hears of all changes, in a line each. Late commits make a person's write visible `lateBy()` seconds after it was stamped. */
export function seeOrg(
  emulator: Emulator,
  witness: OrgWitness,
  lateBy: () => number,
  note: (line: string) => void,
): SimulatedOrg {
  const people = createPeople(emulator);
  const { org } = emulator.state();
  const contact = org.schema.object('Contact')!;
  const tableOf = (name: string) => org.table(org.schema.object(name)!);
  const tables = Object.fromEntries(
    ['Contact', 'Account', ...tandemObjects].map((name) => [name, tableOf(name)]),
  );
  const records = new Map<RecordId, OrgRecord>();
  const accounts = new Map<AccountId, Account>();
  const rows = new Map<string, Map<string, StoredRow>>(tandemObjects.map((name) => [name, new Map()]));
  const versions = new Map<string, number>();
  const seen = new Map<string, Row>();
  const changedByPeople = new Map<RecordId, number>();
  // True time, whatever the service's own clock says.
  const now = () => Date.now();

  const companyOf = ({ account }: Pick<OrgRecord, 'account'>) =>
    account === null ? null : (accounts.get(account)?.name ?? null);

  /** Rows that are others than at the last look. */
  function news(name: string): Row[] {
    const table = tables[name]!;
    if (versions.get(name) === table.version) return [];
    versions.set(name, table.version);
    const changed = [...table.all()].filter((row) => seen.get(row.Id) !== row);
    for (const row of changed) seen.set(row.Id, row);
    return changed;
  }

  function look(by: Actor): void {
    org.settle();
    for (const row of news('Account')) lookAtAccount(row);
    const made: OrgRecord[] = [];
    for (const row of news('Contact')) {
      const record = records.get(as<RecordId>(row.Id));
      if (record) lookAtRecord(record, row, by);
      else made.push(appear(row, by));
    }
    for (const name of tandemObjects)
      for (const row of news(name)) {
        const shown: StoredRow = { Reason__c: null, Record_Id__c: null, Exchange_Id__c: null, ...row };
        const key = String(row[keyFields[name]]);
        note(
          `${by} writes ${name} ${key.split('|').map(short).join('|')}: ${newsOf(rows.get(name)!.get(key) ?? {}, shown, '', '')}`,
        );
        if (row['IsDeleted'] === true) rows.get(name)!.delete(key);
        else rows.get(name)!.set(key, shown);
      }
    if (by === 'bridge') for (const record of made) witness.created(record);
  }

  function lookAtAccount(row: Row): void {
    const id = as<AccountId>(row.Id);
    const account = accounts.get(id);
    const name = String(row['Name']);
    if (!account) accounts.set(id, { id, name, stamp: now() });
    else if (account.name !== name) Object.assign(account, { name, stamp: now() });
  }

  function lookAtRecord(record: OrgRecord, row: Row, by: Actor): void {
    const deleted = row['IsDeleted'] === true;
    if (deleted && !record.deleted && by === 'bridge') witness.deleted(record);
    const before = { ...record.card, AccountId: companyOf(record) };
    const is = shownOf(row);
    const state = (gone: boolean, owner: string) => `${gone ? 'deleted' : 'there'} of ${owner}`;
    note(
      `${by} changes record ${record.id}: ` +
        newsOf(
          before,
          { ...is.card, AccountId: companyOf(is) },
          state(record.deleted, record.owner),
          state(deleted, is.owner),
        ),
    );
    Object.assign(record, is, { stamp: now(), deleted });
    if (by === 'person') changedByPeople.set(record.id, now());
    else if (!deleted) witness.changed(record, before, changedByPeople.get(record.id) ?? -1);
  }

  function appear(row: Row, by: Actor): OrgRecord {
    const record = {
      id: as<RecordId>(row.Id),
      madeBy: by,
      created: now(),
      stamp: now(),
      deleted: row['IsDeleted'] === true,
      ...shownOf(row),
    };
    records.set(record.id, record);
    note(
      `${by} makes record ${record.id} of ${record.owner}${record.key === null ? '' : ` for ${short(record.key)}`}`,
    );
    return record;
  }

  function act(
    action: 'create' | 'update' | 'delete' | 'undelete',
    body: object,
    who: string,
    late = lateBy(),
  ): string {
    const reply = people[action]({ as: who, ...(late > 0 && { lateBy: late }), ...body } as never);
    look('person');
    if ('refusal' in reply) throw new GaveUp(`${reply.refusal.code} ${reply.refusal.message}`);
    return (reply.body as { id: string }).id;
  }

  return {
    records,
    accounts,
    rows,
    look,
    companyOf,
    isVisible: ({ id }, userId) => recordAccess(org, userId, contact, org.row(id)!, false).read,
    add(card, OwnerId, AccountId, by) {
      const id = as<RecordId>(
        act('create', { object: 'Contact', fields: { ...fieldsOf(card), AccountId, OwnerId } }, by),
      );
      // Not visible yet when its transaction is late: what the ledger needs is known all the same.
      return (
        records.get(id) ?? {
          id,
          madeBy: 'person',
          created: now(),
          owner: OwnerId,
          account: AccountId,
          card,
          key: null,
          stamp: now(),
          deleted: false,
          lastModifiedBy: by,
        }
      );
    },
    change(record, by, after) {
      const { id } = record;
      // A transaction that brings a key back keeps others from taking it, which late commits do not show.
      const late = after.deleted === false && record.key !== null ? 0 : lateBy();
      if (after.deleted !== undefined) act(after.deleted ? 'delete' : 'undelete', { id }, by, late);
      const fields = {
        ...(after.card && changedFields(record.card, after.card)),
        ...(after.owner && { OwnerId: after.owner }),
        ...(after.account !== undefined && { AccountId: after.account }),
      };
      if (Object.keys(fields).length === 0) return;
      // Two changes of a record within the second that a stamp can tell are known to look like one.
      if (Date.parse(String(org.row(id)!['SystemModstamp'])) > org.now().getTime() - 1000)
        throw new GaveUp('it was saved a moment ago');
      act('update', { id, fields }, by);
    },
    renameAccount: (account, Name) =>
      void act('update', { id: account.id, fields: { Name } }, emulator.state().adminId, 0),
    namesFolder: (id) =>
      [...tableOf('Tandem_Mailbox__c').all()].some((row) => row['Contacts_Folder_Id__c'] === id),
    waitingRequests: () =>
      [...tableOf('Tandem_Request__c').all()].filter((row) => row['Status__c'] === 'New').length,
    write(object, fields, by, id) {
      const reply =
        id === undefined
          ? people.create({ as: by, object, fields: { ...fields } })
          : people.update({ as: by, id, fields: { ...fields } });
      if ('refusal' in reply) throw new Error(`${object}: ${reply.refusal.code} ${reply.refusal.message}`);
      return (reply.body as { id: string }).id;
    },
  };
}

/** The screen refused it, and the person lets it be. */
export class GaveUp extends Error {}

function shownOf(row: Row): Pick<OrgRecord, 'owner' | 'account' | 'card' | 'key' | 'lastModifiedBy'> {
  const card: Card = {};
  for (const field of fieldNames)
    if (field !== 'AccountId') card[field] = (row[field] as string | undefined) ?? null;
  return {
    owner: as<UserId>(String(row['OwnerId'])),
    account: row['AccountId'] === undefined ? null : as<AccountId>(String(row['AccountId'])),
    card,
    key: (row['Tandem_Key__c'] as string | undefined) ?? null,
    lastModifiedBy: as<UserId>(String(row['LastModifiedById'])),
  };
}

function fieldsOf({ AccountId: _company, ...card }: Card): Record<string, unknown> {
  return card;
}

function changedFields(before: Card, after: Card): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fieldsOf(after)).filter(
      ([field, value]) => (before[field as keyof Card] ?? null) !== value,
    ),
  );
}
