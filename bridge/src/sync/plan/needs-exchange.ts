import type { SalesforceContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { canonicalValues, needsWholeContact } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { printOf } from '../merge/merge-values.ts';

/**
 * Whether the Exchange contact must be read before a change of its record can be planned: its version is not known, what
 * it held is not remembered, a changed field shares its property with others, or it may hold a value that Salesforce never had.
 */
export function needsExchange(
  link: Link,
  record: SalesforceContact,
  mapping: Mapping,
  fingerprint: TakeFingerprint,
): boolean {
  if (link.etag === null) return true;
  const values = canonicalValues(record.values, mapping);
  return mapping.fields.some((field) => {
    const exchange = link.exchangePrints[field.field];
    const salesforce = link.salesforcePrints[field.field];
    if (exchange === undefined) return true;
    const current = printOf(field, values[field.field] ?? null, { fingerprint });
    // A field that was left out when the record was made is of interest only when the org filled it in.
    if (salesforce === undefined) return current !== exchange;
    return current !== salesforce && (needsWholeContact(field) || salesforce !== exchange);
  });
}
