import type { RecordAccess } from '../../domain/record-access.ts';
import type { ExchangeContact, SalesforceContact } from '../../domain/item.ts';

/** What a pass saw of an Exchange item; nothing seen means nothing changed. */
export type ExchangeSighting =
  | { readonly kind: 'present'; readonly contact: ExchangeContact }
  | { readonly kind: 'gone'; readonly how: 'Deleted' | 'DeletedUnseen' | 'MovedOut' };

/** What a pass saw of a Salesforce record. */
export type SalesforceSighting =
  | {
      readonly kind: 'present';
      readonly record: SalesforceContact;
      /** Whether it goes out to the mailbox; null while that cannot be known, because the filter is broken. */
      readonly inFilter: boolean | null;
      /** What the mailbox's user may do with it; reading at the least. */
      readonly access: RecordAccess;
    }
  /** It is there, but the mailbox's user may not see it, so nothing of it is known here. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'gone'; readonly how: 'DeletedByUser' | 'DeletedByOther' | 'DeletedUnseen' };
