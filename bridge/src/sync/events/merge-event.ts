import type { EventPolicy } from '../../domain/policy.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { MappedField, Mapping } from '../mapping/mapping.ts';
import type { Merge } from '../merge/merge-values.ts';
import { mergeValues } from '../merge/merge-values.ts';
import type { Remembered } from './counted-prints.ts';
import { countedPrints } from './counted-prints.ts';
import { mappingFor } from './event-fields.ts';
import { isPrivateItem } from './event-item.ts';
import { unholdable } from './event-time.ts';
import { busy, itemValues, recordValues } from './event-values.ts';

/** What the merge of an item with its record depends on. */
export interface EventMergeInput extends Remembered {
  /** Whether the mailbox's user may change the record. */
  readonly editable: boolean;
  readonly policy: EventPolicy;
  readonly mapping: Mapping;
}

/** The three-way merge of an event, with the mapping as it holds for it. What is lost of a private event is kept nowhere. */
export function mergeEvent(input: EventMergeInput): {
  readonly merge: Merge;
  readonly mapping: Mapping;
} {
  const { item, record, masked, editable, policy, fingerprint } = input;
  const mapping = mappingOf(input, item?.event.isOrganizer ?? true);
  const { exchangePrints, salesforcePrints } = countedPrints(input, mapping);
  const merge = mergeValues({
    mapping,
    direction: policy.direction,
    winner: policy.conflictWinner,
    exchange: {
      values: item === null ? null : itemValues(item, masked, mapping),
      prints: exchangePrints,
      modified: item?.event.modified ?? '',
    },
    exchangeProperties: {},
    salesforce: {
      values: recordValues(record, mapping),
      prints: salesforcePrints,
      modified: record.modified,
    },
    editable,
    companyOpen: false,
    merged: false,
    fingerprint,
  });
  const isPrivate = masked || (item !== null && isPrivateItem(item));
  return { merge: isPrivate ? { ...merge, conflicts: [] } : merge, mapping };
}

/** Of the changes in Salesforce that an attendee's copy cannot take: those that the organiser's copy would. */
export function organisersFields(input: EventMergeInput, { against }: Merge): readonly MappedField[] {
  if (!flowsFrom('Salesforce', input.policy.direction)) return [];
  const stuck = new Set(against.flatMap(({ field, side }) => (side === 'Salesforce' ? [field] : [])));
  return mappingOf(input, true).fields.filter(
    ({ field, direction }) => stuck.has(field) && direction !== 'ToSalesforce',
  );
}

function mappingOf(input: EventMergeInput, isOrganizer: boolean): Mapping {
  const { item, record, masked, policy } = input;
  const hasAttendees = (item?.event.attendees.length ?? 0) > 0;
  const conditions = {
    masked: masked || isReduced(input),
    isPeoples: !record.isCopy,
    hasAttendees,
    isOrganizer,
    unholdable: item !== null && unholdable(item.time) !== null,
    isPrivateElsewhere: item?.isPrivateElsewhere === true,
  };
  return mappingFor(input.mapping, conditions, policy);
}

/**
 * Whether the record shows no more than that somebody is busy, and nobody remembers that it ever showed more. So much Tandem may
 * have left of a private event, and it must not take the place of what stands in Exchange.
 */
function isReduced({ link, record, mapping }: EventMergeInput): boolean {
  const { Subject, IsPrivate } = recordValues(record, mapping);
  return link.salesforcePrints.Subject === undefined && Subject === busy && IsPrivate === 'true';
}
