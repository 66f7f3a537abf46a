import { beforeEach, describe, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
});
const refusal = (soql: string): unknown => {
  try {
    fixture.ask(soql);
    return undefined;
  } catch (error) {
    return (error as { refusal: unknown }).refusal;
  }
};

describe('conditions', () => {
  beforeEach(() => {
    fixture.make('Box__c', { Key__c: 'a', Group__c: 'One', Weight__c: 1, Packed__c: '2026-05-01T08:00:00Z' });
    fixture.make('Box__c', { Key__c: 'b', Group__c: 'one', Weight__c: 2, Open__c: false });
    fixture.make('Box__c', { Key__c: 'A', Weight__c: 3, Packed__c: '2026-04-20T08:00:00Z' });
  });

  test.each([
    ["Group__c = 'ONE'", ['a', 'b']],
    ["Group__c != 'one'", ['A']],
    ['Group__c = null', ['A']],
    ["Group__c = ''", ['A']],
    ["Key__c = 'a'", ['a']],
    ["Key__c IN ('A', 'b')", ['b', 'A']],
    ["Key__c NOT IN ('A', 'b')", ['a']],
    ['Weight__c >= 2', ['b', 'A']],
    ['Open__c = true', ['a', 'A']],
    ['Packed__c = THIS_WEEK', ['a']],
    ['Packed__c < THIS_WEEK', ['A']],
    ['Packed__c > 2026-05-01T09:00:00+02:00', ['a']],
    ["(Weight__c = 1 OR Weight__c = 2) AND Group__c LIKE 'o%'", ['a', 'b']],
    ['NOT (Weight__c = 1 OR Weight__c = 2)', ['A']],
    ["Weight__c > 0 AND (NOT Key__c = 'a')", ['b', 'A']],
  ])('WHERE %s', (where, keys) => {
    expect(
      fixture.ask(`SELECT Key__c FROM Box__c WHERE ${where} ORDER BY Weight__c`).map((one) => one['Key__c']),
    ).toEqual(keys);
  });

  test('a query without ORDER BY may come in another order', () => {
    const keys = () => fixture.ask('SELECT Key__c FROM Box__c').map((one) => one['Key__c']);
    expect(keys()).toEqual(['a', 'b', 'A']);
    fixture.quirks.queryOrder = 'reversed';
    expect(keys()).toEqual(['A', 'b', 'a']);
  });

  test('nulls sort first unless told', () => {
    const groups = (order: string) =>
      fixture.ask(`SELECT Group__c FROM Box__c ORDER BY Group__c ${order}`).map((one) => one['Group__c']);
    expect(groups('ASC')[0]).toBeNull();
    expect(groups('DESC')[0]).toBeNull();
    expect(groups('DESC NULLS LAST')[2]).toBeNull();
  });

  test('limit and offset cut, also in stamp order', () => {
    const keys = (order: string) =>
      fixture.ask(`SELECT Key__c FROM Box__c ORDER BY ${order} LIMIT 1 OFFSET 1`).map((one) => one['Key__c']);
    expect(keys('SystemModstamp, Id')).toEqual(['b']);
    expect(keys('Weight__c DESC')).toEqual(['b']);
  });
});

test('rows of 50,000 with three stamps are paged by stamp and id without gap or double', () => {
  const { org } = fixture;
  const table = org.table(org.schema.object('Contact')!);
  for (let i = 0; i < 50_000; i++) {
    const stamp = `2026-05-01T09:00:0${i % 3}.000+0000`;
    table.put({ Id: table.nextId(), LastName: `L${i}`, SystemModstamp: stamp, IsDeleted: false });
  }
  const seen = new Set<unknown>();
  let where = '';
  for (;;) {
    const rows = fixture.ask(
      `SELECT Id, SystemModstamp FROM Contact${where} ORDER BY SystemModstamp, Id LIMIT 2000`,
    );
    if (rows.length === 0) break;
    for (const one of rows) seen.add(one['Id']);
    const { Id, SystemModstamp } = rows.at(-1)! as { Id: string; SystemModstamp: string };
    where = ` WHERE SystemModstamp > ${SystemModstamp} OR (SystemModstamp = ${SystemModstamp} AND Id > '${Id}')`;
  }
  expect(seen.size).toBe(50_000);
});

test('an address is one value of its parts, and null without any', () => {
  fixture.make('Contact', { LastName: 'A', MailingCity: 'Bonn', MailingStreet: 'Weg 1\nHaus B' });
  fixture.make('Contact', { LastName: 'B' });
  const rows = fixture.ask('SELECT MailingAddress FROM Contact ORDER BY LastName');
  expect(rows[0]!['MailingAddress']).toMatchObject({ city: 'Bonn', street: 'Weg 1\nHaus B', country: null });
  expect(rows[1]!['MailingAddress']).toBeNull();
});

test('a polymorphic parent tells its type', () => {
  const contact = fixture.make('Contact', { LastName: 'A' });
  fixture.make('Event', {
    Subject: 'Call',
    WhoId: contact,
    StartDateTime: '2026-05-01T09:00:00Z',
    DurationInMinutes: 30,
  });
  expect(fixture.ask("SELECT Who.Type, Who.Name FROM Event WHERE Who.Type = 'Contact'")).toMatchObject([
    { Who: { Type: 'Contact', Name: 'A' } },
  ]);
});

test('labels, FIELDS and HAVING', () => {
  fixture.make('Box__c', { Key__c: 'a' });
  fixture.make('Box__c', { Key__c: 'b' });
  expect(fixture.ask('SELECT toLabel(Colour__c) FROM Box__c LIMIT 1')).toMatchObject([
    { Colour__c: 'Bright red' },
  ]);
  expect(fixture.ask('SELECT FIELDS(ALL) FROM Box__c LIMIT 1')[0]).toMatchObject({
    Key__c: 'a',
    Weight__c: 30,
  });
  const having = (count: number) =>
    fixture.ask(
      `SELECT Colour__c, SUM(Weight__c) FROM Box__c GROUP BY Colour__c HAVING COUNT(Id) > ${count}`,
    );
  expect(having(1)).toMatchObject([{ Colour__c: 'Red', expr0: 60 }]);
  expect(having(2)).toEqual([]);
});

describe('refusals', () => {
  test.each([
    [
      'SELECT Id FROM Box__c WHERE Weight__c = 1 AND Weight__c = 2 OR Weight__c = 3',
      'MALFORMED_QUERY',
      "'OR'",
    ],
    ["SELECT Id FROM Box__c WHERE Key__c = 'a' AND NOT Key__c = 'b'", 'MALFORMED_QUERY', "'NOT'"],
    ['SELECT Id FROM Box__c ORDER BY Notes__c', 'MALFORMED_QUERY', 'can not be sorted'],
    ["SELECT Id FROM Box__c WHERE Notes__c = 'a'", 'INVALID_FIELD', 'can not be filtered'],
    ['SELECT Id FROM Box__c WHERE Weight__c = true', 'INVALID_FIELD', 'must be of type double'],
    ['SELECT Id FROM Box__c WHERE Key__c = 5', 'INVALID_FIELD', 'should be enclosed in quotes'],
    ['SELECT Id, Id__c FROM Box__c', 'INVALID_FIELD', "No such column 'Id__c' on entity 'Box__c'"],
    ['SELECT Account__r.Name FROM Box__c', 'INVALID_FIELD', "relationship 'Account__r'"],
    ['SELECT Id, (SELECT Id FROM Nothings) FROM Account', 'INVALID_TYPE', "relationship 'Nothings'"],
    ['SELECT FIELDS(ALL) FROM Box__c', 'MALFORMED_QUERY', 'LIMIT of at most 200'],
    ['SELECT Key__c, COUNT(Id) FROM Box__c', 'MALFORMED_QUERY', 'must be grouped'],
    ['SELECT Id FROM Box__c LIMIT 1 OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', 'offset'],
    ['', 'MALFORMED_QUERY', 'empty'],
    [
      `SELECT Id FROM Box__c WHERE Key__c = '${'x'.repeat(100_000)}'`,
      'MALFORMED_QUERY',
      'longer than 100000',
    ],
  ])('%.60s', (soql, code, words) => {
    expect(refusal(soql)).toMatchObject({
      status: 400,
      code,
      message: expect.stringContaining(words) as string,
    });
  });
});
