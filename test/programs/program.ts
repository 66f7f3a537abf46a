import fc from 'fast-check';
import { checkEnd } from './oracle/end.ts';
import { createRevivals } from './oracle/revivals.ts';
import type { Act } from './people.ts';
import { isNoticed, kindsByHabit, perform } from './people.ts';
import type { Trouble } from './world/line.ts';
import type { Setup, World } from './world/world.ts';
import { Broken, createWorld, nobody } from './world/world.ts';

/** What comes after an act: nothing, a pass with a trouble, or a loss. */
export type Then =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'pass';
      readonly who: number;
      readonly trouble: Trouble;
      readonly at: number;
      readonly meddling: Act | null;
    }
  | { readonly kind: 'loseDatabase' | 'killCursors'; readonly who: number };

/** A program: what the admin set up, and turns in which a person acts and something follows. */
export interface Program {
  readonly setup: Setup;
  readonly turns: readonly { readonly act: Act; readonly then: Then }[];
}

const most = 40;
const fewest = 30;

const number = fc.nat(1000);
const act: fc.Arbitrary<Act> = fc.record<Act>({
  kind: fc.constantFrom(...kindsByHabit),
  who: number,
  target: number,
  field: number,
  value: number,
});
const pass = (trouble: fc.Arbitrary<Trouble>): fc.Arbitrary<Then> =>
  fc.record<Extract<Then, { kind: 'pass' }>>({
    kind: fc.constant('pass' as const),
    who: number,
    trouble,
    at: fc.integer({ min: 1, max: 16 }),
    meddling: fc.option(act),
  });
const then: fc.Arbitrary<Then> = fc.oneof(
  { withCrossShrink: true },
  { weight: 64, arbitrary: fc.constant({ kind: 'nothing' as const }) },
  { weight: 22, arbitrary: pass(fc.constant('none' as const)) },
  {
    weight: 11,
    arbitrary: pass(
      fc.constantFrom(
        'crashBefore',
        'crashAfter',
        'lostAnswer',
        'later',
        'throttled',
        'meddling',
        'meddling',
      ),
    ),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('loseDatabase' as const), who: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('killCursors' as const), who: number }) },
);

/** Programs of at least 30 acts of people; a failing one shrinks to one in which most people rest. */
export function programs(mailboxes: fc.Arbitrary<number>): fc.Arbitrary<Program> {
  const direction = fc.constantFrom('Both', 'Both', 'Both', 'ExchangeToSalesforce', 'SalesforceToExchange');
  const setup: fc.Arbitrary<Setup> = fc.record({
    mailboxes,
    policy: fc.record({
      direction: direction,
      unknownCompany: fc.constantFrom('Leave', 'Placeholder', 'Create'),
      match: fc.constantFrom('MostRecentActivity', 'LastModified', 'Oldest'),
      deletesToSalesforce: fc.constantFrom('Keep', 'Delete'),
      deletesToExchange: fc.constantFrom('Keep', 'Delete'),
      conflictWinner: fc.constantFrom('Salesforce', 'Exchange', 'Latest'),
    }),
    returnsAsTombstone: fc.boolean(),
  });
  const turns = fc.array(fc.record({ act, then }), { minLength: fewest, maxLength: most });
  return fc.record({ setup, turns });
}

/** Runs a program and judges it; throws what rule was broken. */
export async function run({ setup, turns }: Program): Promise<void> {
  const world = createWorld(setup);
  const revivals = createRevivals(world, (rule, what) => {
    throw new Broken(`${rule}: ${what}`);
  });
  for (const turn of turns) {
    perform(world, turn.act);
    await follow(world, turn.then);
    revivals.check();
  }
  // A value may go from one mailbox by the record to the next ones, and what they make of it back.
  for (let round = 0; round < 2 + world.users.length; round += 1)
    for (const userId of world.users) {
      await world.pass(userId, 'none', 0, nobody);
      revivals.check();
    }
  await checkEnd(world);
}

export async function follow(world: World, then: Then): Promise<void> {
  if (then.kind === 'nothing') return;
  const who = world.users[then.who % world.users.length]!;
  switch (then.kind) {
    case 'pass':
      await world.pass(who, then.trouble, then.at, (inGap) => {
        if (then.meddling === null || ((inGap || world.ledger.isTorn(who)) && !isNoticed(then.meddling)))
          return false;
        perform(world, then.meddling);
        return true;
      });
      return;
    case 'loseDatabase':
      world.history.lostMemory = world.history.lostDatabase = true;
      world.bridge.loseDatabase();
      for (const userId of world.users)
        for (const what of ['database', 'cursor'] as const) world.ledger.forgot(userId, what);
      return;
    case 'killCursors':
      world.history.lostMemory = true;
      for (const [userId, mailbox] of world.mailboxes) {
        mailbox.killCursors();
        world.ledger.forgot(userId, 'cursor');
      }
      return;
  }
}

const rest: Act = { kind: 'rest', who: 0, target: 0, field: 0, value: 0 };

/** The program with as few turns and faults as still break the same rule; for people to read. */
export async function simplify(
  program: Program,
  breaks: (program: Program) => Promise<boolean>,
): Promise<Program> {
  let simple = program;
  for (let before = -1; before !== size(simple);) {
    before = size(simple);
    for (let index = simple.turns.length - 1; index >= 0; index -= 1)
      for (const turn of simpler(simple.turns[index]!)) {
        const turns = turn === null ? simple.turns.toSpliced(index, 1) : simple.turns.with(index, turn);
        if (!(await breaks({ ...simple, turns }))) continue;
        simple = { ...simple, turns };
        if (turn === null) break;
      }
  }
  return simple;
}

function simpler({
  act: does,
  then: follows,
}: Program['turns'][number]): (Program['turns'][number] | null)[] {
  const nothing = { kind: 'nothing' } as const;
  const calm: Then = follows.kind === 'pass' ? { ...follows, trouble: 'none', meddling: null } : nothing;
  return [null, { act: does, then: nothing }, { act: rest, then: follows }, { act: does, then: calm }];
}

function size({ turns }: Program): number {
  return turns.reduce((sum, { act: does, then: follows }) => {
    const calm = follows.kind === 'pass' && follows.trouble === 'none' ? 1 : 2;
    return sum + 1 + (does.kind === 'rest' ? 0 : 1) + (follows.kind === 'nothing' ? 0 : calm);
  }, 0);
}
