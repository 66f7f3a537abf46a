import { LightningElement, api } from 'lwc';
import { findRecord, findRecords, type Found, type Picking } from './search';

/** What the picker uses of the base component below it. */
interface Combobox extends HTMLElement {
  inputText: string;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

const icons = new Set(['account', 'contact', 'lead', 'user']);

/** `lightning-record-picker`: finds records by their names with the rights of the person (Component Reference, "Record Picker"). */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api objectApiName = '';
  @api placeholder?: string;
  @api variant = 'standard';
  @api required = false;
  @api disabled = false;
  @api fieldLevelHelp?: string;
  @api messageWhenBadInput?: string;
  @api messageWhenValueMissing = 'Complete this field.';
  @api filter?: Picking['filter'];
  @api displayInfo?: Picking['displayInfo'];
  @api matchingInfo?: Picking['matchingInfo'];

  found: readonly Found[] = [];
  chosen: Found | undefined;
  isSearching = false;
  private searches = 0;
  private recordId: string | undefined;

  @api
  get value(): string | undefined {
    return this.recordId;
  }

  set value(id: string | null | undefined) {
    this.recordId = id ?? undefined;
    if (this.chosen?.id !== this.recordId) void this.show();
  }

  override connectedCallback(): void {
    void this.show();
  }

  get shownPlaceholder(): string {
    return this.placeholder ?? 'Search...';
  }

  get icon(): string {
    const name = this.objectApiName.toLowerCase();
    return `standard:${icons.has(name) ? name : 'record'}`;
  }

  get items(): object[] {
    return this.found.map(({ id, text, subText }) => ({
      type: 'option-card',
      iconName: this.icon,
      value: id,
      text,
      subText,
    }));
  }

  get pill(): object | null {
    return this.chosen ? { iconName: this.icon, label: this.chosen.text } : null;
  }

  @api clearSelection(): void {
    this.choose(undefined);
  }

  @api focus(): void {
    this.combobox?.focus();
  }

  @api blur(): void {
    this.combobox?.blur();
  }

  @api checkValidity(): boolean {
    return this.combobox?.checkValidity() ?? true;
  }

  @api reportValidity(): boolean {
    return this.combobox?.reportValidity() ?? true;
  }

  @api setCustomValidity(message: string): void {
    this.combobox?.setCustomValidity(message);
  }

  handleOpen(): void {
    if (this.found.length === 0) void this.search('');
  }

  handleText({ detail }: CustomEvent<{ text: string }>): void {
    const { combobox } = this;
    // What was typed is the picker's to keep: the list is drawn anew with what was found.
    if (combobox) combobox.inputText = detail.text;
    void this.search(detail.text);
  }

  handleSelect({ detail }: CustomEvent<{ value: string }>): void {
    this.choose(this.found.find(({ id }) => id === detail.value));
  }

  handleRemove(): void {
    this.choose(undefined);
    this.focus();
  }

  private get combobox(): Combobox | null {
    return this.template?.querySelector('lightning-grouped-combobox') ?? null;
  }

  private get picking(): Picking {
    const { objectApiName, filter, displayInfo, matchingInfo } = this;
    return { objectApiName, filter, displayInfo, matchingInfo };
  }

  private choose(chosen: Found | undefined): void {
    this.chosen = chosen;
    this.recordId = chosen?.id;
    const { combobox } = this;
    if (combobox) combobox.inputText = '';
    this.found = [];
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.recordId ?? null } }));
  }

  /** Shows the record that the page chose. */
  private async show(): Promise<void> {
    if (!this.isConnected) return;
    this.chosen = this.recordId === undefined ? undefined : await findRecord(this.picking, this.recordId);
    this.dispatchEvent(new CustomEvent('ready'));
  }

  private async search(text: string): Promise<void> {
    const number = (this.searches += 1);
    this.isSearching = true;
    try {
      const found = await findRecords(this.picking, text);
      if (number === this.searches) this.found = found;
    } catch (error) {
      this.dispatchEvent(new CustomEvent('error', { detail: { error } }));
    } finally {
      if (number === this.searches) this.isSearching = false;
    }
  }
}
