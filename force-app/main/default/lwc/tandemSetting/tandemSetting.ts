import { LightningElement, api } from 'lwc';
import type { FieldInfo } from 'lightning/uiObjectInfoApi';

/** What a field of a configuration can hold. */
export type SettingValue = string | number | boolean | null;

interface Input extends HTMLElement {
  setCustomValidity(text: string): void;
  reportValidity(): boolean;
  focus(): void;
}

const NUMBERS = ['Double', 'Int', 'Long'];

/** One field of a configuration, as its metadata describes it. Tells by `set` what a person wants. */
export default class TandemSetting extends LightningElement {
  @api info!: FieldInfo;

  /** What can be chosen: of a picklist, or of a text that names one of several. */
  @api options: readonly { readonly value: string; readonly label: string }[] = [];

  @api value: SettingValue = null;

  /** Why the value cannot be saved; it stands beside the field, as the field's own faults do. */
  @api
  get fault(): string {
    return this.wantedFault;
  }

  set fault(text: string) {
    this.wantedFault = text;
    this.showFault();
  }

  private wantedFault = '';
  private shownFault = '';

  get type(): string {
    return this.info.dataType;
  }

  get isList(): boolean {
    return this.type === 'Picklist' || this.options.length > 0;
  }

  get isCheckbox(): boolean {
    return this.type === 'Boolean';
  }

  get isNumber(): boolean {
    return NUMBERS.includes(this.type);
  }

  get isRecord(): boolean {
    return this.type === 'Reference';
  }

  get isLong(): boolean {
    return this.type === 'TextArea';
  }

  get isReadOnly(): boolean {
    return !this.info.updateable;
  }

  /** A list shows nothing as chosen as its blank value, if it has one. */
  get chosen(): SettingValue {
    return this.value ?? '';
  }

  get checked(): boolean {
    return this.value === true;
  }

  get help(): string | undefined {
    return this.info.inlineHelpText ?? undefined;
  }

  get target(): string | undefined {
    return this.info.referenceToInfos[0]?.apiName;
  }

  handleValue({ detail }: CustomEvent<{ value: string }>): void {
    this.tell(detail.value.trim() === '' ? null : detail.value);
  }

  handleNumber({ detail }: CustomEvent<{ value: string }>): void {
    this.tell(detail.value === '' ? null : Number(detail.value));
  }

  handleChecked({ detail }: CustomEvent<{ checked: boolean }>): void {
    this.tell(detail.checked);
  }

  handleRecord({ detail }: CustomEvent<{ recordId: string | null }>): void {
    this.tell(detail.recordId);
  }

  override renderedCallback(): void {
    this.showFault();
  }

  private showFault(): void {
    const input = this.template?.querySelector<Input>('[data-input]');
    if (!input || this.wantedFault === this.shownFault) return;
    this.shownFault = this.wantedFault;
    input.setCustomValidity(this.wantedFault);
    input.reportValidity();
  }

  private tell(value: SettingValue): void {
    this.dispatchEvent(new CustomEvent('set', { detail: { field: this.info.apiName, value } }));
  }
}
