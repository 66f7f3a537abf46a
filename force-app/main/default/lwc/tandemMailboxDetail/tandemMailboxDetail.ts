import timeZone from '@salesforce/i18n/timeZone';
import { LightningElement, api, wire } from 'lwc';
import type { Mailbox, Request } from 'c/tandemMailbox';
import { actionsFor, type Action } from 'c/tandemRequests';
import { fill } from 'c/tandemText';
import { NAMES, namesOf, type NamesData } from 'c/tandemNames';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { answerOf } from './answer';
import { labels } from './labels';
import { LINKS, type LinksData } from './queries';

/** One mailbox: how it stands, what was last synced and what was asked for. Tells by `close` and `request`. */
export default class TandemMailboxDetail extends NavigationMixin(LightningElement) {
  labels = labels;
  timeZone = timeZone;

  @api mailbox!: Mailbox;

  /** What was asked for this mailbox, newest first. */
  @api requests: readonly Request[] = [];

  @wire(graphql, { query: LINKS, variables: '$linksVariables' })
  links: GraphqlResult<LinksData> = {};

  @wire(graphql, { query: '$namesQuery', variables: '$namesVariables' })
  names: GraphqlResult<NamesData> = {};

  get linksVariables() {
    return { mailbox: this.mailbox.id };
  }

  /** Names are asked for once there are links of contacts. */
  get namesQuery(): GraphqlDocument | undefined {
    return this.namesVariables.ids.length > 0 ? NAMES.Contact : undefined;
  }

  get namesVariables() {
    const contacts = this.linkNodes.filter(({ Kind__c }) => Kind__c.value !== 'Event');
    return { ids: contacts.flatMap((node) => node.Record_Id__c.value ?? []) };
  }

  get linkNodes() {
    return this.links.data?.uiapi.query.Tandem_Link__c.edges.map(({ node }) => node) ?? [];
  }

  get synced() {
    const names = namesOf(this.names);
    return this.linkNodes.map((link) => ({
      id: link.Id,
      name: link.Kind__c.value === 'Event' ? '' : (names.get(link.Record_Id__c.value ?? '') ?? labels.hidden),
      kind: link.Kind__c.displayValue ?? '',
      recordId: link.Record_Id__c.value,
      at: link.Last_Synced__c.value,
      from: fill(labels.fromSide, link.Last_Synced_From__c.displayValue ?? ''),
    }));
  }

  /** The User Interface API has no events, so one is named by its page. */
  handleEvent({ target }: Event): void {
    const { id: recordId = '' } = (target as HTMLElement).dataset;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Event', actionName: 'view' },
    });
  }

  /** Until names have come, nobody knows which records cannot be seen. */
  get isLoading(): boolean {
    const { links, names, namesVariables } = this;
    return (!links.data && !links.errors) || (namesVariables.ids.length > 0 && !names.data && !names.errors);
  }

  get hasSynced(): boolean {
    return this.linkNodes.length > 0;
  }

  get answers() {
    return this.requests.slice(0, 5).map((request) => ({ ...request, lines: answerOf(request) }));
  }

  get hasAnswers(): boolean {
    return this.requests.length > 0;
  }

  get actions(): Action[] {
    return actionsFor([this.mailbox]);
  }

  handleAction({ target }: Event): void {
    const { kind } = (target as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('request', { detail: { kind, userIds: [this.mailbox.userId] } }));
  }

  get hasIssues(): boolean {
    return this.mailbox.issues > 0;
  }

  get showIssues(): string {
    return fill(labels.showIssues, this.mailbox.issues);
  }

  handleIssues(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Tandem_Issues' },
      state: { c__mailbox: this.mailbox.id },
    });
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  /** The panel opens beside the table: whoever opened it by keyboard goes on in it. */
  override renderedCallback(): void {
    const heading = this.template?.querySelector<HTMLElement>('[data-heading]');
    if (heading?.dataset['shown'] === this.mailbox.id) return;
    heading?.setAttribute('data-shown', this.mailbox.id);
    heading?.focus();
  }
}
