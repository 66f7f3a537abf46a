import { LightningElement, api } from 'lwc';
import type { KindState, Mailbox } from 'c/tandemMailbox';
import { moment, numeral } from 'c/tandemText';
import { labels } from './labels';

interface Row {
  readonly label: string;
  readonly text: string;
  readonly icon: string;
  readonly detailKey: string;
}

const row = (label: string, text: string, icon = ''): Row => ({
  ...{ label, text, icon },
  detailKey: `${label} detail`,
});
const ifKnown = (label: string, text: string) => (text ? [row(label, text)] : []);
const timeOf = (time: string | undefined) => (time ? moment(time) : '');
const countOf = (count: number | undefined) => (count === undefined ? '' : numeral(count));

/** How a mailbox stands, kind by kind: its problem, since when it is in sync, and how much there is on each side. */
export default class TandemMailboxState extends LightningElement {
  @api mailbox!: Mailbox;

  get kinds() {
    const { contacts, events } = this.mailbox;
    return [
      { key: 'contacts', rows: rowsOf(labels.contacts, contacts) },
      { key: 'events', rows: rowsOf(labels.events, events) },
    ];
  }
}

/** Of a kind that does not sync nothing is said but that. */
function rowsOf(kind: string, { label, icon, isOff, problem, inSyncAsOf, ...others }: KindState): Row[] {
  const state = row(kind, label, icon);
  if (isOff) return [state];
  return [
    state,
    ...ifKnown(labels.problem, problem ?? ''),
    ...ifKnown(labels.inSyncAsOf, timeOf(inSyncAsOf)),
    ...ifKnown(labels.changed, timeOf(others.lastChange)),
    row(labels.inExchange, countOf(others.inExchange)),
    row(labels.inSalesforce, countOf(others.inSalesforce)),
  ];
}
