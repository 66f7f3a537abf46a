import { LightningElement, api } from 'lwc';
import type { Entry } from 'c/tandemMailbox';
import type { RequestKind } from 'c/tandemRequests';
import { COLUMNS, NARROW_COLUMNS, rowOf, type Row } from './table';

/**
 * Mailboxes as a table. Tells by events: `open` (id), `request` (kind, user ids), `choose` (ids), `sort` (column, direction),
 * and `more` when its end comes into sight.
 */
export default class TandemMailboxTable extends LightningElement {
  /** The mailboxes with their last requests. */
  @api entries: readonly Entry[] = [];
  @api sortedBy = '';
  @api direction = '';
  @api hasMore = false;
  @api isLoading = false;
  /** Shows fewer columns, where there is less room. */
  @api isNarrow = false;

  get columns() {
    return this.isNarrow ? NARROW_COLUMNS : COLUMNS;
  }

  get rows(): Row[] {
    return this.entries.map(rowOf);
  }

  /** Few rows take the place that they need; many scroll in a box. */
  get boxClass(): string {
    return this.entries.length > 50 ? 'tall' : '';
  }

  get isLoadingMore(): boolean {
    return this.isLoading && this.hasMore;
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }

  handleSort({ detail }: CustomEvent<{ fieldName: string; sortDirection: string }>): void {
    const { fieldName: sortedBy, sortDirection: direction } = detail;
    this.dispatchEvent(new CustomEvent('sort', { detail: { sortedBy, direction } }));
  }

  handleSelection({ detail }: CustomEvent<{ selectedRows: readonly Row[] }>): void {
    this.dispatchEvent(
      new CustomEvent('choose', { detail: { ids: detail.selectedRows.map(({ id }) => id) } }),
    );
  }

  handleAction({ detail }: CustomEvent<{ action: { name: RequestKind | 'open' }; row: Row }>): void {
    const { action, row } = detail;
    const event =
      action.name === 'open'
        ? new CustomEvent('open', { detail: { id: row.id } })
        : new CustomEvent('request', { detail: { kind: action.name, userIds: [row.userId] } });
    this.dispatchEvent(event);
  }
}
