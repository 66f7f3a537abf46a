import type { StoredRow } from '../../programs/world/org.ts';
import type { Attendee } from '../../../emulators/exchange/events/event-values.ts';
import { short } from '../world/notes.ts';
import type { Pair } from './agreement.ts';
import { hasLostOwner, isReducedForOwner, leads } from './agreement.ts';
import type { EndOfEvents } from './end-of-events.ts';
import { fail, hasIssue, idOf, isInside } from './end-of-events.ts';

/** Somebody with whom a meeting is, and who may stand for that one in Salesforce. */
interface Person {
  readonly address: string;
  /** A user, or the contacts or leads of the address. */
  readonly candidates: readonly string[];
  /** Null where the copy does not tell. */
  readonly answer: string | null;
}

const statuses: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentativelyAccepted: 'Undecided',
};
const isUser = (id: string) => id.startsWith('005');
const isContact = (id: string) => id.startsWith('003');
const isLead = (id: string) => id.startsWith('00Q');

/**
 * A record is with those who attend: users are invited, all contacts or one lead are related (one of them without Shared
 * Activities), with their answers; who is nobody is listed on the link, and nobody is left of those who went.
 */
export function checkRelations(end: EndOfEvents, pair: Pair): void {
  const { world } = end;
  const { setup, org, ledger } = world;
  const { user, link, shown, row } = pair;
  if (setup.direction === 'SalesforceToExchange') return;
  if (hasIssue(end, idOf(link), row.Id) || !leads(end, pair)) return;
  if (!isInside(world, shown.values.start.instant, shown.instance !== undefined)) return;
  // Nobody may write what is another user's, and rows of Salesforce's series are never written.
  if (row.OwnerId !== user || row.IsRecurrence2 === true) return;
  if (isReducedForOwner(end, row) || hasLostOwner(end, pair)) return;
  const isPrivate = end.isPrivate(user, shown);
  if (!isPrivate && row.IsPrivate === true) return;
  const people = isPrivate || setup.relateAttendees === false ? [] : peopleOf(end, pair);
  const what = `of ${row.Id} and ${short(shown.id)}`;
  const relations = org
    .relations()
    .filter(({ EventId, IsDeleted }) => EventId === row.Id && IsDeleted !== true);
  const isPeoples = (id?: string) => ledger.isRelatedByPeople(row.Id, id);
  // What comes out of the recycle bin brings along whom it was with.
  if (ledger.life(row.Id).putBack >= 0) return;
  checkNobodyElse(relations, people, what, end, pair);
  if (setup.relateAttendees === false) return;
  if (!setup.sharedActivities && row.WhoId && !isPeoples(String(row.WhoId)))
    if (!people.some(({ candidates }) => candidates.includes(String(row.WhoId))))
      fail('event relations', `${what}: with ${String(row.WhoId)}, who does not attend`);
  const related = new Map(relations.map((one) => [String(one.RelationId), one]));
  const isThere = (id: string) => related.has(id) || row.WhoId === id;
  for (const { address, candidates, answer } of people) {
    const there = candidates.filter(isThere);
    if (there.length > 1 && !there.some((id) => isPeoples(id)))
      fail('event relations', `${what}: ${address} stands for ${there.join()}`);
    for (const id of there) {
      const is = String((related.get(id)?.Status as string | undefined) ?? 'New');
      // Whose invitation a person took away is not invited again.
      if (answer !== null && is !== answer && !isPeoples(id))
        fail('event answer', `${what}: ${address} said ${answer}, not ${is}`);
    }
  }
  const missing = people.filter(({ candidates }) => !candidates.some((id) => isThere(id) || isPeoples(id)));
  const isLinedUp = isPeoples();
  const hasContacts = people.some(({ candidates }) => candidates.some(isContact));
  const isWithSomebody = [...related.keys(), String(row.WhoId ?? '')].some(
    (id) => isContact(id) || isLead(id),
  );
  for (const { address, candidates } of missing) {
    const [id] = candidates;
    if (id === undefined) continue;
    const isAlone = isWithSomebody && (!setup.sharedActivities || isLead(id));
    // What people related takes the place of others: of contacts by a lead, or of all where there is one place.
    const mayBeMissing = !isUser(id) && (isLinedUp || isAlone || (isLead(id) && hasContacts));
    if (!mayBeMissing) fail('event relations', `${what}: ${address} is missing`);
  }
  checkListed(pair, people, missing, what);
}

/** What the bridge related stands for somebody who attends; what a person took away is not back. */
function checkNobodyElse(
  relations: readonly StoredRow[],
  people: readonly Person[],
  what: string,
  { world: { org, ledger }, watch }: EndOfEvents,
  { user, row }: Pair,
): void {
  const allowed = new Set(people.flatMap(({ candidates }) => candidates));
  for (const { Id, RelationId, CreatedById } of relations) {
    const id = String(RelationId);
    if (CreatedById !== org.bridgeUserId) continue;
    if (ledger.isTakenAway(row.Id, id)) fail('event relations', `${what}: ${id} is back`);
    // Nobody remembers whom a pass related that broke off; who left before the next one stays.
    const isRemembered = ledger.wasInCleanPass(user, watch.relatedAt(Id));
    if (isRemembered && !allowed.has(id) && !ledger.isRelatedByPeople(row.Id, id))
      fail('event relations', `${what}: ${id} does not attend`);
  }
}

/** Who is nobody is listed on the link, and nobody else. */
function checkListed(
  { link }: Pair,
  people: readonly Person[],
  missing: readonly Person[],
  what: string,
): void {
  const listed = ((link.Unmatched_Attendees__c as string | null | undefined) ?? '')
    .split(/\r?\n/)
    .filter(Boolean);
  for (const { address, candidates } of people) {
    const isListed = listed.includes(address);
    const isMissing = missing.some((one) => one.address === address);
    if (candidates.length === 0 && !isListed) fail('event unmatched', `${what}: ${address} is not listed`);
    if (isMissing && !isListed) fail('event unmatched', `${what}: ${address} is not listed`);
    if (!isMissing && isListed) fail('event unmatched', `${what}: ${address} is listed`);
  }
  for (const address of listed)
    if (!people.some((one) => one.address === address)) fail('event unmatched', `${what}: ${address} left`);
}

/** Who attends beside the mailbox's own person: of the organiser's copy with the answers, else with the organiser. */
function peopleOf({ world }: EndOfEvents, { user, shown, row }: Pair): readonly Person[] {
  const { record, values } = shown;
  const users = new Map(world.users.map((one) => [world.emailOf(one).toLowerCase(), String(one)]));
  const own = world.emailOf(user).toLowerCase();
  const organizer = record.organizer.address.toLowerCase();
  const answerOf = ({ status: { response } }: Attendee) =>
    record.isOrganizer ? (statuses[response] ?? 'New') : null;
  const answers = new Map(
    values.attendees.map((one) => [one.emailAddress.address.toLowerCase(), answerOf(one)]),
  );
  if (!record.isOrganizer) answers.set(organizer, null);
  return [...answers].flatMap(([address, answer]): Person[] => {
    const id = users.get(address);
    // The owner and an organiser who is a user have the event itself.
    if (address === own || id === row.OwnerId || (id !== undefined && address === organizer)) return [];
    if (id !== undefined) return [{ address, answer, candidates: [id] }];
    return [{ address, answer, candidates: world.org.withAddress(address).map(({ Id }) => Id) }];
  });
}
