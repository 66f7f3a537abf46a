import type { UserId } from '../../../bridge/src/domain/ids.ts';
import { eventChange } from '../../../emulators/exchange/events/event-change.ts';
import type { Attendee } from '../../../emulators/exchange/events/event-values.ts';
import { editInstance, editMeeting } from '../../../emulators/exchange/events/meetings.ts';
import { receiveResponse, respond } from '../../../emulators/exchange/events/responses.ts';
import { GaveUp } from '../world/org.ts';
import type { EventAct } from './acts.ts';
import { onPair, onShown, own } from './acts.ts';
import { guests, outsider } from './guests.ts';
import type { Shown } from './shown.ts';
import type { EventRow, EventWorld } from './world.ts';

/** What one person does once about who attends: numbers choose who, what and whom, as in other acts. */
export interface AttendanceAct extends Omit<EventAct, 'kind'> {
  readonly kind: keyof typeof acts;
}

type Doing = (world: EventWorld, act: EventAct, who: UserId) => void;

/** Lets a person invite, answer, or relate. An act that finds nothing to act on makes an event instead. */
export function performAttendance(world: EventWorld, act: AttendanceAct): void {
  const who = world.users[act.who % world.users.length]!;
  // The numbers choose the same of whatever is done.
  const numbers: EventAct = { ...act, kind: 'createMeeting' };
  world.watchDrops(() => acts[act.kind](world, numbers, who));
}

const answers = ['accept', 'decline', 'tentativelyAccept'] as const;
const hasOthers = (shown: Shown) => own(shown) && shown.values.attendees.length > 0;

const acts = {
  /** A guest or a colleague is invited: to an event, a whole series, or one date of it. */
  addAttendee: onShown(own, (world, act, shown, who) => {
    const colleagues = world.users.filter((other) => other !== who).map((other) => world.emailOf(other));
    const all = [...guests, ...colleagues];
    const address = all[act.value % all.length]!;
    invites(world, wholeOrDate(act, shown), (some) => [...some, { emailAddress: { address } }]);
  }),
  removeAttendee: onShown(hasOthers, (world, act, shown) => {
    invites(world, wholeOrDate(act, shown), (some) => some.toSpliced(act.value % (some.length || 1), 1));
  }),
  /** A guest answers by mail, or changes the answer. */
  guestAnswers: onShown(hasOthers, (world, act, { record }) => {
    const addresses = addressesOf(record.values.attendees).filter((one) => !isColleague(world, one));
    const from = addresses[act.field % addresses.length];
    if (from === undefined) throw new GaveUp('no guest attends');
    const place = { mailbox: world.mailboxOf(record), record };
    receiveResponse(world.deed(), place, from, answers[act.value % answers.length]!);
  }),
  /** A colleague answers, once more too, and keeps the event. */
  colleagueAnswers: onShown(
    ({ record }) => !record.isOrganizer && !record.isCancelled,
    (world, act, { record, instance }, who) => {
      const answer = act.value % 2 ? 'accept' : 'tentativelyAccept';
      const date = act.field % 3 === 0 ? instance : undefined;
      respond(world.deed(), { mailbox: world.mailbox(who), record }, date, { answer, sendResponse: true });
    },
  ),
  /** An organiser outside invites more people, or takes some out again. */
  outsiderChangesAttendees: onShown(
    ({ record }) => record.organizer.address === outsider,
    (world, act, { record }) => {
      const address = [...guests, ...world.users.map((user) => world.emailOf(user))][act.value % 7];
      const others = addressesOf(record.values.attendees).filter((one) => one !== outsider);
      const all =
        address === undefined || others.includes(address)
          ? others.filter((one) => one !== address)
          : [...others, address];
      world.ledger.invitesAnew();
      for (const user of world.users) {
        const mailbox = world.mailbox(user);
        const copy = mailbox.calendar.byUid.get(record.uid);
        const attendees = [outsider, ...all].map((one) => ({ emailAddress: { address: one } }));
        const change = eventChange({ attendees }, world.moment());
        if (copy) editMeeting({ ...world.deed(), silent: true }, { mailbox, record: copy }, change);
      }
    },
  ),
  /** Somebody relates a contact or a lead to a record. */
  relateInRow: onPair((world, act, _shown, row, who) => {
    const [record] = world.org.withAddress(guests[act.value % 4]!);
    if (!record) throw new GaveUp('there is no contact');
    checkStamp(world, row);
    if (world.setup.sharedActivities) world.org.relate(who, row.Id, record.Id);
    else world.org.update(who, row.Id, { WhoId: record.Id });
    world.ledger.relates(row.Id, record.Id, true);
    if (!world.setup.sharedActivities && row.WhoId) world.ledger.relates(row.Id, String(row.WhoId), false);
  }),
  /** Somebody takes a relation or an invitation away from a record. */
  unrelateInRow: onPair(
    (world, act, _shown, row, who) => {
      const relations = world.org
        .relations()
        .filter(({ EventId, IsDeleted }) => EventId === row.Id && IsDeleted !== true);
      const one = relations[act.value % relations.length];
      checkStamp(world, row);
      if (one) {
        world.org.unrelate(who, one.Id);
        world.ledger.relates(row.Id, String(one.RelationId), false);
      } else if (row.WhoId) {
        world.org.update(who, row.Id, { WhoId: null });
        world.ledger.relates(row.Id, String(row.WhoId), false);
      }
    },
    ({ values }) => values.attendees.length > 0,
  ),
} satisfies Record<string, Doing>;

export const attendanceKinds = Object.keys(acts) as (keyof typeof acts)[];

/** As often as people do them. */
export const attendanceKindsByHabit: readonly (keyof typeof acts)[] = [
  ...attendanceKinds,
  'addAttendee',
  'addAttendee',
  'removeAttendee',
  'guestAnswers',
];

export function addressesOf(attendees: readonly Pick<Attendee, 'emailAddress'>[]): readonly string[] {
  return attendees.map(({ emailAddress }) => emailAddress.address.toLowerCase());
}

function isColleague(world: EventWorld, address: string): boolean {
  return world.users.some((user) => world.emailOf(user).toLowerCase() === address);
}

function wholeOrDate({ field }: EventAct, shown: Shown): Shown {
  return field % 3 === 0 ? shown : { ...shown, instance: undefined, values: shown.record.values };
}

type Invited = Pick<Attendee, 'emailAddress'> | { readonly emailAddress: { readonly address: string } };

function invites(
  world: EventWorld,
  { record, instance, values }: Shown,
  change: (some: readonly Invited[]) => readonly Invited[],
): void {
  const attendees = change(
    values.attendees.map(({ emailAddress: { address } }) => ({ emailAddress: { address } })),
  );
  const place = { mailbox: world.mailboxOf(record), record };
  const body = eventChange({ attendees }, world.moment());
  if (instance) editInstance(world.deed(), place, instance, body);
  else editMeeting(world.deed(), place, body);
  world.ledger.invitesAnew();
}

/** Two changes of a record within the second that a stamp can tell are known to look like one. */
function checkStamp(world: EventWorld, row: EventRow): void {
  if (Date.parse(String(row.SystemModstamp)) > world.org.now() - 1000)
    throw new GaveUp('it was saved a moment ago');
}
