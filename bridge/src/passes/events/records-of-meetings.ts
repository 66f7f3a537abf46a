import type { Fingerprint, RecordId } from '../../domain/ids.ts';
import type { CreateRecordStep } from '../../sync/events/event-step.ts';
import { timeValue } from '../../sync/events/event-time.ts';
import { meetingKey } from '../../sync/events/match-key.ts';
import { otherShape } from '../../sync/events/other-shape.ts';
import type { EventPassContext } from './event-context.ts';
import { eventRecordKey } from './event-record-key.ts';

/**
 * The records of these meetings that another mailbox's pass made and did not live to remember, or made while the series was a
 * single event, or the single event a series, that this mailbox never linked. Only meetings that another synced mailbox may have too are
 * looked for, by their key: an invitation to a group does not say who is in it.
 */
export async function recordsOfMeetings(
  context: EventPassContext,
  steps: readonly CreateRecordStep[],
): Promise<ReadonlyMap<Fingerprint, RecordId>> {
  const withOthers = steps.filter(({ item: { event } }) => !event.isOrganizer || event.attendees.length > 0);
  if (withOthers.length === 0) return new Map();
  const synced = new Set(
    (await context.store.mailboxes.all())
      .filter(({ userId }) => userId !== context.userId)
      .map(({ email }) => email.toLowerCase()),
  );
  const shared = withOthers.filter((step) => {
    const { attendees, organizer } = step.item.event;
    const people = [organizer ?? '', ...attendees.map(({ email }) => email)];
    const isKnown = people.some((email) => synced.has(email.toLowerCase()));
    return step.meeting !== null && (isKnown || (synced.size > 0 && !step.item.event.isOrganizer));
  });
  if (shared.length === 0) return new Map();
  const keys = new Map(shared.map((step) => [eventRecordKey(context, step), step] as const));
  const others = Map.groupBy(shared, ({ item }) =>
    meetingKey(otherShape(item), undefined, context.fingerprint),
  );
  const found = (await context.salesforce.events.findByKeys([...keys.keys(), ...others.keys()])).filter(
    ({ isChild }) => !isChild,
  );
  const records = new Map<Fingerprint, RecordId>();
  for (const { id, key, time } of found) {
    // The record of the single event that the series was stands for the date at its time, and for no other; so the other way round. Its
    // subject says nothing: it may be that of a private event, or have changed meanwhile.
    const step = others
      .get((key ?? '') as Fingerprint)
      ?.find(({ item }) => timeValue(item.time) === timeValue(time));
    if (step?.meeting) records.set(step.meeting, id);
  }
  for (const { id, key } of found) {
    const meeting = key === null ? null : keys.get(key)?.meeting;
    if (meeting) records.set(meeting, id);
  }
  return records;
}
