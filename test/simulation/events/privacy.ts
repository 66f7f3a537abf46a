import type { UserId } from '../../../bridge/src/domain/ids.ts';
import { short } from '../world/notes.ts';
import { tokensIn } from './ledger.ts';
import type { Shown } from './shown.ts';
import { placeOf } from './shown.ts';
import type { EventRow } from './world.ts';
import type { EndOfEvents } from './end-of-events.ts';
import { isKeptByPolicy, isLeftByReset } from './doubles.ts';
import { fail, hasIssue, idOf, isInside, recordOf } from './end-of-events.ts';

/** Details of what is private stand nowhere in Salesforce where the policy says so. */
export function checkPrivacy(end: EndOfEvents): void {
  const { world, issues, watch, isPrivate } = end;
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
  const isOfColleague = ({ record }: Shown) =>
    world.users.some((any) => world.emailOf(any).toLowerCase() === record.organizer.address.toLowerCase());
  for (const user of world.users)
    for (const one of world.shown(user)) {
      const { values, record, instance } = one;
      const isLead = record.isOrganizer;
      // Where series do not sync, the record of an event that became one is the copy of nothing any more.
      const syncs = instance === undefined || setup.series;
      const inside = syncs && isInside(world, values.start.instant, instance !== undefined);
      const tokens = tokensIn([values.subject, placeOf(values), values.body.text].join(' '));
      for (const token of tokens)
        if (!isPrivate(user, one) || !inside) open.add(token);
        else if (isLead) hidden.set(token, { one, user });
        // Those who were invited by somebody outside judge it each by their own copy.
        else if (!isOfColleague(one)) open.add(token);
    }
  // What lost on a date that is open stays with the issue of that date, though others of its series are private.
  const openDates = new Set(
    world.users.flatMap((user) => world.shown(user).flatMap((one) => (isPrivate(user, one) ? [] : [one.id]))),
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
    // The record of a date that went is kept, or was forgotten, as it was when its series was public.
    const isKept = (row: EventRow) =>
      row.IsPrivate !== true && (isKeptByPolicy(end, row) || isLeftByReset(end, row));
    if (rows.some((row) => isOfUser(row.Id, row.OwnerId) && isSaid.test(textsOf(row)) && !isKept(row)))
      fail('event private', `${token} of ${short(id)} stands in Salesforce`);
  }
}
