import timeZone from '@salesforce/i18n/timeZone';
import { LightningElement, api } from 'lwc';
import type { Request } from 'c/tandemMailbox';
import { fill } from 'c/tandemText';
import { labels } from './labels';

/** What stands in the place of an answer of the bridge until it is there. */
export default class TandemWaiting extends LightningElement {
  timeZone = timeZone;

  @api request!: Request;

  /** Who asked for it, when that was somebody else. */
  @api askedBy = '';

  /** Whether a bridge is there to answer. */
  @api isAlive = false;

  get waiting(): string {
    return this.isAlive ? labels.waiting : labels.waitingForBridge;
  }

  get askedByText(): string {
    return fill(labels.askedBy, this.askedBy);
  }
}
