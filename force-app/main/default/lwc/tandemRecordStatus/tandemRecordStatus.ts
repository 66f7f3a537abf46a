import CONFIGURATION from '@salesforce/schema/Tandem_Configuration__c';
import LINK from '@salesforce/schema/Tandem_Link__c';
import readerId from '@salesforce/user/Id';
import { LightningElement, api, wire } from 'lwc';
import { hiddenIn } from 'c/tandemHidden';
import { ISSUES, issueOf, type Entry, type IssuesData } from 'c/tandemIssue';
import {
  LINKS,
  OPTIONAL_LINK_FIELDS,
  linkOf,
  linksIn,
  telling,
  type LinksData,
  type RecordLink,
} from 'c/tandemLink';
import { LIVE, bridgeOf, requestOf, requestsOf } from 'c/tandemMailbox';
import type { Bridge, LiveData, Request } from 'c/tandemMailbox';
import { askAbout, type About, type RequestKind } from 'c/tandemRequests';
import { Timer } from 'c/tandemTimer';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { labels } from './labels';

/** How soon it looks again while something that was asked here is on its way. */
const POLL_MS = 5_000;
/** A request is answered before the pass that it leads to has changed anything. */
const SETTLES_IN_MS = 60_000;

/** How a record syncs: for users with their own mailbox, for admins with every one; what hinders it, and why it does not. */
export default class TandemRecordStatus extends LightningElement {
  labels = labels;

  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  links: GraphqlResult<LinksData> = {};
  issues: GraphqlResult<IssuesData> = {};
  live: GraphqlResult<LiveData> = {};
  now = 0;
  made: readonly string[] = [];
  askedAt = 0;

  private timer = new Timer();

  @wire(getObjectInfo, { objectApiName: CONFIGURATION })
  configurations: { data?: ObjectInfo; error?: unknown } = {};

  @wire(getObjectInfo, { objectApiName: LINK })
  linkObject: { data?: ObjectInfo; error?: unknown } = {};

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  object: { data?: ObjectInfo; error?: unknown } = {};

  @wire(graphql, { query: '$linksQuery', variables: '$linksVariables' })
  handleLinks(result: GraphqlResult<LinksData>): void {
    if (result.data || result.errors) this.links = result;
  }

  @wire(graphql, { query: '$issuesQuery', variables: '$issuesVariables' })
  handleIssues(result: GraphqlResult<IssuesData>): void {
    if (result.data || result.errors) this.issues = result;
  }

  @wire(graphql, { query: '$liveQuery', variables: '$liveVariables' })
  handleLive(result: GraphqlResult<LiveData>): void {
    if (!result.data && !result.errors) return;
    this.live = result;
    this.now = Date.now();
    if (this.isBusy) this.timer.after(POLL_MS, () => this.look());
  }

  override disconnectedCallback(): void {
    this.timer.stop();
  }

  /** Colleagues who do not use Tandem open the same page: they are shown no card at all. */
  get isForWhoLooks(): boolean {
    return this.linkObject.data !== undefined;
  }

  /** Leads do not sync; their events do. */
  get isLead(): boolean {
    return this.objectApiName === 'Lead';
  }

  get linksQuery(): GraphqlDocument | undefined {
    return this.recordId && this.isForWhoLooks && !this.isLead ? LINKS : undefined;
  }

  get linksVariables() {
    return { recordIds: [this.recordId] };
  }

  /** Asked once the links are known: an issue can name the record, or only the item of its link. */
  get issuesQuery(): GraphqlDocument | undefined {
    return this.links.data ? ISSUES : undefined;
  }

  get issuesVariables() {
    const items = this.linkNodes.flatMap((node) => node.Exchange_Id__c?.value ?? []);
    const about = [
      { Record_Id__c: { eq: this.recordId } },
      ...(items.length === 0 ? [] : [{ Exchange_Id__c: { in: items } }]),
    ];
    return { where: { and: [{ Status__c: { eq: 'Open' } }, { or: about }] }, after: null };
  }

  /** The bridge matters when it is asked something. */
  get liveQuery(): GraphqlDocument | undefined {
    return this.made.length > 0 ? LIVE : undefined;
  }

  get liveVariables() {
    return { requests: requestsOf(this.made) };
  }

  get linkNodes() {
    return linksIn(this.links.data);
  }

  get shownLinks(): RecordLink[] {
    return telling(this.linkNodes.map((node) => linkOf(node, readerId)));
  }

  /** Lines stand between links, not below a single one. */
  get listClass(): string {
    return this.shownLinks.length > 1 ? 'slds-has-dividers_bottom-space' : '';
  }

  /** What who looks may not see of links. */
  get hiddenText(): string {
    return hiddenIn(this.linkNodes[0], OPTIONAL_LINK_FIELDS);
  }

  /** Names of people say something only where there can be several. */
  get namesPeople(): boolean {
    return this.shownLinks.some(({ userId }) => userId !== readerId);
  }

  get isLoading(): boolean {
    return !this.links.data && !this.links.errors;
  }

  get isAdmin(): boolean {
    return this.configurations.data?.updateable ?? false;
  }

  /** What is said when the record does not sync with who looks, or for an admin with nobody. */
  get without(): string | undefined {
    const links = this.shownLinks.filter(
      ({ isLive, userId }) => isLive && (this.isAdmin || userId === readerId),
    );
    if (links.length > 0) return undefined;
    return this.isAdmin ? labels.none : labels.notMine;
  }

  get requests(): Request[] {
    const nodes = this.live.data?.uiapi.query.Tandem_Request__c.edges.map(({ node }) => node) ?? [];
    return nodes.filter(({ Id }) => this.made.includes(Id)).map(requestOf);
  }

  get explained(): Request | undefined {
    return this.requests.find(({ kind }) => kind === 'ExplainRecord');
  }

  get isExplaining(): boolean {
    return this.explained?.isOpen ?? false;
  }

  /** What came of the newest choice of who an attendee is. */
  get chosen(): Request | undefined {
    return this.requests.find(({ kind, issueId }) => kind === 'ChooseContact' && issueId === undefined);
  }

  get isChoosing(): boolean {
    return this.chosen?.isOpen ?? false;
  }

  get remedy(): string {
    try {
      return (JSON.parse(this.explained?.result ?? '{}') as { remedy?: string }).remedy ?? '';
    } catch {
      return '';
    }
  }

  get entries(): Entry[] {
    const nodes = this.issues.data?.uiapi.query.Tandem_Issue__c.edges.map(({ node }) => node) ?? [];
    return nodes.map((node) => {
      const issue = issueOf(node, this.object.data);
      return { issue, request: this.requests.find(({ issueId }) => issueId === issue.id) };
    });
  }

  get bridge(): Bridge | undefined {
    return bridgeOf(this.live.data?.uiapi.query.Tandem_Bridge__c.edges[0]?.node);
  }

  get isWaiting(): boolean {
    return this.requests.some(({ isOpen }) => isOpen);
  }

  get isBusy(): boolean {
    return this.isWaiting || Date.now() - this.askedAt < SETTLES_IN_MS;
  }

  /** Asked for who looks; where nobody is named, the bridge tells an admin of the record's owner. */
  async handleWhy(): Promise<void> {
    const about = { recordId: this.recordId ?? '' };
    await this.ask('ExplainRecord', [this.isAdmin ? about : { ...about, userId: readerId }]);
  }

  async handleRequest({
    detail,
  }: CustomEvent<{ kind: RequestKind; abouts: readonly About[] }>): Promise<void> {
    await this.ask(detail.kind, detail.abouts);
  }

  handleRefresh(): void {
    this.look();
  }

  private async ask(kind: RequestKind, abouts: readonly About[]): Promise<void> {
    const ids = await askAbout(this, kind, abouts);
    if (ids.length === 0) return;
    this.askedAt = Date.now();
    this.made = [...ids, ...this.made];
  }

  private look(): void {
    this.template?.querySelector<HTMLElement & { refresh(): void }>('c-tandem-lead-events')?.refresh();
    void this.links.refresh?.();
    void this.issues.refresh?.();
    void this.live.refresh?.();
  }
}
