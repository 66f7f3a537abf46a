import { expect, it } from 'vitest';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { newLink } from '../../domain/link.ts';
import type { HoldStep } from '../../sync/plan/step.ts';
import { chunksOf } from './chunks-of.ts';

const stepOf = (item: string, record: string): HoldStep => ({
  kind: 'hold',
  gone: 'Exchange',
  link: newLink(as<ExchangeId>(item), as<RecordId>(record)),
});

const items = (chunks: ReturnType<typeof chunksOf>) =>
  chunks.map((chunk) => chunk.map((step) => ('link' in step ? step.link.exchangeId : '')));

it('steps go in chunks of the given size, in their order', () => {
  const steps = ['a', 'b', 'c', 'd', 'e'].map((item) => stepOf(item, `record of ${item}`));
  expect(items(chunksOf(steps, 2))).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

it('two steps about one record are in one chunk, however far apart they are planned', () => {
  const steps = [stepOf('a', '1'), stepOf('b', '2'), stepOf('c', '3'), stepOf('d', '1')];
  expect(items(chunksOf(steps, 2))).toEqual([
    ['a', 'd'],
    ['b', 'c'],
  ]);
});

it('nothing to do is one empty chunk, since planning may have found out something', () => {
  expect(chunksOf([], 2)).toEqual([[]]);
});
