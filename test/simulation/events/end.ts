import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { StoredRow } from '../../programs/world/org.ts';
import { Broken } from '../../programs/world/world.ts';
import { short } from '../world/notes.ts';
import { seriesIdOf, tokensIn } from './ledger.ts';
import type { Shown } from './shown.ts';
import { meetingOf, placeOf } from './shown.ts';
import type { EventWatch } from './watch.ts';
import type { EventRow, EventWorld } from './world.ts';
import { isPattern, wordsThere } from './world.ts';

/** What the judge of the end needs beside the calendars. */
export interface EndOfEvents {
  readonly world: EventWorld;
  readonly watch: EventWatch;
  readonly issues: readonly StoredRow[];
  /** The bridge lost something that it remembered. */
  readonly hasForgotten: boolean;
  /** Days passed in which the bridge stood still, so that it sees other dates than there were when people acted. */
  readonly daysPassed: boolean;
  /** Deletions that wait for an admin. */
  readonly held: number;
}

const dayMs = 86_400_000;

function fail(rule: string, what: string): never {
  throw new Broken(`${rule}: ${what}`);
}

/** How events have to stand when faults have stopped and the last passes are over. */
export function checkEvents(end: EndOfEvents): void {
  const pairs = livePairs(end);
  checkOneToOne(end);
  checkDoubles(end);
  for (const pair of pairs) checkAgreement(end, pair);
  checkNothingLeft(end);
  checkNothingLost(end);
  checkNothingVanished(end);
  checkPrivacy(end);
  checkDeletesCarriedOver(end);
}

interface Pair {
  readonly user: UserId;
  readonly link: StoredRow;
  readonly shown: Shown;
  readonly row: EventRow;
}

const isLive = ({ State__c }: StoredRow) => State__c === 'Live';
const idOf = (link: StoredRow) => String(link.Exchange_Id__c);
const recordOf = (link: StoredRow) => String(link.Record_Id__c);
const isDue = ({ isCancelled }: Shown['record']) => !isCancelled;

function hasIssue({ issues }: EndOfEvents, id: string, recordId: string | null): boolean {
  return issues.some(
    (issue) =>
      issue.Status__c === 'Open' &&
      issue.Code__c !== 'TDM-E-CLIPPED' &&
      (issue.Exchange_Id__c === id || (recordId !== null && issue.Record_Id__c === recordId)),
  );
}

/** In a mailbox, no record and no item has two live links. */
function checkOneToOne({ world }: EndOfEvents): void {
  for (const user of world.users) {
    const live = world.links(user).filter(isLive);
    for (const end of [idOf, recordOf])
      if (new Set(live.map(end)).size !== live.length)
        fail('event one to one', `${user} links twice: ${live.map(end).toSorted().map(short).join()}`);
  }
}

/** Live links stand for what is there on both sides, as far as it is within the window. */
function livePairs(end: EndOfEvents): readonly Pair[] {
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

/** A day inside of the window, so that no clock or zone matters. */
function isInside({ setup, ...world }: EventWorld, at: number, isDate: boolean): boolean {
  const now = world.now();
  const ahead = isDate ? Math.min(setup.seriesDaysAhead, setup.windowDaysAhead) : setup.windowDaysAhead;
  return at > now - (setup.windowDaysBack - 1) * dayMs && at < now + (ahead - 1) * dayMs;
}

/** One meeting and date has one record, whichever mailboxes have it; and nothing is there twice on a side. */
function checkDoubles(end: EndOfEvents): void {
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

/** Somebody deleted its event while a reset or a lost database had made the bridge forget it: nobody can tell whose it was. */
function isLeftByReset({ world, hasForgotten }: EndOfEvents, row: EventRow): boolean {
  if (!hasForgotten) return false;
  const tokens = tokensIn(String(row.Subject ?? ''));
  const there = new Set(
    world.users.flatMap((user) => world.shown(user)).flatMap(({ values }) => tokensIn(values.subject ?? '')),
  );
  return tokens.length > 0 && !tokens.some((token) => there.has(token));
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
function isKeptByPolicy({ world, watch }: EndOfEvents, row: EventRow): boolean {
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

/**
 * People edited it while they cancelled its date, so that it stays, with an event of its own; and the single event that its series
 * became since stands at the time of that date.
 */
function isSavedByEdit({ world, watch }: EndOfEvents, row: EventRow): boolean {
  if (world.ledger.life(row.Id).edited < 0) return false;
  return world.users.some((user) => {
    const links = world.links(user).filter((link) => recordOf(link) === row.Id);
    const shown = new Set(world.shown(user).map(({ id }) => id));
    const hasOwn = links.some(
      (link) => isLive(link) && watch.items.get(idOf(link))?.madeBy === 'bridge' && shown.has(idOf(link)),
    );
    return (
      hasOwn &&
      links.some(
        (link) =>
          link.Reason__c === 'DeletedByPolicy' &&
          seriesIdOf(idOf(link)) !== idOf(link) &&
          watch.items.get(idOf(link))?.goneBy === 'person' &&
          shown.has(seriesIdOf(idOf(link))),
      )
    );
  });
}

/** The copy of a meeting that writes: the organiser's, else always the same one. */
function leads(end: EndOfEvents, { user, shown, row }: Pair): boolean {
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

function checkAgreement(end: EndOfEvents, pair: Pair): void {
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
  const isPrivate = shown.values.sensitivity !== 'normal';
  const masked = isPrivate && setup.privateEvents !== 'Full';
  const what = `of ${short(shown.id)} (${user}) and ${row.Id}`;
  const [theirs, ours] = [timeOf(shown), timeOfRow(row)];
  if (theirs !== ours) fail('event time', `${what}: ${theirs}, ${ours}`);
  if (masked) return;
  // What is private each one says of their own copy, and the record is its owner's.
  if (row.OwnerId === user && isPrivate !== (row.IsPrivate === true))
    fail('event converged', `private ${what}`);
  const texts = [
    ['subject', shown.values.subject ?? '', row.Subject],
    ['place', placeOf(shown.values), row.Location],
  ] as const;
  for (const [field, there, here] of texts)
    if (!isNotEmptied(end, pair, here) && plain(there).slice(0, 255).trim() !== plain(String(here ?? '')))
      fail('event converged', `${field} ${what}: ${JSON.stringify(there)}, ${JSON.stringify(here)}`);
  const hasOthers = shown.values.attendees.length > 0 || !shown.record.isOrganizer;
  if ((hasOthers && rowEdited) || isNotEmptied(end, pair, row.Description)) return;
  const [there, here] = [tokensIn(shown.values.body.text), tokensIn(String(row.Description ?? ''))];
  if (there.join() !== here.join()) fail('event converged', `text ${what}: ${there.join()}, ${here.join()}`);
}

/** Where values flow to Exchange only: what nobody remembers of both fills what is empty there, and empties nothing. */
function isNotEmptied({ world, hasForgotten }: EndOfEvents, { row }: Pair, value: unknown): boolean {
  const isEdited = world.ledger.life(row.Id).edited >= 0;
  return hasForgotten && isEdited && world.setup.direction === 'SalesforceToExchange' && !value;
}

/** Its owner's copy turned private where private events are skipped: that one's link has ended, and the others' show no more of it. */
function isReducedForOwner({ world }: EndOfEvents, row: EventRow): boolean {
  const owner = world.users.find((user) => user === row.OwnerId);
  return (
    owner !== undefined &&
    world.links(owner).some((link) => recordOf(link) === row.Id && link.Reason__c === 'OutOfFilter')
  );
}

/** Its owner's copy has left the meeting: the record is one that the others may not see, and is known to stay as it was. */
function hasLostOwner({ world }: EndOfEvents, { user, row }: Pair): boolean {
  const owner = world.users.find((one) => one === row.OwnerId);
  return (
    owner !== undefined &&
    owner !== user &&
    !world.links(owner).some((link) => isLive(link) && recordOf(link) === row.Id)
  );
}

function isPrivateForOwner({ world }: EndOfEvents, row: EventRow): boolean {
  const owner = world.users.find((one) => one === row.OwnerId);
  if (owner === undefined) return false;
  const [link] = world.links(owner).filter((one) => isLive(one) && recordOf(one) === row.Id);
  return (
    link !== undefined &&
    world.shown(owner).some(({ id, values }) => id === idOf(link) && values.sensitivity !== 'normal')
  );
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
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

/** Whatever may sync is linked, or listed with the reason. */
function checkNothingLeft(end: EndOfEvents): void {
  const { world, watch } = end;
  const { setup, ledger } = world;
  for (const user of world.users) {
    const links = world.links(user);
    const items = new Set(links.map(idOf));
    const records = new Set(links.map(recordOf));
    const live = new Set(links.filter(isLive).map(idOf));
    const shown = world.shown(user);
    const held = new Set(
      shown.filter(({ id, record }) => live.has(id) || (items.has(id) && isDue(record))).map(meetingOf),
    );
    if (setup.direction !== 'SalesforceToExchange')
      for (const one of shown) {
        const { instance, record, values, id } = one;
        // A second copy of a meeting in one calendar gets no record beside the first one's, nor when that one's link has ended.
        if (items.has(id) || held.has(meetingOf(one)) || !isDue(record) || (instance && !setup.series))
          continue;
        if (values.sensitivity !== 'normal' && setup.privateEvents === 'Skip') continue;
        if (!isInside(world, values.start.instant, instance !== undefined)) continue;
        if (!hasIssue(end, id, null)) fail('event left behind', `${short(id)} of ${user}`);
      }
    if (setup.direction === 'ExchangeToSalesforce') continue;
    for (const row of world.org.rows()) {
      if (row.OwnerId !== user || row.IsDeleted === true || row.IsChild === true) continue;
      if (isPattern(row) || records.has(row.Id)) continue;
      if (!isInside(world, Date.parse(String(row.StartDateTime)), false)) continue;
      // Which of those from before the first pass go out, the admin says; a lost database forgets when that was.
      const early = setup.earlierEvents !== 'Window' && Date.parse(String(row.EndDateTime)) < world.now();
      if (early || watch.rows.get(row.Id)?.madeBy === 'bridge' || ledger.life(row.Id).putBack >= 0) continue;
      if (!hasIssue(end, '', row.Id)) fail('event left behind', `${row.Id} of ${user}`);
    }
  }
}

/** Every value that a person typed is somewhere, or a person typed over it, or an issue keeps it. */
function checkNothingLost({ world, issues }: EndOfEvents): void {
  const there = new Set(wordsThere(world));
  for (const token of tokensIn(JSON.stringify(issues))) there.add(token);
  // The issue that kept it says no more once the event turned private.
  const reduced = new Set(
    issues
      .filter((issue) => issue.Code__c === 'TDM-E-CONFLICT' && tokensIn(JSON.stringify(issue)).length === 0)
      .flatMap((issue) => [issue.Exchange_Id__c, issue.Record_Id__c]),
  );
  for (const { id, field, token, overwritten } of world.ledger.entries)
    if (!overwritten && !there.has(token) && !reduced.has(id)) fail('event lost', `${field} ${token}`);
}

/** So many records of a series are deleted as people took dates away, and no more: the others are kept for the new dates. */
function checkNothingVanished({ world, watch, daysPassed }: EndOfEvents): void {
  if (daysPassed) return;
  const deleted = new Map<string, string[]>();
  for (const user of world.users)
    for (const link of world.links(user)) {
      const seen = watch.rows.get(recordOf(link));
      if (seen?.goneBy !== 'bridge') continue;
      const key = `${user} ${seriesIdOf(idOf(link))}`;
      const some = deleted.get(key) ?? [];
      if (!some.includes(recordOf(link))) deleted.set(key, [...some, recordOf(link)]);
    }
  for (const [key, records] of deleted) {
    const [user, id] = key.split(' ') as [string, string];
    const allowed = world.ledger.drops(user, id);
    if (records.length > allowed)
      fail('event vanished', `${records.join()} of ${short(id)}, of which people took away ${allowed}`);
  }
}

/** Details of what is private stand nowhere in Salesforce where the policy says so. */
function checkPrivacy(end: EndOfEvents): void {
  const { world, issues, watch } = end;
  const { setup } = world;
  if (setup.privateEvents === 'Full' || setup.direction === 'SalesforceToExchange') return;
  const rows = world.org.rows().filter(({ IsDeleted }) => IsDeleted !== true);
  const textsOf = (row: EventRow) => JSON.stringify([row.Subject, row.Location, row.Description]);
  const links = JSON.stringify(world.users.map((user) => world.links(user)));
  const open = new Set<string>();
  const hidden = new Map<string, { readonly one: Shown; readonly user: UserId }>();
  // What people typed in Salesforce they may see there, and what they took out of the recycle bin.
  for (const row of world.org.rows())
    if (watch.rows.get(row.Id)?.madeBy === 'person' || world.ledger.life(row.Id).putBack >= 0)
      for (const token of tokensIn(JSON.stringify([row.Subject, row.Location, row.Description])))
        open.add(token);
  for (const user of world.users)
    for (const one of world.shown(user)) {
      const { values, record, instance } = one;
      const isLead = record.isOrganizer;
      const inside = isInside(world, values.start.instant, instance !== undefined);
      const tokens = tokensIn([values.subject, placeOf(values), values.body.text].join(' '));
      for (const token of tokens)
        if (values.sensitivity === 'normal' || !isLead || !inside) open.add(token);
        else hidden.set(token, { one, user });
    }
  // What lost on a date that is open stays with the issue of that date, though others of its series are private.
  const openDates = new Set(
    world.users.flatMap((user) =>
      world.shown(user).flatMap(({ id, values }) => (values.sensitivity === 'normal' ? [id] : [])),
    ),
  );
  for (const issue of issues)
    if (openDates.has(String(issue.Exchange_Id__c)))
      for (const token of tokensIn(JSON.stringify(issue))) open.add(token);
  for (const [token, { one, user }] of hidden) {
    const { id } = one;
    if (open.has(token)) continue;
    const linked = world.users.flatMap((any) => world.links(any)).filter((link) => idOf(link) === id);
    if (linked.some((link) => hasIssue(end, id, recordOf(link)))) continue;
    const held = new Set(world.links(user).map(recordOf));
    // A record that this mailbox never had is another person's, of a copy that may have been public.
    const isOfUser = (recordId: unknown, ownerId: unknown) => ownerId === user || held.has(String(recordId));
    const kept = issues.filter((issue) => isOfUser(issue.Record_Id__c, issue.OwnerId));
    // An id may have the letters of a token among others.
    const isSaid = new RegExp(`${token}(?![\\w-])`);
    if (isSaid.test(JSON.stringify(kept) + links))
      fail('event private', `${token} of ${short(id)} is kept in an issue or link`);
    // The record of a date that went is kept as it was when its series was public.
    const isKept = (row: EventRow) => row.IsPrivate !== true && isKeptByPolicy(end, row);
    if (rows.some((row) => isOfUser(row.Id, row.OwnerId) && isSaid.test(textsOf(row)) && !isKept(row)))
      fail('event private', `${token} of ${short(id)} stands in Salesforce`);
  }
}

/** With the policy Delete, what a person deleted on one side and nobody touched on the other is gone there too. */
function checkDeletesCarriedOver({ world, watch, hasForgotten, held, ...end }: EndOfEvents): void {
  if (hasForgotten || held > 0 || world.setup.direction !== 'Both') return;
  const { setup, ledger } = world;
  const rows = new Map(world.org.rows().map((row) => [row.Id, row]));
  for (const user of world.users) {
    const shown = new Map(world.shown(user).map((one) => [one.id, one]));
    for (const link of world.links(user)) {
      if (link.State__c !== 'Suppressed' || link.Reason__c !== 'DeletedByPolicy') continue;
      const [id, row] = [idOf(link), rows.get(recordOf(link))];
      const one = shown.get(id);
      if (!row || hasIssue({ world, watch, hasForgotten, held, ...end }, id, row.Id)) continue;
      const untouched =
        ledger.editedAt(id) <= (watch.items.get(seriesIdOf(id))?.madeAt ?? -1) &&
        ledger.life(row.Id).edited <= (watch.rows.get(row.Id)?.madeAt ?? -1) &&
        ledger.life(seriesIdOf(id)).putBack < 0;
      const alone = world.users.flatMap((any) => world.links(any)).filter((any) => recordOf(any) === row.Id);
      if (!untouched || alone.length > 1 || row.OwnerId !== user) continue;
      const deleted = row.IsDeleted === true;
      if (
        !one &&
        watch.items.get(id)?.goneBy === 'person' &&
        !deleted &&
        setup.deletesToSalesforce === 'Delete'
      )
        fail('event not carried over', `${short(id)} was deleted, ${row.Id} is there`);
      if (one && isDue(one.record) && deleted && watch.rows.get(row.Id)?.goneBy === 'person')
        if (setup.deletesToExchange === 'Delete' && one.values.attendees.length === 0)
          fail('event not carried over', `${row.Id} was deleted, ${short(id)} is there`);
    }
  }
}
