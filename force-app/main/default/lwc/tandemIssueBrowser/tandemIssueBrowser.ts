import formFactor from '@salesforce/client/formFactor';
import CONFIGURATION from '@salesforce/schema/Tandem_Configuration__c';
import { LightningElement, api, wire } from 'lwc';
import { ISSUES, REASONS, issueOf, sentenceOf } from 'c/tandemIssue';
import type { Entry, IssueNode, IssuesData, ReasonsData } from 'c/tandemIssue';
import { LIVE, requestOf, requestsOf, type LiveData, type Request } from 'c/tandemMailbox';
import { askAbout, type About, type RequestKind } from 'c/tandemRequests';
import { fill, numeral } from 'c/tandemText';
import { Timer } from 'c/tandemTimer';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { ofReason, touched, whereOf, type Wanted } from './filter';
import { labels } from './labels';

/** How often it looks again: soon while something is on its way. */
const POLL_MS = { busy: 5_000, quiet: 30_000 };
/** A request is answered before the pass that it leads to has settled the issue. */
const SETTLES_IN_MS = 60_000;
/** The clocks of the browser and of the bridge, which says when an issue was settled, differ by less. */
const CLOCKS_DIFFER_BY_MS = 300_000;
/** So that not every letter of a word asks the org. */
const SEARCH_PAUSE_MS = 300;

/** The table of issues, as far as it is told something. */
interface Choosing {
  deselect(ids: readonly string[]): void;
}

/** Issues by reason, and what settles them: of everybody whom the person may see, or of one mailbox. */
export default class TandemIssueBrowser extends LightningElement {
  labels = labels;

  /** Where there is room for one thing at a time. */
  @api isNarrow = false;

  wanted: Wanted = { search: '', status: 'Open', mailboxId: undefined };
  reasons: GraphqlResult<ReasonsData> = {};
  isLoading = true;

  /** The reason whose issues are shown; empty when the person closed it, undefined before there are any. */
  code: string | undefined;
  after: string | null = null;
  page: GraphqlResult<IssuesData> = {};
  nodes: readonly IssueNode[] = [];
  isLoadingPage = false;
  openId: string | undefined;

  /** The class of what is shown of one issue, which is loaded once one is opened. */
  detail: typeof LightningElement | undefined;
  detailError: unknown;

  live: GraphqlResult<LiveData> = {};
  made: readonly string[] = [];
  /** The issues about which something was asked here, and when last, in milliseconds. */
  askedIds: readonly string[] = [];
  askedAt = 0;

  /** When the issues that are shown were first read, ISO. */
  since = beforeNow();
  changesQuery: GraphqlDocument | undefined;
  changes: GraphqlResult<IssuesData> = {};

  private timer = new Timer();
  private searchTimer = new Timer();

  @wire(getObjectInfo, { objectApiName: CONFIGURATION })
  configurations: { data?: ObjectInfo; error?: unknown } = {};

  @wire(getObjectInfo, { objectApiName: 'Contact' })
  contacts: { data?: ObjectInfo; error?: unknown } = {};

  @wire(graphql, { query: REASONS, variables: '$reasonVariables' })
  handleReasons(result: GraphqlResult<ReasonsData>): void {
    if (!result.data && !result.errors) return;
    this.reasons = result;
    this.isLoading = false;
    this.code ??= this.counts[0]?.code;
  }

  @wire(graphql, { query: '$pageQuery', variables: '$pageVariables' })
  handlePage(result: GraphqlResult<IssuesData>): void {
    if (!result.data && !result.errors) return;
    this.page = result;
    this.isLoadingPage = false;
    const read = nodesOf(result);
    const known = new Set(this.after === null ? [] : this.nodes.map(({ Id }) => Id));
    this.nodes = this.after === null ? read : [...this.nodes, ...read.filter(({ Id }) => !known.has(Id))];
  }

  @wire(graphql, { query: LIVE, variables: '$liveVariables' })
  handleLive(result: GraphqlResult<LiveData>): void {
    if (!result.data && !result.errors) return;
    this.live = result;
    this.timer.after(this.isBusy ? POLL_MS.busy : POLL_MS.quiet, () => this.look());
  }

  /** What is settled now leaves the list. */
  @wire(graphql, { query: '$changesQuery', variables: '$changesVariables' })
  handleChanges(result: GraphqlResult<IssuesData>): void {
    this.changes = result;
    const changed = new Map(nodesOf(result).map((node) => [node.Id, node]));
    if (changed.size === 0) return;
    const status = this.wanted.status === 'Open' ? 'Open' : 'Closed';
    this.nodes = this.nodes
      .map((node) => changed.get(node.Id) ?? node)
      .filter(({ Status__c }) => Status__c.value === status);
  }

  /** Shows the issues of this mailbox only. */
  @api
  get mailboxId(): string | undefined {
    return this.wanted.mailboxId;
  }

  set mailboxId(mailboxId: string | undefined) {
    if (mailboxId !== this.mailboxId) this.want({ mailboxId });
  }

  /** Reads everything anew. */
  @api refresh(): void {
    void this.reasons.refresh?.();
    void this.live.refresh?.();
    if (this.after === null) void this.page.refresh?.();
    this.after = null;
  }

  override disconnectedCallback(): void {
    this.timer.stop();
    this.searchTimer.stop();
  }

  get reasonVariables() {
    return { where: whereOf(this.wanted) };
  }

  get pageQuery(): GraphqlDocument | undefined {
    return this.code ? ISSUES : undefined;
  }

  get pageVariables() {
    return { where: ofReason(whereOf(this.wanted), this.code ?? ''), after: this.after };
  }

  get liveVariables() {
    return { requests: requestsOf(this.made) };
  }

  get changesVariables() {
    const watched = [...new Set([...this.askedIds, ...(this.openId ? [this.openId] : [])])];
    return { where: touched(watched, this.code ?? '', this.since), after: null };
  }

  /** The reasons with how many issues there are, most first. */
  get counts(): { code: string; count: number }[] {
    const edges = this.reasons.data?.uiapi.aggregate.Tandem_Issue__c.edges ?? [];
    return edges
      .map(({ node: { aggregate } }) => ({
        code: aggregate.Code__c.value ?? '',
        count: aggregate.Id.count.value,
      }))
      .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
  }

  get groups() {
    return this.counts.map(({ code, count }) => {
      const isOpen = code === this.code;
      return {
        ...{ code, isOpen },
        count: numeral(count),
        sentence: sentenceOf(code),
        expanded: String(isOpen),
        icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
        remedy: isOpen ? this.nodes[0]?.Remedy__c?.value : undefined,
      };
    });
  }

  get isEmpty(): boolean {
    return this.counts.length === 0;
  }

  get requests(): Request[] {
    return this.live.data?.uiapi.query.Tandem_Request__c.edges.map(({ node }) => requestOf(node)) ?? [];
  }

  get entries(): Entry[] {
    return this.nodes.map((node) => this.entryOf(node));
  }

  /** One that was settled stays open, with the answer, until the person closes it. */
  get opened(): Entry | undefined {
    const node = [...nodesOf(this.changes), ...this.nodes].find(({ Id }) => Id === this.openId);
    return node && this.entryOf(node);
  }

  /** On a narrow page or a phone the issue takes the place of the list. */
  get showsList(): boolean {
    return !(this.isSmall && this.opened);
  }

  get isAdmin(): boolean {
    return this.configurations.data?.updateable ?? false;
  }

  get hasMore(): boolean {
    return this.page.data?.uiapi.query.Tandem_Issue__c.pageInfo.hasNextPage ?? false;
  }

  get isFirstPage(): boolean {
    return this.isLoadingPage && this.nodes.length === 0;
  }

  get summary(): string {
    const all = this.counts.reduce((sum, { count }) => sum + count, 0);
    return fill(labels.count, all, this.counts.length);
  }

  get shownText(): string {
    const all = this.counts.find(({ code }) => code === this.code)?.count ?? 0;
    return fill(labels.shown, this.nodes.length, Math.max(all, this.nodes.length));
  }

  get statuses() {
    return [
      { label: labels.open, value: 'Open' },
      { label: labels.kept, value: 'Kept' },
    ];
  }

  get emptyText(): { heading: string; hint: string } {
    if (this.wanted.search.trim() !== '') return { heading: labels.noMatch, hint: labels.noMatchHint };
    return this.wanted.status === 'Open'
      ? { heading: labels.empty, hint: labels.emptyHint }
      : { heading: labels.keptEmpty, hint: labels.keptHint };
  }

  /** One thing at a time where there is little room. */
  get isSmall(): boolean {
    return this.isNarrow || formFactor === 'Small';
  }

  get isCompact(): boolean {
    return this.isSmall || this.opened !== undefined;
  }

  get fieldClass(): string {
    return `slds-col slds-size_1-of-1${this.isSmall ? '' : ' slds-medium-size_4-of-12'}`;
  }

  get listClass(): string {
    return this.opened ? 'slds-col slds-size_7-of-12' : 'slds-col slds-size_1-of-1';
  }

  get panelClass(): string {
    return `slds-col slds-size_${this.isSmall ? '1-of-1' : '5-of-12 slds-border_left'}`;
  }

  get isBusy(): boolean {
    const asked = Date.now() - this.askedAt < SETTLES_IN_MS || this.requests.some(({ isOpen }) => isOpen);
    return asked || (this.opened?.issue.details.held ?? 0) > 0;
  }

  handleSearch({ detail }: CustomEvent<{ value: string }>): void {
    this.searchTimer.after(SEARCH_PAUSE_MS, () => this.want({ search: detail.value }));
  }

  handleStatus({ detail }: CustomEvent<{ value: Wanted['status'] }>): void {
    this.want({ status: detail.value });
  }

  handleGroup({ currentTarget }: Event): void {
    const { code = '' } = (currentTarget as HTMLElement).dataset;
    this.show(code === this.code ? '' : code);
  }

  handleMore(): void {
    if (this.isLoadingPage || !this.hasMore) return;
    this.isLoadingPage = true;
    this.after = this.page.data?.uiapi.query.Tandem_Issue__c.pageInfo.endCursor ?? null;
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.openId = detail.id;
    if (!this.detail) void this.loadDetail();
  }

  handleClose(): void {
    this.openId = undefined;
  }

  async handleRequest({
    detail: { kind, abouts },
  }: CustomEvent<{ kind: RequestKind; abouts: readonly About[] }>): Promise<void> {
    const ids = await askAbout(this, kind, abouts);
    if (ids.length === 0) return;
    const issueIds = abouts.flatMap(({ issueId }) => issueId ?? []);
    this.template?.querySelector<HTMLElement & Choosing>('c-tandem-issue-table')?.deselect(issueIds);
    this.askedAt = Date.now();
    this.made = [...this.made, ...ids];
    this.askedIds = [...new Set([...this.askedIds, ...issueIds])];
  }

  handleRefresh(): void {
    this.refresh();
  }

  private async loadDetail(): Promise<void> {
    try {
      this.detail = (await import('c/tandemIssueDetail')).default;
      this.detailError = undefined;
    } catch (error) {
      this.detailError = error;
    }
  }

  private entryOf(node: IssueNode): Entry {
    const issue = issueOf(node, this.contacts.data);
    return { issue, request: this.requests.find(({ issueId }) => issueId === issue.id) };
  }

  /** A wire that is asked the same again does not answer. */
  private want(wanted: Partial<Wanted>): void {
    const before = JSON.stringify(whereOf(this.wanted));
    this.wanted = { ...this.wanted, ...wanted };
    if (JSON.stringify(whereOf(this.wanted)) === before) return;
    this.isLoading = true;
    this.show(undefined);
  }

  private show(code: string | undefined): void {
    this.code = code;
    this.after = null;
    this.nodes = [];
    this.since = beforeNow();
    this.openId = undefined;
    this.isLoadingPage = true;
  }

  private look(): void {
    void this.live.refresh?.();
    void this.reasons.refresh?.();
    if (!this.code) return;
    void this.changes.refresh?.();
    this.changesQuery = ISSUES;
  }
}

function nodesOf({ data }: GraphqlResult<IssuesData>): IssueNode[] {
  return data?.uiapi.query.Tandem_Issue__c.edges.map(({ node }) => node) ?? [];
}

function beforeNow(): string {
  return new Date(Date.now() - CLOCKS_DIFFER_BY_MS).toISOString();
}
