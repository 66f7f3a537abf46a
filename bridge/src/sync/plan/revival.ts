import type { Link } from '../../domain/link.ts';
import type { ExchangeSighting, SalesforceSighting } from './sighting.ts';

/**
 * Whether a suppressed link lives again: a person put the item back into the folder or restored the record, or the record
 * matches the filter again, or can be seen again, while its copy is still there. A link that never depended on the filter does
 * not wait for it. Links ended for other reasons stay ended.
 */
export function revives(
  link: Link,
  exchange: ExchangeSighting | null,
  salesforce: SalesforceSighting | null,
): boolean {
  if (exchange?.kind !== 'present' || salesforce?.kind !== 'present') return false;
  if (link.reason === 'MovedOut' || link.reason === 'DeletedByPolicy') return true;
  if (link.reason === 'AccessLost') return salesforce.inFilter === true || !link.inFilter;
  return link.reason === 'OutOfFilter' && salesforce.inFilter === true;
}

/** A link that starts anew: both sides are compared as if they had just been paired, and its item is the user's own by now. */
export function revived(link: Link): Link {
  return {
    ...link,
    state: 'Live',
    reason: null,
    madeBy: null,
    exchangePrints: {},
    salesforcePrints: {},
    pendingExchange: null,
    pendingSalesforce: null,
  };
}
