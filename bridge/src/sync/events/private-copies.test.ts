import { describe, expect, it } from 'vitest';
import type { ExchangeId, Fingerprint } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { CopiesSeen, Judgement } from './private-copies.ts';
import { judgementsByOthers, ownJudgements } from './private-copies.ts';

const id = as<ExchangeId>('item');
const meeting = as<Fingerprint>('meeting');
const other = as<Fingerprint>('other meeting');

const own: Judgement = { exchangeId: id, meeting, own: true };
const byOthers: Judgement = { ...own, own: false };

function seen(
  before: Judgement | null,
  isPrivate: boolean | 'gone' | 'not read',
  elsewhere: readonly Fingerprint[] = [],
): CopiesSeen {
  return {
    remembered: new Map(before === null ? [] : [[id, before]]),
    read: new Map(typeof isPrivate === 'boolean' ? [[id, { meeting, isPrivate }]] : []),
    isGone: () => isPrivate === 'gone',
    elsewhere: new Set(elsewhere),
  };
}

const nothing = { private: [], others: [], meetings: [] };

describe('what a copy of a meeting says by itself', () => {
  it.each([
    ['public as before', seen(null, false)],
    ['private as before', seen(own, true)],
    ['not read', seen(own, 'not read')],
    ['public, and taken as private for another one', seen(byOthers, false, [meeting])],
  ])('is no news: %s', (_what, copies) => {
    expect(ownJudgements(copies)).toEqual(nothing);
  });

  it('concerns the other copies once it turns private', () => {
    const turned = { private: [own], others: [], meetings: [meeting] };
    expect(ownJudgements(seen(null, true))).toEqual(turned);
    expect(ownJudgements(seen(byOthers, true))).toEqual({ ...turned, meetings: [meeting, meeting] });
  });

  it('concerns those of both meetings when it is the copy of another one now', () => {
    const before = { ...own, meeting: other };
    expect(ownJudgements(seen(before, true))).toMatchObject({ private: [own], meetings: [meeting, other] });
  });

  it.each([false, 'gone'] as const)('concerns them again when it is over: %s', (how) => {
    expect(ownJudgements(seen(own, how))).toEqual({ private: [], others: [id], meetings: [meeting] });
  });

  it('is still taken as private while another mailbox’s copy is', () => {
    const after = { private: [byOthers], others: [], meetings: [meeting] };
    expect(ownJudgements(seen(own, false, [meeting]))).toEqual(after);
  });
});

describe('what other copies make of one', () => {
  const judged = new Map([[id, [meeting]]]);

  it('is remembered when it is judged, and forgotten when they are public', () => {
    expect(judgementsByOthers(seen(null, false, [meeting]), judged)).toEqual({
      private: [byOthers],
      others: [],
    });
    expect(judgementsByOthers(seen(byOthers, false), judged)).toEqual({ private: [], others: [id] });
  });

  it.each([
    ['nothing changed', seen(byOthers, false, [meeting])],
    ['it is private itself', seen(own, true, [meeting])],
    ['it turns private itself', seen(null, true, [meeting])],
    ['nobody has a private one', seen(null, false)],
    ['another meeting is private', seen(null, false, [other])],
  ])('is nothing new where %s', (_what, copies) => {
    expect(judgementsByOthers(copies, judged)).toEqual({ private: [], others: [] });
  });

  it('waits for what was not judged', () => {
    expect(judgementsByOthers(seen(byOthers, 'not read'), new Map())).toEqual({ private: [], others: [] });
  });
});
