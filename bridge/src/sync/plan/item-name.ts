import type { ExchangeContact, SalesforceContact } from '../../domain/item.ts';

/** How people know the contact; for issues in Salesforce only. */
export function itemName(contact: ExchangeContact | null, record: SalesforceContact | null): string {
  const shown = contact?.properties.displayName;
  if (typeof shown === 'string' && shown.trim() !== '') return shown.slice(0, 255);
  const words = [record?.values.FirstName, record?.values.LastName].filter((word) => word);
  return words.join(' ').slice(0, 255) || 'Contact without a name';
}
