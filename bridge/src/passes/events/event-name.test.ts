import { expect, it } from 'vitest';
import { as } from '../../domain/ids.ts';
import { reducedDates } from './event-name.ts';

const [date, other] = ['series/2026-03-17', 'series/2026-03-24'];

/** What is left in the issues of the dates of a private series which has this one item. */
function reduced(
  links: readonly { readonly exchangeId: string; readonly state: string }[],
  issues: readonly (string | null)[],
  isPrivate = true,
) {
  const changes = {
    links,
    gone: new Set(),
    items: new Map([[other, {}]]),
    series: new Map([['series', { isPrivate }]]),
  };
  const open = issues.map((exchangeId) => ({
    exchangeId: exchangeId === null ? null : as<never>(exchangeId),
  }));
  return [...reducedDates(changes as never, open)];
}

it('keeps of a date that a private series has no more nothing but the day', () => {
  expect(reduced([{ exchangeId: date, state: 'Ended' }], [])).toEqual([[date, 'Private event, 2026-03-17']]);
  expect(reduced([{ exchangeId: date, state: 'Ended' }], [], false)).toEqual([]);
});

it('keeps no more of a date whose link a reset forgot, and leaves those that are there or no dates', () => {
  expect(reduced([], [date, other, 'single', null])).toEqual([[date, 'Private event, 2026-03-17']]);
});
