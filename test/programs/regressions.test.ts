import { describe, expect, it } from 'vitest';
import type { Act } from './people.ts';
import { perform } from './people.ts';
import type { Program, Then } from './program.ts';
import { run } from './program.ts';
import type { Trouble } from './world/line.ts';
import type { Setup } from './world/world.ts';
import { createWorld, nobody } from './world/world.ts';

/** What random programs found once, each reduced to what it takes and tried at every call of the pass. */

const setup = (policy: Partial<Setup['policy']> = {}): Setup => ({
  mailboxes: 1,
  returnsAsTombstone: false,
  policy: {
    direction: 'Both',
    unknownCompany: 'Leave',
    match: 'Oldest',
    deletesToSalesforce: 'Delete',
    deletesToExchange: 'Delete',
    conflictWinner: 'Salesforce',
    ...policy,
  },
});

const email = 2;
const company = 3;
const title = 4;
/** An act on the first thing there is; even values edit in Outlook first or delete the record, odd ones the other way. */
const act = (kind: Act['kind'], value = 17, field = title): Act => ({
  kind,
  who: 0,
  target: 0,
  field,
  value,
});
const quietly: Then = { kind: 'nothing' };
const pass = (trouble: Trouble = 'none', at = 0, meddling: Act | null = null): Then => ({
  kind: 'pass',
  who: 0,
  trouble,
  at,
  meddling,
});
const program = (policy: Partial<Setup['policy']>, ...turns: (readonly [Act, Then])[]): Program => ({
  setup: setup(policy),
  turns: turns.map(([does, then]) => ({ act: does, then })),
});

const moments = Array.from({ length: 24 }, (_, index) => index + 1);
const crashes = moments.flatMap((at) => [
  pass('crashBefore', at),
  pass('crashAfter', at),
  pass('lostAnswer', at),
  pass('later', at),
]);

describe('a pass that breaks off at any call', () => {
  it.each<[string, Partial<Setup['policy']>, (broken: Then) => readonly (readonly [Act, Then])[]]>([
    [
      'makes a record in place of a deleted one only once',
      { deletesToExchange: 'Keep' },
      (broken) => [
        [act('createItem'), pass()],
        [act('deleteAndEdit', 16), broken],
      ],
    ],
    [
      'makes an item in place of a deleted one only once, also when people delete that one',
      {},
      (broken) => [
        [act('createRecord'), pass()],
        [act('deleteAndEdit', 17), broken],
        [act('deleteItem'), pass()],
      ],
    ],
    [
      'keeps the value that loses a conflict before it is overwritten',
      {},
      (broken) => [
        [act('createRecord'), pass()],
        [act('editBoth'), broken],
      ],
    ],
    [
      'does not write over what people change in a record whose creation was not answered',
      { direction: 'ExchangeToSalesforce' },
      (broken) => [
        [act('createItem'), broken],
        [act('editRecord'), pass()],
      ],
    ],
    [
      'revives nothing when people delete the item of a record it had just made',
      {},
      (broken) => [
        [act('createItem'), broken],
        [act('deleteItem'), pass()],
      ],
    ],
    [
      'revives nothing when people delete the record of an item it had just made',
      {},
      (broken) => [
        [act('createRecord'), broken],
        [act('deleteRecord'), pass()],
      ],
    ],
    [
      'pairs a contact that people copied with one record only',
      {},
      (broken) => [
        [act('createRecord'), pass()],
        [act('copyItem'), broken],
        [act('deleteItem'), pass()],
      ],
    ],
    [
      'takes a record that it made in place of another one for no new one when that one is restored',
      { deletesToExchange: 'Keep' },
      (broken) => [
        [act('createRecord'), pass()],
        [act('deleteAndEdit', 16), broken],
        [act('undeleteRecord'), pass()],
        [act('deleteRecord'), pass()],
      ],
    ],
    [
      'finds the item again that it made in place of one that people restored',
      { direction: 'SalesforceToExchange' },
      (broken) => [
        [act('createRecord'), pass()],
        [act('deleteAndEdit', 17), broken],
        [act('restoreItem'), pass()],
        [act('deleteAndEdit', 17), pass()],
      ],
    ],
    [
      'gives a record that comes back into the filter one item only',
      {},
      (broken) => [
        [act('createRecord'), pass()],
        [act('changeOwner', 4), pass()],
        [act('changeOwner', 5), broken],
      ],
    ],
    [
      'takes an item whose link it ended for none that waits for a record',
      { direction: 'SalesforceToExchange', deletesToExchange: 'Keep' },
      (broken) => [
        [act('createItem', 2), pass()],
        [act('createRecord', 2), broken],
        [act('deleteRecord'), pass()],
        [act('createRecord', 2), pass()],
      ],
    ],
    [
      'lists again what it listed as settled before it ended',
      {},
      (broken) => [
        [act('createItem', 8), pass()],
        [act('deleteItem'), broken],
        [act('restoreItem'), pass()],
      ],
    ],
    [
      'does not forget that an item is gone whose successor could not be made',
      { unknownCompany: 'Placeholder' },
      (broken) => [
        [act('createRecord', 4), pass()],
        [act('deleteAndEdit', 3, company), broken],
      ],
    ],
    [
      'ends no link by half',
      {},
      (broken) => [
        [act('createRecord'), pass()],
        [act('deleteRecord'), broken],
        [act('restoreItem'), quietly],
        [act('undeleteRecord'), pass()],
      ],
    ],
  ])('%s', async (_name, policy, turns) => {
    for (const broken of crashes) await run(program(policy, ...turns(broken)));
  });
});

describe('people act in the middle of a pass, which', () => {
  it.each<[string, readonly (readonly [Act, Then])[], Act]>([
    [
      'makes no item anew that they put back',
      [
        [act('createRecord'), pass()],
        [act('deleteAndEdit', 17), quietly],
      ],
      act('restoreItem'),
    ],
    [
      'makes no record anew that they restore',
      [
        [act('createItem'), pass()],
        [act('deleteAndEdit', 16), quietly],
      ],
      act('undeleteRecord'),
    ],
    [
      'deletes no item whose record they restore',
      [
        [act('createItem'), pass()],
        [act('deleteRecord'), quietly],
      ],
      act('undeleteRecord'),
    ],
    [
      'deletes no record whose item they put back',
      [
        [act('createRecord'), pass()],
        [act('deleteItem'), quietly],
      ],
      act('restoreItem'),
    ],
    [
      'deletes no record that they change',
      [
        [act('createRecord'), pass()],
        [act('deleteItem'), quietly],
      ],
      act('editRecord'),
    ],
  ])('%s', async (_name, turns, meddling) => {
    for (const at of moments)
      await run(program({}, ...turns, [act('rest'), pass('meddling', at, meddling)], [act('rest'), pass()]));
  });
});

it('carries a value over that lost to one which Salesforce refused, when that one is taken back', async () => {
  await run(
    program(
      { conflictWinner: 'Exchange' },
      [act('createRecord'), pass()],
      [act('editBoth', 9, email), pass()],
      [act('eraseItem', 0, email), pass()],
    ),
  );
});

it('writes nothing over a value that Salesforce refused together with another one', async () => {
  await run(
    program(
      { conflictWinner: 'Exchange', unknownCompany: 'Create' },
      [act('createRecord', 7), pass()],
      [act('editItem', 8, email), pass()],
      [act('editItem', 7, company), pass()],
      [act('renameAccount'), pass()],
    ),
  );
});

it('does not take a record that Tandem just made for one that people changed', async () => {
  await run(program({}, [act('createItem'), pass()], [act('deleteItem'), pass()]));
});

it('does not take a contact whose company has no account for one that people changed', async () => {
  await run(program({}, [act('createItem', 18), pass()], [act('deleteRecord'), pass()]));
});

it('never writes the name of the placeholder account over a company', async () => {
  const policy = { unknownCompany: 'Placeholder' } as const;
  await run(
    program(policy, [act('createItem'), pass()], [act('editRecord'), pass()], [act('editItem'), pass()]),
  );
});

it('pairs two ended links of one record with one item only', async () => {
  await run(
    program(
      { deletesToSalesforce: 'Keep' },
      [act('createRecord', 2), pass()],
      [act('deleteItem'), pass()],
      [act('createItem', 2), pass()],
      [act('moveOut'), pass()],
      [act('restoreItem'), quietly],
      [act('moveBack'), pass()],
    ),
  );
});

it('a new contact that takes the place of a deleted one empties no field of the record', async () => {
  const world = createWorld(setup({ deletesToSalesforce: 'Keep' }));
  const [user] = world.users;
  if (!user) throw new Error('no user');
  const mailbox = world.mailboxes.get(user);
  const record = world.org.add(
    { LastName: 'Lee', Email: 'pool1@x.test', Phone: '1', Title: 'Boss' },
    user,
    null,
    user,
  );
  const go = () => world.pass(user, 'none', 0, nobody);
  await go();
  perform(world, act('deleteItem'));
  mailbox?.add(
    { surname: 'Lee', emailAddresses: [{ address: 'pool1@x.test', name: 'Lee' }] },
    null,
    'person',
  );
  await go();
  await go();
  expect(record.card).toMatchObject({ Phone: '1', Title: 'Boss' });
});

describe('when everything in a mailbox is new because people made it, and the cursor is dead,', () => {
  const dead: Then = { kind: 'killCursors', who: 0 };

  it('a contact that has nothing to do with an ended link is synced', async () => {
    await run(
      program(
        {},
        [act('createRecord', 2), pass()],
        [act('deleteRecord'), pass()],
        [act('createItem', 2), dead],
        [act('createRecord', 2), pass()],
      ),
    );
  });

  it('a copy that a person made is not taken away', async () => {
    await run(
      program(
        {},
        [act('createRecord', 2), pass()],
        [act('copyItem'), dead],
        [act('deleteItem'), quietly],
        [act('changeOwner', 4), pass()],
      ),
    );
  });
});

it('does not take away a copy in which a person typed something and took it back', async () => {
  await run(
    program(
      { direction: 'SalesforceToExchange' },
      [act('createRecord'), pass()],
      [act('editItem'), quietly],
      [act('eraseItem'), quietly],
      [act('changeOwner', 4), pass()],
    ),
  );
});
