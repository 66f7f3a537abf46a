import { LightningElement, api } from 'lwc';
import type { SettingValue } from 'c/tandemSetting';
import type { Configuration } from 'c/tandemSettings';
import type { FieldInfo, PicklistValues } from 'lightning/uiObjectInfoApi';

/** A section of the editor: settings, or a part that saves by itself. */
export interface Section {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly settings: readonly Setting[];
}

/** A setting as it stands now. */
export interface Setting {
  readonly field: string;
  readonly info: FieldInfo;
  readonly options: PicklistValues['values'];
  readonly value: SettingValue;
  readonly fault: string;
}

/** What stands in one section. Tells by `set` what is wanted, and by `dirtychange` whether a part has something unsaved. */
export default class TandemSection extends LightningElement {
  @api section!: Section;
  @api configurationId!: string;
  @api configurations: readonly Configuration[] = [];

  get isPeople(): boolean {
    return this.section.name === 'people';
  }

  get isFilters(): boolean {
    return this.section.name === 'filters';
  }

  get isMappings(): boolean {
    return this.section.name === 'mappings';
  }

  get isEventMappings(): boolean {
    return this.section.name === 'eventMappings';
  }

  handleSet({ detail }: CustomEvent<{ field: string; value: SettingValue }>): void {
    this.dispatchEvent(new CustomEvent('set', { detail }));
  }

  handleDirty({ detail }: CustomEvent<{ isDirty: boolean }>): void {
    const { name } = this.section;
    this.dispatchEvent(new CustomEvent('dirtychange', { detail: { ...detail, part: name } }));
  }
}
