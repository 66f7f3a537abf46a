import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** What stands below rows that are edited as a draft. Tells by `save` and `discard` what a person wants. */
export default class TandemSaveBar extends LightningElement {
  labels = labels;

  /** Saving was tried while something could not work. */
  @api wasBlocked = false;
  @api isSaving = false;
  /** There is nothing to save or to throw away, or that is being done. */
  @api cannotSave = false;

  handleDiscard(): void {
    this.dispatchEvent(new CustomEvent('discard'));
  }

  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save'));
  }
}
