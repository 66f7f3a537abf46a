import { expect, it } from 'vitest';
import { generate } from './generate.ts';
import type { Plan, TimedDeed, Turn } from './plan.ts';
import { shrink } from './shrink.ts';

const pause: TimedDeed = { when: { second: 3 }, deed: { kind: 'pause', who: 0 } };
const rename: TimedDeed = { when: { second: 7 }, deed: { kind: 'renameFolder', who: 1 } };
const { seed, setup } = generate('shrink', 0, 'contacts');

function turn(...deeds: readonly TimedDeed[]): Turn {
  return {
    seconds: 100,
    deeds: [pause, ...deeds, pause],
    troubles: [{ kind: 'killCursors' }, { kind: 'expirePages' }],
  };
}

const plan: Plan = {
  seed,
  setup: {
    ...setup,
    mailboxes: 4,
    exchange: { quirks: { ifMatchOnContacts: false }, limits: { deltaPageMax: 3 } },
    salesforce: { quirks: { queryOrder: 'reversed' }, limits: { queryPageSize: 2 } },
    lateBy: 60,
    skew: { exchange: 5, salesforce: -5 },
  },
  turns: [turn(), turn(), turn(rename), turn()],
};

const hasRename = ({ turns }: Plan) =>
  turns.some(({ deeds }) => deeds.some(({ deed }) => deed.kind === 'renameFolder'));

it('of a plan that fails because of one deed nothing else remains, in the plainest surroundings', async () => {
  const simple = await shrink(plan, async (tried) => hasRename(tried), 1000);
  expect(simple).toEqual({
    seed,
    setup: {
      ...setup,
      mailboxes: 1,
      exchange: { quirks: {}, limits: {} },
      salesforce: { quirks: {}, limits: {} },
      lateBy: 0,
      skew: { exchange: 0, salesforce: 0 },
    },
    turns: [{ seconds: 100, deeds: [rename], troubles: [] }],
  });
});

it('what the failure needs remains: two deeds of different turns, a trouble, and how late records show', async () => {
  const needs = ({ setup: { lateBy }, turns }: Plan) =>
    lateBy === 60 &&
    turns.length > 1 &&
    turns[0]!.deeds.length > 0 &&
    turns[0]!.troubles.some(({ kind }) => kind === 'killCursors') &&
    turns.at(-1)!.deeds.length > 0;
  const simple = await shrink(plan, async (tried) => needs(tried), 1000);
  expect(simple.setup).toMatchObject({ mailboxes: 1, lateBy: 60 });
  expect(simple.turns.map(({ deeds, troubles }) => [deeds.length, troubles])).toEqual([
    [1, [{ kind: 'killCursors' }]],
    [1, []],
  ]);
});

it('tries no more plans than it may, and answers one that failed', async () => {
  const tried: Plan[] = [];
  const simple = await shrink(plan, async (one) => (tried.push(one), hasRename(one)), 5);
  expect(tried).toHaveLength(5);
  expect(tried.filter(hasRename)).toContain(simple);
});
