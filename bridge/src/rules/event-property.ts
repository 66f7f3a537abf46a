import type { PropertyPath } from './property-path.ts';

const textOfEvents: readonly string[] = ['location', 'body', 'categories'];

/** Places of an event that go with one standard field each, since only that holds their values. */
export const ownedEventProperties: ReadonlyMap<string, string> = new Map([
  ['subject', 'Subject'],
  ['start', 'StartDateTime'],
  ['showAs', 'ShowAs'],
  ['sensitivity', 'IsPrivate'],
  ['reminderMinutesBeforeStart', 'ReminderDateTime'],
]);

/**
 * Every place of an Exchange event that a field can be mapped to and that has a name of its own, by its path in a field mapping
 * (Microsoft Graph v1.0, "event resource type"). `categories` are all Outlook categories but the one that marks.
 */
export const eventProperties: ReadonlyMap<string, PropertyPath> = new Map(
  [...ownedEventProperties.keys(), ...textOfEvents].map((root) => [root, { root, slot: null, part: null }]),
);

/** With what the path begins of a field that people or add-ins made in Outlook; its name follows. */
export const namedPrefix = 'named:';

/** The Graph property in which such fields travel. */
export const namedRoot = 'singleValueExtendedProperties';

/** Letters, digits and little else: names stand in filters, and a path has 80 characters. */
const wellNamed = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?$/u;

/** The place of a path such as `location` or `named:Budget Code` in an event; undefined when there is none. */
export function eventPlace(property: string): PropertyPath | undefined {
  if (!property.startsWith(namedPrefix)) return eventProperties.get(property);
  const name = property.slice(namedPrefix.length);
  return wellNamed.test(name) ? { root: namedRoot, slot: null, part: name } : undefined;
}
