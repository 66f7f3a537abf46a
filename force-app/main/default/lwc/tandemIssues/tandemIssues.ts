import { LightningElement, wire } from 'lwc';
import { LIVE, bridgeOf, requestsOf } from 'c/tandemMailbox';
import type { Bridge, LiveData } from 'c/tandemMailbox';
import { MAILBOXES, type MailboxData } from 'c/tandemMailboxes';
import { fill } from 'c/tandemText';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { labels } from './labels';

/** Where a link to the issues of one mailbox says which. */
const MAILBOX = 'c__mailbox';

/** What did not sync, by reason, and what settles it: of everybody, or of the mailbox that the address names. */
export default class TandemIssues extends NavigationMixin(LightningElement) {
  labels = labels;
  mailboxId: string | undefined;
  live: GraphqlResult<LiveData> = {};
  now = Date.now();
  liveVariables = { requests: requestsOf([]) };

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.mailboxId = page?.state?.[MAILBOX];
  }

  @wire(graphql, { query: LIVE, variables: '$liveVariables' })
  handleLive(result: GraphqlResult<LiveData>): void {
    this.live = result;
    this.now = Date.now();
  }

  @wire(graphql, { query: '$mailboxQuery', variables: '$mailboxVariables' })
  mailboxes: GraphqlResult<MailboxData> = {};

  get mailboxQuery(): GraphqlDocument | undefined {
    return this.mailboxId === undefined ? undefined : MAILBOXES;
  }

  get mailboxVariables() {
    return { where: { Id: { eq: this.mailboxId } }, after: null };
  }

  get bridge(): Bridge | undefined {
    return bridgeOf(this.live.data?.uiapi.query.Tandem_Bridge__c.edges[0]?.node);
  }

  /** A person who may not read the bridge's row is told nothing of it. */
  get hasLooked(): boolean {
    return this.live.data !== undefined;
  }

  get whose(): string | undefined {
    if (this.mailboxId === undefined) return undefined;
    const node = this.mailboxes.data?.uiapi.query.Tandem_Mailbox__c.edges[0]?.node;
    return fill(labels.of, node?.User__r?.Name.value ?? node?.Email__c?.value ?? '');
  }

  handleAll(): void {
    this.goTo('Tandem_Issues');
  }

  handleBack(): void {
    this.goTo('Tandem_Status', { [MAILBOX]: this.mailboxId ?? '' });
  }

  handleRefresh(): void {
    void this.live.refresh?.();
    for (const part of ['c-tandem-issue-browser', 'c-tandem-attendees'])
      this.template?.querySelector<HTMLElement & { refresh(): void }>(part)?.refresh();
  }

  private goTo(apiName: string, state: Readonly<Record<string, string>> = {}): void {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName }, state });
  }
}
