import { LightningElement, api } from 'lwc';
import type { Unmatched } from 'c/tandemLink';
import type { About } from 'c/tandemRequests';
import { fill } from 'c/tandemText';
import { labels } from './labels';

/** How many attendees are shown at first, and how many more each time. */
const SHOWN_AT_ONCE = 5;

/**
 * The attendees of an event whom nobody in Salesforce stands for, and the choice of a contact or lead for one of them. Tells by
 * `request` (kind, abouts) who was chosen.
 */
export default class TandemUnmatched extends LightningElement {
  labels = labels;

  @api unmatched: Unmatched = { attendees: [], more: 0 };

  /** The event, and the user whose mailbox it was read from. */
  @api recordId = '';
  @api userId = '';

  /** Whether something that was asked about the event is still on its way. */
  @api isWaiting = false;

  most = SHOWN_AT_ONCE;
  /** The attendee for whom somebody is being chosen. */
  attendee: string | undefined;
  object: 'Contact' | 'Lead' = 'Contact';
  chosen: string | undefined;

  private isOpening = false;

  get hasAttendees(): boolean {
    return this.unmatched.attendees.length > 0;
  }

  get rows() {
    return this.unmatched.attendees.slice(0, this.most).map((attendee) => ({
      attendee,
      isOpen: attendee === this.attendee,
      isClosed: attendee !== this.attendee,
      question: fill(labels.who, attendee),
    }));
  }

  get hasMore(): boolean {
    return this.unmatched.attendees.length > this.most;
  }

  /** A link has room for the first hundred. */
  get more(): string {
    const { more } = this.unmatched;
    return more > 0 && !this.hasMore ? fill(labels.more, more) : '';
  }

  get objects() {
    return [
      { label: labels.contact, value: 'Contact' },
      { label: labels.lead, value: 'Lead' },
    ];
  }

  get pickerLabel(): string {
    return this.object === 'Contact' ? labels.contact : labels.lead;
  }

  get cannotSave(): boolean {
    return this.isWaiting || this.chosen === undefined;
  }

  handleOpen({ currentTarget }: Event): void {
    this.attendee = (currentTarget as HTMLElement).dataset['attendee'];
    this.chosen = undefined;
    this.isOpening = true;
  }

  handleObject({ detail }: CustomEvent<{ value: 'Contact' | 'Lead' }>): void {
    this.object = detail.value;
    this.chosen = undefined;
  }

  handleChosen({ detail }: CustomEvent<{ recordId: string | null }>): void {
    this.chosen = detail.recordId ?? undefined;
  }

  handleSave(): void {
    const { recordId, userId, attendee = '', chosen = '' } = this;
    const about: About = { recordId, userId, parameters: { attendee, recordId: chosen } };
    this.dispatchEvent(new CustomEvent('request', { detail: { kind: 'ChooseContact', abouts: [about] } }));
    this.attendee = undefined;
  }

  handleCancel(): void {
    this.attendee = undefined;
  }

  handleMore(): void {
    this.most += SHOWN_AT_ONCE;
  }

  /** Whoever opened the choice by keyboard goes on in it. */
  override renderedCallback(): void {
    if (!this.isOpening) return;
    this.isOpening = false;
    this.template?.querySelector<HTMLElement>('lightning-radio-group')?.focus();
  }
}
