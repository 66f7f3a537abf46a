import locale from '@salesforce/i18n/locale';
import { LightningElement, wire } from 'lwc';
import { fill, numeral } from 'c/tandemText';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { barsOf, scaleOf } from './bars';
import { daysOf, firstDay, type Day } from './days';
import { labels } from './labels';
import { COUNTS, type CountData, type CountNode } from './query';

const PERIODS = [7, 30, 90];
/** Days that have their date below the chart. */
const DATES = 4;

/** What was synced per day and direction: a chart, and the counts behind it as a table. */
export default class TandemActivity extends LightningElement {
  labels = labels;
  days = 30;
  /** The kind that is shown; empty for both. */
  kind = '';
  result: GraphqlResult<CountData> = {};
  isLoading = true;
  private now = Date.now();

  get variables() {
    const day = { Day__c: { gte: { value: firstDay(this.now, this.days) } } };
    return { where: this.kind === '' ? day : { ...day, Kind__c: { eq: this.kind } } };
  }

  @wire(graphql, { query: COUNTS, variables: '$variables' })
  handleResult(result: GraphqlResult<CountData>): void {
    if (!result.data && !result.errors) return;
    this.result = result;
    this.isLoading = false;
  }

  get periods() {
    return PERIODS.map((days) => ({ label: fill(labels.periodDays, days), value: String(days) }));
  }

  get kinds() {
    return [
      { label: labels.both, value: '' },
      { label: labels.contacts, value: 'Contact' },
      { label: labels.events, value: 'Event' },
    ];
  }

  get period(): string {
    return String(this.days);
  }

  get nodes(): readonly CountNode[] {
    return this.result.data?.uiapi.query.Tandem_Activity__c.edges.map(({ node }) => node) ?? [];
  }

  get hasCounts(): boolean {
    return this.nodes.length > 0;
  }

  get isFirstLoad(): boolean {
    return this.isLoading && !this.result.data;
  }

  get list(): Day[] {
    return daysOf(this.nodes, this.now, this.days);
  }

  get scale(): number {
    return scaleOf(this.list);
  }

  get ticks() {
    const { scale } = this;
    return [scale, scale / 2, 0, scale / 2, scale].map((value, index) => ({
      key: String(index),
      y: `${index * 25}%`,
      text: numeral(value),
    }));
  }

  get bars() {
    return barsOf(this.list, this.scale);
  }

  /** Each day's place over its full height, which tells its numbers when pointed at. */
  get places() {
    const width = 100 / this.days;
    return this.list.map(({ day, inSalesforce, inExchange }, index) => ({
      key: day,
      x: `${index * width}%`,
      width: `${width}%`,
      tip: fill(labels.tip, dateText(day), inSalesforce, inExchange),
    }));
  }

  /** The dates below the chart: the first, the last and some between. */
  get dates() {
    const { list } = this;
    return Array.from({ length: DATES }, (_none, index) => {
      const day = list[Math.round((index * (list.length - 1)) / (DATES - 1))]?.day ?? '';
      return { key: day, text: dateText(day) };
    });
  }

  get summary(): string {
    const { list } = this;
    const sum = (side: 'inSalesforce' | 'inExchange') =>
      numeral(list.reduce((total, day) => total + day[side], 0));
    return fill(labels.summary, this.days, sum('inSalesforce'), sum('inExchange'));
  }

  get rows() {
    return this.nodes.map((node) => ({
      id: node.Id,
      day: dateText(node.Day__c.value ?? ''),
      kind: node.Kind__c.displayValue,
      direction: node.Direction__c.displayValue,
      created: node.Created__c.value ?? 0,
      updated: node.Updated__c.value ?? 0,
      deleted: node.Deleted__c.value ?? 0,
      paired: node.Paired__c.value ?? 0,
    }));
  }

  handlePeriod({ detail }: CustomEvent<{ value: string }>): void {
    this.days = Number(detail.value);
    this.isLoading = true;
  }

  handleKind({ detail }: CustomEvent<{ value: string }>): void {
    this.kind = detail.value;
    this.isLoading = true;
  }

  handleRefresh(): void {
    this.now = Date.now();
    void this.result.refresh?.();
  }
}

/** A day in the person's language; the days of the counts are those of UTC. */
function dateText(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}
