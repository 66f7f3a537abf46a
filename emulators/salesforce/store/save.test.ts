import { beforeEach, describe, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
});
const row = (id: string) => fixture.org.row(id)!;

describe('a new row', () => {
  test('has its defaults, its number, its owner and its stamps', () => {
    expect(row(fixture.make('Box__c', { Key__c: 'a' }))).toMatchObject({
      Name: 'BX-0001',
      Colour__c: 'Red',
      Open__c: true,
      Weight__c: 30,
      OwnerId: fixture.adminId,
      CreatedById: fixture.adminId,
      CreatedDate: '2026-05-01T09:00:00.000+0000',
      SystemModstamp: '2026-05-01T09:00:00.000+0000',
      IsDeleted: false,
    });
    expect(row(fixture.make('Box__c', { Key__c: 'b' }))['Name']).toBe('BX-0002');
  });

  test('of a person has its name put together', () => {
    const id = fixture.make('Contact', { FirstName: 'Ana', LastName: 'Díaz' });
    expect(row(id)['Name']).toBe('Ana Díaz');
    fixture.update(id, { FirstName: null });
    expect(row(id)['Name']).toBe('Díaz');
  });

  test('may name its parent by external id', () => {
    const contact = fixture.make('Contact', { LastName: 'A', Tandem_Key__c: 'key-1' });
    const box = fixture.make('Box__c', { Key__c: 'a', Contact__r: { Tandem_Key__c: 'key-1' } });
    expect(row(box)['Contact__c']).toBe(contact);
  });

  test('cannot be owned by an inactive user', () => {
    const profile = row(fixture.adminId)['ProfileId'];
    const user = fixture.make('User', {
      Username: 'out@x.test',
      Email: 'out@x.test',
      LastName: 'Out',
      Alias: 'out',
      CommunityNickname: 'out',
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ProfileId: profile,
    });
    expect(fixture.insert('Contact', { LastName: 'A', OwnerId: user })).toMatchObject({
      ok: false,
      refusal: { code: 'INACTIVE_OWNER_OR_USER' },
    });
  });
});

describe('values', () => {
  const stored = (fields: Record<string, unknown>) => row(fixture.make('Box__c', { Key__c: 'v', ...fields }));

  test('datetimes become UTC with whole seconds', () => {
    expect(stored({ Packed__c: '2026-05-01T11:30:15.987+02:00' })['Packed__c']).toBe(
      '2026-05-01T09:30:15.000+0000',
    );
  });

  test('numbers are rounded to their scale', () => {
    expect(stored({ Weight__c: 1.239 })['Weight__c']).toBe(1.24);
  });

  test('a restricted picklist takes its own spelling', () => {
    expect(stored({ Colour__c: 'blue' })['Colour__c']).toBe('Blue');
  });

  test('line ends of long text are kept unless switched, trailing blanks go', () => {
    expect(stored({ Notes__c: ' a\r\nb\nc \n' })['Notes__c']).toBe(' a\r\nb\nc');
    fixture.quirks.lineEnds = 'crlf';
    expect(stored({ Key__c: 'w', Notes__c: 'a\r\nb\nc' })['Notes__c']).toBe('a\r\nb\r\nc');
  });

  test.each([
    [{ Packed__c: '2026-05-01 11:30:15' }, 'JSON_PARSER_ERROR'],
    [{ Packed__c: '2026-05-01' }, 'JSON_PARSER_ERROR'],
    [{ Weight__c: 'heavy' }, 'JSON_PARSER_ERROR'],
    [{ Weight__c: 1000 }, 'NUMBER_OUTSIDE_VALID_RANGE'],
    [{ Open__c: null }, 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
    [{ Colour__c: 'Green' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    [{ Contact__c: '001000000000000AAA' }, 'MALFORMED_ID'],
    [{ Contact__c: '003000000000000AAA' }, 'INVALID_CROSS_REFERENCE_KEY'],
    [{ Name: 'BX-9' }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    [{ Key__c: 'x'.repeat(21) }, 'STRING_TOO_LONG'],
    [{ Key__c: '' }, 'REQUIRED_FIELD_MISSING'],
    [{ Nope__c: 1 }, 'INVALID_FIELD'],
  ])('%j is refused as %s', (fields, code) => {
    expect(fixture.insert('Box__c', { Key__c: 'r', ...fields })).toMatchObject({
      ok: false,
      refusal: { code },
    });
    expect(fixture.ask('SELECT Id FROM Box__c')).toEqual([]);
  });

  test('a case-sensitive unique field tells cases apart, another does not', () => {
    fixture.make('Box__c', { Key__c: 'a' });
    expect(fixture.insert('Box__c', { Key__c: 'A' }).ok).toBe(true);
    expect(fixture.insert('Box__c', { Key__c: 'a' })).toMatchObject({ refusal: { code: 'DUPLICATE_VALUE' } });
  });

  test('a deleted row does not hold its unique value', async () => {
    const { remove } = await import('./delete.ts');
    const id = fixture.make('Box__c', { Key__c: 'a' });
    remove(fixture.org, fixture.org.schema.object('Box__c')!, id, fixture.act());
    expect(fixture.insert('Box__c', { Key__c: 'a' }).ok).toBe(true);
  });
});

test('an update with equal values moves the stamps', () => {
  const id = fixture.make('Contact', { LastName: 'A' });
  fixture.setNow('2026-05-01T09:00:05Z');
  fixture.update(id, { LastName: 'A' });
  expect(row(id)).toMatchObject({
    CreatedDate: '2026-05-01T09:00:00.000+0000',
    LastModifiedDate: '2026-05-01T09:00:05.000+0000',
    SystemModstamp: '2026-05-01T09:00:05.000+0000',
  });
});

test('a contact needs its held account only when it moves', () => {
  const account = fixture.make('Account', { Name: 'Held' });
  const contact = fixture.make('Contact', { LastName: 'A', AccountId: account });
  fixture.org.locks.lock(account, undefined);
  expect(fixture.update(contact, { Title: 'B' }).ok).toBe(true);
  expect(fixture.update(contact, { AccountId: null })).toMatchObject({
    refusal: { code: 'UNABLE_TO_LOCK_ROW' },
  });
});
