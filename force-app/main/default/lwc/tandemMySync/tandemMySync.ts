import CONFIGURATION from '@salesforce/schema/Tandem_Configuration__c';
import userId from '@salesforce/user/Id';
import { LightningElement, api, wire } from 'lwc';
import { LIVE, bridgeOf, mailboxOf, requestOf, requestsOf } from 'c/tandemMailbox';
import type { Bridge, LiveData, Mailbox, Request } from 'c/tandemMailbox';
import { MAILBOXES, type MailboxData } from 'c/tandemMailboxes';
import { actionsFor, ask, type Action, type RequestKind } from 'c/tandemRequests';
import { Timer } from 'c/tandemTimer';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { labels } from './labels';
import { SETTINGS, type SettingsData } from './queries';
import { settingsOf, stepsFor, type Setting } from './settings';

/** How often it looks again: soon while something is on its way. */
const POLL_MS = { busy: 5_000, quiet: 30_000 };

/** What people can do with their own mailbox here. */
const OFFERED: readonly RequestKind[] = ['SyncNow', 'Pause', 'Resume'];

/** The sync of the person who looks: how it stands, what hinders it, how to start, and what an admin set up. */
export default class TandemMySync extends LightningElement {
  labels = labels;

  /** Set by Lightning pages: LARGE, MEDIUM or SMALL; nothing in the utility bar, which is small too. */
  @api flexipageRegionWidth: string | undefined;

  mine: GraphqlResult<MailboxData> = {};
  live: GraphqlResult<LiveData> = {};
  now = 0;
  made: readonly string[] = [];
  mailboxVariables = { where: { User__c: { eq: userId } }, after: null };
  settingsVariables = { userId };

  /** The class of the list of issues: most people have none, so it is loaded once there are some. */
  issueBrowser: typeof LightningElement | undefined;
  issuesError: unknown;

  private timer = new Timer();

  @wire(getObjectInfo, { objectApiName: CONFIGURATION })
  configurations: { data?: ObjectInfo; error?: unknown } = {};

  @wire(graphql, { query: SETTINGS, variables: '$settingsVariables' })
  settingsResult: GraphqlResult<SettingsData> = {};

  @wire(graphql, { query: MAILBOXES, variables: '$mailboxVariables' })
  handleMine(result: GraphqlResult<MailboxData>): void {
    if (!result.data && !result.errors) return;
    this.mine = result;
    if (this.hasIssues) void this.loadIssueBrowser();
  }

  @wire(graphql, { query: LIVE, variables: '$liveVariables' })
  handleLive(result: GraphqlResult<LiveData>): void {
    if (!result.data && !result.errors) return;
    this.live = result;
    this.now = Date.now();
    this.timer.after(this.isBusy ? POLL_MS.busy : POLL_MS.quiet, () => this.look());
  }

  override disconnectedCallback(): void {
    this.timer.stop();
  }

  get liveVariables() {
    return { requests: requestsOf(this.made) };
  }

  get isLoading(): boolean {
    return !this.mine.data && !this.mine.errors;
  }

  get bridge(): Bridge | undefined {
    return bridgeOf(this.live.data?.uiapi.query.Tandem_Bridge__c.edges[0]?.node);
  }

  /** A person who may not read the bridge's row is told nothing of it. */
  get hasLooked(): boolean {
    return this.live.data !== undefined;
  }

  get mailbox(): Mailbox | undefined {
    const node = this.mine.data?.uiapi.query.Tandem_Mailbox__c.edges[0]?.node;
    return node && mailboxOf(node, this.bridge, this.now);
  }

  get request(): Request | undefined {
    const nodes = this.live.data?.uiapi.query.Tandem_Request__c.edges.map(({ node }) => node) ?? [];
    return nodes.filter(({ Id }) => this.made.includes(Id)).map(requestOf)[0];
  }

  get actions(): Action[] {
    return actionsFor(this.mailbox ? [this.mailbox] : []).filter(({ name }) => OFFERED.includes(name));
  }

  get isWaiting(): boolean {
    return this.request?.isOpen ?? false;
  }

  get configuration() {
    return (
      this.settingsResult.data?.uiapi.query.Tandem_Mailbox__c.edges[0]?.node.Configuration__r ?? undefined
    );
  }

  get settings(): Setting[] {
    const { data = { fields: {} } } = this.configurations;
    return this.configuration ? settingsOf(this.configuration, data) : [];
  }

  get hasSettings(): boolean {
    return this.settings.length > 0;
  }

  get steps(): { key: string; text: string }[] {
    return (this.configuration ? stepsFor(this.configuration) : []).map((text) => ({ key: text, text }));
  }

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  get hasIssues(): boolean {
    return (this.mailbox?.issues ?? 0) > 0;
  }

  get isNarrow(): boolean {
    return this.flexipageRegionWidth !== 'LARGE';
  }

  get isBusy(): boolean {
    const { contacts, events } = this.mailbox ?? {};
    return this.isWaiting || contacts?.value === 'FirstSync' || events?.value === 'FirstSync';
  }

  async handleAction({ target }: Event): Promise<void> {
    const { kind } = (target as HTMLElement).dataset;
    this.made = [...this.made, ...(await ask(this, kind as RequestKind, [userId]))];
  }

  handleRefresh(): void {
    this.look();
    void this.settingsResult.refresh?.();
  }

  private async loadIssueBrowser(): Promise<void> {
    try {
      this.issueBrowser = (await import('c/tandemIssueBrowser')).default;
    } catch (error) {
      this.issuesError = error;
    }
  }

  private look(): void {
    void this.mine.refresh?.();
    void this.live.refresh?.();
  }
}
