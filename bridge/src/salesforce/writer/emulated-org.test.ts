import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
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

describe('the writer', () => {
  it('creates by key: a second time makes no copy and overwrites nothing', async () => {
    const create = async (Title: string) => {
      const [outcome] = await org.salesforce.writer.createContacts([
        { key: 'Key-1', fields: { LastName: 'Lee', Title } },
      ]);
      return outcome?.ok ? outcome.done : outcome;
    };
    const first = await create('First');
    expect(first).toMatchObject({ made: true });
    expect(await create('Second')).toEqual({ ...first, made: false });
    const ids = await org.salesforce.readAllContactIds();
    expect(ids.size).toBe(1);
    const contacts = await org.salesforce.readContacts([...ids], ['Title']);
    expect([...contacts.values()].map(({ values }) => values)).toEqual([{ Title: 'First' }]);
  });

  it('makes one contact when the answer is lost', async () => {
    await org.control('POST', 'faults', {
      match: { method: 'POST', path: '/composite/sobjects$', member: true },
      effect: { kind: 'lostAnswer' },
    });
    const outcomes = await org.salesforce.writer.createContacts([{ key: 'k', fields: { LastName: 'Lee' } }]);
    expect(outcomes).toMatchObject([{ ok: true }]);
    expect((await org.salesforce.readAllContactIds()).size).toBe(1);
  });

  it('refuses one record with the reason of Salesforce and writes the others', async () => {
    const outcomes = await org.salesforce.writer.createContacts([
      { key: 'a', fields: { LastName: 'Fine' } },
      { key: 'b', fields: { LastName: 'Long', MailingStreet: 'x'.repeat(300) } },
      { key: 'c', fields: { FirstName: 'Nameless' } },
    ]);
    expect(outcomes).toMatchObject([
      { ok: true },
      { ok: false, refusal: { kind: 'refused', code: 'STRING_TOO_LONG', fields: ['MailingStreet'] } },
      { ok: false, refusal: { kind: 'refused', code: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] } },
    ]);
  });

  it('names the records for which a duplicate rule stops a contact, or saves it when the rule only alerts', async () => {
    const rule = { name: 'Mobile', object: 'Contact', match: [{ field: 'MobilePhone' }] };
    const ids = await org.seed({
      duplicateRules: [{ ...rule, onCreate: 'Alert', onEdit: 'Block' }],
      contacts: [
        { ref: 'ann', LastName: 'Lee', MobilePhone: '1' },
        { ref: 'joe', LastName: 'Kim' },
      ],
    });
    const alike = { key: 'a|b=', fields: { LastName: 'Leigh', MobilePhone: '1' } };
    const stopped = { ok: false, refusal: { code: 'DUPLICATES_DETECTED', matches: [ids['ann']] } };
    const { writer } = org.salesforce;

    expect(
      await writer.createContacts([alike, { key: 'c', fields: { LastName: 'Other' } }], 'Skip'),
    ).toMatchObject([stopped, { ok: true }]);
    const joe = { id: as<RecordId>(ids['joe'] as string), fields: { MobilePhone: '1' } };
    expect(await writer.updateContacts([joe], 'Save')).toMatchObject([stopped]);
    expect(await writer.createContacts([alike], 'Save')).toMatchObject([{ ok: true }]);
  });

  it('knows that a record is gone, and that deleting it is done', async () => {
    const ids = await org.seed({ contacts: [{ ref: 'ann', LastName: 'Lee' }] });
    const ann = as<RecordId>(ids['ann'] as string);
    expect(await org.salesforce.writer.deleteContacts([ann])).toEqual([{ ok: true, done: null }]);
    expect(await org.salesforce.writer.deleteContacts([ann])).toEqual([{ ok: true, done: null }]);
    expect(await org.salesforce.writer.updateContacts([{ id: ann, fields: { Title: 'x' } }])).toEqual([
      { ok: false, refusal: { kind: 'gone' } },
    ]);
  });

  it('waits for a locked record', async () => {
    const ids = await org.seed({ contacts: [{ ref: 'ann', LastName: 'Lee' }] });
    const ann = as<RecordId>(ids['ann'] as string);
    await org.control('POST', 'people/lock', { id: '@ann', seconds: 0.2 });
    expect(await org.salesforce.writer.updateContacts([{ id: ann, fields: { Title: 'x' } }])).toEqual([
      { ok: true, done: null },
    ]);
  });

  it('writes 450 contacts in one call', async () => {
    const { writer } = org.salesforce;
    const contacts = await writer.createContacts(
      Array.from({ length: 450 }, (_, index) => ({
        key: `key ${index}`,
        fields: { LastName: `Person ${index}` },
      })),
    );
    expect(contacts.every((outcome) => outcome.ok)).toBe(true);
    expect(await org.requests()).toBe(1);
  });

  it('sends a single row along with a thousand others in one call, and names what is refused of it', async () => {
    const ids = await org.seed({ users: [rep] });
    const userId = ids['rep']!;
    const links = Array.from({ length: 1_000 }, (_, index) => ({
      Link_Key__c: `${userId}|contacts|${index}`,
      Kind__c: 'Contact',
      Scope__c: 'contacts',
      State__c: 'Live',
      OwnerId: userId,
    }));
    const written = async (mailbox: object) => {
      await org.requests();
      const { writer } = org.salesforce;
      const [rows, [row]] = await Promise.all([
        writer.upsertRows('Tandem_Link__c', 'Link_Key__c', links),
        writer.upsertRows('Tandem_Mailbox__c', 'User_Key__c', [
          { User_Key__c: userId, User__c: userId, ...mailbox },
        ]),
      ]);
      return { rows: rows.filter(({ ok }) => ok).length, row, calls: await org.requests() };
    };
    expect(await written({ Epoch__c: 7 })).toMatchObject({ rows: 1_000, row: { ok: true }, calls: 1 });
    const { mailboxes } = await org.salesforce.readSettings();
    expect(mailboxes).toMatchObject([{ userId, epoch: 7 }]);
    expect(await written({ Contacts_Folder_Id__c: 'x'.repeat(300) })).toMatchObject({
      rows: 1_000,
      row: { ok: false, refusal: { code: 'STRING_TOO_LONG', fields: ['Contacts_Folder_Id__c'] } },
      calls: 1,
    });
  });

  it('keeps link rows by key, which are read back for their mailbox only', async () => {
    const ids = await org.seed({ users: [rep] });
    const user = ids['rep'] as string;
    const row = (key: string, more: object) => ({
      Link_Key__c: key,
      Kind__c: 'Contact',
      Scope__c: 'contacts',
      Exchange_Id__c: 'AAk=',
      Record_Id__c: '003000000000001AAA',
      OwnerId: user,
      ...more,
    });
    const [, rows] = await Promise.all([
      org.salesforce.writer.upsertRows('Tandem_Link__c', 'Link_Key__c', [
        row('005000000009999AAA|contacts|AAk=', { State__c: 'Live', Made_By_Tandem__c: 'None' }),
      ]),
      org.salesforce.writer.upsertRows('Tandem_Link__c', 'Link_Key__c', [
        row(`${user}|contacts|AAk=`, { State__c: 'Live', Made_By_Tandem__c: 'Exchange' }),
        row(`${user}|calendar|AAm=/2026-12-01`, {
          Kind__c: 'Event',
          Exchange_Id__c: 'AAm=/2026-12-01',
          Meeting_Identity__c: 'print',
          Series__c: 'AAm=',
          State__c: 'Live',
          Made_By_Tandem__c: 'None',
        }),
        row(`${user}|contacts|AAl=`, {
          State__c: 'Suppressed',
          Reason__c: 'MovedOut',
          Made_By_Tandem__c: 'None',
        }),
      ]),
    ]);
    expect(rows).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    const links = await org.salesforce.readLinkRows(as<UserId>(user));
    expect(links).toMatchObject([
      { exchangeId: 'AAk=', meeting: null, state: 'Live', reason: null, madeBy: 'Exchange' },
      { kind: 'Event', exchangeId: 'AAm=/2026-12-01', meeting: 'print', state: 'Live' },
      { state: 'Suppressed', reason: 'MovedOut', madeBy: null },
    ]);
    const gone = await org.salesforce.writer.deleteRows(
      'Tandem_Link__c',
      links.map((link) => link.rowId),
    );
    expect(gone).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await org.salesforce.readLinkRows(as<UserId>(user))).toEqual([]);
  });

  it('makes no second account of a name', async () => {
    const ids = await org.seed({ users: [rep], accounts: [{ ref: 'acme', Name: 'Acme' }] });
    const ownerId = as<UserId>(ids['rep'] as string);
    const outcomes = await org.salesforce.writer.createAccounts(
      ['ACME', 'New One', 'New One'].map((name) => ({ name, ownerId })),
    );
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const { accounts } = await org.salesforce.readAccounts(null);
    expect(accounts.map((account) => account.name).toSorted()).toEqual(['Acme', 'New One']);
  });
});
