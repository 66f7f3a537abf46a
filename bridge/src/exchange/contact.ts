import { z } from 'zod';
import type { ExchangeId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { ExchangeContact } from '../domain/item.ts';
import { contactShape } from './contact-shape.ts';

/** Asked for beside the mapped properties. */
const ownProperties = ['parentFolderId', 'lastModifiedDateTime'];

/** What a contact on the wire comes to; `partial` when parts are missing that the service leaves out of some delta items. */
export type ReadContact =
  | { readonly kind: 'contact'; readonly contact: ExchangeContact }
  | { readonly kind: 'partial'; readonly id: ExchangeId }
  | { readonly kind: 'malformed'; readonly id: ExchangeId | null; readonly detail: string };

/** The `$select` for these properties and what every contact needs. */
export function selectContact(properties: readonly string[]): string {
  return `$select=${[...new Set([...properties, ...ownProperties])].map(encodeURIComponent).join(',')}`;
}

/** Reads a contact with the named properties; null takes all that came. Details name properties, never values. */
export function readContact(body: unknown, properties: readonly string[] | null): ReadContact {
  const parsed = contactShape.safeParse(body);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the item');
    return { kind: 'malformed', id: idOf(body), detail: `unreadable: ${[...new Set(places)].join(', ')}` };
  }
  const { id, '@odata.etag': etag, parentFolderId, lastModifiedDateTime } = parsed.data;
  if (parentFolderId === undefined || lastModifiedDateTime === undefined) {
    return { kind: 'partial', id: as<ExchangeId>(id) };
  }
  return {
    kind: 'contact',
    contact: {
      id: as<ExchangeId>(id),
      ...(etag === undefined ? {} : { etag }),
      parentFolderId,
      modified: lastModifiedDateTime,
      properties: pick(parsed.data, properties),
    },
  };
}

function pick(
  body: Readonly<Record<string, unknown>>,
  properties: readonly string[] | null,
): Record<string, unknown> {
  const wanted = (name: string) =>
    properties ? properties.includes(name) : !name.includes('@') && name !== 'singleValueExtendedProperties';
  return Object.fromEntries(Object.entries(body).filter(([name]) => wanted(name)));
}

function idOf(body: unknown): ExchangeId | null {
  const parsed = z.looseObject({ id: z.string().min(1) }).safeParse(body);
  return parsed.success ? as<ExchangeId>(parsed.data.id) : null;
}
