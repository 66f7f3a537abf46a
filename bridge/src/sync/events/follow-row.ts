import type { Values } from '../../domain/item.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { sameValue } from '../mapping/same-value.ts';
import type { Merge } from '../merge/merge-values.ts';
import { printOf } from '../merge/merge-values.ts';
import { mappingFor } from './event-fields.ts';
import { isPrivateItem } from './event-item.ts';
import { itemValues, recordValues } from './event-values.ts';
import type { EventMergeInput } from './merge-event.ts';

/**
 * A row of a Lightning or classic series is never written: Salesforce would change the whole series (Object Reference,
 * "Event"). So its copy in Exchange follows it in everything; what somebody changed there is listed as waiting, and kept as the
 * losing value of a conflict. Of a private event no value is kept, so that what was changed stays where it is.
 */
export function followRow(input: Omit<EventMergeInput, 'editable'>): {
  readonly merge: Merge;
  readonly mapping: Mapping;
} {
  const { link, item, record, masked, policy, fingerprint } = input;
  const mapping = mappingFor(
    input.mapping,
    {
      masked,
      isPeoples: true,
      hasAttendees: (item?.event.attendees.length ?? 0) > 0,
      isOrganizer: true,
      unholdable: false,
      isPrivateElsewhere: item?.isPrivateElsewhere === true,
    },
    policy,
  );
  const theirs = item === null ? null : itemValues(item, masked, mapping);
  const ours = recordValues(record, mapping);
  const differing = mapping.fields.filter((mapped) => {
    const value = ours[mapped.field] ?? null;
    if (mapped.direction === 'ToSalesforce') return false;
    if (theirs === null)
      return link.salesforcePrints[mapped.field] !== printOf(mapped, value, { fingerprint });
    return !sameValue(mapped, theirs[mapped.field] ?? null, value, {});
  });
  const changed = differing.filter((mapped) => {
    // What nobody remembers may have been changed there as well.
    const before = link.exchangePrints[mapped.field];
    return theirs !== null && before !== printOf(mapped, theirs[mapped.field] ?? null, { fingerprint });
  });
  const isPrivate = masked || (item !== null && isPrivateItem(item));
  const left = isPrivate ? changed : [];
  const toExchange: Values = Object.fromEntries(
    differing.filter((mapped) => !left.includes(mapped)).map(({ field }) => [field, ours[field] ?? null]),
  );
  const conflicts = changed.flatMap((mapped): Merge['conflicts'] => {
    const losing = theirs?.[mapped.field] ?? null;
    return left.includes(mapped) || losing === null
      ? []
      : [{ field: mapped.field, winner: 'Salesforce', losing }];
  });
  const against = left.map(({ field }) => ({ field, side: 'Exchange' }) as const);
  const merge = { toExchange, toSalesforce: {}, waiting: changed, against, conflicts, clippings: [] };
  return { merge, mapping };
}
