import { z } from 'zod';
import type { ExchangeProperties } from '../domain/item.ts';

/** The extended property in which a contact of Exchange names its Salesforce record. Never to be changed: contacts carry it. */
export const markerProperty = 'String {7d3c1f5e-52b4-4e0b-9c55-0f6f7a1d2b68} Name TandemRecord';

const marked = z.looseObject({
  singleValueExtendedProperties: z.array(z.looseObject({ id: z.string(), value: z.string() })),
});

/** The extended property in which a contact folder or calendar names the org that syncs it. Never to be changed: they carry it. */
export const orgProperty = 'String {7d3c1f5e-52b4-4e0b-9c55-0f6f7a1d2b68} Name TandemOrg';

/** The `$expand` that brings the marker with a contact. */
export const expandMarker = expandAll([markerProperty]);

/** The `$expand` that brings the org with a folder or calendar. */
export const expandOrg = expandAll([orgProperty]);

/** The `$filter` that finds the contacts of this marker. */
export function filterByMarker(marker: string): string {
  const value = marker.replaceAll("'", "''");
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${markerProperty}' and ep/value eq '${value}')`;
  return `$filter=${encodeURIComponent(filter)}`;
}

/** What a create sends to mark its item, beside the extended properties that the item has. */
export function markedWith(marker: string, properties: ExchangeProperties = {}): Record<string, unknown> {
  const { singleValueExtendedProperties: own = [] } = properties;
  return {
    singleValueExtendedProperties: [...(own as unknown[]), { id: markerProperty, value: marker }],
  };
}

/** The marker that an expanded contact carries. Property ids are compared case-blind, as Exchange does. */
export function markerOf(body: unknown): string | null {
  return valueIn(body, markerProperty);
}

/** The org that an expanded folder or calendar names. */
export function orgOf(body: unknown): string | null {
  return valueIn(body, orgProperty);
}

function valueIn(body: unknown, property: string): string | null {
  const parsed = marked.safeParse(body);
  if (!parsed.success) return null;
  const own = parsed.data.singleValueExtendedProperties.find(
    ({ id }) => id.toLowerCase() === property.toLowerCase(),
  );
  return own?.value ?? null;
}

/** The `$expand` that brings these extended properties. */
export function expandAll(properties: readonly string[]): string {
  const filter = properties.map((property) => `id eq '${property}'`).join(' or ');
  return `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=${filter})`)}`;
}
