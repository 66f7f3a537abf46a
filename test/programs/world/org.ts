import type { AccountId, OrgId, RecordId, UserId } from '../../../bridge/src/domain/ids.ts';
import { as } from '../../../bridge/src/domain/ids.ts';
import type { Clock } from './clock.ts';
import type { Card } from './fields.ts';
import { fieldNames, fields } from './fields.ts';
import type { Actor } from './mailbox.ts';

/** A contact in Salesforce, in the recycle bin or not. */
export interface OrgRecord {
  readonly id: RecordId;
  readonly madeBy: Actor;
  readonly created: number;
  owner: UserId;
  account: AccountId | null;
  /** All fields but the company. */
  card: Card;
  key: string | null;
  stamp: number;
  deleted: boolean;
  lastModifiedBy: UserId;
}

export interface Account {
  readonly id: AccountId;
  name: string;
  stamp: number;
}

export type StoredRow = Readonly<Record<string, unknown>> & { readonly Id: string };

/** What the oracle hears of the bridge's acts. */
export interface RecordWitness {
  created(record: OrgRecord): void;
  deleted(record: OrgRecord): void;
}

export type Refused = { readonly code: string; readonly message: string; readonly fields: readonly string[] };

export interface FakeOrg {
  readonly orgId: OrgId;
  readonly integrationUser: UserId;
  readonly records: Map<RecordId, OrgRecord>;
  readonly accounts: Map<AccountId, Account>;
  /** Rows of Tandem's own objects by external id. */
  readonly rows: Map<string, Map<string, StoredRow>>;
  readonly witness: RecordWitness;
  now(): number;
  newId(): number;
  companyOf(record: OrgRecord): string | null;
  /** Whether the user may see the record. */
  isVisible(record: OrgRecord, userId: UserId): boolean;
  addAccount(name: string): Account;
  renameAccount(account: Account, name: string): void;
  /** Null when the record may be written like this. */
  check(card: Card): Refused | null;
  add(card: Card, owner: UserId, account: AccountId | null, by: UserId, key?: string): OrgRecord;
  change(
    record: OrgRecord,
    by: UserId,
    after: Partial<Pick<OrgRecord, 'card' | 'owner' | 'account' | 'deleted'>>,
  ): void;
  countWrite(): void;
  /** Writes of contacts and accounts, by the bridge. */
  writes(): number;
}

/** A Salesforce org in memory. */
export function createOrg(clock: Clock, witness: RecordWitness): FakeOrg {
  let writes = 0;
  let ids = 0;
  const records = new Map<RecordId, OrgRecord>();
  const accounts = new Map<AccountId, Account>();
  const integrationUser = as<UserId>('005-integration');
  return {
    orgId: as<OrgId>('00D-org'),
    integrationUser,
    records,
    accounts,
    rows: new Map(),
    witness,
    now: () => clock.now(),
    newId: () => (ids += 1),
    companyOf: ({ account }) => (account === null ? null : (accounts.get(account)?.name ?? null)),
    isVisible: () => true,
    addAccount(name) {
      const account = { id: as<AccountId>(`001-${accounts.size}`), name, stamp: clock.tick() };
      accounts.set(account.id, account);
      return account;
    },
    renameAccount(account, name) {
      account.name = name;
      account.stamp = clock.tick();
    },
    check(card) {
      const tooLong = fieldNames.filter(
        (field) => field !== 'AccountId' && (card[field]?.length ?? 0) > fields[field].length,
      );
      if (tooLong.length > 0)
        return { code: 'STRING_TOO_LONG', message: 'data value too large', fields: tooLong };
      if (!card.LastName)
        return {
          code: 'REQUIRED_FIELD_MISSING',
          message: 'Required fields are missing',
          fields: ['LastName'],
        };
      if (card.Email && !card.Email.includes('@'))
        return { code: 'INVALID_EMAIL_ADDRESS', message: 'invalid email address', fields: ['Email'] };
      return null;
    },
    add(card, owner, account, by, key) {
      const moment = clock.tick();
      const record: OrgRecord = {
        id: as<RecordId>(`003-${records.size}`),
        madeBy: by === integrationUser ? 'bridge' : 'person',
        created: moment,
        owner,
        account,
        card,
        key: key ?? null,
        stamp: moment,
        deleted: false,
        lastModifiedBy: by,
      };
      records.set(record.id, record);
      return record;
    },
    change(record, by, after) {
      Object.assign(record, after);
      record.stamp = clock.tick();
      record.lastModifiedBy = by;
    },
    countWrite: () => (writes += 1),
    writes: () => writes,
  };
}
