import type { ExchangeContact, SalesforceContact } from '../../domain/item.ts';

/** What a pass saw of an Exchange item; nothing seen means nothing changed. */
export type ExchangeSighting =
  | { readonly kind: 'present'; readonly contact: ExchangeContact }
  | { readonly kind: 'gone'; readonly how: 'Deleted' | 'DeletedUnseen' | 'MovedOut' };

/** What a pass saw of a Salesforce record. */
export type SalesforceSighting =
  | { readonly kind: 'present'; readonly record: SalesforceContact; readonly inFilter: boolean }
  | { readonly kind: 'gone'; readonly how: 'DeletedByUser' | 'DeletedByOther' | 'DeletedUnseen' };
