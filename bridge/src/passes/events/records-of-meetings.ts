import type { Fingerprint, RecordId } from '../../domain/ids.ts';
import type { CreateRecordStep } from '../../sync/events/event-step.ts';
import type { EventPassContext } from './event-context.ts';
import { eventRecordKey } from './event-record-key.ts';

/**
 * The records of these meetings that another mailbox's pass made and did not live to remember. Only meetings that another
 * synced mailbox has too are looked for, by their key.
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
  const keys = new Map(
    withOthers.flatMap((step) => {
      const { attendees, organizer } = step.item.event;
      const people = [organizer ?? '', ...attendees.map(({ email }) => email)];
      const isShared = people.some((email) => synced.has(email.toLowerCase()));
      return isShared && step.meeting !== null
        ? [[eventRecordKey(context, step), step.meeting] as const]
        : [];
    }),
  );
  if (keys.size === 0) return new Map();
  const found = await context.salesforce.events.findByKeys([...keys.keys()]);
  return new Map(
    found.flatMap(({ id, key, isChild }) => {
      const meeting = key === null ? undefined : keys.get(key);
      return meeting === undefined || isChild ? [] : [[meeting, id] as const];
    }),
  );
}
