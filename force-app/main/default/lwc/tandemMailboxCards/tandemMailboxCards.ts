import { LightningElement, api } from 'lwc';
import type { Entry } from 'c/tandemMailbox';
import { actionsFor } from 'c/tandemRequests';
import { fill } from 'c/tandemText';
import { labels } from './labels';

/** Mailboxes as cards, where a table has no room. Tells by the events of the table: `open`, `request` and `more`. */
export default class TandemMailboxCards extends LightningElement {
  labels = labels;

  /** The mailboxes with their last requests. */
  @api entries: readonly Entry[] = [];
  @api hasMore = false;

  get cards() {
    return this.entries.map(({ mailbox, request }) => ({
      mailbox,
      request,
      actions: actionsFor([mailbox]),
      actionsFor: fill(labels.actions, mailbox.name),
    }));
  }

  handleOpen({ target }: Event): void {
    const { id } = (target as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { id } }));
  }

  handleAction({ target, detail }: CustomEvent<{ value: string }>): void {
    const { userid } = (target as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('request', { detail: { kind: detail.value, userIds: [userid] } }));
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
}
