import { describe, expect, it } from 'vitest';
import type { EventSnapshot } from './event-snapshot.ts';
import { ADA, broken, snapshot } from './fixture.ts';
import type { Parts } from './fixture.ts';

describe('the oracle of events: I6', () => {
  /** The pair without its link, of which the mailbox tells. */
  const unlinked = (parts: Parts = {}) => {
    const one = { ...snapshot(parts), links: [] };
    one.calendars[0]!.counts = { exchange: 0, salesforce: 0, openIssues: parts.issues?.length ?? 0 };
    return one;
  };

  it('finds an event and a record that are neither linked nor listed', () => {
    expect(broken(unlinked())).toEqual(['I6']);
    const mine = { row: { madeBy: ADA } };
    expect(broken(unlinked(mine))).toEqual(['I6', 'I6']);
    expect(broken(unlinked({ ...mine, issues: [{}] }))).toEqual([]);
  });

  it.each([
    ['private events are skipped', { properties: { sensitivity: 'private' } }],
    ['events are off', { policy: { direction: 'Off' as const } }],
    ['they go out only', { policy: { direction: 'SalesforceToExchange' as const } }],
    ['only marked ones sync', { policy: { markedOnly: true } }],
    ['series are off', { item: { isDate: true }, policy: { series: false } }],
    ['it lies beyond the window', { policy: { daysAhead: 1 } }],
  ])('asks for no link of an event where %s', (_what, parts) => {
    expect(broken(unlinked(parts))).toEqual([]);
  });

  it('asks for nothing of a mailbox that says not to be in sync', () => {
    const paused = unlinked({ row: { madeBy: ADA } });
    paused.calendars[0]!.state = 'Paused';
    expect(broken(paused)).toEqual([]);
  });

  it.each([
    ['they come in only', { policy: { direction: 'ExchangeToSalesforce' as const } }, 1],
    ['it was there before', { policy: { earlier: 'None' as const } }, 1],
    ['another product keeps it', { fields: { IsClientManaged: true } }, 1],
    ['it is the pattern of a series', { fields: { IsRecurrence: true } }, 1],
  ])('asks for no link of a record where %s', (_what, parts, others) => {
    expect(broken(unlinked({ ...parts, row: { madeBy: ADA } }))).toHaveLength(others);
  });

  it('finds counts and rows of links that say something else', () => {
    const wrong = (change: (of: EventSnapshot) => void) => {
      const one = snapshot();
      change(one);
      return broken(one);
    };
    const { counts } = snapshot().calendars[0]!;
    for (const name of ['exchange', 'salesforce', 'openIssues'] as const)
      expect(wrong(({ calendars }) => (calendars[0]!.counts = { ...counts, [name]: 7 }))).toEqual(['I6']);
    expect(wrong(({ links }) => (links[0]!.key = 'other'))).toEqual(['I6']);
    expect(wrong(({ links }) => (links[0]!.reason = 'MovedOut'))).toEqual(['I6']);
    expect(wrong(({ rows }) => (rows[0]!.madeBy = ADA))).toEqual(['I6']);
    expect(wrong(({ links }) => (links[0]!.madeOn = 'Exchange'))).toEqual(['I6']);
  });

  it('finds an issue without code, reason, remedy or item', () => {
    for (const wanting of [{ code: 'oops' }, { reason: '' }, { remedy: '' }, { item: '' }])
      expect(broken(snapshot({ issues: [wanting] }))).toEqual(['I6']);
  });
});
