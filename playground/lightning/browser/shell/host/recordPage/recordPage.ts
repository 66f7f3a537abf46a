import { LightningElement, api, wire } from 'lwc';
import { iconOf } from 'host/icons';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getFieldDisplayValue, getFieldValue, getRecord, type RecordData } from 'lightning/uiRecordApi';
import { onRecordPages } from 'org:navigation';
import { detailFields } from './fields';

interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
}

/** The page of a record: its fields as the person may read them, and the components that the package offers for such pages. */
export default class RecordPage extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  info?: Result<ObjectInfo>;

  @wire(getRecord, { recordId: '$recordId', fields: '$fields' })
  read?: Result<RecordData>;

  get fields(): string[] | undefined {
    const { data } = this.info ?? {};
    return (
      data && ['Name', ...detailFields(data).map(({ path }) => path)].map((path) => `${data.apiName}.${path}`)
    );
  }

  get record(): RecordData | undefined {
    return this.read?.data;
  }

  get problem(): string | undefined {
    const error = this.info?.error ?? this.read?.error;
    if (!error) return undefined;
    return 'You have no access to this record, or it does not exist any more.';
  }

  get icon(): string {
    return iconOf(this.objectApiName);
  }

  get objectLabel(): string {
    return this.info?.data?.label ?? '';
  }

  get name(): string {
    return this.text('Name');
  }

  get details() {
    const { data } = this.info ?? {};
    return (data ? detailFields(data) : []).map(({ path, label }) => ({
      name: path,
      label,
      text: this.text(path) || '\u00a0',
    }));
  }

  get components() {
    const isPhone = matchMedia('(max-width: 767px)').matches;
    return onRecordPages.filter(
      ({ objects, small }) =>
        (objects.length === 0 || objects.includes(this.objectApiName)) && (small || !isPhone),
    );
  }

  private text(path: string): string {
    const field = `${this.objectApiName}.${path}`;
    const value = getFieldValue(this.record, field) as string | number | boolean | null | undefined;
    return getFieldDisplayValue(this.record, field) ?? (value === true ? 'Yes' : String(value || ''));
  }
}
