import { refuse } from '../errors.ts';
import { DEFAULT_VALUES } from './event-values.ts';
import type { EventValues } from './event-values.ts';

type Places = Pick<EventValues, 'location' | 'locations'>;
type Place = Record<string, unknown>;

/** Reads `location`; `locations` follows it. */
export function readLocation(value: unknown): Places {
  const given = place(value ?? {}, 'location');
  const name = given.displayName ?? '';
  const { address, coordinates } = given;
  if (name === '' && address === undefined) return { location: DEFAULT_VALUES.location, locations: [] };
  const details = {
    ...(address === undefined ? {} : { address }),
    ...(coordinates === undefined ? {} : { coordinates }),
  };
  return {
    location: {
      displayName: name,
      locationType: 'default',
      uniqueId: name,
      uniqueIdType: 'private',
      ...details,
    },
    locations: [{ displayName: name, locationType: 'default', uniqueIdType: 'unknown', ...details }],
  };
}

/** Reads `locations`; `location` names them all. */
export function readLocations(value: unknown): Places {
  if (!Array.isArray(value)) throw refuse.bodyValue('locations', 'Collection(microsoft.graph.location)');
  const all = value.map((entry) => readLocation(entry));
  const name = all.map(({ location }) => location.displayName).join('; ');
  const single = all.length === 1 ? all[0] : undefined;
  return {
    location: single?.location ?? readLocation({ displayName: name }).location,
    locations: all.flatMap(({ locations }) => locations),
  };
}

function place(value: unknown, name: string): Place & { displayName?: string | null } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse.bodyValue(name, 'microsoft.graph.location');
  const given = value as Place;
  const { displayName } = given;
  if (displayName !== undefined && displayName !== null && typeof displayName !== 'string')
    throw refuse.bodyValue(`${name}/displayName`, 'Edm.String');
  return given;
}
