import formFactor from '@salesforce/client/formFactor';
import { LightningElement, api, wire } from 'lwc';
import { forgetDraft, forgetDrafts, keepDraft, keptDraft } from 'c/tandemDrafts';
import { reduceErrors, statusOf } from 'c/tandemErrors';
import type { Section } from 'c/tandemSection';
import type { SettingValue } from 'c/tandemSetting';
import type { Configuration } from 'c/tandemSettings';
import { fill } from 'c/tandemText';
import CONFIGURATION from '@salesforce/schema/Tandem_Configuration__c';
import LightningConfirm from 'lightning/confirm';
import Toast from 'lightning/toast';
import {
  getObjectInfo,
  getPicklistValuesByRecordType,
  type ObjectInfo,
  type PicklistValues,
} from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable, updateRecord, type RecordData } from 'lightning/uiRecordApi';
import { effectsOf } from './effects';
import { faultsOf } from './faults';
import { RECORD_TYPE, REFERENCES, changedBy, valuesOf, type Values } from './fields';
import { labels } from './labels';
import { recordTypesOf } from './record-types';
import { sectionsOf, wordsOf } from './sections';

interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
}

/** What somebody else saved while the admin was editing. */
interface Overtaking {
  readonly by: string;
  readonly differences: readonly string[];
}

/** What is kept of edits that are not saved. */
interface Kept {
  readonly edits: Values;
  readonly saved: Values;
  readonly modified: string | null;
}

/** The editor of one configuration. Tells by `close`, `activate`, `deactivate`, `remove` and, when something was saved, `saved`. */
export default class TandemConfiguration extends LightningElement {
  labels = labels;
  fields = REFERENCES;
  objectApiName = CONFIGURATION;
  /** On phones the sections fold out one below the other. */
  isPhone = formFactor === 'Small';

  @api configurationId!: string;

  /** The configurations with their people, this one among them. */
  @api configurations: readonly Configuration[] = [];

  /** The section that is open at first. */
  @api section = 'general';

  info: Result<ObjectInfo> = {};
  picklists: Readonly<Record<string, PicklistValues>> = {};
  record: Result<RecordData> = {};
  /** What the org has, as far as is known here. */
  saved: Values = {};
  modified: string | null = null;
  /** What the admin changed and did not save yet. */
  edits: Values = {};
  overtaking: Overtaking | undefined;
  saveErrors: unknown;
  isSaving = false;
  /** Saving was tried while something could not be saved. */
  wasBlocked = false;
  openSection = '';
  /** When the edits that were left and are shown again were changed last. */
  draftFrom: string | undefined;
  /** The parts that save by themselves and have something unsaved. */
  dirtyParts: readonly string[] = [];

  get recordTypeId(): string | undefined {
    return this.info.data?.defaultRecordTypeId;
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo(result: Result<ObjectInfo>): void {
    this.info = result;
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: '$objectApiName', recordTypeId: '$recordTypeId' })
  handlePicklists({ data }: Result<{ picklistFieldValues: Readonly<Record<string, PicklistValues>> }>): void {
    if (data) this.picklists = data.picklistFieldValues;
  }

  @wire(getObjectInfo, { objectApiName: 'Contact' })
  contacts: Result<ObjectInfo> = {};

  @wire(getRecord, { recordId: '$configurationId', optionalFields: '$fields' })
  handleRecord(result: Result<RecordData>): void {
    this.record = result;
    if (!result.data) return;
    if (this.modified === null) this.bringBack();
    const theirs = valuesOf(result.data);
    const { lastModifiedDate } = result.data;
    if (this.hasEdits && !this.isSaving && lastModifiedDate !== this.modified)
      this.overtaking = this.overtakenBy(changedBy(result.data), theirs);
    this.modified = lastModifiedDate;
    this.saved = theirs;
    this.keepEdits(this.edits);
  }

  override connectedCallback(): void {
    window.addEventListener('beforeunload', this.handleUnload);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.handleUnload);
  }

  get errors(): unknown {
    return this.record.error ?? this.info.error;
  }

  get isLoading(): boolean {
    return !this.record.data || !this.info.data;
  }

  get configuration(): Configuration | undefined {
    return this.configurations.find(({ id }) => id === this.configurationId);
  }

  get isActive(): boolean {
    return this.configuration?.active ?? false;
  }

  get stateLabel(): string {
    return this.isActive ? labels.active : labels.inactive;
  }

  get name(): SettingValue {
    return this.saved['Name'] ?? '';
  }

  get values(): Values {
    return { ...this.saved, ...this.edits };
  }

  get faults(): Readonly<Record<string, string>> {
    return faultsOf(this.values);
  }

  /** What can be chosen, by field. */
  get choices(): Readonly<Record<string, PicklistValues>> {
    const { contacts, picklists, saved } = this;
    const values = recordTypesOf(contacts.data, saved[RECORD_TYPE]);
    return { ...picklists, [RECORD_TYPE]: { defaultValue: null, values } };
  }

  get sections(): Section[] {
    return sectionsOf(this.info.data, this.choices, this.values, this.faults);
  }

  get effects(): string[] {
    return effectsOf(this.edits, (field, value) => this.wordsFor(field, value));
  }

  get hasEffects(): boolean {
    return this.effects.length > 0;
  }

  get effectsIntro(): string {
    return this.isActive ? labels.effectsActive : labels.effectsInactive;
  }

  get hasEdits(): boolean {
    return Object.keys(this.edits).length > 0;
  }

  /** Filters, field mappings and people are saved where they stand. */
  get showsFooter(): boolean {
    const own = ['people', 'filters', 'mappings', 'eventMappings'].includes(this.openSection || this.section);
    return this.hasEdits || !own;
  }

  get wasOvertaken(): boolean {
    return this.overtaking !== undefined;
  }

  handleSet({ detail }: CustomEvent<{ field: string; value: SettingValue }>): void {
    this.keepEdits({ ...this.edits, [detail.field]: detail.value });
    this.saveErrors = undefined;
    this.wasBlocked = false;
  }

  handleSection({ target }: Event): void {
    this.openSection = (target as HTMLElement & { value: string }).value;
  }

  handleToggle({ detail }: CustomEvent<{ openSections: string | readonly string[] }>): void {
    this.openSection = [detail.openSections].flat()[0] ?? '';
  }

  handleDirty({ detail }: CustomEvent<{ part: string; isDirty: boolean }>): void {
    const others = this.dirtyParts.filter((one) => one !== detail.part);
    this.dirtyParts = detail.isDirty ? [...others, detail.part] : others;
  }

  async handleSave(): Promise<void> {
    this.saveErrors = undefined;
    this.wasBlocked = Object.keys(this.faults).length > 0;
    if (this.wasBlocked) return;
    const { edits, modified, configurationId } = this;
    this.isSaving = true;
    try {
      const record = await updateRecord(
        { fields: { ...edits, Id: configurationId } },
        modified === null ? {} : { ifUnmodifiedSince: modified },
      );
      this.modified = record.lastModifiedDate;
      this.saved = { ...this.saved, ...edits };
      this.keepEdits(this.edits);
      Toast.show({ label: labels.saved, variant: 'success' }, this);
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      if (statusOf(error) !== 412) this.saveErrors = error;
      else {
        this.isSaving = false;
        await notifyRecordUpdateAvailable([{ recordId: configurationId }]);
      }
    } finally {
      this.isSaving = false;
    }
  }

  async handleDiscard(): Promise<void> {
    if (await this.mayLose()) this.discard();
  }

  handleKeepMine(): void {
    this.overtaking = undefined;
  }

  handleTakeTheirs(): void {
    this.discard();
  }

  handleClose(): Promise<void> {
    return this.leave('close');
  }

  handleActivate(): Promise<void> {
    return this.leave('activate');
  }

  /** The row changes by it, so edits that are not saved would be taken for overtaken by somebody else. */
  async handleDeactivate(): Promise<void> {
    if (this.hasEdits && !(await this.mayLose())) return;
    this.discard();
    this.dispatchEvent(new CustomEvent('deactivate'));
  }

  handleRetry(): void {
    void notifyRecordUpdateAvailable([{ recordId: this.configurationId }]);
  }

  get saveReasons(): string[] {
    return this.saveErrors === undefined ? [] : reduceErrors(this.saveErrors);
  }

  private handleUnload = (event: BeforeUnloadEvent): void => {
    if (this.isDirty) event.preventDefault();
  };

  private get isDirty(): boolean {
    return this.hasEdits || this.dirtyParts.length > 0;
  }

  private async leave(event: string): Promise<void> {
    if (this.isDirty && !(await this.mayLose())) return;
    forgetDrafts(this.configurationId);
    this.dispatchEvent(new CustomEvent(event));
  }

  private mayLose(): Promise<boolean> {
    const { discard: label, discardConfirm: message } = labels;
    return LightningConfirm.open({ label, message, theme: 'warning' });
  }

  private discard(): void {
    this.keepEdits({});
    this.overtaking = undefined;
    this.saveErrors = undefined;
    this.wasBlocked = false;
  }

  /** What is again as it is saved is no edit. The others are kept should the admin leave before they are saved. */
  private keepEdits(wished: Values): void {
    const { configurationId, saved, modified } = this;
    const edits = Object.fromEntries(
      Object.entries(wished).filter(([field, value]) => value !== saved[field]),
    );
    this.edits = edits;
    if (this.hasEdits) keepDraft(configurationId, 'settings', { edits, saved, modified });
    else forgetDraft(configurationId, 'settings');
  }

  /** With what the org had when they were typed, so that it is seen when somebody else saved in between. */
  private bringBack(): void {
    const draft = keptDraft<Kept>(this.configurationId, 'settings');
    if (!draft) return;
    this.draftFrom = draft.at;
    this.edits = draft.content.edits;
    this.saved = draft.content.saved;
    this.modified = draft.content.modified;
  }

  private wordsFor(field: string, value: SettingValue | undefined): string {
    return wordsOf(this.info.data?.fields[field], this.choices[field], value);
  }

  private overtakenBy(by: string, theirs: Values): Overtaking {
    const { info, edits, saved } = this;
    const words = (field: string, value: SettingValue | undefined) => this.wordsFor(field, value);
    const changed = Object.keys(theirs).filter((field) => theirs[field] !== saved[field]);
    const differences = changed.map((field) => {
      const label = info.data?.fields[field]?.label ?? field;
      return field in edits && edits[field] !== theirs[field]
        ? fill(labels.bothChanged, label, words(field, theirs[field]), words(field, edits[field]))
        : fill(labels.theyChanged, label, words(field, theirs[field]));
    });
    return { by: fill(labels.overtaken, by || labels.somebody), differences };
  }
}
