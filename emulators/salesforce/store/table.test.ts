import { beforeEach, expect, test } from 'vitest';
import { fixtureOrg } from '../fixture/fixture-org.ts';
import { createTable, type Row, type Table } from './table.ts';

let table: Table;
beforeEach(() => {
  table = createTable(fixtureOrg().org.schema.object('Contact')!);
});
const row = (Id: string, second: number, more: object = {}): Row => ({
  Id,
  SystemModstamp: `2026-05-01T09:00:0${second}.000+0000`,
  ...more,
});
const order = () => table.byStamp().map(({ Id }) => Id);

test('rows are in the order of stamp and id after every kind of change', () => {
  for (const [id, second] of [
    ['c', 1],
    ['a', 2],
    ['b', 1],
  ] as const)
    table.put(row(id, second));
  expect(order()).toEqual(['b', 'c', 'a']);
  table.put(row('b', 3));
  table.put(row('d', 0));
  expect(order()).toEqual(['d', 'c', 'a', 'b']);
  table.remove('a');
  expect(order()).toEqual(['d', 'c', 'b']);
  table.put(row('b', 3, { Title: 'new' }));
  expect(table.byStamp().at(-1)).toMatchObject({ Id: 'b', Title: 'new' });
});

test('an index follows changes and removals', () => {
  const account = table.type.fields.get('accountid')!;
  table.put(row('a', 1, { AccountId: '001A' }));
  table.put(row('b', 1, { AccountId: '001A' }));
  expect([...table.lookup(account, '001A')]).toEqual(['a', 'b']);
  table.put(row('a', 2, { AccountId: '001B' }));
  table.remove('b');
  expect([...table.lookup(account, '001A')]).toEqual([]);
  expect([...table.lookup(account, '001B')]).toEqual(['a']);
});

test('an index ignores the case of letters unless the field is case-sensitive', () => {
  const [email, key] = ['email', 'tandem_key__c'].map((name) => table.type.fields.get(name)!);
  table.put(row('a', 1, { Email: 'Ana@X.test', Tandem_Key__c: 'Key' }));
  expect([...table.lookup(email!, 'ana@x.TEST')]).toEqual(['a']);
  expect([...table.lookup(key!, 'key')]).toEqual([]);
});
