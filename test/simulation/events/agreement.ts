import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { StoredRow } from '../../programs/world/org.ts';
import { short } from '../world/notes.ts';
import { tokensIn } from './ledger.ts';
import type { Shown } from './shown.ts';
import { placeOf } from './shown.ts';
import type { EventRow } from './world.ts';
import type { EndOfEvents } from './end-of-events.ts';
import { fail, hasIssue, idOf, isInside, isLive, plain, recordOf } from './end-of-events.ts';

export interface Pair {
  readonly user: UserId;
  readonly link: StoredRow;
  readonly shown: Shown;
  readonly row: EventRow;
}

/** Live links stand for what is there on both sides, as far as it is within the window. */
export function livePairs(end: EndOfEvents): readonly Pair[] {
  const { world, held } = end;
  const rows = new Map(world.org.rows().map((row) => [row.Id, row]));
  return world.users.flatMap((user) => {
    const shown = new Map(world.shown(user).map((one) => [one.id, one]));
    return world.links(user).flatMap((link): Pair[] => {
      if (!isLive(link)) return [];
      const one = shown.get(idOf(link));
      const row = rows.get(recordOf(link));
      if (!row) fail('event live link', `of ${recordOf(link)}, which never was`);
      const gone = !one || one.record.isCancelled ? `${short(idOf(link))} is gone` : null;
      const deleted = row.IsDeleted === true ? `${row.Id} is deleted` : null;
      if (!gone && !deleted) return [{ user, link, shown: one!, row }];
      if (held > 0 || hasIssue(end, idOf(link), row.Id)) return [];
      // What nobody asks about outside of the window may be gone there.
      const at = one ? one.values.start.instant : Date.parse(String(row.StartDateTime));
      if (!isInside(world, at, true)) return [];
      fail('event live link', `of ${user}: ${[gone, deleted].filter(Boolean).join(', ')}`);
    });
  });
}

export function checkAgreement(end: EndOfEvents, pair: Pair): void {
  const { world } = end;
  const { setup, ledger } = world;
  const { user, link, shown, row } = pair;
  if (hasIssue(end, idOf(link), row.Id) || !leads(end, pair)) return;
  if (!isInside(world, shown.values.start.instant, shown.instance !== undefined)) return;
  const rowEdited = ledger.life(row.Id).edited >= 0;
  // Where values flow one way, the other side may differ once somebody has changed it.
  if (setup.direction === 'ExchangeToSalesforce' && rowEdited) return;
  if (setup.direction === 'SalesforceToExchange' && ledger.editedAt(shown.id) >= 0) return;
  if (!shown.record.isOrganizer && rowEdited) return;
  // A record that an attendee's mailbox made first is that user's, and an edit of it is known not to reach the organiser.
  if (row.OwnerId !== user && rowEdited) return;
  if (isReducedForOwner(end, row) || hasLostOwner(end, pair)) return;
  const isPrivate = end.isPrivate(user, shown);
  const masked = isPrivate && setup.privateEvents !== 'Full';
  const what = `of ${short(shown.id)} (${user}) and ${row.Id}`;
  const [theirs, ours] = [timeOf(shown), timeOfRow(row)];
  if (theirs !== ours) fail('event time', `${what}: ${theirs}, ${ours}`);
  if (masked) return;
  if (row.OwnerId === user && isPrivate !== (row.IsPrivate === true))
    fail('event converged', `private ${what}`);
  const texts = [
    ['subject', shown.values.subject ?? '', row.Subject],
    ['place', placeOf(shown.values), row.Location],
  ] as const;
  for (const [field, there, here] of texts)
    if (
      !isNotEmptied(end, pair, there, here) &&
      plain(there).slice(0, 255).trim() !== plain(String(here ?? ''))
    )
      fail('event converged', `${field} ${what}: ${JSON.stringify(there)}, ${JSON.stringify(here)}`);
  const hasOthers = shown.values.attendees.length > 0 || !shown.record.isOrganizer;
  const { text } = shown.values.body;
  // To those who attend it goes only where the admin wants it so.
  const isKeptHere = hasOthers && setup.descriptionToExchange !== true;
  if ((isKeptHere && rowEdited) || isNotEmptied(end, pair, text, row.Description, isKeptHere)) return;
  const [there, here] = [tokensIn(text), tokensIn(String(row.Description ?? ''))];
  if (there.join() !== here.join()) fail('event converged', `text ${what}: ${there.join()}, ${here.join()}`);
}

/** The copy of a meeting that writes: the organiser's, else always the same one. */
export function leads(end: EndOfEvents, { user, shown, row }: Pair): boolean {
  const { world } = end;
  if (shown.record.isOrganizer) return true;
  // The others may not see the record of an owner whose copy is private.
  if (isPrivateForOwner(end, row)) return row.OwnerId === user;
  const organizer = shown.record.organizer.address.toLowerCase();
  const linked = world.users.filter((other) =>
    world.links(other).some((link) => isLive(link) && recordOf(link) === row.Id),
  );
  if (linked.some((other) => world.emailOf(other).toLowerCase() === organizer)) return false;
  return linked.toSorted()[0] === user;
}

/** Where values flow one way only: what nobody remembers of both fills what is empty on that side, and empties nothing. */
function isNotEmptied(
  { world, hasForgotten }: EndOfEvents,
  { row }: Pair,
  there: string,
  here: unknown,
  intoSalesforceOnly = world.setup.direction === 'ExchangeToSalesforce',
): boolean {
  if (!hasForgotten) return false;
  const isEdited = world.ledger.life(row.Id).edited >= 0;
  return (
    (intoSalesforceOnly && plain(there) === '') ||
    (isEdited && world.setup.direction === 'SalesforceToExchange' && !here)
  );
}

/** Its owner's copy turned private where private events are skipped: that one's link has ended, and the others' show no more of it. */
export function isReducedForOwner({ world }: EndOfEvents, row: EventRow): boolean {
  const owner = world.users.find((user) => user === row.OwnerId);
  return (
    owner !== undefined &&
    world.links(owner).some((link) => recordOf(link) === row.Id && link.Reason__c === 'OutOfFilter')
  );
}

/** Its owner's copy has left the meeting: the record is one that the others may not see, and is known to stay as it was. */
export function hasLostOwner({ world }: EndOfEvents, { user, row }: Pair): boolean {
  const owner = world.users.find((one) => one === row.OwnerId);
  return (
    owner !== undefined &&
    owner !== user &&
    !world.links(owner).some((link) => isLive(link) && recordOf(link) === row.Id)
  );
}

export function isPrivateForOwner({ world, isPrivate }: EndOfEvents, row: EventRow): boolean {
  const owner = world.users.find((one) => one === row.OwnerId);
  if (owner === undefined) return false;
  const [link] = world.links(owner).filter((one) => isLive(one) && recordOf(one) === row.Id);
  return (
    link !== undefined && world.shown(owner).some((one) => one.id === idOf(link) && isPrivate(owner, one))
  );
}

/** Instants by the minute; of an all-day event its dates. */
function timeOf({ values: { start, end, isAllDay } }: Shown): string {
  if (isAllDay) return `${dateOf(start.civil)}/${dateOf(end.civil)}`;
  return `${minute(start.instant)}/${minute(end.instant)}`;
}

function timeOfRow(row: EventRow): string {
  const start = Date.parse(String(row.StartDateTime));
  const end = start + Number(row.DurationInMinutes) * 60_000;
  return row.IsAllDayEvent === true ? `${dateOf(start)}/${dateOf(end)}` : `${minute(start)}/${minute(end)}`;
}

const dateOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

const minute = (moment: number) => new Date(moment).toISOString().slice(0, 16);
