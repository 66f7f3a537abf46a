import timeZone from '@salesforce/i18n/timeZone';
import { LightningElement, api } from 'lwc';
import { aboutOf, settledTogether, type Entry, type Issue } from 'c/tandemIssue';
import { labelOf, type About, type RequestKind } from 'c/tandemRequests';
import { fill } from 'c/tandemText';
import { labels } from './labels';

/**
 * Issues of one reason: a table, or a list where there is less room. Tells by `open` (id), `request` (kind, abouts), and
 * `more` when its end comes into sight.
 */
export default class TandemIssueTable extends LightningElement {
  labels = labels;
  timeZone = timeZone;

  @api entries: readonly Entry[] = [];
  @api isAdmin = false;
  @api hasMore = false;
  /** Where there is less room, or all issues are of one person. */
  @api isNarrow = false;

  private chosenIds: readonly string[] = [];
  private watching: IntersectionObserver | undefined;

  /** Takes these out of the choice, as something was asked for them. */
  @api deselect(ids: readonly string[]): void {
    this.chosenIds = this.chosenIds.filter((id) => !ids.includes(id));
  }

  get rows() {
    return this.entries.map(({ issue, request }) => ({
      issue,
      asked: request?.text ?? '',
      about: [issue.person, issue.field].filter(Boolean).join(', '),
      isChosen: this.chosenIds.includes(issue.id),
      select: fill(labels.select, issue.item),
    }));
  }

  /** What is not shown any more cannot be meant. */
  get chosen(): Issue[] {
    return this.entries.map(({ issue }) => issue).filter(({ id }) => this.chosenIds.includes(id));
  }

  get actions(): { name: RequestKind; label: string }[] {
    return settledTogether(this.chosen, this.isAdmin).map((name) => ({ name, label: labelOf(name) }));
  }

  get hasActions(): boolean {
    return this.actions.length > 0;
  }

  get chosenText(): string {
    return fill(labels.chosen, this.chosen.length);
  }

  get areAllChosen(): boolean {
    return this.entries.length > 0 && this.chosen.length === this.entries.length;
  }

  handleOpen({ target }: Event): void {
    const { id } = (target as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { id } }));
  }

  handleSelect({ target }: Event): void {
    const { checked, dataset } = target as HTMLInputElement;
    const { id = '' } = dataset;
    this.chosenIds = checked ? [...this.chosenIds, id] : this.chosenIds.filter((one) => one !== id);
  }

  handleSelectAll({ target }: Event): void {
    const { checked } = target as HTMLInputElement;
    this.chosenIds = checked ? this.entries.map(({ issue }) => issue.id) : [];
  }

  handleAction({ target }: Event): void {
    const { kind } = (target as HTMLElement).dataset;
    const abouts: About[] = this.chosen.map((issue) => aboutOf(issue, kind as RequestKind));
    this.dispatchEvent(new CustomEvent('request', { detail: { kind, abouts } }));
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }

  /** The end is watched anew after each page, since what stays in sight tells nothing. */
  override renderedCallback(): void {
    this.watching?.disconnect();
    const end = this.template?.querySelector('[data-end]');
    if (!end) return;
    this.watching = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) this.handleMore();
    });
    this.watching.observe(end);
  }

  override disconnectedCallback(): void {
    this.watching?.disconnect();
  }
}
