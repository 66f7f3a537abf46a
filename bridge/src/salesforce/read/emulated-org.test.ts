import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { ContactKeys, ReadPosition } from '../salesforce.ts';
import type { EmulatedOrg } from '../testing/emulated-org.ts';
import { startOrg } from '../testing/emulated-org.ts';

let org: EmulatedOrg;
beforeEach(async () => {
  org = await startOrg();
  await org.salesforce.signIn();
  await org.requests();
});
afterEach(() => org.close());

const rep = { ref: 'rep', Username: 'rep@example.com', Email: 'rep@example.com', LastName: 'Rep' };

function numbered<Row>(count: number, row: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

async function readAll(): Promise<{ contacts: ContactKeys[]; calls: number }> {
  const contacts: ContactKeys[] = [];
  let position: ReadPosition | null = null;
  for (let calls = 1; ; calls++) {
    const read = await org.salesforce.readHot(position);
    contacts.push(...read.contacts);
    const last = contacts.at(-1);
    if (!read.more || last === undefined) return { contacts, calls };
    position = last;
  }
}

describe('the hot read', () => {
  it('pages through contacts with equal stamps, each once, 2,000 in a call', async () => {
    const stamp = '2026-05-01T09:00:00.000+0000';
    const contacts = numbered(4_100, (index) => ({ LastName: `Person ${index}`, SystemModstamp: stamp }));
    await org.seed({ contacts });
    const read = await readAll();
    expect(new Set(read.contacts.map((contact) => contact.id)).size).toBe(4_100);
    expect(read.contacts).toHaveLength(4_100);
    expect(read.calls).toBe(3);
    expect(await org.requests()).toBe(3);
  });

  it('brings the keys of a contact, and the tombstone of a deleted one', async () => {
    const ids = await org.seed({
      users: [rep],
      accounts: [{ ref: 'acme', Name: 'Acme' }],
      contacts: [
        {
          ref: 'ann',
          FirstName: 'Ann',
          LastName: 'Lee',
          Email: 'ann@example.com',
          AccountId: '@acme',
          OwnerId: '@rep',
          Tandem_Key__c: 'key-1',
        },
      ],
    });
    const live = (await org.salesforce.readHot(null)).contacts[0] as ContactKeys;
    expect(live).toMatchObject({
      id: ids['ann'],
      ownerId: ids['rep'],
      accountId: ids['acme'],
      accountName: 'Acme',
      email: 'ann@example.com',
      firstName: 'Ann',
      lastName: 'Lee',
      key: 'key-1',
      deleted: false,
    });
    expect(live.stamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    await org.control('POST', 'people/delete', { id: '@ann', as: '@rep' });
    const again = await org.salesforce.readHot({ stamp: live.stamp, id: '' });
    expect(again.contacts).toMatchObject([{ id: ids['ann'], deleted: true, lastModifiedBy: ids['rep'] }]);
  });

  it('brings the requests that wait, and no others', async () => {
    const ids = await org.seed({
      users: [rep],
      records: {
        Tandem_Request__c: [
          { ref: 'new', Kind__c: 'SyncNow', User__c: '@rep', Status__c: 'New' },
          { Kind__c: 'SyncNow', User__c: '@rep', Status__c: 'Done' },
        ],
      },
    });
    expect((await org.salesforce.readHot(null)).requests).toEqual([
      {
        id: ids['new'],
        kind: 'SyncNow',
        createdBy: expect.any(String) as string,
        userId: ids['rep'],
        configurationId: null,
        issueId: null,
        recordId: null,
        parameters: null,
      },
    ]);
  });
});

describe('the settings', () => {
  it('come in one call when no profile is assigned', async () => {
    const ids = await org.seed({
      users: [rep],
      records: {
        Tandem_Configuration__c: [
          {
            ref: 'sales',
            Name: 'Sales',
            Active__c: true,
            Contact_Direction__c: 'ExchangeToSalesforce',
            Event_Direction__c: 'Both',
            Event_Selection__c: 'Marked',
            Series__c: false,
            Window_Days_Back__c: 300,
            Invitations__c: 'Never',
            Conflict_Winner__c: 'Latest',
          },
        ],
        Tandem_Field_Mapping__c: [
          {
            Configuration__c: '@sales',
            Object__c: 'Contact',
            Salesforce_Field__c: 'Title',
            Exchange_Property__c: 'jobTitle',
            Direction__c: 'ToExchange',
          },
          {
            Configuration__c: '@sales',
            Object__c: 'Event',
            Salesforce_Field__c: 'Type',
            Exchange_Property__c: 'importance',
            Direction__c: 'Off',
          },
        ],
        Tandem_Filter__c: [
          {
            Configuration__c: '@sales',
            Object__c: 'Account',
            Field__c: 'Industry',
            Operator__c: 'Equals',
            Value__c: 'Banking',
          },
        ],
        Tandem_Mailbox__c: [
          { ref: 'box', User__c: '@rep', User_Key__c: '@rep', Contacts_Folder_Id__c: 'folder', Epoch__c: 7 },
        ],
      },
    });
    await org.seed({
      records: {
        Tandem_Assignment__c: [{ Configuration__c: '@sales', User__c: '@rep', Assignee_Id__c: ids['rep'] }],
      },
    });
    const settings = await org.salesforce.readSettings();
    expect(await org.requests()).toBe(1);
    expect(settings.configurations).toEqual([
      {
        id: ids['sales'],
        name: 'Sales',
        active: true,
        contacts: {
          direction: 'ExchangeToSalesforce',
          scope: 'Own',
          followed: false,
          personAccounts: false,
          unknownCompany: 'Leave',
          placeholderAccount: null,
          match: 'MostRecentActivity',
          deletesToSalesforce: 'Keep',
          deletesToExchange: 'Keep',
          recordType: null,
          duplicateAlert: 'Save',
          conflictWinner: 'Latest',
          firstSyncWritesPerHour: null,
        },
        filter: [{ object: 'Account', field: 'Industry', operator: 'Equals', value: 'Banking' }],
        mappings: [{ field: 'Title', property: 'jobTitle', direction: 'ToExchange' }],
        events: {
          direction: 'Both',
          selection: 'Marked',
          privateEvents: 'Skip',
          deletesToSalesforce: 'Keep',
          deletesToExchange: 'Keep',
          relateAttendees: true,
          series: false,
          seriesDaysAhead: 90,
          windowDaysBack: 300,
          windowDaysAhead: 365,
          earlierEvents: 'Future',
          invitations: 'Never',
          descriptionToExchange: false,
          conflictWinner: 'Latest',
        },
        eventMappings: [{ field: 'Type', property: 'importance', direction: 'Off' }],
      },
    ]);
    expect(settings.users).toEqual([
      { userId: ids['rep'], email: 'rep@example.com', active: true, configurationId: ids['sales'] },
    ]);
    expect(settings.mailboxes).toEqual([
      { rowId: ids['box'], userId: ids['rep'], exchangeUserId: null, folderId: 'folder', epoch: 7 },
    ]);
  });

  it("that nobody touched sync contacts and events both ways, keep what is deleted, and mail for people's edits only", async () => {
    await org.seed({ records: { Tandem_Configuration__c: [{ Name: 'Sales' }] } });

    const { configurations } = await org.salesforce.readSettings();

    expect(configurations).toMatchObject([
      {
        active: false,
        contacts: {
          direction: 'Both',
          scope: 'Own',
          unknownCompany: 'Leave',
          deletesToSalesforce: 'Keep',
          deletesToExchange: 'Keep',
          conflictWinner: 'Salesforce',
        },
        events: {
          direction: 'Both',
          selection: 'All',
          privateEvents: 'Skip',
          deletesToSalesforce: 'Keep',
          deletesToExchange: 'Keep',
          windowDaysBack: 30,
          windowDaysAhead: 365,
          seriesDaysAhead: 90,
          invitations: 'PeoplesEdits',
        },
      },
    ]);
  });

  it('name the active users of an assigned profile, but those named in person by their own row', async () => {
    const ids = await org.seed({
      profiles: [{ ref: 'profile', Name: 'Field Sales' }],
      users: [
        { ...rep, profile: 'Field Sales' },
        {
          ref: 'second',
          Username: 'second@example.com',
          Email: 'second@example.com',
          LastName: 'S',
          profile: 'Field Sales',
        },
        { ref: 'left', Username: 'left@example.com', LastName: 'L', profile: 'Field Sales', IsActive: false },
      ],
      records: {
        Tandem_Configuration__c: [
          { ref: 'byProfile', Name: 'By profile' },
          { ref: 'inPerson', Name: 'In person' },
        ],
      },
    });
    await org.seed({
      records: {
        Tandem_Assignment__c: [
          { Configuration__c: '@inPerson', User__c: '@rep', Assignee_Id__c: ids['rep'] },
          { Configuration__c: '@byProfile', Profile_Id__c: ids['profile'], Assignee_Id__c: ids['profile'] },
        ],
      },
    });
    const { users } = await org.salesforce.readSettings();
    expect(new Map(users.map((user) => [user.userId, user.configurationId]))).toEqual(
      new Map([
        [ids['rep'], ids['inPerson']],
        [ids['second'], ids['byProfile']],
      ]),
    );
  });
});

describe('reading contacts', () => {
  it('answers values as texts, the company as a name, and leaves out what is deleted or unknown, in one call', async () => {
    const ids = await org.seed({
      customFields: [
        { object: 'Contact', fullName: 'Score__c', type: 'Number', precision: 6, scale: 0 },
        { object: 'Contact', fullName: 'Vip__c', type: 'Checkbox', defaultValue: 'false' },
      ],
      accounts: [{ ref: 'acme', Name: 'Acme' }],
      contacts: [
        {
          ref: 'ann',
          LastName: 'Lee',
          AccountId: '@acme',
          Birthdate: '1980-02-29',
          Score__c: 12,
          Vip__c: true,
        },
        { ref: 'gone', LastName: 'Gone' },
      ],
    });
    await org.control('POST', 'people/delete', { id: '@gone' });
    const wanted = [ids['ann'], ids['gone'], '003000000009999AAA'].map((id) => as<RecordId>(id as string));
    const fields = ['LastName', 'Title', 'AccountId', 'Birthdate', 'Score__c', 'Vip__c'];
    await org.requests();
    const contacts = await org.salesforce.readContacts(wanted, fields);
    expect(await org.requests()).toBe(1);
    expect([...contacts.keys()]).toEqual([ids['ann']]);
    expect(contacts.get(as<RecordId>(ids['ann'] as string))).toMatchObject({
      accountId: ids['acme'],
      values: {
        LastName: 'Lee',
        Title: null,
        AccountId: 'Acme',
        Birthdate: '1980-02-29',
        Score__c: '12',
        Vip__c: 'true',
      },
    });
    expect([...(await org.salesforce.readStamps(wanted)).keys()]).toEqual([ids['ann']]);
  });

  it('knows all ids beyond one page', async () => {
    await org.seed({ contacts: numbered(2_300, (index) => ({ LastName: `Person ${index}` })) });
    expect((await org.salesforce.readAllContactIds()).size).toBe(2_300);
  });

  it('tells what was deleted since, and whether the log reaches back', async () => {
    const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
    await org.control('PUT', 'clock', { now: ago(30) });
    const ids = await org.seed({ contacts: [{ ref: 'ann', LastName: 'Lee' }] });
    await org.control('POST', 'deleteLog/purge', { before: ago(24 * 60) });
    await org.control('POST', 'people/delete', { id: '@ann' });
    await org.control('PUT', 'clock', { now: ago(0) });
    const deleted = await org.salesforce.readDeletedContacts(ago(60));
    expect(deleted).toMatchObject({ ids: [ids['ann']], complete: true });
    expect(deleted.until > ago(5) && deleted.until <= ago(0)).toBe(true);
    expect(await org.salesforce.readDeletedContacts(deleted.until)).toMatchObject({
      ids: [],
      complete: true,
    });
    expect((await org.salesforce.readDeletedContacts(ago(48 * 60))).complete).toBe(false);
    expect((await org.salesforce.readDeletedContacts(ago(30 * 24 * 60))).complete).toBe(false);
  });

  it('describes the fields and the record types', async () => {
    const ids = await org.seed({
      recordTypes: [
        { ref: 'partner', object: 'Contact', developerName: 'Partner' },
        { ref: 'old', object: 'Contact', developerName: 'Old', active: false },
        { ref: 'hr', object: 'Contact', developerName: 'Hr', visibleTo: ['Tandem_Admin'] },
      ],
    });
    const { fields, recordTypes } = await org.salesforce.describeContact();
    expect(recordTypes).toEqual([
      { id: ids['partner'], developerName: 'Partner', active: true, available: true },
      { id: ids['old'], developerName: 'Old', active: false, available: true },
      { id: ids['hr'], developerName: 'Hr', active: true, available: false },
    ]);
    expect(fields.get('LastName')).toMatchObject({
      type: 'string',
      length: 80,
      required: true,
      updateable: true,
    });
    expect(fields.get('FirstName')).toMatchObject({ length: 40, required: false });
    expect(fields.get('Name')).toMatchObject({ createable: false, required: false });
  });
});

describe('accounts', () => {
  it('are read by position, deleted ones too', async () => {
    const ids = await org.seed({
      accounts: [
        { ref: 'acme', Name: 'Acme' },
        { ref: 'old', Name: 'Old' },
      ],
    });
    await org.control('POST', 'people/delete', { id: '@old' });
    const { accounts, more } = await org.salesforce.readAccounts(null);
    expect(more).toBe(false);
    expect(new Map(accounts.map((account) => [account.id, account.deleted]))).toEqual(
      new Map([
        [ids['acme'], false],
        [ids['old'], true],
      ]),
    );
    const last = accounts.at(-1) as (typeof accounts)[number];
    expect((await org.salesforce.readAccounts(last)).accounts).toEqual([]);
  });

  it('near a name are found by its telling words, nearest first', async () => {
    const names = ["O'Neil & Sons GmbH", 'Neil Trading', 'Other GmbH', '100% Pure'];
    await org.seed({ accounts: names.map((Name) => ({ Name })) });
    const near = async (name: string): Promise<string[]> =>
      (await org.salesforce.nearAccounts(name)).map((account) => account.name);
    expect(await near("O'Neil and Sons")).toEqual(["O'Neil & Sons GmbH", 'Neil Trading']);
    expect(await near('Nowhere GmbH')).toEqual([]);
    expect(await near('%')).toEqual([]);
  });
});

describe('who is an admin', () => {
  it('is told by the permission set, which may come in a group', async () => {
    const user = (ref: string, sets: object) => ({
      ref,
      Username: `${ref}@x.example`,
      LastName: ref,
      ...sets,
    });
    const ids = await org.seed({
      permissionSetGroups: [
        { DeveloperName: 'Heads', permissionSets: ['Tandem_User', 'Tandem_Admin'] },
        { DeveloperName: 'Sales', permissionSets: ['Tandem_User'] },
      ],
      users: [
        user('admin', { permissionSets: ['Tandem_Admin'] }),
        user('head', { permissionSetGroups: ['Heads'] }),
        user('seller', { permissionSetGroups: ['Sales'], permissionSets: ['Tandem_User'] }),
      ],
    });
    const admins: string[] = [];
    for (const name of ['admin', 'head', 'seller'])
      if (await org.salesforce.isAdmin(as<UserId>(ids[name] as string))) admins.push(name);
    expect(admins).toEqual(['admin', 'head']);
  });
});

describe('trouble', () => {
  it('an ended session goes unnoticed', async () => {
    await org.control('POST', 'sessions/expire', {});
    await expect(org.salesforce.readHot(null)).resolves.toMatchObject({ contacts: [] });
  });

  it('a used up daily limit is a fault', async () => {
    await org.control('PATCH', 'settings', { limits: { dailyApiRequests: 1 } });
    await org.salesforce.readHot(null).catch(() => undefined);
    await expect(org.salesforce.readHot(null)).rejects.toMatchObject({ code: 'TDM-S-LIMIT' });
  });
});
