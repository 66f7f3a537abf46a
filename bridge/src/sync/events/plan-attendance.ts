import type { KnownAttendee, RelatedId } from '../../domain/attendance.ts';
import type { EventRelation, NewRelation, RelationChange } from '../../domain/event-relation.ts';
import type { Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import type { Person } from './people.ts';

/** One event has so many related contacts at most (Object Reference, "EventRelation"). */
const mostRelated = 50;

/** What is known when the relations of a record are planned. */
export interface AttendanceInput {
  readonly record: { readonly id: RecordId; readonly ownerId: UserId; readonly whoId: RelatedId | null };
  readonly people: readonly Person[];
  readonly before: readonly KnownAttendee[];
  /** Who was found for people of whom nobody was known. */
  readonly found: ReadonlyMap<Fingerprint, RelatedId>;
  /** The relations of the record as they are. */
  readonly relations: readonly EventRelation[];
  readonly sharedActivities: boolean;
  /** Whom the record was made with just now. */
  readonly madeWith: RelatedId | null;
  /** The user that the bridge signs in as: relations that it made are Tandem's. */
  readonly integrationUserId: UserId;
}

/** What is done so that the record is with those who attend, and what is known of them then. */
export interface AttendancePlan {
  readonly attendees: readonly KnownAttendee[];
  readonly add: readonly (NewRelation & { readonly key: Fingerprint })[];
  readonly change: readonly RelationChange[];
  readonly remove: readonly string[];
  /** The contact or lead of the record without Shared Activities; undefined when it stays. */
  readonly whoId: RelatedId | null | undefined;
}

const isContact = (id: RelatedId | null) => id?.startsWith('003') === true;
const isLead = (id: RelatedId | null) => id?.startsWith('00Q') === true;
const isUser = (id: RelatedId | null) => id?.startsWith('005') === true;

/**
 * Whom a record is with: users are invited, of the others all contacts or else one lead are related; without Shared Activities
 * the first one alone. Only relations that Tandem made go. What a person took away, or made before, stays as it is.
 */
export function planAttendance(input: AttendanceInput): AttendancePlan {
  const { record, people, relations, sharedActivities, madeWith, integrationUserId } = input;
  const before = new Map(input.before.map((one) => [one.key, one]));
  const rows = new Map(relations.filter(({ isWhat }) => !isWhat).map((row) => [row.relationId, row]));
  const wanted = wantedOf(input, before);
  const stays = new Set([...wanted.values()].filter((id) => id !== null));
  // Where nothing is remembered, as after the loss of the database, its user tells what Tandem made.
  const made =
    input.before.length > 0
      ? input.before.flatMap(({ relatedId, byTandem }) => (byTandem && relatedId !== null ? [relatedId] : []))
      : [...rows.values()].filter(isOwn).map(({ relationId }) => relationId);
  const over = new Set(made.filter((id) => !stays.has(id)));
  const alone = [...rows.values()].filter(
    ({ relationId, isParent }) => isParent && !over.has(relationId) && !stays.has(relationId),
  );
  let room = mostRelated - alone.length;
  const isVacant = record.whoId !== null && over.has(record.whoId);
  let who = isVacant ? null : record.whoId;
  const attendees: KnownAttendee[] = [];
  const add: (NewRelation & { readonly key: Fingerprint })[] = [];
  const change: RelationChange[] = [];
  const placed = new Set<RelatedId>();
  for (const person of people) {
    const id = wanted.get(person.key) ?? null;
    attendees.push(id === null ? nobody(person.key) : place(person, id));
  }
  return {
    attendees,
    add,
    change,
    remove: [...over].flatMap((id) => rows.get(id)?.id ?? []),
    whoId: sharedActivities || who === record.whoId ? undefined : who,
  };

  function place(person: Person, id: RelatedId): KnownAttendee {
    const { key } = person;
    const old = before.get(key);
    const row = rows.get(id);
    // The owner and the organiser have the event itself.
    if (id === record.ownerId || (isUser(id) && person.isOrganizer) || placed.has(id))
      return { key, relatedId: id, byTandem: false, status: null };
    placed.add(id);
    const status = person.status ?? old?.status ?? null;
    if (old?.relatedId === id) {
      if (row !== undefined) answer(row, person);
      room -= 1;
      if (isVacant && who === null && !sharedActivities && !isUser(id)) who = id;
      return { key, relatedId: id, byTandem: old.byTandem, status };
    }
    if (room <= 0 || !fits(id)) return nobody(key);
    room -= 1;
    if (!isUser(id) && !sharedActivities) {
      if (who !== null && who !== id) return nobody(key);
      who = id;
    }
    if (row !== undefined) answer(row, person);
    else if (isUser(id) || sharedActivities || person.status !== null) add.push(newRelation(person, id));
    const isMine = row === undefined ? record.whoId !== id || madeWith === id : isOwn(row);
    return { key, relatedId: id, byTandem: isMine || madeWith === id, status };
  }

  function isOwn({ createdById }: EventRelation): boolean {
    return createdById === integrationUserId;
  }

  /** An event is with contacts or with one lead, whoever related them. */
  function fits(id: RelatedId): boolean {
    if (isUser(id)) return true;
    const others = alone.map(({ relationId }) => relationId);
    return isLead(id) ? others.length === 0 : !others.some(isLead);
  }

  function answer(row: EventRelation, { status, responded }: Person): void {
    if (status === null || (row.status === status && (row.isInvitee || status === 'New'))) return;
    change.push({ id: row.id, status, responded });
  }

  function newRelation({ key, status, responded }: Person, relationId: RelatedId) {
    return {
      key,
      eventId: record.id,
      relationId,
      isParent: !isUser(relationId),
      isInvitee: isUser(relationId) || status !== null,
      status: status ?? 'New',
      responded,
    };
  }
}

function nobody(key: Fingerprint): KnownAttendee {
  return { key, relatedId: null, byTandem: false, status: null };
}

/** Who stands for each person; a lead gives way to contacts, and is one only. */
function wantedOf(
  { people, found }: AttendanceInput,
  before: ReadonlyMap<Fingerprint, KnownAttendee>,
): ReadonlyMap<Fingerprint, RelatedId | null> {
  const all = people.map(({ key }) => [key, before.get(key)?.relatedId ?? found.get(key) ?? null] as const);
  const lead = all.some(([, id]) => isContact(id)) ? null : (all.find(([, id]) => isLead(id))?.[1] ?? null);
  return new Map(all.map(([key, id]) => [key, isLead(id) && id !== lead ? null : id]));
}
