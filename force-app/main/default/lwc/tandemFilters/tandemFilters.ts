import { LightningElement, api, wire } from 'lwc';
import { forgetDraft, keepDraft, keptDraft } from 'c/tandemDrafts';
import { fieldsOf, type Field } from 'c/tandemFields';
import { saveRows, tellSaved, type Outcome } from 'c/tandemRows';
import {
  areTooLong,
  checkCondition,
  compare,
  comparisonOf,
  operators,
  type CheckedCondition,
  type FilterFields,
} from 'c/tandemRules';
import { fill } from 'c/tandemText';
import { Timer } from 'c/tandemTimer';
import LightningConfirm from 'lightning/confirm';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import {
  getObjectInfo,
  getPicklistValuesByRecordType,
  type ObjectInfo,
  type PicklistValues,
} from 'lightning/uiObjectInfoApi';
import { OBJECTS, faultOf, fieldOf, isTyped, shownConditions, wordsOf, type Choices } from './conditions';
import { withSpan } from './days';
import {
  changesOf,
  draftOf,
  isChanged,
  newCondition,
  savedCondition,
  type DraftCondition,
  type SavedCondition,
} from './draft';
import { labels as faults } from './fault-labels';
import { labels } from './labels';
import { COUNT, FILTERS, type CountData, type FilterData } from './queries';
import { whereOf } from './where';

/** So that not every letter of a value counts all contacts. */
const COUNT_PAUSE_MS = 500;

interface InfoResult {
  readonly data?: ObjectInfo;
  readonly error?: unknown;
}
interface ValuesResult {
  readonly data?: { readonly picklistFieldValues: Readonly<Record<string, PicklistValues>> };
}

/** What is kept of a draft. */
interface Kept {
  readonly saved: readonly SavedCondition[];
  readonly conditions: readonly DraftCondition[];
  readonly added: number;
}

/** Which contacts one configuration sends to Outlook: conditions that must all hold. Tells by `dirtychange` whether something is not saved yet. */
export default class TandemFilters extends LightningElement {
  labels = labels;
  objects = OBJECTS;

  /** What was begun for one configuration is not carried over to another. */
  @api
  get configurationId(): string | undefined {
    return this.wanted;
  }

  set configurationId(id: string | undefined) {
    if (id === this.wanted) return;
    this.wanted = id;
    this.filters = {};
    this.saved = [];
    this.conditions = [];
    this.tellDirty();
  }

  /** The configuration on whose record page this stands. */
  @api recordId: string | undefined;

  filters: GraphqlResult<FilterData> = {};
  contact: InfoResult = {};
  account: InfoResult = {};
  fields: FilterFields<Field> = { Contact: new Map(), Account: new Map() };
  choices: Choices = {};
  saved: readonly SavedCondition[] = [];
  conditions: readonly DraftCondition[] = [];
  isSaving = false;
  /** Saving was tried while something could not work. */
  wasBlocked = false;

  countQuery: GraphqlDocument | undefined;
  countVariables: Readonly<Record<string, unknown>> = {};
  counted: GraphqlResult<CountData> = {};
  /** The conditions that were counted. */
  countedWhere = '';

  /** When the draft that was left and is shown again was changed last. */
  draftFrom: string | undefined;

  private wanted: string | undefined;
  private wasDirty = false;
  private added = 0;
  private timer = new Timer();

  get configuration(): string | undefined {
    return this.wanted ?? this.recordId;
  }

  get query(): GraphqlDocument | undefined {
    return this.configuration ? FILTERS : undefined;
  }

  get variables() {
    return { configurationId: this.configuration };
  }

  get contactRecordType(): string | undefined {
    return this.contact.data?.defaultRecordTypeId;
  }

  get accountRecordType(): string | undefined {
    return this.account.data?.defaultRecordTypeId;
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  handleFilters(result: GraphqlResult<FilterData>): void {
    this.filters = result;
    this.takeOver();
  }

  @wire(getObjectInfo, { objectApiName: 'Contact' })
  handleContact(result: InfoResult): void {
    this.contact = result;
    this.fields = { ...this.fields, Contact: fieldsOf(result.data) };
    this.takeOver();
  }

  /** Who may not see accounts has no fields of them to choose from. */
  @wire(getObjectInfo, { objectApiName: 'Account' })
  handleAccount(result: InfoResult): void {
    this.account = result;
    this.fields = { ...this.fields, Account: fieldsOf(result.data) };
    this.takeOver();
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: 'Contact', recordTypeId: '$contactRecordType' })
  handleContactValues({ data }: ValuesResult): void {
    this.takeChoices('Contact', data);
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: 'Account', recordTypeId: '$accountRecordType' })
  handleAccountValues({ data }: ValuesResult): void {
    this.takeChoices('Account', data);
  }

  @wire(graphql, { query: '$countQuery', variables: '$countVariables' })
  handleCount(result: GraphqlResult<CountData>): void {
    if (!result.data && !result.errors) return;
    this.counted = result;
    this.countedWhere = JSON.stringify(this.countVariables['where']);
  }

  override disconnectedCallback(): void {
    this.timer.stop();
  }

  get isNowhere(): boolean {
    return !this.configuration;
  }

  get errors(): unknown {
    return this.filters.errors ?? this.contact.error;
  }

  get isLoading(): boolean {
    return !this.filters.data || !this.contact.data || (!this.account.data && !this.account.error);
  }

  get shown() {
    return shownConditions(this.conditions, this.saved, this.fields, this.choices);
  }

  get words() {
    return wordsOf(this.conditions, this.fields, this.choices);
  }

  get saysSomething(): boolean {
    return this.words.length > 0;
  }

  get isEmpty(): boolean {
    return this.conditions.length === 0;
  }

  /** All but those that were only begun. */
  get typed(): readonly DraftCondition[] {
    return this.conditions.filter((condition) => condition.id !== null || isTyped(condition));
  }

  get changes() {
    return changesOf(this.typed, this.saved, this.configuration ?? '');
  }

  get isDirty(): boolean {
    return this.changes.length > 0;
  }

  /** The conditions that can work. */
  get working(): readonly CheckedCondition<Field>[] {
    return this.typed
      .map((condition) => checkCondition(condition, this.fields))
      .filter((one): one is CheckedCondition<Field> => !('fault' in one));
  }

  /** Undefined while there is nothing to count, or something that cannot work. */
  get where(): object | undefined {
    const { working, typed } = this;
    return working.length === 0 || working.length < typed.length ? undefined : whereOf(working);
  }

  /** What is wrong with the conditions together. */
  get reasons(): readonly string[] {
    return areTooLong(this.working.map((one) => compare(one).soql)) ? [faults.faultTooLong] : [];
  }

  get count() {
    const { where } = this;
    if (!where) return undefined;
    if (JSON.stringify(where) !== this.countedWhere) return { text: labels.counting };
    const { matching, all } = this.counted.data?.uiapi.query ?? {};
    if (!matching || !all) return { text: labels.countUnknown };
    if (matching.totalCount === 0) return { text: labels.noneMatch, isWarning: true };
    if (matching.totalCount === all.totalCount)
      return { text: fill(labels.allMatch, all.totalCount), isWarning: true };
    return { text: fill(labels.count, matching.totalCount, all.totalCount) };
  }

  handleAdd(): void {
    this.added += 1;
    this.change([...this.conditions, newCondition(`new-${this.added}`)]);
  }

  handleRemove({ target }: Event): void {
    const { key } = (target as HTMLElement).dataset;
    this.change(this.conditions.filter((condition) => condition.key !== key));
  }

  handleObject(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.changeOne(event, () => ({ object: value, field: '', operator: 'Equals', value: '' }));
  }

  /** A value is kept where the new field can have it. */
  handleField(event: CustomEvent<{ value: string }>): void {
    this.changeOne(event, (condition) => {
      const before = fieldOf(condition, this.fields)?.type ?? '';
      const after = fieldOf({ ...condition, field: event.detail.value }, this.fields)?.type ?? '';
      const comparison = comparisonOf(after) ?? 'text';
      const operator = operators[comparison].find((one) => one === condition.operator) ?? 'Equals';
      return {
        field: event.detail.value,
        operator,
        value: before === after || before === '' ? condition.value : '',
      };
    });
  }

  handleOperator(event: CustomEvent<{ value: string }>): void {
    this.changeOne(event, () => ({ operator: event.detail.value }));
  }

  handleValue(event: CustomEvent<{ value: string | null }>): void {
    this.changeOne(event, () => ({ value: event.detail.value ?? '' }));
  }

  handleRecord(event: CustomEvent<{ recordId: string | null }>): void {
    this.changeOne(event, () => ({ value: event.detail.recordId ?? '' }));
  }

  handleSpan(event: CustomEvent<{ value: string }>): void {
    this.changeOne(event, ({ value }) => ({ value: withSpan(value, event.detail.value) }));
  }

  handleNumberOf(event: CustomEvent<{ value: string }>): void {
    this.changeOne(event, ({ value }) => ({ value: `${value.split(':')[0]}:${event.detail.value}` }));
  }

  async handleDiscard(): Promise<void> {
    const label = labels.discard;
    if (!(await LightningConfirm.open({ label, message: labels.discardConfirm, theme: 'warning' }))) return;
    this.change(draftOf(this.saved));
    await this.filters.refresh?.();
  }

  handleRetry(): void {
    void this.filters.refresh?.();
  }

  async handleSave(): Promise<void> {
    const { typed, changes } = this;
    this.wasBlocked =
      this.reasons.length > 0 ||
      typed.some((condition) => isChanged(condition, this.saved) && faultOf(condition, this.fields) !== '');
    if (this.wasBlocked) return;
    this.isSaving = true;
    const outcomes = await saveRows(changes);
    this.isSaving = false;
    this.remember(outcomes, typed);
    tellSaved(this, outcomes);
    if (!this.isDirty) await this.filters.refresh?.();
  }

  /** Shows what the org has, unless the admin has changes that would be lost. */
  private takeOver(): void {
    if (this.isLoading || this.isSaving || this.isDirty) return;
    this.saved =
      this.filters.data?.uiapi.query.Tandem_Filter__c.edges.map(({ node }) => savedCondition(node)) ?? [];
    this.conditions = draftOf(this.saved);
    this.bringBack();
    this.countSoon(0);
  }

  private takeChoices(object: 'Contact' | 'Account', data: ValuesResult['data']): void {
    const fields = Object.entries(data?.picklistFieldValues ?? {});
    this.choices = {
      ...this.choices,
      [object]: Object.fromEntries(fields.map(([name, { values }]) => [name, values])),
    };
  }

  private changeOne({ target }: Event, change: (condition: DraftCondition) => Partial<DraftCondition>): void {
    const { key } = (target as HTMLElement).dataset;
    this.change(
      this.conditions.map((one) => (one.key === key ? { ...one, ...change(one), errors: [] } : one)),
    );
  }

  private change(conditions: readonly DraftCondition[]): void {
    this.conditions = conditions;
    this.wasBlocked = false;
    this.keep();
    this.countSoon(COUNT_PAUSE_MS);
  }

  private countSoon(milliseconds: number): void {
    this.timer.after(milliseconds, () => {
      const { where } = this;
      if (!where) return;
      this.countQuery = COUNT;
      this.countVariables = { where };
    });
  }

  /** Takes over what was saved; what was not stays as the admin left it, with the reason. */
  private remember(outcomes: readonly Outcome[], sent: readonly DraftCondition[]): void {
    const conditions = new Map(this.conditions.map((one) => [one.key, one]));
    const saved = new Map(this.saved.map((one) => [one.id, one]));
    const back = new Map(draftOf(this.saved).map((one) => [one.key, one]));
    for (const { change, saved: record, errors } of outcomes) {
      const condition = conditions.get(change.key);
      const failed = condition ?? back.get(change.key);
      const written = sent.find(({ key }) => key === change.key);
      if (errors && failed) conditions.set(failed.key, { ...failed, errors });
      else if (record && written) {
        const { object, field, operator, value } = written;
        saved.set(record.id, { ...record, object, field, operator, value });
        if (condition) conditions.set(condition.key, { ...condition, id: record.id, errors: [] });
      } else if (change.kind === 'delete') saved.delete(change.id);
    }
    this.saved = [...saved.values()];
    this.conditions = [...conditions.values()];
    this.keep();
  }

  /** What was typed is kept should the admin leave before it is saved. */
  private keep(): void {
    const { configuration = '', saved, conditions, added } = this;
    if (this.isDirty) keepDraft(configuration, 'filters', { saved, conditions, added });
    else forgetDraft(configuration, 'filters');
    this.tellDirty();
  }

  private bringBack(): void {
    const draft = keptDraft<Kept>(this.configuration ?? '', 'filters');
    if (!draft) return;
    this.draftFrom = draft.at;
    this.saved = draft.content.saved;
    this.conditions = draft.content.conditions;
    this.added = draft.content.added;
    this.tellDirty();
  }

  private tellDirty(): void {
    if (this.isDirty === this.wasDirty) return;
    this.wasDirty = this.isDirty;
    this.dispatchEvent(new CustomEvent('dirtychange', { detail: { isDirty: this.isDirty } }));
  }
}
