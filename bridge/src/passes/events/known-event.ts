import type { EventTime } from '../../domain/event.ts';
import type { EventKeys } from '../../salesforce/events/salesforce-events.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import { eventKey } from '../../sync/events/match-key.ts';
import type { TakeFingerprint } from '../../sync/merge/merge-values.ts';

/** An event as the database keeps it: subject and key as hashes only. */
export function knownEvent(
  { id, subject, time, key, ...others }: EventKeys,
  fingerprint: TakeFingerprint,
): KnownEvent {
  return {
    recordId: id,
    ...others,
    start: instantOf(time.start, time),
    end: instantOf(time.end, time),
    matchKey: eventKey(subject, time, fingerprint),
    tandemKey: key === null ? null : fingerprint('Tandem_Key__c', key),
  };
}

function instantOf(moment: string, { isAllDay }: EventTime): string {
  return isAllDay ? `${moment}T00:00:00.000Z` : moment;
}
