import { LightningElement, api } from 'lwc';
import type { Mailbox } from 'c/tandemMailbox';
import { labels } from './labels';

/** How a mailbox stands: both kinds, what its problem is, since when it is in sync, and how much there is on each side. */
export default class TandemMailboxState extends LightningElement {
  labels = labels;

  @api mailbox!: Mailbox;
}
