import type { EventTime } from '../../domain/event.ts';
import { rememberedStamp } from '../../domain/stamp.ts';
import type { EventKeys } from '../../salesforce/events/salesforce-events.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import { eventKey } from '../../sync/events/match-key.ts';
import type { TakeFingerprint } from '../../sync/merge/merge-values.ts';

/** An event as the database keeps it: subject and key as hashes only. `readAt` is the org's time of the read. */
export function knownEvent(
  { id, subject, time, key, stamp, ...others }: EventKeys,
  fingerprint: TakeFingerprint,
  readAt: string | null,
): KnownEvent {
  return {
    recordId: id,
    ...others,
    stamp: rememberedStamp(stamp, readAt),
    start: instantOf(time.start, time),
    end: instantOf(time.end, time),
    matchKey: eventKey(subject, time, fingerprint),
    tandemKey: key === null ? null : fingerprint('Tandem_Key__c', key),
  };
}

function instantOf(moment: string, { isAllDay }: EventTime): string {
  return isAllDay ? `${moment}T00:00:00.000Z` : moment;
}
