import { short } from '../world/notes.ts';
import { springMorning } from './setup.ts';
import { seriesIdOf, tokensIn } from './ledger.ts';
import { meetingOf } from './shown.ts';
import { isPattern, wordsThere } from './world.ts';
import type { EndOfEvents } from './end-of-events.ts';
import { fail, hasIssue, idOf, isDue, isInside, isLive, recordOf } from './end-of-events.ts';
import { checkAgreement, livePairs } from './agreement.ts';
import { checkDoubles, checkOneToOne } from './doubles.ts';
import { checkPrivacy } from './privacy.ts';
import { checkRelations } from './relations.ts';

/** The first pass of a mailbox has begun by then, whatever goes wrong. */
const firstMinutesMs = 30 * 60_000;

/** How events have to stand when faults have stopped and the last passes are over. */
export function checkEvents(end: EndOfEvents): void {
  const pairs = livePairs(end);
  checkOneToOne(end);
  checkDoubles(end);
  for (const pair of pairs) {
    checkAgreement(end, pair);
    if (end.world.setup.attendees === true) checkRelations(end, pair);
  }
  checkNothingLeft(end);
  checkNothingLost(end);
  checkNothingVanished(end);
  checkPrivacy(end);
  checkDeletesCarriedOver(end);
}

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
        if (end.isPrivate(user, one) && setup.privateEvents === 'Skip') continue;
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
      // None of those from before that: people make them in the first minutes of a run.
      if (setup.earlierEvents === 'None' && isOfFirstMinutes(end, row.Id)) continue;
      if (early || watch.rows.get(row.Id)?.madeBy === 'bridge' || ledger.life(row.Id).putBack >= 0) continue;
      if (!hasIssue(end, '', row.Id)) fail('event left behind', `${row.Id} of ${user}`);
    }
  }
}

/** Whether it may be from before the first pass of a mailbox, or of one that has forgotten when that was. */
function isOfFirstMinutes({ watch, hasForgotten }: EndOfEvents, id: string): boolean {
  return hasForgotten || (watch.rows.get(id)?.madeAt ?? -1) < springMorning + firstMinutesMs;
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
