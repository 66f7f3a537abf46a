import { z } from 'zod';

/** The extended property in which a contact of Exchange names its Salesforce record. Never to be changed: contacts carry it. */
export const markerProperty = 'String {7d3c1f5e-52b4-4e0b-9c55-0f6f7a1d2b68} Name TandemRecord';

const marked = z.looseObject({
  singleValueExtendedProperties: z.array(z.looseObject({ id: z.string(), value: z.string() })),
});

/** The `$expand` that brings the marker with a contact. */
export const expandMarker = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${markerProperty}')`)}`;

/** The `$filter` that finds the contacts of this marker. */
export function filterByMarker(marker: string): string {
  const value = marker.replaceAll("'", "''");
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${markerProperty}' and ep/value eq '${value}')`;
  return `$filter=${encodeURIComponent(filter)}`;
}

/** What a create sends to mark its contact. */
export function markedWith(marker: string): Record<string, unknown> {
  return { singleValueExtendedProperties: [{ id: markerProperty, value: marker }] };
}

/** The marker that an expanded contact carries. Property ids are compared case-blind, as Exchange does. */
export function markerOf(body: unknown): string | null {
  const parsed = marked.safeParse(body);
  if (!parsed.success) return null;
  const own = parsed.data.singleValueExtendedProperties.find(
    ({ id }) => id.toLowerCase() === markerProperty.toLowerCase(),
  );
  return own?.value ?? null;
}
