import formFactor from '@salesforce/client/formFactor';
import { LightningElement, wire } from 'lwc';
import { hiddenIn } from 'c/tandemHidden';
import { LIVE, bridgeOf, mailboxOf, requestOf, requestsOf } from 'c/tandemMailbox';
import type { Bridge, Entry, LiveData, Mailbox, MailboxNode, Request } from 'c/tandemMailbox';
import { MAILBOXES, OPTIONAL_FIELDS, type MailboxData } from 'c/tandemMailboxes';
import { ask, type RequestKind } from 'c/tandemRequests';
import { fill } from 'c/tandemText';
import { Timer } from 'c/tandemTimer';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { changedSince, orderByOf, whereOf, type Wanted } from './filter';
import { labels } from './labels';

/** How often the screen looks again: soon while something is on its way. */
const POLL_MS = { busy: 5_000, quiet: 30_000 };

/** Of more changes than one answer holds the newest are told. */
const NEWEST_FIRST = { LastModifiedDate: { order: 'DESC' } };

/** Every synced mailbox with its state, what can be done with it, and whether the bridge is alive. */
export default class TandemStatus extends LightningElement {
  labels = labels;
  isPhone = formFactor === 'Small';

  wanted: Wanted = { search: '', state: 'all', sortedBy: 'name', direction: 'asc' };
  /** The cursor after which the page begins; null for the first one. */
  after: string | null = null;
  page: GraphqlResult<MailboxData> = {};
  nodes: readonly MailboxNode[] = [];
  isLoading = true;

  live: GraphqlResult<LiveData> = {};
  /** The present time in milliseconds, as of the last look at the bridge; undefined before that. */
  now: number | undefined;
  /** The requests that were made here. */
  made: readonly string[] = [];

  changesQuery: GraphqlDocument | undefined;
  changesVariables: Readonly<Record<string, unknown>> = {};
  changes: GraphqlResult<MailboxData> = {};

  chosenIds: readonly string[] = [];
  openId: string | undefined;

  private timer = new Timer();
  /** Mailboxes that came up while the screen was open. */
  private met = new Set<string>();

  get pageVariables() {
    return { where: whereOf(this.wanted), orderBy: orderByOf(this.wanted), after: this.after };
  }

  get liveVariables() {
    return { requests: requestsOf(this.made) };
  }

  /** The issues of a mailbox link back to it. */
  @wire(CurrentPageReference)
  handlePlace(page: PageReference | undefined): void {
    this.openId = page?.state?.['c__mailbox'] ?? this.openId;
  }

  @wire(graphql, { query: MAILBOXES, variables: '$pageVariables' })
  handlePage(result: GraphqlResult<MailboxData>): void {
    if (!result.data && !result.errors) return;
    this.page = result;
    this.isLoading = false;
    const read = result.data?.uiapi.query.Tandem_Mailbox__c.edges.map(({ node }) => node) ?? [];
    // Equal ones have no order between them: one that comes on two pages is shown once.
    const known = new Set(this.after === null ? [] : this.nodes.map(({ Id }) => Id));
    const added = read.filter(({ Id }) => !known.has(Id));
    this.nodes = this.after === null ? read : [...this.nodes, ...added];
  }

  @wire(graphql, { query: LIVE, variables: '$liveVariables' })
  handleLive(result: GraphqlResult<LiveData>): void {
    if (!result.data && !result.errors) return;
    this.live = result;
    this.now = Date.now();
    this.timer.after(this.isBusy ? POLL_MS.busy : POLL_MS.quiet, () => this.look());
  }

  /** Asked once there are rows; changed ones take the places of those that are shown. */
  @wire(graphql, { query: '$changesQuery', variables: '$changesVariables' })
  handleChanges(result: GraphqlResult<MailboxData>): void {
    this.changes = result;
    const { data } = result;
    const changed = new Map(data?.uiapi.query.Tandem_Mailbox__c.edges.map(({ node }) => [node.Id, node]));
    if (changed.size > 0) this.nodes = this.nodes.map((node) => changed.get(node.Id) ?? node);
    this.meet([...changed.keys()]);
  }

  override disconnectedCallback(): void {
    this.timer.stop();
  }

  get bridge(): Bridge | undefined {
    return bridgeOf(this.live.data?.uiapi.query.Tandem_Bridge__c.edges[0]?.node);
  }

  /** Whether it is known what the bridge's row says; a person who may not read it is told nothing of the bridge. */
  get hasLooked(): boolean {
    return this.isLiveKnown && !this.live.errors;
  }

  get requests(): Request[] {
    return this.live.data?.uiapi.query.Tandem_Request__c.edges.map(({ node }) => requestOf(node)) ?? [];
  }

  get entries(): Entry[] {
    const { bridge, requests, now = 0 } = this;
    return this.nodes.map((node) => {
      const mailbox = mailboxOf(node, bridge, now);
      return { mailbox, request: requests.find(({ userId }) => userId === mailbox.userId) };
    });
  }

  get chosen(): Mailbox[] {
    return this.entries.map(({ mailbox }) => mailbox).filter(({ id }) => this.chosenIds.includes(id));
  }

  get opened(): Mailbox | undefined {
    return this.entries.find(({ mailbox }) => mailbox.id === this.openId)?.mailbox;
  }

  get hasOpened(): boolean {
    return this.opened !== undefined;
  }

  get openedRequests(): Request[] {
    return this.requests.filter(({ userId }) => userId === this.opened?.userId);
  }

  get connection() {
    return this.page.data?.uiapi.query.Tandem_Mailbox__c;
  }

  get hasMore(): boolean {
    return this.connection?.pageInfo.hasNextPage ?? false;
  }

  get count(): string {
    return fill(labels.count, this.nodes.length, this.connection?.totalCount ?? 0);
  }

  /** What who looks may not see of mailboxes. */
  get hiddenText(): string {
    return hiddenIn(this.nodes[0], OPTIONAL_FIELDS);
  }

  /** Rows wait for what is known of the bridge, on which their states depend: drawing them costs more than both answers. */
  get isFirstLoad(): boolean {
    return !this.isLiveKnown || (this.isLoading && this.nodes.length === 0);
  }

  get isLiveKnown(): boolean {
    return this.now !== undefined;
  }

  get hasRows(): boolean {
    return this.nodes.length > 0;
  }

  get isFiltered(): boolean {
    return whereOf(this.wanted) !== undefined;
  }

  /** On a phone the panel takes the place of the list. */
  get showsList(): boolean {
    return !(this.isPhone && this.hasOpened);
  }

  get listClass(): string {
    return this.hasOpened ? 'slds-col slds-size_2-of-3' : 'slds-col slds-size_1-of-1';
  }

  get panelClass(): string {
    return `slds-col slds-size_${this.isPhone ? '1-of-1' : '1-of-3 slds-border_left'}`;
  }

  /** The first mailbox comes soon after an activation, which is when somebody waits for it. */
  get isBusy(): boolean {
    const waitsForFirst = !this.hasRows && !this.isFiltered && !this.page.errors;
    const firstSync = this.nodes.some((node) => node.Contacts_State__c?.value === 'FirstSync');
    return waitsForFirst || firstSync || this.requests.some(({ isOpen }) => isOpen);
  }

  handleWanted({ detail }: CustomEvent<Partial<Wanted>>): void {
    this.wanted = { ...this.wanted, ...detail };
    this.after = null;
    this.isLoading = true;
  }

  handleMore(): void {
    if (this.isLoading || !this.hasMore) return;
    this.isLoading = true;
    this.after = this.connection?.pageInfo.endCursor ?? null;
  }

  handleRefresh(): void {
    this.isLoading = true;
    if (this.after === null) void this.page.refresh?.();
    this.after = null;
    void this.live.refresh?.();
  }

  handleChosen({ detail }: CustomEvent<{ ids: readonly string[] }>): void {
    this.chosenIds = detail.ids;
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.openId = detail.id;
  }

  handleClose(): void {
    this.openId = undefined;
  }

  async handleRequest({
    detail,
  }: CustomEvent<{ kind: RequestKind; userIds: readonly string[] }>): Promise<void> {
    this.made = [...this.made, ...(await ask(this, detail.kind, detail.userIds))];
  }

  /** A mailbox that was not there before takes its place in the first page; the org knows where, and whether it is searched for. */
  private meet(ids: readonly string[]): void {
    const shown = new Set(this.nodes.map(({ Id }) => Id));
    const strangers = ids.filter((id) => !shown.has(id) && !this.met.has(id));
    if (strangers.length === 0 || this.after !== null) return;
    for (const id of strangers) this.met.add(id);
    void this.page.refresh?.();
  }

  /** Looks again at the bridge, the requests and what changed, without moving what the person looks at. */
  private look(): void {
    void this.live.refresh?.();
    if (!this.hasRows) {
      void this.page.refresh?.();
      return;
    }
    const where = changedSince(this.nodes.map(({ LastModifiedDate }) => LastModifiedDate.value ?? ''));
    // A wire answers the same question from memory: it has to be told to ask again.
    if (JSON.stringify(where) === JSON.stringify(this.changesVariables['where']))
      void this.changes.refresh?.();
    this.changesQuery = MAILBOXES;
    this.changesVariables = { where, orderBy: NEWEST_FIRST };
  }
}
