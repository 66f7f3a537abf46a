import type { UserId } from '../../../bridge/src/domain/ids.ts';
import { eventChange } from '../../../emulators/exchange/events/event-change.ts';
import { receiveCancellation, receiveInvitation } from '../../../emulators/exchange/events/invitations.ts';
import { restoreEvent } from '../../../emulators/exchange/events/mailbox-events.ts';
import {
  createMeeting,
  deleteInstance,
  deleteMeeting,
  editInstance,
  editMeeting,
} from '../../../emulators/exchange/events/meetings.ts';
import { respond } from '../../../emulators/exchange/events/responses.ts';
import { GaveUp } from '../world/org.ts';
import type { EventField } from './ledger.ts';
import type { EventRow, EventWorld } from './world.ts';
import type { Shown } from './shown.ts';
import { placeOf } from './shown.ts';
import { day, hours, movedBy, recurrenceOf, rowHours, ruleFrom, wholeDays } from './times.ts';

/** What one person does once with events: the kind of act and numbers that choose who, what and which value. */
export interface EventAct {
  readonly kind: keyof typeof acts;
  readonly who: number;
  readonly target: number;
  readonly field: number;
  readonly value: number;
}

type Fields = Record<string, unknown>;
type Doing = (world: EventWorld, act: EventAct, who: UserId) => void;

/** Lets a person act. An act that finds nothing to act on makes something instead. */
export function performEvent(world: EventWorld, act: EventAct): void {
  const who = world.users[act.who % world.users.length]!;
  world.watchDrops(() => acts[act.kind](world, act, who));
}

const dayMs = 86_400_000;

const acts = {
  createEvent(world, act, who) {
    makes(world, who, { ...newContent(world, act), ...hours(world, act) });
  },
  createAllDay(world, act, who) {
    makes(world, who, { ...newContent(world, act), ...wholeDays(world, act) });
  },
  createMeeting(world, act, who) {
    const others = world.users.filter((other) => other !== who).map((other) => world.emailOf(other));
    const outsider = `guest${act.value % 3}@customer.test`;
    const invited = act.value % 3 === 0 || others.length === 0 ? [outsider] : [...others.slice(0, 2)];
    if (act.value % 5 === 1) invited.push(outsider);
    const recurrence = act.field % 3 === 0 ? { recurrence: recurrenceOf(world, act) } : {};
    makes(world, who, {
      ...newContent(world, { ...act, value: act.value + 1 }),
      ...hours(world, act),
      ...recurrence,
      attendees: invited.map((address) => ({ emailAddress: { address } })),
    });
  },
  createSeries(world, act, who) {
    const times = act.value % 6 === 0 ? wholeDays(world, act) : hours(world, act);
    makes(world, who, { ...newContent(world, act), ...times, recurrence: recurrenceOf(world, act) });
  },
  /** An organiser outside invites some of the people. */
  outsiderInvites(world, act) {
    const uid = `outside${world.ledger.entries.length}@customer.test`;
    const content = { ...newContent(world, act), sensitivity: 'normal', ...hours(world, act) };
    const recurrence = act.field % 3 === 0 ? { recurrence: recurrenceOf(world, act) } : {};
    const invited = world.users.filter((_user, index) => (act.value + index) % 3 !== 0);
    for (const user of invited) {
      const change = eventChange({ ...content, ...recurrence }, world.moment());
      const organizer = { address: 'boss@customer.test' };
      const record = receiveInvitation(world.deed(), world.mailbox(user), { change, organizer, uid });
      notes(world, record.immutableId, content);
    }
  },
  outsiderCancels: onShown(
    ({ record }) => !record.isOrganizer,
    (world, _act, { record, instance }) => {
      for (const user of world.users) {
        const copy = world.mailbox(user).calendar.byUid.get(record.uid);
        if (!copy || record.organizer.address !== 'boss@customer.test') continue;
        const place = { mailbox: world.mailbox(user), record: copy };
        const date = instance && world.instanceOn(copy, instance.date);
        if (date) deleteInstance(world.deed(), place, date);
        else if (!instance) receiveCancellation(world.deed(), place);
      }
    },
  ),
  editEvent: onShown(own, (world, act, shown) => {
    types(world, act, { ...shown, instance: undefined, values: shown.record.values });
  }),
  editDate: onShown(own, (world, act, shown) => types(world, act, shown)),
  moveEvent: onShown(own, (world, act, shown) => {
    const { values } = shown.record;
    const by = shifts[act.value % shifts.length]!;
    changes(world, { ...shown, instance: undefined }, movedBy(values, values.isAllDay ? dayMs : by));
    world.ledger.edited(shown.record.immutableId, world.now(), true);
  }),
  moveDate: onShown(own, (world, act, shown) => {
    const by = shown.values.isAllDay ? dayMs : shifts[act.value % shifts.length]!;
    changes(world, shown, movedBy(shown.values, by));
    world.ledger.edited(shown.id, world.now(), true);
  }),
  cancelDate: onShown(
    ({ instance }) => instance !== undefined,
    (world, _act, shown, who) => {
      deleteInstance(world.deed(), { mailbox: world.mailbox(who), record: shown.record }, shown.instance!);
      world.ledger.life(shown.id).ended = world.now();
    },
  ),
  /** Private becomes public, and the other way round. */
  turnPrivate: onShown(anything, (world, act, shown) => {
    const whole = act.value % 3 > 0 ? { ...shown, instance: undefined } : shown;
    const sensitivity = shown.values.sensitivity === 'normal' ? 'private' : 'normal';
    // A private event is with nobody, a public one with all who attend.
    world.ledger.invitesAnew();
    changes(world, whole, { sensitivity });
    world.ledger.edited(whole.instance ? shown.id : shown.record.immutableId, world.now(), false);
  }),
  showAs: onShown(anything, (world, act, shown) => {
    const showAs = (['free', 'oof', 'busy', 'tentative'] as const)[act.value % 4]!;
    changes(world, shown, { showAs });
    if (wordOf(showAs) !== wordOf(shown.values.showAs)) world.ledger.edited(shown.id, world.now(), false);
  }),
  /** The days of a series become others, in Outlook by its rule. */
  changeDays: onShown(isSeries, (world, act, shown) => {
    const { record } = shown;
    const start = record.values.start.civil;
    const recurrence = ruleFrom(act, start);
    changes(world, { ...shown, instance: undefined }, { recurrence });
    world.ledger.edited(record.immutableId, world.now(), true);
  }),
  endEarlier: onShown(isSeries, (world, _act, shown) => {
    const { record } = shown;
    const range = {
      type: 'endDate',
      startDate: record.recurrence!.range.startDate,
      endDate: shown.instance!.date,
    };
    changes(
      world,
      { ...shown, instance: undefined },
      { recurrence: { pattern: record.recurrence!.pattern, range } },
    );
    world.ledger.edited(record.immutableId, world.now(), true);
  }),
  intoSeries: onShown(
    (shown) => own(shown) && shown.instance === undefined,
    (world, act, shown) => {
      changes(world, shown, { recurrence: ruleFrom(act, shown.record.values.start.civil) });
      world.ledger.edited(shown.record.immutableId, world.now(), true);
    },
  ),
  intoSingle: onShown(isSeries, (world, _act, shown) => {
    changes(world, { ...shown, instance: undefined }, { recurrence: null });
    world.ledger.edited(shown.record.immutableId, world.now(), true);
  }),
  deleteEvent: onShown(anything, (world, act, { record }, who) => {
    deleteMeeting(world.deed(), { mailbox: world.mailbox(who), record }, { purged: act.value % 4 === 0 });
    world.ledger.life(record.immutableId).ended = world.now();
  }),
  restoreEvent(world, act, who) {
    const deleted = [...world.mailbox(who).calendar.deleted.values()].filter(({ purged }) => !purged);
    const one = deleted[act.target % deleted.length];
    if (!one) return acts.createEvent(world, act, who);
    restoreEvent(world.mailbox(who), one.immutableId, world.moment());
    world.ledger.life(one.immutableId).putBack = world.now();
    world.ledger.edited(one.immutableId, world.now(), false);
  },
  respond: onShown(
    ({ record }) => !record.isOrganizer,
    (world, act, { id, record, instance }, who) => {
      const answer = (['accept', 'decline', 'tentativelyAccept'] as const)[act.value % 3]!;
      const given = { answer, sendResponse: act.value % 2 === 0 };
      const date = act.field % 3 === 0 ? instance : undefined;
      respond(world.deed(), { mailbox: world.mailbox(who), record }, date, given);
      if (answer === 'decline') world.ledger.life(date ? id : record.immutableId).ended = world.now();
    },
  ),
  createRow(world, act, who) {
    makesRow(world, who, act, { ...rowHours(world, act) });
  },
  createAllDayRow(world, act, who) {
    const start = new Date(day(world, act)).toISOString();
    makesRow(world, who, act, {
      IsAllDayEvent: true,
      StartDateTime: start,
      DurationInMinutes: 1440 * (1 + (act.value % 3)),
    });
  },
  createRowSeries(world, act, who) {
    makesRow(world, who, act, {
      ...rowHours(world, act),
      Recurrence2PatternText: `RRULE:FREQ=DAILY;INTERVAL=1;COUNT=${2 + (act.value % 3)}`,
    });
  },
  editRow: onRow((world, act, row, who) => typesInRow(world, act, row, who)),
  moveRow: onRow((world, act, row, who) => {
    const allDay = row.IsAllDayEvent === true;
    const by = allDay ? dayMs : shifts[act.value % shifts.length]!;
    const StartDateTime = new Date(Date.parse(String(row.StartDateTime)) + by).toISOString();
    const longer = !allDay && act.field % 3 === 0 ? 15 : 0;
    world.org.update(who, row.Id, {
      StartDateTime,
      DurationInMinutes: Number(row.DurationInMinutes) + longer,
    });
    world.ledger.edited(row.Id, world.now(), true);
    world.ledger.life(row.Id).placed = Date.parse(StartDateTime);
  }),
  deleteRow: onRow((world, _act, row, who) => {
    world.org.remove(who, row.Id);
    world.ledger.life(row.Id).ended = world.now();
  }),
  undeleteRow(world, act, who) {
    const rows = world.org.rows().filter((row) => row.IsDeleted === true && row.IsChild !== true);
    const row = rows[act.target % rows.length];
    if (!row) return acts.createRow(world, act, who);
    world.org.undelete(who, row.Id);
    world.ledger.life(row.Id).putBack = world.now();
    world.ledger.edited(row.Id, world.now(), true);
  },
  editEventAndRow: onPair((world, act, shown, row, who) => {
    if (act.target % 2) types(world, act, shown);
    typesInRow(world, act, row, who);
    if (!(act.target % 2)) types(world, act, shown);
  }),
  /** Somebody takes notes of a call: in the record of an online meeting, if there is one that nobody else attends. */
  describeRow: onPair(
    (world, act, _shown, row, who) => typesInRow(world, { ...act, field: 3 }, row, who),
    ({ values }) => values.isOnlineMeeting && values.attendees.length === 0,
  ),
  deleteAndEditEvent: onPair((world, act, shown, row, who) => {
    if (act.value % 2) {
      typesInRow(world, act, row, who);
      const place = { mailbox: world.mailbox(who), record: shown.record };
      if (shown.instance) deleteInstance(world.deed(), place, shown.instance);
      else deleteMeeting(world.deed(), place);
      world.ledger.life(shown.id).ended = world.now();
    } else {
      types(world, act, shown);
      world.org.remove(who, row.Id);
      world.ledger.life(row.Id).ended = world.now();
    }
  }),
} satisfies Record<string, Doing>;

export const eventActKinds = Object.keys(acts) as (keyof typeof acts)[];

/** As often as people do them. */
export const eventKindsByHabit: readonly (keyof typeof acts)[] = [
  ...eventActKinds,
  'createEvent',
  'createSeries',
  'createMeeting',
  'createRow',
  'editEvent',
  'editDate',
  'editRow',
  'editRow',
  'moveDate',
  'cancelDate',
];

const shifts = [3_600_000, -3_600_000, dayMs, 2 * dayMs, 40 * dayMs, -dayMs] as const;

/** Salesforce has three words for what a time is shown as. */
function wordOf(showAs: string): string {
  if (showAs === 'oof') return 'OutOfOffice';
  return ['free', 'workingElsewhere'].includes(showAs) ? 'Free' : 'Busy';
}

function anything(): boolean {
  return true;
}

export function own({ record }: Shown): boolean {
  return record.isOrganizer;
}

function isSeries({ record, instance }: Shown): boolean {
  return record.isOrganizer && instance !== undefined;
}

export function onShown(
  fits: (shown: Shown) => boolean,
  act: (world: EventWorld, act: EventAct, shown: Shown, who: UserId) => void,
): Doing {
  return (world, given, who) => {
    const some = world.shown(who).filter((one) => fits(one) && isNear(world, one));
    const one = some[given.target % some.length];
    if (one) act(world, given, one, who);
    else if (given.value % 2) acts.createSeries(world, given, who);
    else acts.createEvent(world, given, who);
  };
}

/** People look at the coming weeks. */
function isNear(world: EventWorld, { values }: Shown): boolean {
  const { instant } = values.start;
  return instant > world.now() - 8 * dayMs && instant < world.now() + 20 * dayMs;
}

function onRow(act: (world: EventWorld, act: EventAct, row: EventRow, who: UserId) => void): Doing {
  return (world, given, who) => {
    const rows = world.org.rows().filter((row) => row.OwnerId === who && isPlain(row));
    const row = rows[given.target % rows.length];
    if (row) act(world, given, row, who);
    else acts.createRow(world, given, who);
  };
}

/** Neither gone, nor a copy of the platform's, nor of a series. */
function isPlain(row: EventRow): boolean {
  return row.IsDeleted !== true && row.IsChild !== true && row.IsRecurrence2 !== true;
}

export function onPair(
  act: (world: EventWorld, act: EventAct, shown: Shown, row: EventRow, who: UserId) => void,
  preferred: (shown: Shown) => boolean = anything,
): Doing {
  return (world, given, who) => {
    const shown = new Map(world.shown(who).map((one) => [one.id, one]));
    const rows = new Map(world.org.rows().map((row) => [row.Id, row]));
    const pairs = world.links(who).flatMap((link) => {
      const one = shown.get(String(link.Exchange_Id__c));
      const row = rows.get(String(link.Record_Id__c));
      const fits = link.State__c === 'Live' && one?.record.isOrganizer && row && isPlain(row);
      return fits && row.OwnerId === who ? [{ one, row }] : [];
    });
    const best = pairs.filter(({ one }) => preferred(one));
    const some = best.length > 0 ? best : pairs;
    const pair = some[given.target % some.length];
    if (pair) act(world, given, pair.one, pair.row, who);
    else acts.createRow(world, given, who);
  };
}

function makes(world: EventWorld, who: UserId, content: Fields): void {
  const change = eventChange(content, world.moment());
  const record = createMeeting(world.deed(), world.mailbox(who), change);
  notes(world, record.immutableId, content);
}

function notes(world: EventWorld, id: string, content: Fields): void {
  const { subject, location, body } = content as {
    subject?: string;
    location?: { displayName: string };
    body?: { content: string };
  };
  const at = world.now();
  world.ledger.typed(id, 'subject', '', subject ?? '', at);
  world.ledger.typed(id, 'place', '', location?.displayName ?? '', at);
  world.ledger.typed(id, 'text', '', body?.content ?? '', at);
}

/** Mostly words that nobody typed before; sometimes long or padded ones. */
function words(world: EventWorld, { value }: EventAct, field: EventField): string {
  const fresh = world.ledger.fresh(field);
  if (value % 13 === 9) return `${fresh} ${'long '.repeat(60)}`;
  return value % 11 === 8 ? `  ${fresh}  and more ` : fresh;
}

function newContent(world: EventWorld, act: EventAct): Fields {
  const { value, field } = act;
  return {
    subject: words(world, act, 'subject'),
    ...(value % 2 && { location: { displayName: words(world, { ...act, value: value + 1 }, 'place') } }),
    ...(value % 3 === 0 && {
      body:
        value % 2
          ? { contentType: 'html', content: `<p>${words(world, act, 'text')} <b>bold</b></p><p>second</p>` }
          : { contentType: 'text', content: `${words(world, act, 'text')}\r\nsecond line` },
    }),
    ...(field % 5 === 0 && { sensitivity: ['private', 'personal', 'confidential'][value % 3] }),
    ...(field % 7 === 1 && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
    ...(field % 4 === 1 && { isReminderOn: false }),
    ...(field % 6 === 1 && { showAs: ['free', 'oof', 'workingElsewhere'][value % 3] }),
  };
}

function changes(
  world: EventWorld,
  { record, instance }: Pick<Shown, 'record' | 'instance'>,
  body: Fields,
): void {
  const change = eventChange(body, world.moment());
  const mailbox = world.mailboxOf(record);
  if (instance) editInstance(world.deed(), { mailbox, record }, instance, change);
  else editMeeting(world.deed(), { mailbox, record }, change);
}

/** A person types in an event, a whole series, or one date of it. */
function types(world: EventWorld, act: EventAct, shown: Shown): void {
  const { values } = shown;
  const id = shown.instance ? shown.id : shown.record.immutableId;
  // What stands in an online meeting's body holds the block to join it by, which people leave alone.
  const last = values.isOnlineMeeting ? 'place' : 'text';
  const field = (['subject', 'subject', 'place', last] as const)[act.field % 4]!;
  const after = field !== 'subject' && act.value % 7 === 0 ? '' : words(world, act, field);
  const before =
    field === 'subject' ? (values.subject ?? '') : field === 'place' ? placeOf(values) : values.body.text;
  const body =
    field === 'subject'
      ? { subject: after }
      : field === 'place'
        ? { location: { displayName: after } }
        : { body: { contentType: 'text', content: after } };
  changes(world, shown, body);
  world.ledger.typed(id, field, before, after, world.now());
}

function makesRow(world: EventWorld, who: UserId, act: EventAct, times: Fields): void {
  const { value, field } = act;
  const Subject = words(world, { ...act, value: value % 9 === 0 ? 8 : 0 }, 'subject');
  const Location = value % 2 ? world.ledger.fresh('place') : null;
  const Description = value % 3 === 0 ? `${world.ledger.fresh('text')}\r\nsecond line` : null;
  const id = world.org.create(who, {
    Subject,
    ...(Location !== null && { Location }),
    ...(Description !== null && { Description }),
    ...(field % 6 === 0 && { ShowAs: ['Free', 'OutOfOffice'][value % 2] }),
    ...(field % 9 === 0 && { IsPrivate: true }),
    ...times,
    OwnerId: who,
  });
  const at = world.now();
  world.ledger.typed(id, 'subject', '', Subject, at);
  world.ledger.typed(id, 'place', '', Location ?? '', at);
  world.ledger.typed(id, 'text', '', Description ?? '', at);
}

function typesInRow(world: EventWorld, act: EventAct, row: EventRow, who: UserId): void {
  const field = (['subject', 'subject', 'place', 'text'] as const)[act.field % 4]!;
  const name = { subject: 'Subject', place: 'Location', text: 'Description' }[field];
  const after = field !== 'subject' && act.value % 7 === 0 ? '' : world.ledger.fresh(field);
  if (Date.parse(String(row.SystemModstamp)) > world.org.now() - 1000)
    throw new GaveUp('it was saved a moment ago');
  world.org.update(who, row.Id, { [name]: after === '' ? null : after });
  world.ledger.typed(row.Id, field, String(row[name] ?? ''), after, world.now());
  // What people type over "Busy" is taken back, and as an event that is private it is kept nowhere.
  if (row.IsPrivate === true && world.setup.privateEvents !== 'Full') world.ledger.forgive(after);
}
