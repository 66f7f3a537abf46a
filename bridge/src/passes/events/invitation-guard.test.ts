import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Attendee, SalesforceEvent } from '../../domain/event.ts';
import type { Fingerprint, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Invitations } from '../../domain/invitations.ts';
import { newLink } from '../../domain/link.ts';
import { singleItem } from '../../sync/events/event-item.ts';
import type { DeleteEventStep, MergeEventStep } from '../../sync/events/event-step.ts';
import { event, mapping, policy, record } from '../../sync/events/testing/samples.ts';
import { invitationGuard } from './invitation-guard.ts';

const guest: Attendee = {
  email: 'guest@customer.test',
  name: 'Guest',
  type: 'required',
  response: 'none',
  responded: null,
};
const item = singleItem(event({ attendees: [guest] }));
const link = newLink(item.id, record().id, 'Event');
const known = { Location: as<Fingerprint>('room 1') };
const merge: MergeEventStep = {
  kind: 'merge',
  link: { ...link, exchangePrints: known, salesforcePrints: known },
  item,
  record: record(),
  merge: {
    waiting: [],
    against: [],
    toExchange: { Location: 'Room 9' },
    toSalesforce: {},
    conflicts: [],
    clippings: [],
  },
  mapping,
  masked: false,
  paired: false,
  ends: false,
  readOnly: false,
  unholdable: null,
  unheard: [],
  standsIn: false,
  replaces: null,
};
const place = { location: { displayName: 'Room 9' } };

interface Given {
  readonly invitations?: Invitations;
  readonly firstSyncDone?: boolean;
  readonly mailedToday?: number;
}

const guardOf = ({ invitations = 'PeoplesEdits', firstSyncDone = true, mailedToday = 0 }: Given = {}) =>
  invitationGuard(
    {
      store: { events: { mailingWrites: () => Promise.resolve(mailedToday) } },
      userId: record().ownerId,
      policy: { ...policy, invitations },
      state: { firstSyncDone },
      mayMail: true,
      now: () => new Date('2026-03-01T09:00:00Z'),
    } as unknown as Parameters<typeof invitationGuard>[0],
    new Set(),
  );

const ofUpdate = async (step: Partial<MergeEventStep>, given?: Given) =>
  (await guardOf(given)).ofUpdate({ ...merge, ...step }, item, place).kind;

describe('why a change of a meeting is written', () => {
  const savedBy = (modifiedBy: string, more: Partial<SalesforceEvent> = {}) => ({
    record: record({ modifiedBy: as<UserId>(modifiedBy), ...more }),
  });

  it('lets the edit of the mailbox’s user and of the record’s owner through', async () => {
    expect(await ofUpdate({})).toBe('write');
    const colleague = as<UserId>('005colleague');
    expect(await ofUpdate(savedBy(colleague, { ownerId: colleague }))).toBe('write');
  });

  it.each(['005automation', '005tandem', '005colleague'])('does not let that of %s through', async (who) => {
    expect(await ofUpdate(savedBy(who))).toBe('refuse');
    expect(await ofUpdate(savedBy(who), { invitations: 'Always' })).toBe('write');
  });

  it('does not let a pairing through, nor what nobody remembers, nor a first sync', async () => {
    expect(await ofUpdate({ paired: true })).toBe('refuse');
    expect(await ofUpdate({ link })).toBe('refuse');
    expect(await ofUpdate({}, { firstSyncDone: false })).toBe('refuse');
  });

  it('counts the writes of the pass that mail, and no others', async () => {
    const guard = await guardOf({ mailedToday: 9 });
    expect(guard.ofUpdate(merge, item, { showAs: 'busy' })).toEqual({ kind: 'write' });
    expect(guard.ofUpdate(merge, item, place)).toEqual({ kind: 'write' });
    expect(guard.ofUpdate(merge, item, { showAs: 'busy' })).toEqual({ kind: 'write' });
    expect(guard.ofUpdate(merge, item, place)).toEqual({ kind: 'hold', mailed: [guest.email] });
  });
});

describe('why a meeting is deleted', () => {
  const step = {
    kind: 'delete',
    side: 'Exchange',
    link,
    item,
    record: null,
    reason: 'DeletedByPolicy',
  } as const;
  const doomed: readonly DeleteEventStep[] = [step, { ...step, record: record(), reason: 'AccessLost' }];

  it.each(doomed)('keeps one whose end would mail: $reason', async (one) => {
    expect((await guardOf()).ofDelete(one, item)).toEqual({ kind: 'refuse', mailed: [guest.email] });
    expect((await guardOf({ invitations: 'Always' })).ofDelete(one, item)).toEqual({ kind: 'write' });
    const alone = singleItem(event());
    expect((await guardOf({ invitations: 'Never' })).ofDelete(one, alone)).toEqual({ kind: 'write' });
  });
});

describe('an event that is made', () => {
  const step = { kind: 'createItem', record: record(), values: {}, replaces: null } as const;
  const attendees = [{ emailAddress: { address: guest.email } }];

  it('has no attendees unless every mail may be sent', async () => {
    const made = async (given?: Given) => (await guardOf(given)).ofCreate(step, { ...place, attendees });
    expect(await made()).toEqual(place);
    expect(await made({ invitations: 'Never' })).toEqual(place);
    expect(await made({ invitations: 'Always' })).toEqual({ ...place, attendees });
    expect((await guardOf()).ofCreate(step, place)).toEqual(place);
  });
});

it('is asked wherever events of Exchange are written', () => {
  const asked = { createEvents: '.ofCreate(', updateEvents: '.ofUpdate(', deleteEvents: '.ofDelete(' };
  const root = join(import.meta.dirname, '../..');
  const writing = globSync('{passes,jobs,cli}/**/*.ts', { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return Object.entries(asked).flatMap(([write, question]) =>
      !file.endsWith('.test.ts') && text.includes(`.${write}(`)
        ? [[write, text.includes(question)] as const]
        : [],
    );
  });
  expect(writing.toSorted()).toEqual([
    ['createEvents', true],
    ['deleteEvents', true],
    ['updateEvents', true],
  ]);
});
