import timeZone from '@salesforce/i18n/timeZone';
import { LightningElement, api } from 'lwc';
import { aboutOf, settledBy, type Issue, type Near } from 'c/tandemIssue';
import type { Request } from 'c/tandemMailbox';
import { labelOf, type About, type RequestKind } from 'c/tandemRequests';
import { fill } from 'c/tandemText';
import { NavigationMixin } from 'lightning/navigation';
import { labels } from './labels';

/** How ids of events begin in every org. */
const EVENTS = '00U';

/** One issue: why, what to do about it, and what settles it. Tells by `request` (kind, abouts) and `close`. */
export default class TandemIssueDetail extends NavigationMixin(LightningElement) {
  labels = labels;
  timeZone = timeZone;

  @api issue!: Issue;

  /** What was last asked about it. */
  @api request: Request | undefined;

  /** Whether who looks may decide for others. */
  @api isAdmin = false;

  /** Whether it was opened from a list; else it stands on the page of its record. */
  @api canClose = false;

  hasCopied = false;

  get kinds(): RequestKind[] {
    return settledBy(this.issue, this.isAdmin);
  }

  /** One request at a time: asking again while the bridge is at it changes nothing. */
  get isWaiting(): boolean {
    return this.request?.isOpen ?? false;
  }

  get actions(): { name: RequestKind; label: string; variant: string }[] {
    return this.kinds
      .filter((kind) => kind !== 'ChooseAccount' && kind !== 'ChooseContact')
      .map((name) => ({
        name,
        label: name === 'Approve' && this.hasMailed ? labels.approveMail : labelOf(name),
        variant: name === 'Approve' ? 'destructive' : 'neutral',
      }));
  }

  get choice(): { kind: RequestKind; object: string; offered: readonly Near[]; label: string } | undefined {
    const { accounts, matches } = this.issue.details;
    const kind = this.kinds.find((one) => one === 'ChooseAccount' || one === 'ChooseContact');
    if (kind === undefined) return undefined;
    return kind === 'ChooseAccount'
      ? { kind, object: 'Account', offered: accounts, label: labelOf(kind) }
      : { kind, object: 'Contact', offered: matches.map((id) => ({ id })), label: labelOf(kind) };
  }

  get hasDeletions(): boolean {
    return this.issue.details.deletions.length > 0;
  }

  get heldMore(): string {
    const { held, deletions } = this.issue.details;
    return held > deletions.length ? fill(labels.heldMore, held - deletions.length) : '';
  }

  get hasMailed(): boolean {
    return this.issue.details.mailed.length > 0;
  }

  get mailedHeading(): string {
    return fill(labels.mailed, this.issue.details.mailed.length);
  }

  get losing(): string | undefined {
    return this.issue.details.losing;
  }

  get hasLosing(): boolean {
    return this.losing !== undefined;
  }

  get leadsToRecord(): boolean {
    return this.canClose && this.issue.recordId !== undefined;
  }

  /** Where the page of its code is. */
  get page(): string {
    return fill(labels.page, this.issue.code);
  }

  get copyLabel(): string {
    return this.hasCopied ? labels.copied : labels.copy;
  }

  handleAction({ target }: Event): void {
    const { kind } = (target as HTMLElement).dataset;
    this.ask(kind as RequestKind);
  }

  handleChoose({ detail }: CustomEvent<{ id: string }>): void {
    if (this.choice?.kind === 'ChooseAccount') this.ask('ChooseAccount', { accountId: detail.id });
    else this.ask('ChooseContact', { recordId: detail.id });
  }

  /** Where the browser does not let a component write to the clipboard, the text can still be marked and copied. */
  async handleCopy(): Promise<void> {
    const text = this.losing ?? '';
    this.hasCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }

  handleRecord(): void {
    const { recordId = '' } = this.issue;
    const objectApiName = recordId.startsWith(EVENTS) ? 'Event' : 'Contact';
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName, actionName: 'view' },
    });
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private ask(kind: RequestKind, parameters?: About['parameters']): void {
    const about: About = { ...aboutOf(this.issue, kind), ...(parameters && { parameters }) };
    this.dispatchEvent(new CustomEvent('request', { detail: { kind, abouts: [about] } }));
  }

  /** Whoever opened it by keyboard goes on in it. */
  override renderedCallback(): void {
    if (!this.canClose) return;
    const heading = this.template?.querySelector<HTMLElement>('[data-heading]');
    if (heading?.dataset['shown'] === this.issue.id) return;
    heading?.setAttribute('data-shown', this.issue.id);
    heading?.focus();
  }
}
