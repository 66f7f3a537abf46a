import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { EventRecord } from '../../../emulators/exchange/events/calendar.ts';
import type { EventValues } from '../../../emulators/exchange/events/event-values.ts';
import type { MailboxRecord } from '../../../emulators/exchange/mailbox.ts';
import type { SentMail } from '../../../emulators/exchange/mail/outgoing-mail.ts';
import type { StoredRow } from '../../programs/world/org.ts';
import { short } from '../world/notes.ts';
import { createAttendanceWatch } from './attendance-watch.ts';
import { isInside } from './end-of-events.ts';
import { seriesIdOf, tokensIn } from './ledger.ts';
import type { Shown } from './shown.ts';
import { placeOf } from './shown.ts';
import { strictestCopies } from './strictest.ts';
import type { EventRow, EventWorld } from './world.ts';
import { isPattern } from './world.ts';

type Actor = 'person' | 'bridge';

/** What was seen of an event or of a record, beside what it holds. */
export interface Sighting {
  readonly madeBy: Actor;
  readonly madeAt: number;
  goneBy: Actor | null;
  goneAt: number;
}

/** Sees what happens to events, and judges what the bridge makes and deletes in the moment it does so. */
export interface EventWatch {
  /** Notes what changed since the last look, as the acts of `by`. */
  look(by: Actor): void;
  /** Events, and dates of series (`<series>/<date>`) that were cancelled, by id. */
  readonly items: ReadonlyMap<string, Sighting>;
  readonly rows: ReadonlyMap<string, Sighting>;
  /** How many events and records the bridge has deleted, also where a person put them back. */
  deletions(): number;
  /** When a relation was seen first; -1 for never. */
  relatedAt(relationId: string): number;
  /** Mails that the bridge's writes caused. */
  mailed(mail: SentMail): void;
}

function textsOf({ Subject, Location, Description }: EventRow): string {
  return [Subject, Location, Description].join(' ');
}

/** Whether a timed event has the words and the time of its record. */
function isAlike({ values }: Shown, row: EventRow): boolean {
  const there = tokensIn([values.subject, placeOf(values), values.body.text].join(' ')).join();
  return (
    values.start.instant === Date.parse(String(row.StartDateTime)) && there === tokensIn(textsOf(row)).join()
  );
}

/** What people typed that is there no more. */
function lostTokens(before: string, after: string): string {
  return tokensIn(before)
    .filter((token) => !after.includes(token))
    .join(' ');
}

/** More than the clocks of the bridge and the services differ by, and than a write takes. */
const clocksApartMs = 120_000;

/** Whether the event or date was private when the event had that shape. */
function wasPrivate(shape: string, id: string): boolean {
  const { 5: sensitivity, 8: exceptions } = JSON.parse(shape) as {
    5: string;
    8: [string, { sensitivity?: string }][];
  };
  const own = exceptions.find(([date]) => id.endsWith(`/${date}`))?.[1].sensitivity;
  return (own ?? sensitivity) !== 'normal';
}

const markerName = /Name TandemRecord$/i;

/** What of the bridge's past the judge takes into account. */
export interface Circumstances {
  /** The bridge lost its database, a cursor or a process, or a pass broke off. */
  hasForgotten(): boolean;
  /** When the record's stamp, or the series' instances, were looked at last: what people change after that is written over, since no update has a condition. */
  lookedAt(id: string): number;
  /** Whether it is listed that what people changed in the record is not written, since Exchange would mail. */
  isWithheld(recordId: string): boolean;
}

export function createEventWatch(
  world: EventWorld,
  circumstances: Circumstances,
  blame: (rule: string, what: string) => void,
  note: (line: string) => void,
): EventWatch {
  const items = new Map<string, Sighting>();
  const rows = new Map<string, Sighting>();
  let deletions = 0;
  const shapes = new Map<string, string>();
  /** What can be joined online: events, and dates that differ from their series. */
  const online = new Set<string>();
  /** What all dates of a series have in common. */
  const common = new Map<string, string>();
  const looked = new Map<UserId, number>();
  const seenRows = new Map<string, EventRow>();
  const changedAt = new Map<string, number>();
  /** When the bridge last left an event as its record stands, by record. */
  const carriedAt = new Map<string, number>();
  const attendance = createAttendanceWatch(world, blame, note);
  const { ledger, setup } = world;
  const flows = (way: 'ExchangeToSalesforce' | 'SalesforceToExchange') =>
    setup.direction === 'Both' || setup.direction === way;

  function look(by: Actor): void {
    for (const row of world.org.rows()) lookAtRow(row, by);
    attendance.lookAtRelations(by);
    for (const user of world.users) {
      const mailbox = world.mailbox(user);
      if (looked.get(user) === mailbox.seq) continue;
      looked.set(user, mailbox.seq);
      lookAtCalendar(user, mailbox, by);
    }
  }

  function lookAtCalendar(user: UserId, { calendar }: MailboxRecord, actor: Actor): void {
    for (const record of calendar.events.values()) {
      const id = record.immutableId;
      const known = items.get(id);
      // An update that the bridge caused gives an attendee back the copy that they had deleted; Exchange made it.
      const by = known || record.isOrganizer ? actor : 'person';
      const shape = JSON.stringify([
        record.values.subject,
        record.values.start.instant,
        record.values.end.instant,
        record.values.location.displayName,
        record.values.body.text,
        record.values.sensitivity,
        record.values.attendees.length,
        record.recurrence,
        [...record.exceptions.values()].map(({ date, values }) => [date, values]),
        [...record.cancelled],
        record.isCancelled,
      ]);
      const former = shapes.get(id);
      if (former !== shape) {
        shapes.set(id, shape);
        if (by === 'bridge' && former !== undefined)
          forgiveOfPrivate(
            ({ Exchange_Id__c }) => seriesIdOf(String(Exchange_Id__c)) === id,
            former,
            shape,
            (one) => wasPrivate(former, one),
          );
        // Details that Tandem does not show it does not compare either: their edit saves no date whose record is deleted.
        const isMasked = setup.privateEvents === 'TimeOnly' && record.values.sensitivity !== 'normal';
        const isCancelled = [...record.cancelled].some((date) => !items.get(`${id}/${date}`)?.goneBy);
        if (by === 'bridge' && former !== undefined && isMasked && isCancelled)
          ledger.forgive(lostTokens(former, shape));
        if (by === 'bridge' && former !== undefined) noteCarried(user, id);
        if (by === 'person') changedAt.set(id, world.now());
        else if (former !== undefined && (changedAt.get(id) ?? -1) > circumstances.lookedAt(id))
          ledger.forgive(lostTokens(former, shape));
        note(`${by} ${known ? 'changes' : 'makes'} event ${short(id)} of ${user}: ${shape}`);
      }
      lookAtSeries(record, by);
      attendance.lookAtEvent(record, by);
      lookAtMeeting(id, record.values, by);
      for (const { date, values } of record.exceptions.values())
        lookAtMeeting(`${id}/${date}`, { ...record.values, ...values }, by);
      if (!known) {
        items.set(id, { madeBy: by, madeAt: world.now(), goneBy: null, goneAt: -1 });
        const marker = [...record.extended].find(([name]) => markerName.test(name))?.[1];
        if (by === 'bridge') itemMade(user, id, marker);
      } else if (known.goneBy !== null) Object.assign(known, { goneBy: null, goneAt: -1 });
      for (const date of record.cancelled) goneNow(user, `${id}/${date}`, by);
    }
    for (const id of calendar.deleted.keys()) goneNow(user, id, actor);
  }

  function noteCarried(user: UserId, id: string): void {
    for (const shown of world.shown(user).filter(({ record }) => record.immutableId === id))
      for (const { link } of linksOf(({ Exchange_Id__c }) => Exchange_Id__c === shown.id)) {
        const row = seenRows.get(String(link.Record_Id__c));
        if (row && isAlike(shown, row)) carriedAt.set(row.Id, world.now());
      }
  }

  /** Exchange takes what says how to join out of an event whose body lost it. */
  function lookAtMeeting(id: string, { isOnlineMeeting }: EventValues, by: Actor): void {
    if (isOnlineMeeting) online.add(id);
    else if (online.delete(id) && by === 'bridge') blame('event join block', short(id));
  }

  /** A record is one date at most: what people change in it never goes to the others. */
  function lookAtSeries({ immutableId: id, values, recurrence, isOrganizer }: EventRecord, by: Actor): void {
    const { subject, location, body, sensitivity, start, end } = values;
    const texts = [subject, location.displayName, body.text, sensitivity];
    const shape = recurrence && JSON.stringify([...texts, start.instant, end.instant, recurrence]);
    const former = common.get(id);
    if (shape) common.set(id, shape);
    else common.delete(id);
    if (by === 'bridge' && isOrganizer && shape && former !== undefined && former !== shape)
      blame('event series', `${short(id)} was ${former}, is ${shape}`);
  }

  function goneNow(user: UserId, id: string, by: Actor): void {
    const known = items.get(id) ?? { madeBy: 'person', madeAt: -1, goneBy: null, goneAt: -1 };
    if (known.goneBy !== null) return;
    items.set(id, { ...known, goneBy: by, goneAt: world.now() });
    note(`${by} deletes event ${short(id)} of ${user}`);
    if (by === 'bridge') {
      deletions += 1;
      itemDeleted(user, id);
    }
  }

  function lookAtRow(row: EventRow, by: Actor): void {
    if (seenRows.get(row.Id) === row) return;
    const before = seenRows.get(row.Id);
    seenRows.set(row.Id, row);
    const gone = row.IsDeleted === true;
    if (by === 'person') changedAt.set(row.Id, world.now());
    const isUnseen = by === 'bridge' && (changedAt.get(row.Id) ?? -1) > circumstances.lookedAt(row.Id);
    if (before && isUnseen) ledger.forgive(textsOf(before));
    attendance.lookAtRow(row, before, by, isUnseen);
    const isOfRow = ({ Record_Id__c }: StoredRow) => Record_Id__c === row.Id;
    if (by === 'bridge' && before) {
      forgiveOfPrivate(isOfRow, textsOf(before), textsOf(row));
      // The pass that made it broke off before it was linked, and its event turned private meanwhile.
      const isReduced = row.Subject === 'Busy' && row.IsPrivate === true;
      if (isReduced && rows.get(row.Id)?.madeBy === 'bridge' && linksOf(isOfRow).length === 0)
        ledger.forgive(textsOf(before));
    }
    const { Subject, StartDateTime, EndDateTime, Location, Description, IsPrivate, OwnerId, IsChild } = row;
    note(
      `${by} ${before ? (gone ? 'deletes' : 'changes') : 'makes'} row ${row.Id} of ${String(OwnerId)}${IsChild === true ? ' (child)' : ''}: ` +
        JSON.stringify([Subject, StartDateTime, EndDateTime, Location, Description, IsPrivate]),
    );
    const known = rows.get(row.Id);
    if (!known) rows.set(row.Id, { madeBy: by, madeAt: world.now(), goneBy: null, goneAt: -1 });
    if (!known && by === 'bridge' && row.IsChild !== true && !flows('ExchangeToSalesforce'))
      blame('event direction', `record made ${row.Id}`);
    if (known && !gone && known.goneBy !== null) Object.assign(known, { goneBy: null, goneAt: -1 });
    if (!gone || (known && known.goneBy !== null)) return;
    Object.assign(rows.get(row.Id)!, { goneBy: by, goneAt: world.now() });
    if (by === 'bridge') deletions += 1;
    if (by === 'bridge' && row.IsChild !== true) rowDeleted(row);
  }

  function linksOf(test: (row: StoredRow) => boolean): { user: UserId; link: StoredRow }[] {
    return world.users.flatMap((user) =>
      world
        .links(user)
        .filter(test)
        .map((link) => ({ user, link })),
    );
  }

  /** Those that a reset took out. */
  function formerLinksOf(test: (row: StoredRow) => boolean): { user: UserId; link: StoredRow }[] {
    const former = world.org.formerLinks().filter(test);
    return world.users.flatMap((user) =>
      former.filter(({ OwnerId }) => OwnerId === user).map((link) => ({ user, link })),
    );
  }

  /**
   * Where people changed both sides of a private event, or nobody remembers which side they changed, the value that loses is kept
   * nowhere: an issue would show it.
   */
  function forgiveOfPrivate(
    test: (link: StoredRow) => boolean,
    before: string,
    after: string,
    isFormer: (id: string) => boolean = () => false,
  ): void {
    const lost = lostTokens(before, after);
    if (lost === '') return;
    const isPrivateConflict = [...linksOf(test), ...formerLinksOf(test)].some(({ user, link }) => {
      const id = String(link.Exchange_Id__c);
      const since = ledger.cleanBefore(user, world.now());
      const isForgotten = ledger.forgotAt(user) > since;
      // What was put back is compared with all that was done to its other side meanwhile.
      const recordId = String(link.Record_Id__c);
      const isBack = [seriesIdOf(id), recordId].some((one) => ledger.life(one).putBack > since);
      if (link.State__c !== 'Live' && !isBack) return false;
      const { edited } = ledger.life(recordId);
      // What flows nowhere waits on its side for as long as the other one stays as it is.
      const waits = (way: typeof setup.direction) => isBack || setup.direction === way;
      // So does what would have mailed people, however many passes have seen it: an edit in Outlook after that is a conflict with it.
      const waitsHere = waits('ExchangeToSalesforce') || circumstances.isWithheld(recordId);
      const isEdited =
        ledger.editedAt(id) > (waits('SalesforceToExchange') ? -1 : since) &&
        edited > (waitsHere ? -1 : since);
      if (!isForgotten && !isEdited) return false;
      // A series that became a single event, or the other way round, still has the link of what it was.
      const isOfLink = (one: string) => one === id || one === seriesIdOf(id) || seriesIdOf(one) === id;
      // One that the other side says is public is so once that was written, and was private when the value lost.
      if (isFormer(id)) return true;
      const isPrivate = strictestCopies(world);
      return world.shown(user).some((one) => isOfLink(one.id) && isPrivate(user, one));
    });
    if (isPrivateConflict) ledger.forgive(lost);
  }

  /** What people did with it that no pass can have carried over when the other side's end came; and which the pass could see. */
  function isEditedUnseen(user: UserId, at: number, seenUntil: number): boolean {
    return at > seenUntil && at < ledger.knows(user);
  }

  /** A person took the record out of the recycle bin when its event went on with one that was made in its place. */
  function wentOnWithAnother(id: string, recordId: string): boolean {
    const isOfItem = ({ Exchange_Id__c }: StoredRow) => Exchange_Id__c === id;
    return (
      ledger.life(recordId).putBack >= 0 &&
      [...linksOf(isOfItem), ...formerLinksOf(isOfItem)].some(({ link }) => link.Record_Id__c !== recordId)
    );
  }

  /** The days left it behind before its edit was carried over, so that the edit waits: it beats a deletion as any other does. */
  function isEditedBehind({ Id, StartDateTime }: EventRow): boolean {
    return ledger.life(Id).edited >= 0 && !isInside(world, Date.parse(String(StartDateTime)), false);
  }

  function itemMade(user: UserId, id: string, marker: string | undefined): void {
    if (marker === undefined) return blame('event marker', `${id} was made without one`);
    const recordId = marker.split('|')[1]!;
    const what = `${short(id)} for ${recordId}`;
    const row = seenRows.get(recordId);
    if (row && isPattern(row)) blame('event copy', `${what}, which is a pattern`);
    if (!flows('SalesforceToExchange')) blame('event direction', `event made ${what}`);
    const shown = world.shown(user).find((one) => one.id === id);
    if (row && shown && isAlike(shown, row)) carriedAt.set(row.Id, world.now());
    const twin = [...world.mailbox(user).calendar.events.values()].find(
      (other) =>
        other.immutableId !== id &&
        items.get(other.immutableId)?.madeBy === 'bridge' &&
        // One that a person made a series, and the date of the record is cancelled in it.
        !(other.recurrence && other.cancelled.size > 0) &&
        ledger.life(other.immutableId).putBack < 0 &&
        !wentOnWithAnother(other.immutableId, recordId) &&
        [...other.extended].some(([name, value]) => markerName.test(name) && value === marker),
    );
    if (twin) blame('event copy', `${what}, which has ${short(twin.immutableId)}`);
    const linked = linksOf(({ Record_Id__c, OwnerId }) => Record_Id__c === recordId && OwnerId === user);
    const isHeld = linked.some(({ link }) => link.State__c === 'Live');
    for (const { link } of linked) {
      // A record that went on with another item has an ended link from before, beside the one that held it until now.
      if (link.State__c === 'Suppressed' && isHeld) continue;
      const old = String(link.Exchange_Id__c);
      if (link.State__c === 'Suppressed' && ledger.life(recordId).putBack < 0) {
        if (!['OutOfFilter', 'AccessLost'].includes(String(link.Reason__c)))
          blame('event suppressed', `${what}, whose link was ended: ${String(link.Reason__c)}`);
      } else if (
        items.get(old)?.goneBy === 'person' &&
        ledger.life(recordId).edited <= ledger.cleanBefore(user, items.get(old)!.goneAt) &&
        !(row && isEditedBehind(row)) &&
        !circumstances.hasForgotten()
      )
        blame('event resurrection', `${what}, deleted as ${short(old)}`);
    }
  }

  function itemDeleted(user: UserId, id: string): void {
    if (!flows('SalesforceToExchange')) return blame('event direction', `event deleted ${short(id)}`);
    // The date of an event that a person has just made a series is known by the link of the event.
    const [found] = [id, seriesIdOf(id)].flatMap((one) =>
      linksOf(({ Exchange_Id__c, OwnerId }) => Exchange_Id__c === one && OwnerId === user),
    );
    if (!found) {
      if (!isCancelledByOrganizer(user, id)) blame('event deletion', `${short(id)}, which has no link`);
      return;
    }
    const row = seenRows.get(String(found.link.Record_Id__c));
    const seen = row && rows.get(row.Id);
    const isAnothers = row?.OwnerId !== user;
    if (row && row.IsDeleted !== true && !isAnothers && ledger.life(row.Id).putBack < ledger.knows(user))
      blame('event deletion', `${short(id)}, whose record ${row.Id} is there`);
    if (setup.deletesToExchange !== 'Delete' && !isAnothers)
      blame('event deletion', `${short(id)}, though deletes keep`);
    // Nor does an edit of details that Tandem does not show save the event.
    const isMasked = setup.privateEvents === 'TimeOnly' && row?.IsPrivate === true;
    if (
      row?.IsDeleted === true &&
      setup.direction === 'Both' &&
      !isMasked &&
      !circumstances.hasForgotten() &&
      isEditedUnseen(user, ledger.editedAt(id), ledger.readBefore(user, seen!.goneAt))
    )
      blame('event edit beats delete', short(id));
  }

  function rowDeleted(row: EventRow): void {
    const linked = linksOf(({ Record_Id__c }) => Record_Id__c === row.Id);
    if (!flows('ExchangeToSalesforce')) return blame('event direction', `record deleted ${row.Id}`);
    if (linked.length === 0) return blame('event deletion', `${row.Id}, which has no link`);
    if (setup.deletesToSalesforce !== 'Delete') blame('event deletion', `${row.Id}, though deletes keep`);
    for (const { user, link } of linked) {
      const id = String(link.Exchange_Id__c);
      if (link.State__c === 'Live' && ledger.drops(user, seriesIdOf(id)) === 0)
        blame('event deletion', `${row.Id}, whose event ${short(id)} nobody took away`);
    }
    for (const { user, link } of linked.filter((one) => one.link.State__c === 'Live')) {
      const id = String(link.Exchange_Id__c);
      const goneAt = items.get(id)?.goneAt ?? items.get(seriesIdOf(id))?.goneAt ?? -1;
      if (
        goneAt >= 0 &&
        linked.length === 1 &&
        setup.direction === 'Both' &&
        !circumstances.hasForgotten() &&
        ledger.life(row.Id).edited > (carriedAt.get(row.Id) ?? -1) &&
        isEditedUnseen(user, ledger.life(row.Id).edited, ledger.cleanBefore(user, goneAt))
      )
        blame('event edit beats delete', row.Id);
    }
  }

  /** Whether the date of an attendee's copy went with that of the organiser's, as Exchange carries it to all. */
  function isCancelledByOrganizer(user: UserId, id: string): boolean {
    const [seriesId, date] = id.split('/') as [string, string | undefined];
    const copy = world.mailbox(user).calendar.events.get(seriesId);
    if (!copy || copy.isOrganizer || date === undefined) return false;
    return world.users.some((other) => {
      const whole = world.mailbox(other).calendar.byUid.get(copy.uid);
      return whole?.isOrganizer === true && whole.cancelled.has(date);
    });
  }

  /** Whether a single event that is not all-day has ended. */
  function isOver(id: string): boolean {
    const record = world.users
      .flatMap((user) => world.mailbox(user).calendar.events.get(id) ?? [])
      .find(({ isOrganizer }) => isOrganizer);
    if (!record || record.recurrence || record.values.isAllDay) return false;
    return record.values.end.instant <= world.now() - clocksApartMs;
  }

  return {
    look,
    items,
    rows,
    deletions: () => deletions,
    relatedAt: (relationId) => attendance.relatedAt(relationId),
    mailed(mail) {
      const what = `${mail.kind} to ${mail.to} (${mail.why.join()}) about ${short(mail.eventId)}`;
      if (setup.invitations === 'Never') return blame('mail', what);
      if (mail.kind === 'invitation') return blame('mail', what);
      if (setup.invitations === 'Always') return;
      if (mail.kind !== 'update') return blame('mail', what);
      const linked = linksOf(({ Exchange_Id__c }) => seriesIdOf(String(Exchange_Id__c)) === mail.eventId);
      const moved = Math.max(-1, ...linked.map(({ link }) => ledger.life(String(link.Record_Id__c)).moved));
      if (moved < 0) blame('mail', `${what}, whose record nobody changed`);
      if (isOver(mail.eventId)) blame('mail', `${what}, which is over`);
    },
  };
}
