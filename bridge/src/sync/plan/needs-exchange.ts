import type { SalesforceContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import type { ContactMapping } from '../mapping/contact-mapping.ts';
import { canonicalValues, needsWholeContact } from '../mapping/contact-mapping.ts';
import type { TakeFingerprint } from '../merge/merge-contact.ts';
import { printOf } from '../merge/merge-contact.ts';

/**
 * Whether the Exchange contact must be read before a change of its record can be planned: its version is not known, what
 * it held is not remembered, a changed field shares its property with others, or it may hold a value that Salesforce never had.
 */
export function needsExchange(
  link: Link,
  record: SalesforceContact,
  mapping: ContactMapping,
  fingerprint: TakeFingerprint,
): boolean {
  if (link.etag === null) return true;
  const values = canonicalValues(record.values, mapping);
  return mapping.fields.some((field) => {
    if (link.exchangePrints[field.field] === undefined || link.salesforcePrints[field.field] === undefined)
      return true;
    const changed =
      link.salesforcePrints[field.field] !== printOf(field, values[field.field] ?? null, { fingerprint });
    const shared = link.salesforcePrints[field.field] === link.exchangePrints[field.field];
    return changed && (needsWholeContact(field) || !shared);
  });
}
