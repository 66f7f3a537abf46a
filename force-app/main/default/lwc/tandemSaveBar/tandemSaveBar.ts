import { LightningElement, api } from 'lwc';
import { fill, moment } from 'c/tandemText';
import { labels } from './labels';

/** What stands below a draft. Tells by `save` and `discard` what a person wants. */
export default class TandemSaveBar extends LightningElement {
  labels = labels;

  /** There is something to save or to throw away. */
  @api isDirty = false;
  @api isSaving = false;
  /** Something has to be settled before it can be saved. */
  @api isHeld = false;
  /** Saving was tried while something could not work. */
  @api wasBlocked = false;
  /** Why saving failed. */
  @api reasons: readonly string[] = [];
  /** When a draft that was left was changed last, which is shown again now. */
  @api draftFrom: string | undefined;

  get cannotDiscard(): boolean {
    return !this.isDirty || this.isSaving;
  }

  get cannotSave(): boolean {
    return this.cannotDiscard || this.isHeld;
  }

  get hasReasons(): boolean {
    return this.reasons.length > 0;
  }

  get broughtBack(): string {
    return this.isDirty && this.draftFrom ? fill(labels.broughtBack, moment(this.draftFrom)) : '';
  }

  handleDiscard(): void {
    this.dispatchEvent(new CustomEvent('discard'));
  }

  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save'));
  }
}
