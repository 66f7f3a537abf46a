import type { SalesforceEvent } from '../../domain/event.ts';
import type { RecordAccess } from '../../domain/record-access.ts';
import type { EventItem } from './event-item.ts';

/** What a pass saw of an item of the calendar; nothing seen means nothing changed. */
export type ItemSighting =
  | { readonly kind: 'present'; readonly item: EventItem; readonly masked: boolean }
  /** `MovedOut`: a person took the mark away. */
  | { readonly kind: 'gone'; readonly how: 'Deleted' | 'DeletedUnseen' | 'MovedOut' }
  /** It turned private, and nothing of private events goes to Salesforce. */
  | { readonly kind: 'hidden'; readonly item: EventItem };

/** What a pass saw of a Salesforce event. */
export type RecordSighting =
  | { readonly kind: 'present'; readonly record: SalesforceEvent; readonly access: RecordAccess }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'gone'; readonly how: 'DeletedByUser' | 'DeletedByOther' | 'DeletedUnseen' };
