import type { SalesforceEvent } from '../../domain/event.ts';
import type { Fingerprints, Link } from '../../domain/link.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { MappedField, Mapping } from '../mapping/mapping.ts';
import type { Merge, TakeFingerprint } from '../merge/merge-values.ts';
import { mergeValues } from '../merge/merge-values.ts';
import { isHidden, mappingFor } from './event-fields.ts';
import type { EventItem } from './event-item.ts';
import { isPrivateItem } from './event-item.ts';
import { unholdable } from './event-time.ts';
import { busy, itemValues, recordValues } from './event-values.ts';
import { printsOfAlike } from './prints-of-alike.ts';

/** What the merge of an item with its record depends on. */
export interface EventMergeInput {
  readonly link: Link;
  /** Null when the item was not read, because nothing changed there. */
  readonly item: EventItem | null;
  readonly record: SalesforceEvent;
  readonly masked: boolean;
  /** Whether the mailbox's user may change the record. */
  readonly editable: boolean;
  readonly policy: EventPolicy;
  readonly mapping: Mapping;
  readonly fingerprint: TakeFingerprint;
}

/** The three-way merge of an event, with the mapping as it holds for it. What is lost of a private event is kept nowhere. */
export function mergeEvent(input: EventMergeInput): {
  readonly merge: Merge;
  readonly mapping: Mapping;
} {
  const { link, item, record, masked, editable, policy, fingerprint } = input;
  const mapping = mappingOf(input, item?.event.isOrganizer ?? true);
  const shown = shownDetails(input, mapping);
  const merge = mergeValues({
    mapping,
    direction: policy.direction,
    winner: policy.conflictWinner,
    exchange: {
      values: item === null ? null : itemValues(item, masked, mapping),
      prints: standing(item, { ...link.exchangePrints, ...shown.exchangePrints }),
      modified: item?.event.modified ?? '',
    },
    exchangeProperties: {},
    salesforce: {
      values: recordValues(record, mapping),
      prints: standing(item, { ...link.salesforcePrints, ...shown.salesforcePrints }),
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

/** While another mailbox's copy is private nobody makes the record public: what Salesforce says of that counts as never known. */
function standing(item: EventItem | null, { IsPrivate, ...prints }: Fingerprints): Fingerprints {
  return IsPrivate === undefined || item?.isPrivateElsewhere === true ? prints : { ...prints, IsPrivate };
}

/**
 * What the record shows of a masked item, whatever is remembered of it: after a reset that is nothing, and after a pass that broke
 * off not what was written last. It was taken from there, and counts as remembered on both sides, so that it is taken away.
 */
function shownDetails(
  { item, record, masked, fingerprint }: EventMergeInput,
  mapping: Mapping,
): Pick<Link, 'exchangePrints' | 'salesforcePrints'> {
  if (item === null || !masked) return { exchangePrints: {}, salesforcePrints: {} };
  const whole = itemValues(item, false, mapping);
  const fields = mapping.fields.filter(({ field }) => isHidden(field) && (whole[field] ?? null) !== null);
  return printsOfAlike(item, record, { ...mapping, fields }, fingerprint);
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
