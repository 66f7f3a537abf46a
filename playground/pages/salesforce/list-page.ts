import { element, icon } from '../shared/element.ts';
import type { Child } from '../shared/element.ts';
import { attempt, tell } from '../shared/tell.ts';
import { openForm } from './form.ts';
import type { RecordObject } from './fields.ts';
import { actingUser, query, quoted, textOf, undeleteRecord } from './org.ts';
import type { Row } from './org.ts';
import type { Frame, Page } from './page.ts';
import { button, emptyState, pageHeader, timeText } from './parts.ts';
import { table } from './table.ts';
import type { Column } from './table.ts';

type ListView = 'mine' | 'all' | 'bin';

/** The list of an object's records: all, the acting user's own, or those in the recycle bin; with a search in what is shown. */
export function listPage(object: RecordObject): Page<readonly Row[]> {
  let view: ListView = 'all';
  let search = '';
  const labels: Record<ListView, string> = {
    all: `All ${object.plural}`,
    mine: `My ${object.plural}`,
    bin: 'Recycle Bin',
  };
  const fields = ['Id', 'LastModifiedDate', ...object.columns.map(({ show }) => show)].join(', ');

  function load(): Promise<readonly Row[]> {
    const where = {
      all: '',
      mine: `WHERE OwnerId = ${quoted(actingUser() ?? '')}`,
      bin: 'WHERE IsDeleted = true',
    }[view];
    return query(`SELECT ${fields} FROM ${object.name} ${where} ORDER BY ${object.order}`, view === 'bin');
  }

  function paint(data: readonly Row[] | undefined, frame: Frame): HTMLElement {
    const found = (data ?? []).filter((row) => isFound(row, object, search));
    return element(
      'div',
      { class: 'page' },
      element(
        'div',
        { class: 'slds-card list-card' },
        pageHeader(
          object.name.toLowerCase(),
          object.plural,
          labels[view],
          data && `${found.length} items`,
          button('New', () => void openForm(object, undefined, frame), 'brand', 'new-record'),
        ),
        element('div', { class: 'list-tools' }, viewPicker(frame), searchField(frame)),
        content(data, found, frame),
      ),
    );
  }

  function viewPicker(frame: Frame): HTMLElement {
    const change = (event: Event) => {
      view = (event.target as HTMLSelectElement).value as ListView;
      void frame.reload();
    };
    return element(
      'label',
      { class: 'slds-select_container' },
      element('span', { class: 'slds-assistive-text' }, 'List view'),
      element(
        'select',
        { id: 'list-view', class: 'slds-select', onchange: change },
        ...Object.entries(labels).map(([value, label]) =>
          element('option', { value, selected: value === view }, label),
        ),
      ),
    );
  }

  function searchField(frame: Frame): HTMLElement {
    const change = (event: Event) => {
      search = (event.target as HTMLInputElement).value;
      frame.repaint();
    };
    return element(
      'label',
      { class: 'slds-form-element__control slds-input-has-icon slds-input-has-icon_left' },
      element('span', { class: 'slds-assistive-text' }, `Search ${object.plural.toLowerCase()}`),
      icon('search', 'slds-icon slds-input__icon slds-input__icon_left slds-icon-text-default'),
      element('input', {
        id: 'search',
        type: 'search',
        class: 'slds-input',
        placeholder: 'Search this list…',
        value: search,
        oninput: change,
      }),
    );
  }

  function content(data: readonly Row[] | undefined, found: readonly Row[], frame: Frame): Child {
    if (!data) return emptyState(`Loading ${object.plural.toLowerCase()} …`);
    if (found.length === 0)
      return emptyState(search ? `Nothing here matches “${search}”.` : 'There is nothing here.');
    const columns = object.columns.map((column, index): Column => {
      if (index === 0 && view !== 'bin') return { ...column, show: (row) => linkTo(object, row) };
      return column.isTime ? { ...column, show: (row) => timeText(textOf(row, column.show)) } : column;
    });
    const bin = [
      { label: 'Deleted', show: (row: Row) => timeText(textOf(row, 'LastModifiedDate')) },
      { label: 'Action', show: (row: Row) => button('Restore', () => void restore(object, row, frame)) },
    ];
    return table(labels[view], view === 'bin' ? [...columns, ...bin] : columns, found, frame.fresh);
  }

  return { tab: object.name, title: object.plural, load, paint };
}

const linkTo = (object: RecordObject, row: Row) =>
  element(
    'a',
    { id: `row-${row.Id}`, href: `#/${object.name}/${row.Id}` },
    textOf(row, object.title) || row.Id,
  );

async function restore(object: RecordObject, row: Row, frame: Frame): Promise<void> {
  const went = await attempt(async () => {
    await undeleteRecord(row.Id);
    await frame.reload();
  });
  if (went) tell(`${textOf(row, object.title)} was restored.`);
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const isFound = (row: Row, object: RecordObject, search: string) =>
  object.columns.some(({ show }) => plain(textOf(row, show)).includes(plain(search)));
