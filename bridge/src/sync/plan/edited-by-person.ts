import type { ExchangeContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { valuesOf } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { printsAfter } from '../merge/merge-values.ts';

/**
 * Whether a person changed the copy that Tandem made, be it in a property that is not mapped. Such a copy is theirs from then on,
 * and no longer removed when its record leaves the filter.
 */
export function editedByPerson(
  link: Link,
  contact: ExchangeContact,
  mapping: Mapping,
  fingerprint: TakeFingerprint,
): boolean {
  if (link.madeBy !== 'Exchange' || contact.etag === undefined) return false;
  if (link.etag !== null) return contact.etag !== link.etag;
  const now = printsAfter(valuesOf(contact.properties, mapping), mapping, fingerprint);
  return Object.entries(link.exchangePrints).some(([field, print]) => field in now && now[field] !== print);
}
