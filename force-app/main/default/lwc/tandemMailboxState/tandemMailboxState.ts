import { LightningElement, api } from 'lwc';
import type { Mailbox } from 'c/tandemMailbox';
import { moment, numeral } from 'c/tandemText';
import { labels } from './labels';

const timeOf = (time: string | null | undefined) => (time ? moment(time) : '');
const countOf = (count: number | undefined) => (count === undefined ? '' : numeral(count));

/** How a mailbox stands: both kinds, what its problem is, since when it is in sync, and how much there is on each side. */
export default class TandemMailboxState extends LightningElement {
  @api mailbox!: Mailbox;

  get rows() {
    const { contacts, events, problem, inSyncAsOf, lastChange, inExchange, inSalesforce } = this.mailbox;
    const always = (label: string, text: string, icon = '') => ({
      ...{ label, text, icon },
      detailKey: `${label} detail`,
    });
    const ifKnown = (label: string, text: string) => (text ? [always(label, text)] : []);
    return [
      always(labels.contacts, contacts.label, contacts.icon),
      always(labels.events, events.label, events.icon),
      ...ifKnown(labels.problem, problem ?? ''),
      ...ifKnown(labels.inSyncAsOf, timeOf(inSyncAsOf)),
      ...ifKnown(labels.changed, timeOf(lastChange)),
      always(labels.inExchange, countOf(inExchange)),
      always(labels.inSalesforce, countOf(inSalesforce)),
    ];
  }
}
