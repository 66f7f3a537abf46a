import { element } from '../shared/element.ts';
import type { Child } from '../shared/element.ts';
import { textOf } from './org.ts';
import type { Row } from './org.ts';

/** A column: its label, and the text of a field or whatever the function makes of the row. */
export interface Column {
  readonly label: string;
  readonly show: string | ((row: Row) => Child);
  /** The least width of the page at which the column is worth its place; always when nothing is given. */
  readonly from?: 'tablet' | 'desk';
  /** Long texts that are read as a whole. */
  readonly wraps?: boolean;
}

/** Rows as a table of the platform. Rows that changed a moment ago are lit. */
export function table(
  label: string,
  columns: readonly Column[],
  rows: readonly Row[],
  fresh: ReadonlySet<string> = new Set(),
): HTMLElement {
  return element(
    'div',
    { class: 'table-place' },
    element(
      'table',
      {
        class: 'slds-table slds-table_cell-buffer slds-table_bordered',
        'aria-label': label,
      },
      element(
        'thead',
        {},
        element(
          'tr',
          { class: 'slds-line-height_reset' },
          ...columns.map((column) => element('th', { scope: 'col', class: fromClass(column) }, column.label)),
        ),
      ),
      element('tbody', {}, ...rows.map((row) => line(row, columns, fresh.has(row.Id)))),
    ),
  );
}

function line(row: Row, columns: readonly Column[], isFresh: boolean): HTMLElement {
  return element(
    'tr',
    { class: isFresh ? 'slds-hint-parent fresh' : 'slds-hint-parent' },
    ...columns.map((column) => {
      const { show, wraps } = column;
      const shown = typeof show === 'string' ? textOf(row, show) : show(row);
      const title = typeof shown === 'string' ? shown : undefined;
      return element(
        'td',
        { class: fromClass(column) },
        element('div', { class: wraps ? 'wraps' : 'slds-truncate', title, dir: 'auto' }, shown),
      );
    }),
  );
}

const fromClass = ({ from }: Column) => from && `from-${from}`;
