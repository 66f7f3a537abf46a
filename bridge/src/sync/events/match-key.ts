import type { EventTime } from '../../domain/event.ts';
import type { Fingerprint } from '../../domain/ids.ts';
import { canonical } from '../mapping/canonical.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import type { EventItem } from './event-item.ts';
import { meetingOf } from './event-item.ts';
import { timeValue } from './event-time.ts';

/** Hash of subject, start and end together, letter case ignored: by it an event is recognised on the other side. */
export function eventKey(subject: unknown, time: EventTime, fingerprint: TakeFingerprint): Fingerprint {
  const words = canonical(subject, 'string')?.toLowerCase() ?? null;
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
