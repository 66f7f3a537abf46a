import type { SalesforceEvent } from '../../domain/event.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { NewRecord } from '../../sync/events/plan-events.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { lookAtKnown } from './look.ts';
import { outgoingEvents } from './outgoing.ts';

/**
 * The records that go out to the calendar: those that no link holds, of before or made in this pass (`taken`), but for links whose
 * item was withdrawn.
 */
export async function newEventRecords(
  context: EventPassContext,
  changes: CalendarChanges,
  taken: readonly RecordId[],
): Promise<readonly NewRecord[]> {
  const withdrawn = new Map(
    changes.links.flatMap((link) => (wasWithdrawn(link, changes) ? [[link.recordId, link] as const] : [])),
  );
  const held = new Set([
    ...changes.links.flatMap((link) => (wasWithdrawn(link, changes) ? [] : [link.recordId])),
    ...taken,
  ]);
  const found = await lookAtKnown(context, await outgoingEvents(context, changes, held));
  return [...found.salesforce].flatMap(([id, sighting]) =>
    sighting.kind === 'present' && isDate(sighting.record)
      ? [{ record: sighting.record, replaces: withdrawn.get(id) ?? null }]
      : [],
  );
}

/** Whether the item that Tandem had made was taken away when the record was no longer the user's, and is not there any more. */
function wasWithdrawn({ state, reason, madeBy, exchangeId }: Link, { gone }: CalendarChanges): boolean {
  const ended = state === 'Suppressed' && reason === 'AccessLost' && madeBy === 'Exchange';
  return ended && gone.has(exchangeId) && gone.get(exchangeId) !== 'MovedOut';
}

/** Whether a record is an event of its own: no copy of the platform's, no pattern, and not another product's. */
function isDate({ isChild, isClientManaged, isPattern }: SalesforceEvent): boolean {
  return !isChild && !isClientManaged && !isPattern;
}
