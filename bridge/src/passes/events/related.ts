import type { RelatedId } from '../../domain/attendance.ts';
import type { Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import type { KnownRecord } from '../../store/store.ts';
import type { Person } from '../../sync/events/people.ts';
import { accessTo } from '../record-access.ts';
import type { EventPassContext } from './event-context.ts';

/** People whom nobody is known for. */
export interface Sought {
  /** Whose event it is: nobody is related whom its owner cannot see. */
  readonly ownerId: UserId;
  /** Who was not looked for before: Salesforce is asked. */
  readonly strangers: readonly Person[];
  /** Who was: only what the bridge knows itself is looked at. */
  readonly unmatched: readonly Person[];
}

/**
 * Who in Salesforce has the addresses of those who attend: whom a person chose, else a user, else a contact, else a lead, as far
 * as the owner can see them.
 */
export async function whoAttends<One extends Sought>(
  context: EventPassContext,
  sought: readonly One[],
): Promise<ReadonlyMap<One, ReadonlyMap<Fingerprint, RelatedId>>> {
  const { store, salesforce, userId, permissions } = context;
  const strangers = sought.flatMap((one) => one.strangers);
  const all = [...strangers, ...sought.flatMap((one) => one.unmatched)];
  if (all.length === 0) return new Map();
  const keys = [...new Set(all.map(({ key }) => key))];
  const [chosen, users, known] = await Promise.all([
    store.events.chosenAttendees(userId, keys),
    emailsOf(strangers).length === 0
      ? new Map<string, RelatedId>()
      : salesforce.events.findUsers(emailsOf(strangers)),
    permissions.readContacts ? store.records.byEmailKeys(keys) : [],
  ]);
  const contacts = Map.groupBy(known, ({ emailKey }) => emailKey);
  const hasNone = ({ key, email }: Person) => !chosen.has(key) && !users.has(email) && !contacts.has(key);
  const alone = emailsOf(strangers.filter(hasNone));
  const leads =
    permissions.readLeads && alone.length > 0
      ? await salesforce.events.findLeads(alone)
      : new Map<string, RelatedId>();
  const found = new Map<One, ReadonlyMap<Fingerprint, RelatedId>>();
  for (const [ownerId, some] of Map.groupBy(sought, (one) => one.ownerId)) {
    const people = some.flatMap((one) => [...one.strangers, ...one.unmatched]);
    const visible = await visibleTo(context, ownerId, {
      contacts: people.flatMap(({ key }) => contacts.get(key) ?? []),
      others: people.flatMap(({ key, email }) => chosen.get(key) ?? leads.get(email) ?? []),
    });
    const whoIs = ({ key, email }: Person): RelatedId | null => {
      const choice = chosen.get(key);
      if (choice !== undefined && visible.has(choice)) return choice;
      const own = ({ ownerId: owner }: KnownRecord) => Number(owner !== ownerId);
      const [contact] = (contacts.get(key) ?? [])
        .filter(({ recordId }) => visible.has(recordId))
        .toSorted((a, b) => own(a) - own(b) || a.created.localeCompare(b.created));
      const lead = leads.get(email) ?? null;
      return users.get(email) ?? contact?.recordId ?? (lead !== null && visible.has(lead) ? lead : null);
    };
    for (const one of some)
      found.set(
        one,
        new Map(
          [...one.strangers, ...one.unmatched].flatMap((person) => {
            const id = whoIs(person);
            return id === null ? [] : [[person.key, id] as const];
          }),
        ),
      );
  }
  return found;
}

async function visibleTo(
  context: EventPassContext,
  ownerId: UserId,
  { contacts, others }: { readonly contacts: readonly KnownRecord[]; readonly others: readonly RelatedId[] },
): Promise<ReadonlySet<RelatedId>> {
  const access = await accessTo({ ...context, userId: ownerId }, contacts);
  const answers =
    others.length === 0
      ? undefined
      : (
          await context.salesforce.readRecordAccess([
            { userId: ownerId, ids: [...new Set(others)] as RecordId[] },
          ])
        ).get(ownerId);
  const visible = new Set<RelatedId>();
  for (const [id, { read }] of [...access, ...(answers ?? [])]) if (read) visible.add(id);
  return visible;
}

function emailsOf(people: readonly Person[]): readonly string[] {
  return [...new Set(people.map(({ email }) => email))];
}
