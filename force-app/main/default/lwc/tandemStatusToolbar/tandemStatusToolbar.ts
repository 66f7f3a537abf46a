import { LightningElement, api } from 'lwc';
import type { Mailbox } from 'c/tandemMailbox';
import { actionsFor, type Action } from 'c/tandemRequests';
import { fill } from 'c/tandemText';
import { Timer } from 'c/tandemTimer';
import { labels } from './labels';
import { STATES } from './states';

/** So that not every letter of a word asks the org. */
const SEARCH_PAUSE_MS = 300;

/** Search and filter, told by `want`, and what can be done with the chosen mailboxes, told by `request`. */
export default class TandemStatusToolbar extends LightningElement {
  labels = labels;
  states = STATES;

  @api state = 'all';
  @api chosen: readonly Mailbox[] = [];

  private timer = new Timer();

  override disconnectedCallback(): void {
    this.timer.stop();
  }

  get hasChosen(): boolean {
    return this.chosen.length > 0;
  }

  get chosenText(): string {
    return fill(labels.chosen, this.chosen.length);
  }

  get actions(): Action[] {
    return actionsFor(this.chosen);
  }

  handleSearch({ detail }: CustomEvent<{ value: string }>): void {
    this.timer.after(SEARCH_PAUSE_MS, () => this.want({ search: detail.value }));
  }

  handleState({ detail }: CustomEvent<{ value: string }>): void {
    this.want({ state: detail.value });
  }

  handleAction({ detail }: CustomEvent<{ value: string }>): void {
    const userIds = this.chosen.map(({ userId }) => userId);
    this.dispatchEvent(new CustomEvent('request', { detail: { kind: detail.value, userIds } }));
  }

  private want(detail: object): void {
    this.dispatchEvent(new CustomEvent('want', { detail }));
  }
}
