import { LightningElement, api } from 'lwc';
import { answerIn, isLarge, type Answer, type Counts, type PreviewLine } from 'c/tandemAnswers';
import type { Request } from 'c/tandemMailbox';
import { fill, numeral } from 'c/tandemText';
import { labels } from './labels';

/** How many lines are shown at first, and how many more each time. */
const SHOWN_AT_ONCE = 25;

const MEGABYTE = 1024 * 1024;

/** What the first sync of a configuration would do. Tells by `ask` that a preview is wanted; the answer comes with the request. */
export default class TandemPreview extends LightningElement {
  labels = labels;

  /** The newest preview of the configuration, if there was one. */
  @api request: Request | undefined;

  /** Who asked for it, when that was somebody else. */
  @api askedBy = '';

  /** Whether a bridge is there to answer. */
  @api isAlive = false;

  /** Whether the configuration was changed since. */
  @api isStale = false;

  /** Whether there is somebody to preview for. */
  @api canAsk = false;

  most = SHOWN_AT_ONCE;

  get answer(): Answer {
    return answerIn(this.request?.result);
  }

  get isOpen(): boolean {
    return this.request?.isOpen ?? false;
  }

  /** What somebody else asked for keeps nobody from asking. */
  get waitsForOwn(): boolean {
    return this.isOpen && this.askedBy === '';
  }

  get cannotAsk(): boolean {
    return !this.canAsk || this.waitsForOwn;
  }

  get askLabel(): string {
    return this.request ? labels.again : labels.make;
  }

  get hasCounts(): boolean {
    return !this.isOpen && this.answer.counts !== undefined;
  }

  get refusal(): string {
    if (!this.request || this.isOpen || this.answer.counts) return '';
    return [this.request.text, this.answer.remedy].filter(Boolean).join(' ');
  }

  /** The kinds that sync, each with its counts. */
  get kinds() {
    const { counts, eventCounts } = this.answer;
    return [
      ...(counts ? [kindOf(labels.contacts, labels.countsTitle, labels.paired, counts)] : []),
      ...(eventCounts ? [kindOf(labels.events, labels.eventCounts, labels.pairedEvents, eventCounts)] : []),
    ];
  }

  get storage(): string {
    const { counts, storageLeft } = this.answer;
    const needed = megabytes(counts?.linkBytes ?? 0);
    if (storageLeft == null) return fill(labels.storageUnknown, needed);
    return fill(isLarge(this.answer) ? labels.storageLarge : labels.storage, needed, megabytes(storageLeft));
  }

  get storageIcon(): string {
    return isLarge(this.answer) ? 'utility:warning' : 'utility:info';
  }

  get problems() {
    return this.answer.problems ?? [];
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get lines() {
    return (this.answer.list ?? [])
      .slice(0, this.most)
      .map((line, key) => ({ key, item: line.item, email: line.email, words: wordsOf(line) }));
  }

  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  get hasMore(): boolean {
    return (this.answer.list?.length ?? 0) > this.most;
  }

  /** The bridge's answer has room for some hundred lines. */
  get left(): string {
    const { more = 0 } = this.answer;
    return more > 0 && !this.hasMore ? fill(labels.left, more) : '';
  }

  handleAsk(): void {
    this.most = SHOWN_AT_ONCE;
    this.dispatchEvent(new CustomEvent('ask'));
  }

  handleMore(): void {
    this.most += SHOWN_AT_ONCE;
  }
}

function kindOf(name: string, title: string, pairedText: string, counts: Counts) {
  const sides = [
    { name: labels.created, of: counts.create },
    { name: labels.updated, of: counts.update },
    { name: labels.deleted, of: counts.delete },
  ];
  return {
    ...{ name, title },
    counts: sides.map(({ name: what, of }) => ({
      name: what,
      salesforce: numeral(of.Salesforce),
      exchange: numeral(of.Exchange),
    })),
    paired: fill(pairedText, counts.paired),
    held: counts.held === 0 ? '' : fill(labels.held, counts.held),
  };
}

function megabytes(bytes: number): string {
  return numeral(bytes / MEGABYTE);
}

function wordsOf({ what, side, kind }: PreviewLine): string {
  if (kind === 'Event' && what === 'pair') return labels.pairEvent;
  if (kind === 'Event' && what === 'leave' && side === 'Exchange') return labels.wouldMail;
  const words = labels.lines[`${what}${side ?? ''}`] ?? labels.lines[what];
  return words ?? what;
}
