import type { CreateRecordStep } from '../../sync/events/event-step.ts';
import { recordKeyOf } from '../../sync/identity.ts';
import type { EventPassContext } from './event-context.ts';

/**
 * Activity.Tandem_Key__c of a record made from an item: what all copies of its meeting and date are known by, so that whichever
 * mailbox looks for the record finds it.
 */
export function eventRecordKey(
  { exchangeUserId }: Pick<EventPassContext, 'exchangeUserId'>,
  { meeting, item }: Pick<CreateRecordStep, 'meeting' | 'item'>,
): string {
  return meeting ?? recordKeyOf(exchangeUserId, item.id);
}
