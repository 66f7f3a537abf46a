import timeZone from '@salesforce/i18n/timeZone';
import { LightningElement, api } from 'lwc';
import type { RecordLink } from 'c/tandemLink';
import { labels } from './labels';

/** One link of a record: whether it syncs, when it last did and from which side, and the way to its item in Outlook. */
export default class TandemLinkState extends LightningElement {
  labels = labels;
  timeZone = timeZone;

  @api link!: RecordLink;

  /** Whether it is said whose mailbox it is. */
  @api namesPerson = false;
}
