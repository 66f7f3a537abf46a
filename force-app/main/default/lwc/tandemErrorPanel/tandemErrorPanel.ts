import { LightningElement, api } from 'lwc';
import { reduceErrors } from 'c/tandemErrors';
import { labels } from './labels';

/** Says what went wrong, in the platform's words, and offers to try again where that can help. */
export default class TandemErrorPanel extends LightningElement {
  labels = labels;

  /** What could not be done, in a sentence. */
  @api message: string = labels.somethingFailed;

  /** Errors in any shape that the platform reports them in. */
  @api errors: unknown;

  /** Offers a button that sends `retry`. */
  @api canRetry = false;

  get details(): { key: number; text: string }[] {
    return reduceErrors(this.errors).map((text, key) => ({ key, text }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
