import { describe, expect, it } from 'vitest';
import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Candidate } from './candidate.ts';
import type { NewItem, PairingInput } from './pair-items.ts';
import { pairItems } from './pair-items.ts';

const print = (text: string) => as<Fingerprint>(text);
const item = (id: string, parts: { marker?: string; emails?: string[]; name?: string } = {}): NewItem => ({
  exchangeId: as<ExchangeId>(id),
  keys: {
    emails: (parts.emails ?? []).map(print),
    name: parts.name === undefined ? null : print(parts.name),
  },
  marker: parts.marker === undefined ? null : as<RecordId>(parts.marker),
  tandemKey: print(`key of ${id}`),
});
const record = (
  id: string,
  parts: Partial<Record<'email' | 'name' | 'key' | 'created' | 'modified' | 'activity', string>> & {
    own?: boolean;
    visible?: boolean;
  } = {},
): Candidate => ({
  recordId: as<RecordId>(id),
  own: parts.own ?? true,
  visible: parts.visible ?? true,
  created: parts.created ?? '2026-01-01',
  modified: parts.modified ?? '2026-01-01',
  lastActivity: parts.activity ?? null,
  emailKey: parts.email === undefined ? null : print(parts.email),
  nameKey: parts.name === undefined ? null : print(parts.name),
  tandemKey: parts.key === undefined ? null : print(parts.key),
});
const pairs = (input: Partial<PairingInput>) =>
  pairItems({
    items: [],
    candidates: [],
    taken: new Set(),
    withdrawn: new Set(),
    rule: 'Oldest',
    ...input,
  }).pairs.map(({ exchangeId, recordId, by }) => `${exchangeId}=${recordId} by ${by}`);

describe('pairing takes the surest evidence first', () => {
  const candidates = [
    record('m'),
    record('k', { key: 'key of i' }),
    record('e', { email: 'e' }),
    record('n', { name: 'n' }),
  ];
  it.each<[string, NewItem, Candidate[], string[]]>([
    ['the key', item('i', { marker: 'm', emails: ['e'], name: 'n' }), candidates, ['i=k by key']],
    ['the marker', item('j', { marker: 'm', emails: ['e'], name: 'n' }), candidates, ['j=m by marker']],
    ['an e-mail address', item('j', { emails: ['other', 'e'], name: 'n' }), candidates, ['j=e by email']],
    ['name and company', item('j', { emails: ['other'], name: 'n' }), candidates, ['j=n by name']],
    ['nothing fits', item('j', { emails: ['other'] }), candidates, []],
  ])('%s', (_name, given, records, expected) => {
    expect(pairs({ items: [given], candidates: records })).toEqual(expected);
  });
});

describe('of several candidates', () => {
  const of = (parts: Parameters<typeof record>[1], id: string) => record(id, { email: 'e', ...parts });
  it.each<[string, PairingInput['rule'], Candidate[], string]>([
    ["the user's own comes first", 'Oldest', [of({ own: false, created: '2020' }, 'a'), of({}, 'b')], 'b'],
    ['the oldest', 'Oldest', [of({ created: '2025' }, 'a'), of({ created: '2024' }, 'b')], 'b'],
    [
      'the last modified',
      'LastModified',
      [of({ modified: '2025' }, 'a'), of({ modified: '2026' }, 'b')],
      'b',
    ],
    [
      'the one with the most recent activity',
      'MostRecentActivity',
      [of({ modified: '2026' }, 'a'), of({ activity: '2025' }, 'b')],
      'b',
    ],
    [
      'without activity the last modified',
      'MostRecentActivity',
      [of({ modified: '2025' }, 'a'), of({ modified: '2026' }, 'b')],
      'b',
    ],
    ['the id settles the rest', 'Oldest', [of({}, 'b'), of({}, 'a')], 'a'],
  ])('%s', (_name, rule, candidates, expected) => {
    expect(pairs({ items: [item('i', { emails: ['e'] })], candidates, rule })).toEqual([
      `i=${expected} by email`,
    ]);
  });
});

it('a record is given to one item only, so a copy of a linked contact is new', () => {
  const copies = [item('one', { marker: 'm', emails: ['e'] }), item('two', { marker: 'm', emails: ['e'] })];
  expect(pairs({ items: copies, candidates: [record('m', { email: 'e' })] })).toEqual(['one=m by marker']);
  expect(
    pairs({ items: copies, candidates: [record('m', { email: 'e' })], taken: new Set([as<RecordId>('m')]) }),
  ).toEqual([]);
});

it('surer evidence of a later item comes before weaker evidence of an earlier one', () => {
  const items = [item('one', { name: 'n' }), item('two', { emails: ['e'] })];
  expect(pairs({ items, candidates: [record('r', { email: 'e', name: 'n' })] })).toEqual(['two=r by email']);
});

describe('records that the user may not see', () => {
  it('are found by no e-mail address or name', () => {
    const candidates = [
      record('hidden', { email: 'e', name: 'n', visible: false, own: false }),
      record('seen', { name: 'n', own: false, created: '2026-02-02' }),
    ];
    expect(pairs({ items: [item('i', { emails: ['e'], name: 'n' })], candidates })).toEqual([
      'i=seen by name',
    ]);
  });

  it('still belong to the copies that were made of them and the items that they were made from', () => {
    const candidates = [
      record('m', { visible: false, own: false }),
      record('k', { key: 'key of j', visible: false, own: false }),
    ];
    expect(pairs({ items: [item('i', { marker: 'm' }), item('j')], candidates })).toEqual([
      'j=k by key',
      'i=m by marker',
    ]);
  });
});

it('a record whose copy was taken away is given to an item that is marked with it, and to no other', () => {
  const input = {
    candidates: [record('w', { email: 'e', name: 'n' })],
    withdrawn: new Set([as<RecordId>('w')]),
  };

  expect(pairs({ ...input, items: [item('i', { emails: ['e'], name: 'n' })] })).toEqual([]);
  expect(pairs({ ...input, items: [item('i', { marker: 'w' })] })).toEqual(['i=w by marker']);
});
