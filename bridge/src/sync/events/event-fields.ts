import type { FieldDescription } from '../../domain/mapping.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import type { FieldMapping } from '../../rules/field-mapping.ts';
import type { Mapping, MappedField } from '../mapping/mapping.ts';

/** Fields of events that sync. `StartDateTime` stands for the whole time: start, end and all-day are one value. */
export const eventFields = {
  Subject: 'subject',
  StartDateTime: 'start',
  Location: 'location',
  Description: 'body',
  ShowAs: 'showAs',
  IsPrivate: 'sensitivity',
  ReminderDateTime: 'reminderMinutesBeforeStart',
} as const;

export type EventField = keyof typeof eventFields;

/** An admin can turn the flow of the others off; subject and time are what events are paired by. */
export const fixedEventFields: readonly string[] = ['Subject', 'StartDateTime'];

/** The mapping of a configuration's events, as far as the org's events have the fields. */
export function eventMapping(
  rows: readonly FieldMapping[],
  describe: ReadonlyMap<string, FieldDescription>,
): Mapping {
  const directions = new Map(rows.map(({ field, direction }) => [field, direction]));
  const fields = Object.entries(eventFields).flatMap(([field, root]): MappedField[] => {
    const description = describe.get(field);
    const direction = (fixedEventFields.includes(field) ? undefined : directions.get(field)) ?? 'Both';
    if (description === undefined || direction === 'Off') return [];
    const path = { root, slot: null, part: null };
    return [{ field, path, direction, describe: description, editable: true }];
  });
  return { fields, properties: [] };
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
}

const details: readonly string[] = ['Subject', 'Location', 'Description', 'ShowAs'];
const hiddenFields: readonly string[] = [...details, 'IsPrivate'];
/** What everybody sets on a copy of a meeting for themselves ("Update event"; the other properties are the organiser's). */
const ownToTheCopy: readonly string[] = ['ShowAs', 'IsPrivate', 'ReminderDateTime'];

/**
 * The mapping as it holds for one item: what may not be written to it in Exchange only flows to Salesforce. Of a private event only
 * a copy that Tandem made is reduced; what people wrote in a record of their own stays, and nothing is added to it.
 */
export function mappingFor(
  mapping: Mapping,
  { masked, isPeoples, hasAttendees, isOrganizer }: ItemConditions,
  policy: Pick<EventPolicy, 'descriptionToExchange'>,
): Mapping {
  const stays = (field: string) =>
    (masked && hiddenFields.includes(field)) ||
    (hasAttendees && field === 'Description' && !policy.descriptionToExchange) ||
    (!isOrganizer && !ownToTheCopy.includes(field));
  return {
    ...mapping,
    fields: mapping.fields.flatMap((mapped): MappedField[] => {
      if (!stays(mapped.field)) return [mapped];
      if (masked && isPeoples && details.includes(mapped.field)) return [];
      return mapped.direction === 'ToExchange' ? [] : [{ ...mapped, direction: 'ToSalesforce' }];
    }),
  };
}
