import type { RecordId } from '../../domain/ids.ts';
import type { KnownRecord } from '../../store/store.ts';
import type { CreateRecordStep } from '../../sync/events/event-step.ts';
import { emailKey } from '../../sync/pairing/match-keys.ts';
import { accessTo } from '../record-access.ts';
import type { EventPassContext } from './event-context.ts';

/** One event has so many related contacts at most (Object Reference, "EventRelation"). */
const mostContacts = 50;

/**
 * Whom new records are with, by the e-mail addresses of who attends: contacts, or else one lead, as far as the mailbox's user
 * can see them. A private event is with nobody, since Salesforce relates none.
 */
export async function relatedTo(
  context: EventPassContext,
  steps: readonly CreateRecordStep[],
): Promise<ReadonlyMap<CreateRecordStep, readonly RecordId[]>> {
  const emails = new Map(steps.map((step) => [step, emailsOf(context, step)]));
  const all = [...new Set([...emails.values()].flat())];
  if (all.length === 0) return new Map();
  const contacts = await contactsBy(context, all);
  const alone = [...emails.values()].filter((some) => !some.some((email) => contacts.has(email))).flat();
  const leads = await leadsBy(context, alone);
  return new Map(
    [...emails].map(([step, some]) => {
      const found = [...new Set(some.flatMap((email) => contacts.get(email) ?? []))].slice(0, mostContacts);
      const [lead] = some.flatMap((email) => leads.get(email) ?? []);
      return [step, found.length > 0 || lead === undefined ? found : [lead]];
    }),
  );
}

function emailsOf(
  { policy, email: own }: EventPassContext,
  { item: { event }, masked, values }: CreateRecordStep,
): readonly string[] {
  if (!policy.relateAttendees || masked || values.IsPrivate === 'true') return [];
  const invited = event.attendees.filter(({ type }) => type !== 'resource').map(({ email }) => email);
  const people = event.isOrganizer || event.organizer === null ? invited : [event.organizer, ...invited];
  return people.map((email) => email.toLowerCase()).filter((email) => email !== own.toLowerCase());
}

/** The contact of each address: the user's own first, then the one that was there first. */
async function contactsBy(
  context: EventPassContext,
  emails: readonly string[],
): Promise<ReadonlyMap<string, RecordId>> {
  const { store, fingerprint, userId, permissions } = context;
  if (!permissions.readContacts) return new Map();
  const keys = new Map(
    emails.flatMap((email) => {
      const key = emailKey(email, fingerprint);
      return key === null ? [] : [[key, email] as const];
    }),
  );
  const known = await store.records.byEmailKeys([...keys.keys()]);
  const access = await accessTo(context, known);
  const isOwn = ({ ownerId }: KnownRecord) => Number(ownerId === userId);
  const visible = known
    .filter(({ recordId }) => access.get(recordId)?.read === true)
    .toSorted((a, b) => isOwn(a) - isOwn(b) || b.created.localeCompare(a.created));
  return new Map(
    visible.flatMap(({ emailKey: key, recordId }) => {
      const email = key === null ? undefined : keys.get(key);
      return email === undefined ? [] : [[email, recordId] as const];
    }),
  );
}

async function leadsBy(
  { salesforce, userId, permissions }: EventPassContext,
  emails: readonly string[],
): Promise<ReadonlyMap<string, RecordId>> {
  if (!permissions.readLeads || emails.length === 0) return new Map();
  const leads = await salesforce.events.findLeads(emails);
  if (leads.size === 0) return leads;
  const access = (await salesforce.readRecordAccess([{ userId, ids: [...leads.values()] }])).get(userId);
  return new Map([...leads].filter(([, id]) => access?.get(id)?.read === true));
}
