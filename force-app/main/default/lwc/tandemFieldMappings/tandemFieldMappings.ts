import { LightningElement, api, wire } from 'lwc';
import { forgetDraft, keepDraft, keptDraft } from 'c/tandemDrafts';
import { fieldsOf, type Field, type FieldSource } from 'c/tandemFields';
import { saveRows, tellSaved, type Outcome } from 'c/tandemRows';
import { namedPrefix, type MappedKind, type MappingDirection } from 'c/tandemRules';
import getEventFields from '@salesforce/apex/TandemEventFields.getFields';
import LightningConfirm from 'lightning/confirm';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { changesOf, draftOf, newRow, savedRow, withDefaults, type DraftRow, type SavedRow } from './draft';
import { isBlocked } from './faults';
import { labels } from './labels';
import { MAPPINGS, type MappingData } from './queries';
import { DIRECTIONS, shownRows } from './rows';
import { WORDS } from './words';

/** A field as Apex describes it. */
type EventField = Omit<FieldSource['fields'][string], 'referenceToInfos'>;

/** What is kept of a draft. */
interface Kept {
  readonly saved: readonly SavedRow[];
  readonly rows: readonly DraftRow[];
  readonly added: number;
}

/** Which fields of contacts or events travel, and which way, in one configuration. Tells by `dirtychange` whether something is not saved yet. */
export default class TandemFieldMappings extends LightningElement {
  labels = labels;
  directions = DIRECTIONS;

  /** What was begun for one configuration is not carried over to another. */
  @api
  get configurationId(): string | undefined {
    return this.wanted;
  }

  set configurationId(id: string | undefined) {
    if (id === this.wanted) return;
    this.wanted = id;
    this.mappings = {};
    this.saved = [];
    this.rows = [];
    this.tellDirty();
  }

  /** The configuration on whose record page this stands. */
  @api recordId: string | undefined;

  /** Whether the fields are those of contacts or of events. */
  @api objectName: MappedKind = 'Contact';

  mappings: GraphqlResult<MappingData> = {};
  objectInfo: { data?: FieldSource; error?: unknown } = {};
  fields: ReadonlyMap<string, Field> = new Map();
  saved: readonly SavedRow[] = [];
  rows: readonly DraftRow[] = [];
  /** What there was before the defaults were put back. */
  beforeReset: readonly DraftRow[] | undefined;
  isSaving = false;
  /** Saving was tried while something could not work. */
  wasBlocked = false;

  /** When the draft that was left and is shown again was changed last. */
  draftFrom: string | undefined;

  private wanted: string | undefined;
  private wasDirty = false;
  private added = 0;

  get configuration(): string | undefined {
    return this.wanted ?? this.recordId;
  }

  get query(): GraphqlDocument | undefined {
    return this.configuration ? MAPPINGS : undefined;
  }

  get variables() {
    return { configurationId: this.configuration, object: this.objectName };
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  handleMappings(result: GraphqlResult<MappingData>): void {
    this.mappings = result;
    this.takeOver();
  }

  @wire(getObjectInfo, { objectApiName: '$describedObject' })
  handleInfo(result: { data?: ObjectInfo; error?: unknown }): void {
    if (this.describedObject) this.take(result);
  }

  override connectedCallback(): void {
    if (!this.describedObject) void this.readEventFields();
  }

  /** Events are described by Apex. */
  get describedObject(): string | undefined {
    return this.objectName === 'Contact' ? this.objectName : undefined;
  }

  get words() {
    return WORDS[this.objectName];
  }

  /** Under which name a draft is kept, which is that of the section too. */
  get part(): string {
    return this.objectName === 'Contact' ? 'mappings' : 'eventMappings';
  }

  get isNowhere(): boolean {
    return !this.configuration;
  }

  get errors(): unknown {
    return this.mappings.errors ?? this.objectInfo.error;
  }

  get isLoading(): boolean {
    return !this.mappings.data || !this.objectInfo.data;
  }

  get shown() {
    return shownRows(this.objectName, this.rows, this.saved, this.fields);
  }

  get changes() {
    return changesOf(this.objectName, this.rows, this.saved, this.configuration ?? '');
  }

  get isDirty(): boolean {
    return this.changes.length > 0;
  }

  get wasReset(): boolean {
    return this.beforeReset !== undefined;
  }

  handleAdd(): void {
    this.added += 1;
    this.change([newRow(`new-${this.added}`), ...this.rows]);
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.changeRow(event, { field: event.detail.value });
  }

  handleProperty(event: CustomEvent<{ value: string }>): void {
    this.changeRow(event, { property: event.detail.value });
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.changeRow(event, { property: `${namedPrefix}${event.detail.value}` });
  }

  handleDirection(event: CustomEvent<{ value: string }>): void {
    this.changeRow(event, { direction: event.detail.value as MappingDirection });
  }

  handleChoose(event: Event): void {
    this.changeRow(event, { isChoosing: true });
  }

  handleRemove({ target }: Event): void {
    const { key } = (target as HTMLElement).dataset;
    this.change(this.rows.filter((row) => row.key !== key));
  }

  handleReset(): void {
    const before = this.rows;
    this.change(withDefaults(this.objectName, this.rows, this.fields));
    this.beforeReset = before;
  }

  handleUndo(): void {
    this.change(this.beforeReset ?? this.rows);
  }

  async handleDiscard(): Promise<void> {
    const label = labels.discard;
    if (!(await LightningConfirm.open({ label, message: labels.discardConfirm, theme: 'warning' }))) return;
    this.change(draftOf(this.objectName, this.saved, this.fields));
    await this.mappings.refresh?.();
  }

  handleRetry(): void {
    if (this.objectInfo.error && !this.describedObject) void this.readEventFields();
    void this.mappings.refresh?.();
  }

  async handleSave(): Promise<void> {
    const { changes, objectName: kind, saved, rows, fields } = this;
    this.wasBlocked = isBlocked(kind, rows, saved, draftOf(kind, saved, fields), fields);
    if (this.wasBlocked) return;
    this.isSaving = true;
    const outcomes = await saveRows(changes);
    this.isSaving = false;
    this.remember(outcomes, rows);
    tellSaved(this, outcomes);
    if (!this.isDirty) await this.mappings.refresh?.();
  }

  private take(info: { data?: FieldSource; error?: unknown }): void {
    this.objectInfo = info;
    this.fields = fieldsOf(info.data);
    this.takeOver();
  }

  private async readEventFields(): Promise<void> {
    try {
      const fields = (await getEventFields({})) as readonly EventField[];
      const described = fields.map((field) => [field.apiName, { ...field, referenceToInfos: [] }] as const);
      this.take({ data: { fields: Object.fromEntries(described) } });
    } catch (error) {
      this.take({ error });
    }
  }

  /** Shows what the org has, unless the admin has changes that would be lost. */
  private takeOver(): void {
    if (this.isLoading || this.isSaving || this.isDirty) return;
    const { edges = [] } = this.mappings.data?.uiapi.query.Tandem_Field_Mapping__c ?? {};
    this.saved = edges.map(({ node }) => savedRow(node));
    this.rows = draftOf(this.objectName, this.saved, this.fields);
    this.bringBack();
  }

  private changeRow({ target }: Event, change: Partial<DraftRow>): void {
    const { key } = (target as HTMLElement).dataset;
    this.change(this.rows.map((row) => (row.key === key ? { ...row, ...change, errors: [] } : row)));
  }

  private change(rows: readonly DraftRow[]): void {
    this.rows = rows;
    this.beforeReset = undefined;
    this.wasBlocked = false;
    this.keep();
  }

  /** Takes over what was saved; what was not stays as the admin left it, with the reason. */
  private remember(outcomes: readonly Outcome[], sent: readonly DraftRow[]): void {
    const rows = new Map(this.rows.map((row) => [row.key, row]));
    const saved = new Map(this.saved.map((row) => [row.id, row]));
    const back = new Map(
      draftOf(this.objectName, this.saved, this.fields).map((row) => [row.id ?? row.key, row]),
    );
    for (const { change, saved: record, errors } of outcomes) {
      const row = rows.get(change.key);
      const failed = row ?? back.get(change.key);
      const written = sent.find(({ key }) => key === change.key);
      if (errors && failed) rows.set(failed.key, { ...failed, errors });
      else if (record && written) {
        const { field, property, direction } = written;
        saved.set(record.id, { ...record, field, property, direction });
        if (row) rows.set(row.key, { ...row, id: record.id, isNew: false, isChoosing: false, errors: [] });
      } else if (change.kind === 'delete') {
        saved.delete(change.id);
        if (row) rows.set(row.key, { ...row, id: null, isChoosing: false, errors: [] });
      }
    }
    this.saved = [...saved.values()];
    this.rows = [...rows.values()];
    this.beforeReset = undefined;
    this.keep();
  }

  /** What was typed is kept should the admin leave before it is saved. */
  private keep(): void {
    const { configuration = '', saved, rows, added } = this;
    if (this.isDirty) keepDraft(configuration, this.part, { saved, rows, added });
    else forgetDraft(configuration, this.part);
    this.tellDirty();
  }

  private bringBack(): void {
    const draft = keptDraft<Kept>(this.configuration ?? '', this.part);
    if (!draft) return;
    this.draftFrom = draft.at;
    this.saved = draft.content.saved;
    this.rows = draft.content.rows;
    this.added = draft.content.added;
    this.tellDirty();
  }

  private tellDirty(): void {
    if (this.isDirty === this.wasDirty) return;
    this.wasDirty = this.isDirty;
    this.dispatchEvent(new CustomEvent('dirtychange', { detail: { isDirty: this.isDirty } }));
  }
}
