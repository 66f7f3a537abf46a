import type { IssueCode } from '../../domain/issue-codes.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import { isMarked } from './categories.ts';
import type { EventItem } from './event-item.ts';
import { isPrivateItem } from './event-item.ts';
import { unholdable } from './event-time.ts';

/** Whether an item syncs, and what of it. */
export type ItemScope =
  | { readonly kind: 'syncs'; readonly masked: boolean }
  /** Nothing of it goes to Salesforce: `Cancelled` counts as deleted, the others as taken away by a person or an admin. */
  | { readonly kind: 'leftOut'; readonly why: 'Cancelled' | 'Unmarked' | 'Private' | 'Series' }
  /** Salesforce cannot hold it. */
  | { readonly kind: 'cannot'; readonly masked: boolean; readonly issue: IssueCode };

/** What of an item a configuration syncs. */
export function itemScope(
  item: EventItem,
  policy: Pick<EventPolicy, 'selection' | 'privateEvents' | 'series'>,
): ItemScope {
  const { event, time, series } = item;
  if (event.isCancelled) return { kind: 'leftOut', why: 'Cancelled' };
  if (series !== null && !policy.series) return { kind: 'leftOut', why: 'Series' };
  if (policy.selection === 'Marked' && !isMarked(event.categories))
    return { kind: 'leftOut', why: 'Unmarked' };
  const isPrivate = isPrivateItem(item);
  if (isPrivate && policy.privateEvents === 'Skip') return { kind: 'leftOut', why: 'Private' };
  const masked = isPrivate && policy.privateEvents === 'TimeOnly';
  const issue = unholdable(time);
  return issue === null ? { kind: 'syncs', masked } : { kind: 'cannot', masked, issue };
}
