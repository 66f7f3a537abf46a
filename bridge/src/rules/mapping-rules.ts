import { defaultEventMapping, fixedEventFields } from './default-event-mapping.ts';
import { defaultContactMapping, fixedFields } from './default-mapping.ts';
import { eventPlace, ownedEventProperties } from './event-property.ts';
import type { FieldMapping } from './field-mapping.ts';
import { exchangeProperties, type PropertyPath } from './property-path.ts';

/** Of what a field mapping is. */
export type MappedKind = 'Contact' | 'Event';

/** What decides which field mappings of one kind can work. */
export interface MappingRules {
  readonly defaults: readonly FieldMapping[];
  /** Fields that pairing relies on: they cannot be pointed elsewhere. */
  readonly fixed: readonly string[];
  /** Whether those have to flow both ways. */
  readonly fixedBothWays: boolean;
  /** The place of a path in an Exchange item; undefined when there is none. */
  readonly placeOf: (property: string) => PropertyPath | undefined;
  /** The only field that a place goes with; undefined where any can hold its values. */
  readonly ownerOf: (property: string) => string | undefined;
}

/** The rules of contacts and of events. */
export const mappingRules: Readonly<Record<MappedKind, MappingRules>> = {
  Contact: {
    defaults: defaultContactMapping,
    fixed: fixedFields,
    fixedBothWays: false,
    placeOf: (property) => exchangeProperties.get(property),
    ownerOf: () => undefined,
  },
  Event: {
    defaults: defaultEventMapping,
    fixed: fixedEventFields,
    fixedBothWays: true,
    placeOf: eventPlace,
    ownerOf: (property) => ownedEventProperties.get(property),
  },
};
