import { LightningElement, api } from 'lwc';
import type { Entry } from 'c/tandemMailbox';
import type { RequestKind } from 'c/tandemRequests';
import { COLUMNS, NARROW_COLUMNS, rowOf, type Row } from './table';

/** Rows that are drawn at once; some more than a screen has room for. */
const STEP = 50;

/**
 * Mailboxes as a table. Tells by events: `open` (id), `request` (kind, user ids), `choose` (ids), `sort` (column, direction),
 * and `more` when its end comes into sight.
 */
export default class TandemMailboxTable extends LightningElement {
  @api sortedBy = '';
  @api direction = '';
  @api hasMore = false;
  @api isLoading = false;
  /** Shows fewer columns, where there is less room. */
  @api isNarrow = false;

  /** How many rows are drawn: drawing costs more than reading, so the end of the table first draws what was read. */
  private drawn = STEP;
  private given: readonly Entry[] = [];

  /** The mailboxes with their last requests. */
  @api
  get entries(): readonly Entry[] {
    return this.given;
  }

  set entries(entries: readonly Entry[]) {
    if (entries.length < this.given.length) this.drawn = STEP;
    this.given = entries;
  }

  get columns() {
    return this.isNarrow ? NARROW_COLUMNS : COLUMNS;
  }

  get rows(): Row[] {
    return this.entries.slice(0, this.drawn).map(rowOf);
  }

  /** Few rows take the place that they need; many scroll in a box. */
  get boxClass(): string {
    return this.entries.length > STEP ? 'tall' : '';
  }

  get isLoadingMore(): boolean {
    return this.isLoading && this.hasMore && !this.hasUndrawn;
  }

  get hasUndrawn(): boolean {
    return this.drawn < this.entries.length;
  }

  get goesOn(): boolean {
    return this.hasMore || this.hasUndrawn;
  }

  /** Has room for the next page as well: a table that stands at its end and does not grow tells nothing any more. */
  handleMore(): void {
    if (!this.hasUndrawn) this.dispatchEvent(new CustomEvent('more'));
    this.drawn = Math.min(this.drawn, this.entries.length) + STEP;
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
