import type { EventTime } from '../../domain/event.ts';
import type { Fingerprint } from '../../domain/ids.ts';
import { canonical, narrow } from '../mapping/canonical.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import type { EventItem } from './event-item.ts';
import { meetingOf } from './event-item.ts';
import { timeValue } from './event-time.ts';

/** As much of a subject as Salesforce holds. */
const longestSubject = { length: 255, type: 'string' };

/**
 * Hash of subject, start and end together, letter case ignored and the subject no longer than Salesforce holds it: by it an event is
 * recognised on the other side.
 */
export function eventKey(subject: unknown, time: EventTime, fingerprint: TakeFingerprint): Fingerprint {
  const words = narrow(canonical(subject, 'string'), longestSubject)?.toLowerCase() ?? null;
  return fingerprint('event key', JSON.stringify([words, timeValue(time)]));
}

/** Hash of what all copies of a meeting are known by. */
export function meetingKey(
  item: EventItem,
  masterUid: string | undefined,
  fingerprint: TakeFingerprint,
): Fingerprint {
  return fingerprint('meeting', meetingOf(item, masterUid));
}
