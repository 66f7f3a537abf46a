import { LightningElement, api } from 'lwc';
import { forgetDrafts, newestDraft } from 'c/tandemDrafts';
import type { Configuration } from 'c/tandemSettings';
import { fill, moment } from 'c/tandemText';
import { labels } from './labels';

/** Offers what was typed into configurations and left before it was saved. Tells by `open` which one is to be edited, and where. */
export default class TandemUnsaved extends LightningElement {
  labels = labels;

  @api configurations: readonly Configuration[] = [];

  /** Whose drafts were thrown away here. */
  thrownAway: readonly string[] = [];

  get drafts() {
    return this.configurations.flatMap(({ id, name }) => {
      const draft = this.thrownAway.includes(id) ? undefined : newestDraft(id);
      if (!draft) return [];
      const section = draft.part === 'settings' ? 'general' : draft.part;
      return [{ id, section, text: fill(labels.unsavedIn, name, moment(draft.at)) }];
    });
  }

  handleResume({ target }: Event): void {
    const { id, section } = (target as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { id, section } }));
  }

  handleDiscard({ target }: Event): void {
    const { id = '' } = (target as HTMLElement).dataset;
    forgetDrafts(id);
    this.thrownAway = [...this.thrownAway, id];
  }
}
