import type { SalesforceEvent } from '../../domain/event.ts';
import type { Link } from '../../domain/link.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { sameValue } from '../mapping/same-value.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { printsAfter } from '../merge/merge-values.ts';
import type { EventItem } from './event-item.ts';
import { itemValues, recordValues } from './event-values.ts';

/**
 * What a new pair holds alike is remembered of both sides, although nobody saw it written: a change of it has a side from now on.
 * What differs is left to be compared.
 */
export function printsOfAlike(
  item: EventItem,
  record: SalesforceEvent,
  mapping: Mapping,
  fingerprint: TakeFingerprint,
): Pick<Link, 'exchangePrints' | 'salesforcePrints'> {
  const [there, here] = [itemValues(item, false, mapping), recordValues(record, mapping)];
  const fields = mapping.fields.filter((mapped) =>
    sameValue(mapped, there[mapped.field] ?? null, here[mapped.field] ?? null, {}),
  );
  return {
    exchangePrints: printsAfter(there, { ...mapping, fields }, fingerprint),
    salesforcePrints: printsAfter(here, { ...mapping, fields }, fingerprint),
  };
}
