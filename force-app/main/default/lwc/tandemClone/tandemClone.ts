import { LightningElement, api, wire } from 'lwc';
import { reduceErrors } from 'c/tandemErrors';
import { saveRows, type Change } from 'c/tandemRows';
import { fill } from 'c/tandemText';
import ACTIVE from '@salesforce/schema/Tandem_Configuration__c.Active__c';
import CONFIGURATION from '@salesforce/schema/Tandem_Configuration__c';
import NAME from '@salesforce/schema/Tandem_Configuration__c.Name';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import Toast from 'lightning/toast';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, type RecordData } from 'lightning/uiRecordApi';
import { labels } from './labels';
import { ROWS, type RowsData } from './queries';

interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
}
type Value = string | number | boolean | null;

/**
 * Copies a configuration with its conditions and field mappings as soon as it is shown. The copy is not active and has no people.
 * Tells by `clone` the id of the copy, or none when it could not be made.
 */
export default class TandemClone extends LightningElement {
  query = ROWS;
  objectApiName = CONFIGURATION;

  /** The configuration that is copied. */
  @api configurationId!: string;

  /** The name of the copy. */
  @api name = '';

  info: Result<ObjectInfo> = {};
  record: Result<RecordData> = {};
  rows: GraphqlResult<RowsData> = {};

  private wasBegun = false;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo(result: Result<ObjectInfo>): void {
    this.info = result;
    this.begin();
  }

  @wire(getRecord, { recordId: '$configurationId', optionalFields: '$fields' })
  handleRecord(result: Result<RecordData>): void {
    this.record = result;
    this.begin();
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  handleRows(result: GraphqlResult<RowsData>): void {
    this.rows = result;
    this.begin();
  }

  get cloning(): string {
    return fill(labels.cloning, this.name);
  }

  get variables() {
    return { configurationId: this.configurationId };
  }

  /** Every setting that the person may give a new configuration, those that later versions bring among them. */
  get fields(): string[] | undefined {
    const { data } = this.info;
    if (!data) return undefined;
    return Object.values(data.fields)
      .filter(({ apiName, custom, createable }) => custom && createable && apiName !== ACTIVE.fieldApiName)
      .map(({ apiName }) => `${CONFIGURATION.objectApiName}.${apiName}`);
  }

  private begin(): void {
    const { info, record, rows, wasBegun } = this;
    const error = info.error ?? record.error ?? rows.errors;
    if (wasBegun || !(error ?? (record.data && rows.data))) return;
    this.wasBegun = true;
    void (error ? Promise.reject(error as Error) : this.copy())
      .catch((reason: unknown) => this.tellFailed(labels.failed, reason))
      .then((id) => this.dispatchEvent(new CustomEvent('clone', { detail: { id } })));
  }

  private async copy(): Promise<string> {
    // What was read before may be older than what was saved last.
    await this.rows.refresh?.();
    const settings = Object.entries(this.record.data?.fields ?? {}).filter(([field]) =>
      this.fields?.includes(`${CONFIGURATION.objectApiName}.${field}`),
    );
    const { id } = await createRecord({
      apiName: CONFIGURATION.objectApiName,
      fields: {
        ...Object.fromEntries(settings.map(([field, { value }]) => [field, value as Value])),
        [NAME.fieldApiName]: this.name,
      },
    });
    const outcomes = await saveRows(this.rowsFor(id));
    const failed = outcomes.flatMap(({ errors }) => errors?.slice(0, 1) ?? []);
    if (failed.length === 0) Toast.show({ label: fill(labels.made, this.name), variant: 'success' }, this);
    else this.tellFailed(fill(labels.notAll, outcomes.length - failed.length, outcomes.length), failed[0]);
    return id;
  }

  /** The conditions and field mappings of the copy. */
  private rowsFor(id: string): Change[] {
    const { Tandem_Filter__c: filters, Tandem_Field_Mapping__c: mappings } =
      this.rows.data?.uiapi.query ?? {};
    const rowOf =
      (object: string) =>
      ({ node }: { readonly node: Readonly<Record<string, { readonly value: string | null }>> }): Change => {
        const values = Object.entries(node).filter(([, field]) => typeof field === 'object');
        const fields = Object.fromEntries(values.map(([field, { value }]) => [field, value]));
        return { kind: 'create', key: '', object, fields: { Configuration__c: id, ...fields } };
      };
    return [
      ...(filters?.edges.map(rowOf('Tandem_Filter__c')) ?? []),
      ...(mappings?.edges.map(rowOf('Tandem_Field_Mapping__c')) ?? []),
    ];
  }

  private tellFailed(label: string, error: unknown): void {
    const message = reduceErrors(error).join(' ');
    Toast.show({ label, message, variant: 'error', mode: 'sticky' }, this);
  }
}
