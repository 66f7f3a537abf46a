import { expect, it } from 'vitest';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { sampleLink } from '../testing/samples.ts';
import { followed, secondLinks } from './merged-records.ts';

const item = (text: string) => as<ExchangeId>(text);
const linkOf = (exchangeId: string, madeBy: Link['madeBy'] = null) =>
  sampleLink({ exchangeId: item(exchangeId), madeBy });
const nobodyGone = () => false;

it('a link follows its record with all that it remembers, and leaves no filter by it', () => {
  const link = sampleLink({ pendingSalesforce: 'Deleted', exchangePrints: { Title: as('t') } });
  expect(followed(link, as<RecordId>('master'))).toEqual({
    ...link,
    recordId: 'master',
    inFilter: false,
    pendingSalesforce: null,
  });
});

it.each<[string, Link[], string[], string]>([
  ["the master's own item", [linkOf('a'), linkOf('b')], ['a'], 'b'],
  ['an item that people made', [linkOf('a', 'Exchange'), linkOf('b', 'Salesforce')], ['a', 'b'], 'b'],
  ["the master's own item, even when Tandem made it", [linkOf('a'), linkOf('b', 'Exchange')], ['a'], 'b'],
  ['the lower id', [linkOf('b'), linkOf('a'), linkOf('c')], ['a', 'b', 'c'], 'a'],
])('of several items of one record goes on: %s', (_, links, moved, goesOn) => {
  const ended = secondLinks(links, new Set(moved.map(item)), nobodyGone).map(({ exchangeId }) => exchangeId);
  expect(ended.toSorted()).toEqual(
    links
      .map(({ exchangeId }) => exchangeId as string)
      .filter((id) => id !== goesOn)
      .toSorted(),
  );
});

it('an item that is gone never goes on instead of one that is there', () => {
  const links = [linkOf('own'), linkOf('moved')];
  const ended = secondLinks(links, new Set([item('moved')]), (id) => id === 'own');
  expect(ended.map(({ exchangeId }) => exchangeId)).toEqual(['own']);
});

it('links of different records all go on', () => {
  const other = sampleLink({ exchangeId: item('b'), recordId: as<RecordId>('other') });
  expect(secondLinks([linkOf('a'), other], new Set([item('a')]), nobodyGone)).toEqual([]);
});
