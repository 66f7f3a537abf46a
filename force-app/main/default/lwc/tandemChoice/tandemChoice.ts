import { LightningElement, api, wire } from 'lwc';
import { NAMES, namesOf, type NamesData } from 'c/tandemNames';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { labels } from './labels';

const OTHER = 'other';

/** Has a person choose a record among those that are offered, or any other that they find. Tells by `choose` (id). */
export default class TandemChoice extends LightningElement {
  labels = labels;

  /** What is to be chosen. */
  @api objectApiName: 'Account' | 'Contact' = 'Account';

  /** Records that are offered, with their names where they are known. */
  @api offered: readonly { readonly id: string; readonly name?: string }[] = [];

  /** The words on the button. */
  @api label = '';
  @api disabled = false;

  picked: string | undefined;
  other: string | undefined;

  @wire(graphql, { query: '$namesQuery', variables: '$namesVariables' })
  names: GraphqlResult<NamesData> = {};

  /** Asked only where the bridge told no names. */
  get namesQuery(): GraphqlDocument | undefined {
    return this.namesVariables.ids.length > 0 ? NAMES[this.objectApiName] : undefined;
  }

  get namesVariables() {
    return { ids: this.offered.filter(({ name }) => name === undefined).map(({ id }) => id) };
  }

  /** Those that the person may see, and the way to any other. */
  get options(): { label: string; value: string }[] {
    const names = namesOf(this.names);
    const seen = this.offered
      .map(({ id, name }) => ({ value: id, label: name ?? names.get(id) ?? '' }))
      .filter(({ label }) => label !== '');
    return seen.length === 0 ? [] : [...seen, { label: labels.another, value: OTHER }];
  }

  get hasOptions(): boolean {
    return this.options.length > 0;
  }

  get showsPicker(): boolean {
    return !this.hasOptions || this.picked === OTHER;
  }

  get chosen(): string | undefined {
    return this.showsPicker ? this.other : this.picked;
  }

  get cannotChoose(): boolean {
    return this.disabled || this.chosen === undefined;
  }

  handlePicked({ detail }: CustomEvent<{ value: string }>): void {
    this.picked = detail.value;
  }

  handleOther({ detail }: CustomEvent<{ recordId: string | null }>): void {
    this.other = detail.recordId ?? undefined;
  }

  handleChoose(): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { id: this.chosen } }));
  }
}
