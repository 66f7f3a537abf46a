import { confirms } from '../shared/ask.ts';
import { element } from '../shared/element.ts';
import type { Child } from '../shared/element.ts';
import { attempt, tell } from '../shared/tell.ts';
import { createRecord, query, textOf } from './org.ts';
import type { Row } from './org.ts';
import type { Frame, Page } from './page.ts';
import { button, emptyState, pageHeader, timeText } from './parts.ts';
import { rowLists } from './tandem-lists.ts';
import type { RowList } from './tandem-lists.ts';
import { table } from './table.ts';

interface TandemData {
  readonly bridge: Row | undefined;
  readonly counts: Readonly<Record<string, number>>;
  readonly list: RowList;
  readonly rows: readonly Row[];
}

/** What the bridge reports in the org: its heartbeat and its rows, with the two requests that people can make. */
export function tandemPage(name: string): Page<TandemData> {
  const list = rowLists.find((one) => one.name === name) ?? rowLists[0];

  async function load(): Promise<TandemData> {
    const [bridges, rows, ...counted] = await Promise.all([
      query('SELECT Id, Heartbeat__c, Version__c, Problem__c, Mailboxes__c FROM Tandem_Bridge__c'),
      query(`SELECT Id, ${list.fields.join(', ')} FROM ${list.object} ORDER BY ${list.order} LIMIT 500`),
      ...rowLists.map(({ object, open }) =>
        query(`SELECT count(Id) number FROM ${object} ${open ? `WHERE ${open}` : ''}`),
      ),
    ]);
    const counts = Object.fromEntries(
      rowLists.map((one, index) => [one.name, Number(counted[index]?.[0]?.['number'] ?? 0)]),
    );
    return { bridge: bridges[0], rows, list, counts };
  }

  function paint(data: TandemData | undefined, frame: Frame): HTMLElement {
    return element(
      'div',
      { class: 'page' },
      element(
        'div',
        { class: 'slds-card list-card' },
        pageHeader('data_integration_hub', 'Tandem', 'Sync status', heartbeat(data?.bridge)),
        tabs(data),
        data ? content(data, frame) : emptyState('Loading …'),
      ),
    );
  }

  const tabs = (data: TandemData | undefined) =>
    element(
      'nav',
      { class: 'tandem-tabs', 'aria-label': 'Tandem' },
      ...rowLists.map((one) =>
        element(
          'a',
          {
            href: `#/Tandem/${one.name}`,
            id: `tab-${one.name}`,
            'aria-current': one === list ? 'page' : undefined,
          },
          one.title,
          element('span', { class: 'slds-badge' }, String(data?.counts[one.name] ?? '…')),
        ),
      ),
    );

  return { tab: 'Tandem', title: 'Tandem', load, paint };
}

function heartbeat(bridge: Row | undefined): Child {
  if (!bridge) return 'The bridge has not reported yet.';
  const problem = textOf(bridge, 'Problem__c');
  return (
    problem ||
    `The bridge ${textOf(bridge, 'Version__c')} last reported ${timeText(textOf(bridge, 'Heartbeat__c'))}.`
  );
}

function content({ list, rows }: TandemData, frame: Frame): HTMLElement {
  if (rows.length === 0) return emptyState(list.empty);
  const columns =
    list.object === 'Tandem_Mailbox__c'
      ? [...list.columns, { label: 'Actions', show: (row: Row) => mailboxButtons(row, frame) }]
      : list.columns;
  return table(list.title, columns, rows, frame.fresh);
}

function mailboxButtons(mailbox: Row, frame: Frame): HTMLElement {
  return element(
    'span',
    { class: 'row-buttons' },
    button('Sync now', () => void request('SyncNow', mailbox, frame), 'neutral', `sync-${mailbox.Id}`),
    button('Reset contacts', () => void reset(mailbox, frame), 'neutral', `reset-${mailbox.Id}`),
  );
}

async function reset(mailbox: Row, frame: Frame): Promise<void> {
  const text =
    'Tandem forgets the pairs of this mailbox and finds them again. No contact is created, changed or deleted where both sides are equal.';
  if (await confirms({ title: 'Reset contacts?', text, yes: 'Reset' }))
    await request('ResetContacts', mailbox, frame);
}

/** Leaves a request row, which the bridge serves at its next look. */
async function request(kind: 'SyncNow' | 'ResetContacts', mailbox: Row, frame: Frame): Promise<void> {
  const went = await attempt(async () => {
    await createRecord('Tandem_Request__c', { Kind__c: kind, User__c: textOf(mailbox, 'User__c') });
    await frame.reload();
  });
  if (went)
    tell(
      `Asked the bridge: ${kind === 'SyncNow' ? 'sync now' : 'reset contacts'} for ${textOf(mailbox, 'User__r.Name')}.`,
    );
}
