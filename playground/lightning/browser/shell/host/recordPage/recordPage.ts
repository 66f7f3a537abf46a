import { LightningElement, api, wire } from 'lwc';
import { readEvent, type EventDetails } from 'host/event';
import { iconOf } from 'host/icons';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getFieldDisplayValue, getFieldValue, getRecord, type RecordData } from 'lightning/uiRecordApi';
import { onRecordPages } from 'org:navigation';
import { go } from 'org/place';
import { detailFields } from './fields';

interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
}

/** The page of a record: its fields as the person may read them, and the components that the package offers for such pages. */
export default class RecordPage extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  event: EventDetails | undefined;
  eventProblem = false;

  override connectedCallback(): void {
    if (!this.isEvent) return;
    void readEvent(this.recordId)
      .catch(() => undefined)
      .then((event) => {
        this.event = event;
        this.eventProblem = event === undefined;
      });
  }

  /** The User Interface API, by which other records are read, has no events. */
  get isEvent(): boolean {
    return this.objectApiName === 'Event';
  }

  get infoOf(): string | undefined {
    return this.isEvent ? undefined : this.objectApiName;
  }

  @wire(getObjectInfo, { objectApiName: '$infoOf' })
  info?: Result<ObjectInfo>;

  @wire(getRecord, { recordId: '$recordId', fields: '$fields' })
  read?: Result<RecordData>;

  get fields(): string[] | undefined {
    const { data } = this.info ?? {};
    return (
      data && ['Name', ...detailFields(data).map(({ path }) => path)].map((path) => `${data.apiName}.${path}`)
    );
  }

  get isThere(): boolean {
    return this.event !== undefined || this.record !== undefined;
  }

  get people() {
    return this.event?.people ?? [];
  }

  get hasPeople(): boolean {
    return this.people.length > 0;
  }

  get record(): RecordData | undefined {
    return this.read?.data;
  }

  get problem(): string | undefined {
    const error = this.info?.error ?? this.read?.error;
    if (!error && !this.eventProblem) return undefined;
    return 'You have no access to this record, or it does not exist any more.';
  }

  get icon(): string {
    return iconOf(this.objectApiName);
  }

  get objectLabel(): string {
    return this.isEvent ? 'Event' : (this.info?.data?.label ?? '');
  }

  get name(): string {
    return this.event?.name ?? this.text('Name');
  }

  get details() {
    if (this.event) return this.event.details;
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

  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).href);
  }

  private text(path: string): string {
    const field = `${this.objectApiName}.${path}`;
    const value = getFieldValue(this.record, field) as string | number | boolean | null | undefined;
    return getFieldDisplayValue(this.record, field) ?? (value === true ? 'Yes' : String(value || ''));
  }
}
