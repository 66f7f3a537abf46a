import type { FieldDescription } from '../../domain/mapping.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import { namedRoot } from '../../rules/event-property.ts';
import type { FieldMapping } from '../../rules/field-mapping.ts';
import type { CheckedMapping, Mapping, MappedField } from '../mapping/mapping.ts';
import { checkedMapping } from '../mapping/mapping.ts';

/** A configuration's mapping of events, as far as the org's events have the fields, and why the rest cannot work. */
export function eventMapping(
  rows: readonly FieldMapping[],
  describe: ReadonlyMap<string, FieldDescription>,
): CheckedMapping {
  return checkedMapping('Event', rows, describe);
}

/** Whose changes may flow, for one item. */
export interface ItemConditions {
  /** Only the time of a private event is shown in Salesforce. */
  readonly masked: boolean;
  /** The record was made by a person and not by Tandem, so that its details are theirs. */
  readonly isPeoples: boolean;
  /** Others attend it, and may read what is written to it. */
  readonly hasAttendees: boolean;
  /** The item belongs to somebody else: an attendee's copy takes only what is its own. */
  readonly isOrganizer: boolean;
  /** Salesforce cannot hold an event that is then, so that its time stays as it is there. */
  readonly unholdable: boolean;
  /** Another mailbox's copy is private, so that this one cannot say that the record is not. */
  readonly isPrivateElsewhere: boolean;
}

const notHidden: readonly string[] = ['StartDateTime', 'ReminderDateTime'];
/** What everybody sets on a copy of a meeting for themselves ("Update event"; the other properties are the organiser's). */
const ownToTheCopy: readonly string[] = [
  ...['showAs', 'sensitivity', 'reminderMinutesBeforeStart', 'categories'],
  namedRoot,
];

/** Whether a field of a private event that shows its time only is kept from Salesforce. */
export function isHidden(field: string): boolean {
  return !notHidden.includes(field);
}

/**
 * The mapping as it holds for one item: what may not be written to it in Exchange only flows to Salesforce. Of a private event only
 * a copy that Tandem made is reduced; what people wrote in a record of their own stays, and nothing is added to it.
 */
export function mappingFor(
  mapping: Mapping,
  { masked, isPeoples, hasAttendees, isOrganizer, unholdable, isPrivateElsewhere }: ItemConditions,
  policy: Pick<EventPolicy, 'descriptionToExchange'>,
): Mapping {
  const stays = ({ field, path }: MappedField) =>
    (masked && isHidden(field)) ||
    (isPrivateElsewhere && path.root === 'sensitivity') ||
    (hasAttendees && path.root === 'body' && !policy.descriptionToExchange) ||
    (!isOrganizer && !ownToTheCopy.includes(path.root));
  return {
    ...mapping,
    fields: mapping.fields.flatMap((mapped): MappedField[] => {
      if (unholdable && mapped.field === 'StartDateTime')
        return stays(mapped) || mapped.direction === 'ToSalesforce'
          ? []
          : [{ ...mapped, direction: 'ToExchange' }];
      if (!stays(mapped)) return [mapped];
      if (masked && isPeoples && isHidden(mapped.field) && mapped.field !== 'IsPrivate') return [];
      return mapped.direction === 'ToExchange' ? [] : [{ ...mapped, direction: 'ToSalesforce' }];
    }),
  };
}
