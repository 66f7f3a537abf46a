import { expect, it } from 'vitest';
import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { sampleContact, sampleLink } from '../testing/samples.ts';
import type { OldTraits, Traits } from './moved-mailbox.ts';
import { isMoved, newIds, seemsMoved } from './moved-mailbox.ts';

const old = (id: string, parts: Partial<OldTraits> & { readonly of?: Partial<Link> } = {}): OldTraits => ({
  link: sampleLink({
    exchangeId: as<ExchangeId>(id),
    recordId: as<RecordId>(`record of ${id}`),
    ...parts.of,
  }),
  recordLives: true,
  content: null,
  emailKey: null,
  nameKey: null,
  ...parts,
});
const item = (id: string, parts: Partial<Traits> = {}): Traits => ({
  exchangeId: as<ExchangeId>(id),
  marker: null,
  content: `content of ${id}`,
  keys: { emails: [], name: null },
  ...parts,
});
const key = (text: string) => as<Fingerprint>(text);
const idsOf = (links: readonly OldTraits[], items: readonly Traits[]) =>
  Object.fromEntries(newIds(links, items));

it.each<[string, OldTraits, Traits]>([
  ['the marker', old('a'), item('A', { marker: as<RecordId>('record of a') })],
  ['the content', old('a', { content: 'same' }), item('A', { content: 'same' })],
  [
    'an e-mail address',
    old('a', { emailKey: key('e') }),
    item('A', { keys: { emails: [key('e')], name: null } }),
  ],
  ['the name', old('a', { nameKey: key('n') }), item('A', { keys: { emails: [], name: key('n') } })],
])('an item is recognised under its new id by %s', (_, link, contact) => {
  expect(idsOf([link], [item('other'), contact])).toEqual({ a: 'A' });
});

it('content decides before an address that two contacts share', () => {
  const shared = { emails: [key('e')], name: null };
  const links = [old('a', { emailKey: key('e') }), old('b', { emailKey: key('e'), content: 'of b' })];
  const items = [item('B', { keys: shared, content: 'of b' }), item('A', { keys: shared })];
  expect(idsOf(links, items)).toEqual({ a: 'A', b: 'B' });
});

it('an ended link goes on under the new id too, after those that live', () => {
  const links = [
    old('ended', { content: 'same', of: { state: 'Suppressed', reason: 'Ignored' } }),
    old('live', { content: 'same' }),
  ];
  expect(idsOf(links, [item('first', { content: 'same' }), item('second', { content: 'same' })])).toEqual({
    live: 'first',
    ended: 'second',
  });
});

it('what was moved out is not looked for in the folder', () => {
  const link = old('out', { content: 'same', of: { state: 'Suppressed', reason: 'MovedOut' } });
  expect(idsOf([link], [item('in', { content: 'same' })])).toEqual({});
});

it('a mailbox seems moved when contacts are there and not one of them is known', () => {
  const seen = {
    links: [sampleLink()],
    tombstones: new Set<ExchangeId>(),
    records: new Set<RecordId>(),
    full: true,
  };
  const contacts = (id: string) => new Map([[as<ExchangeId>(id), sampleContact({}, id)]]);
  expect(seemsMoved({ ...seen, contacts: contacts('new') })).toBe(true);
  expect(seemsMoved({ ...seen, contacts: contacts('item') })).toBe(false);
  expect(seemsMoved({ ...seen, contacts: new Map() })).toBe(false);
  expect(seemsMoved({ ...seen, contacts: contacts('new'), full: false })).toBe(false);
  expect(seemsMoved({ ...seen, contacts: contacts('new'), links: [] })).toBe(false);
});

it('a mailbox was moved when half of what lives in it is found again, not when people made a few contacts anew', () => {
  const ids = (...found: string[]) =>
    new Map(found.map((id) => [as<ExchangeId>(id), as<ExchangeId>(`new ${id}`)]));
  const ended = old('ended', { of: { state: 'Suppressed', reason: 'DeletedByPolicy' } });
  const deleted = old('deleted', { recordLives: false });
  const live = ['a', 'b', 'c'].map((id) => old(id));

  expect(isMoved([...live, ended, deleted], ids('a', 'b'))).toBe(true);
  expect(isMoved([...live, ended, deleted], ids('a', 'ended', 'deleted'))).toBe(false);
  expect(isMoved([ended, deleted], ids('ended', 'deleted'))).toBe(false);
});
