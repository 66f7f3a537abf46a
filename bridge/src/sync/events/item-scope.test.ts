import { describe, expect, it } from 'vitest';
import { singleItem } from './event-item.ts';
import { itemScope } from './item-scope.ts';
import { event, policy } from './testing/samples.ts';

const at = (start: string, end: string) => {
  const time = { isAllDay: false, start: `${start}:00.000Z`, end: `${end}:00.000Z` } as const;
  return itemScope(singleItem(event({ time })), policy);
};

describe('what of an event syncs', () => {
  it('is nothing where it ends before it starts, or lasts longer than 14 days', () => {
    expect(at('2026-05-02T10:00', '2026-05-02T09:59')).toEqual({
      kind: 'cannot',
      masked: false,
      issue: 'TDM-E-ENDS-BEFORE',
    });
    expect(at('2026-05-02T10:00', '2026-05-22T10:00')).toEqual({
      kind: 'cannot',
      masked: false,
      issue: 'TDM-E-TOO-LONG',
    });
  });

  it.each([
    ['Skip', { kind: 'leftOut', why: 'Private' }],
    ['TimeOnly', { kind: 'syncs', masked: true }],
    ['Full', { kind: 'syncs', masked: false }],
  ] as const)('is what %s leaves where another copy of the meeting is private', (privateEvents, scope) => {
    const item = { ...singleItem(event()), isPrivateElsewhere: true };
    expect(itemScope(item, { ...policy, privateEvents })).toEqual(scope);
  });

  it('is all of it where it has no length, or lasts 14 days', () => {
    expect(at('2026-05-02T10:00', '2026-05-02T10:00')).toEqual({ kind: 'syncs', masked: false });
    expect(at('2026-05-02T10:00', '2026-05-16T10:00')).toEqual({ kind: 'syncs', masked: false });
  });
});
