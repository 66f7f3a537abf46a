import type { UserId } from '../../../bridge/src/domain/ids.ts';
import { short } from '../world/notes.ts';
import { seriesIdOf, tokensIn } from './ledger.ts';
import { meetingOf } from './shown.ts';
import type { EventRow } from './world.ts';
import type { EndOfEvents } from './end-of-events.ts';
import { fail, hasIssue, idOf, isInside, isLive, recordOf } from './end-of-events.ts';

/** In a mailbox, no record and no item has two live links. */
export function checkOneToOne({ world }: EndOfEvents): void {
  for (const user of world.users) {
    const live = world.links(user).filter(isLive);
    for (const end of [idOf, recordOf])
      if (new Set(live.map(end)).size !== live.length)
        fail('event one to one', `${user} links twice: ${live.map(end).toSorted().map(short).join()}`);
  }
}

/** One meeting and date has one record, whichever mailboxes have it; and nothing is there twice on a side. */
export function checkDoubles(end: EndOfEvents): void {
  const { world, watch } = end;
  const recordsOf = new Map<string, Set<string>>();
  const rows = new Map(world.org.rows().map((row) => [row.Id, row]));
  for (const user of world.users) {
    const shown = new Map(world.shown(user).map((one) => [one.id, one]));
    for (const link of world.links(user)) {
      const one = shown.get(idOf(link));
      const row = rows.get(recordOf(link));
      if (!isLive(link) || !one || !row || row.IsDeleted === true) continue;
      const meeting = meetingOf(one);
      recordsOf.set(meeting, (recordsOf.get(meeting) ?? new Set()).add(row.Id));
    }
  }
  for (const [meeting, records] of recordsOf)
    if (records.size > 1) fail('event double', `${meeting} has ${[...records].join()}`);
  const linked = new Set(world.users.flatMap((user) => world.links(user).map(recordOf)));
  for (const row of rows.values())
    if (watch.rows.get(row.Id)?.madeBy === 'bridge' && row.IsDeleted !== true && row.IsChild !== true) {
      // Somebody may have restored it when another one stood in its place; and what lies outside of the window waits.
      const inside = isInside(world, Date.parse(String(row.StartDateTime)), true);
      const isAlone = inside && !linked.has(row.Id) && world.ledger.life(row.Id).putBack < 0;
      if (isAlone && !isLeftByReset(end, row) && !isOutOfSight(end, row.Id))
        fail('event orphan', `${row.Id} was made and is not linked`);
    }
  // What people put back after another event was made in its place has a record of its own.
  const isOfPutBack = (id: string) =>
    world.users
      .flatMap((user) => world.links(user))
      .some((link) => recordOf(link) === id && world.ledger.life(seriesIdOf(idOf(link))).putBack >= 0);
  const looks = new Map<string, string>();
  for (const row of rows.values()) {
    const [token] = tokensIn(String(row.Subject ?? ''));
    if (row.IsDeleted === true || row.IsChild === true || token === undefined) continue;
    if (world.ledger.life(row.Id).putBack >= 0 || isOfPutBack(row.Id)) continue;
    // A series of Salesforce has a pattern beside its rows.
    if (row.IsRecurrence2 === true) continue;
    if (isPlacedByPeople(end, row) || isKeptByPolicy(end, row) || isSavedByEdit(end, row)) continue;
    const look = `${token} ${String(row.StartDateTime)}`;
    const other = looks.get(look);
    if (other !== undefined && [other, row.Id].some((id) => watch.rows.get(id)?.madeBy === 'bridge'))
      fail('event double', `${look}: ${other}, ${row.Id}`);
    looks.set(look, row.Id);
  }
}

/** Somebody deleted its event or date while a reset or a lost database had made the bridge forget it: nobody can tell whose it was. */
export function isLeftByReset({ world, watch, hasForgotten }: EndOfEvents, row: EventRow): boolean {
  if (!hasForgotten) return false;
  const tokens = tokensIn(String(row.Subject ?? ''));
  const alike = world.users
    .flatMap((user) => world.shown(user))
    .filter(({ values }) => tokensIn(values.subject ?? '').some((token) => tokens.includes(token)));
  const start = Date.parse(String(row.StartDateTime));
  const isCancelled = ({ id }: { readonly id: string }) =>
    [...watch.items].some(
      ([one, { goneBy }]) =>
        goneBy === 'person' &&
        one !== seriesIdOf(one) &&
        seriesIdOf(one) === seriesIdOf(id) &&
        Math.abs(Date.parse(one.slice(-10)) - start) < 2 * 86_400_000,
    );
  return tokens.length > 0 && alike.every(isCancelled);
}

/** A reset forgot what the record was linked with, and that is in no window any more, as a date that was moved far ahead. */
function isOutOfSight({ world }: EndOfEvents, recordId: string): boolean {
  const links = world.org.formerLinks().filter((link) => recordOf(link) === recordId);
  const inWindow = world.users.flatMap((user) =>
    world
      .shown(user)
      .filter(({ values, instance }) => isInside(world, values.start.instant, instance !== undefined))
      .map(({ id }) => id),
  );
  return links.length > 0 && links.every((link) => !inWindow.includes(idOf(link)));
}

/**
 * A person moved the record where another one is, and Exchange does not take that and it is listed, or does not hear of it, as of what
 * lies outside of the window.
 */
function isPlacedByPeople(end: EndOfEvents, row: EventRow): boolean {
  const { ledger, setup } = end.world;
  return (
    ledger.life(row.Id).moved >= 0 &&
    (setup.direction === 'ExchangeToSalesforce' ||
      !isInside(end.world, Date.parse(String(row.StartDateTime)), true) ||
      hasIssue(end, '', row.Id))
  );
}

/** People took its event or date away, and the admin wants such records kept: what is made in its place later stands beside it. */
export function isKeptByPolicy({ world, watch }: EndOfEvents, row: EventRow): boolean {
  if (world.setup.deletesToSalesforce === 'Delete') return false;
  const links = world.users.flatMap((user) =>
    world.links(user).flatMap((link) => (recordOf(link) === row.Id ? [{ user, link }] : [])),
  );
  // A date that the rule of its series has no more was cancelled by nobody.
  const isStruck = (user: UserId, id: string) =>
    seriesIdOf(id) !== id &&
    world.ledger.drops(user, seriesIdOf(id)) > 0 &&
    !world.shown(user).some((one) => one.id === id);
  return (
    !links.some(({ link }) => isLive(link)) &&
    links.some(
      ({ user, link }) =>
        link.Reason__c === 'DeletedByPolicy' &&
        (watch.items.get(idOf(link))?.goneBy === 'person' || isStruck(user, idOf(link))),
    )
  );
}

/** People edited it while its date went, so that it stays, with an event of its own, at the time of something else of its series. */
function isSavedByEdit(end: EndOfEvents, row: EventRow): boolean {
  const { world, watch } = end;
  if (world.ledger.life(row.Id).edited < 0) return false;
  return world.users.some((user) => {
    const links = world.links(user).filter((link) => recordOf(link) === row.Id);
    const shown = new Set(world.shown(user).map(({ id }) => id));
    const hasOwn = links.some(
      (link) => isLive(link) && watch.items.get(idOf(link))?.madeBy === 'bridge' && shown.has(idOf(link)),
    );
    // The single event that its series became has that time.
    const isBesideSingle = links.some(
      (link) =>
        link.Reason__c === 'DeletedByPolicy' &&
        seriesIdOf(idOf(link)) !== idOf(link) &&
        shown.has(seriesIdOf(idOf(link))),
    );
    return hasOwn && (isBesideSingle || isMovedFromCancelledDate(end, user, row));
  });
}

/**
 * People cancelled its date and gave the record the very start at which it stands, which another date has; a reset may have forgotten
 * its link meanwhile. The edit beats the deletion as any other, and Exchange refuses no single event beside a date.
 */
function isMovedFromCancelledDate({ world, watch }: EndOfEvents, user: UserId, row: EventRow): boolean {
  if (world.ledger.life(row.Id).placed !== Date.parse(String(row.StartDateTime))) return false;
  const former = world.org.formerLinks().filter(({ OwnerId }) => OwnerId === user);
  return [...world.links(user), ...former].some(
    (link) =>
      recordOf(link) === row.Id &&
      seriesIdOf(idOf(link)) !== idOf(link) &&
      watch.items.get(idOf(link))?.goneBy === 'person',
  );
}
