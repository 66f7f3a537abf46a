import type { RecordId } from '../../domain/ids.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import { touches } from '../../sync/events/window.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';

/**
 * The records that may go out to the calendar and that no link holds: the user's own within the window, without the copies that
 * the platform makes for invited users and what another product writes. In a full round all that are known are asked, and when
 * days came into the window those that touch them.
 */
export async function outgoingEvents(
  context: EventPassContext,
  { inbox, full, windows, entered }: CalendarChanges,
  held: ReadonlySet<RecordId>,
): Promise<ReadonlyMap<RecordId, KnownEvent>> {
  const { store, userId, policy } = context;
  if (!flowsFrom('Salesforce', policy.direction)) return new Map();
  const days = full ? windows.events : entered;
  const reported = full ? [] : [...(await store.events.get(inbox.map(({ recordId }) => recordId))).values()];
  const known = days === null ? [] : await store.events.ownedIn(userId, days.from, days.until);
  const going = [...reported, ...known].filter(
    (event) =>
      event.ownerId === userId &&
      !event.deleted &&
      !event.isChild &&
      !event.isClientManaged &&
      !held.has(event.recordId) &&
      touches({ isAllDay: false, start: event.start, end: event.end }, windows.events) &&
      isNewEnough(event, context),
  );
  return new Map(going.map((event) => [event.recordId, event]));
}

/** Which events from before the activation go out is the admin's choice. */
export function isNewEnough(
  { created, end }: Pick<KnownEvent, 'created' | 'end'>,
  { policy, begun }: Pick<EventPassContext, 'policy' | 'begun'>,
): boolean {
  if (policy.earlierEvents === 'Window' || isAfter(created, begun)) return true;
  return policy.earlierEvents === 'Future' && isAfter(end, begun);
}

function isAfter(instant: string, moment: string): boolean {
  return Date.parse(instant) >= Date.parse(moment);
}
