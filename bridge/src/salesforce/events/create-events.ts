import type { RecordId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { Org } from '../wire/org.ts';
import { insertOnce } from './insert-once.ts';
import type { NewEvent } from './salesforce-events.ts';

/** Makes events; of those without an answer the keys tell later whether they were made. */
export function createEvents(org: Org, events: readonly NewEvent[]): Promise<readonly Outcome<RecordId>[]> {
  return insertOnce(
    org,
    'Event',
    events.map(({ key, fields }) => ({ ...fields, Tandem_Key__c: key })),
  );
}
