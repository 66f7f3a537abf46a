import { LightningElement, api, wire } from 'lwc';
import { unmatchedIn } from 'c/tandemAttendeeList';
import { fill } from 'c/tandemText';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { labels } from './labels';
import { UNMATCHED, type UnmatchedData } from './query';

/** How many attendees are shown at first, and how many more each time. */
const SHOWN_AT_ONCE = 10;

/**
 * The attendees for whom nobody in Salesforce stands, those of most events first: of everybody whom the person may see, or of one
 * mailbox. Each leads to an event, where somebody is chosen. Shows nothing when there are none, or to who may not see them.
 */
export default class TandemAttendees extends NavigationMixin(LightningElement) {
  labels = labels;

  /** Shows the attendees of this mailbox only. */
  @api mailboxId: string | undefined;

  most = SHOWN_AT_ONCE;

  @wire(graphql, { query: UNMATCHED, variables: '$variables' })
  links: GraphqlResult<UnmatchedData> = {};

  /** Reads them anew. */
  @api refresh(): void {
    void this.links.refresh?.();
  }

  get variables() {
    const { mailboxId } = this;
    return {
      where: {
        Unmatched_Count__c: { gt: 0 },
        State__c: { eq: 'Live' },
        ...(mailboxId === undefined ? {} : { Mailbox__c: { eq: mailboxId } }),
      },
    };
  }

  get nodes() {
    return this.links.data?.uiapi.query.Tandem_Link__c.edges.map(({ node }) => node) ?? [];
  }

  /** By address, with the events in the order of the links. */
  get attendees(): [attendee: string, events: string[]][] {
    const found = new Map<string, string[]>();
    for (const { Record_Id__c, Unmatched_Attendees__c } of this.nodes)
      for (const attendee of unmatchedIn(Unmatched_Attendees__c.value).attendees)
        found.set(attendee, [...(found.get(attendee) ?? []), Record_Id__c.value ?? '']);
    return [...found].sort(([, one], [, other]) => other.length - one.length);
  }

  get rows() {
    return this.attendees.slice(0, this.most).map(([attendee, events]) => ({
      attendee,
      recordId: events[0],
      count: fill(labels.events, events.length),
      openOf: fill(labels.openOf, attendee),
    }));
  }

  get hasAttendees(): boolean {
    return this.attendees.length > 0;
  }

  get hasMore(): boolean {
    return this.attendees.length > this.most;
  }

  /** One look reads so many events. */
  get newest(): string {
    const read = this.nodes.length;
    const all = this.links.data?.uiapi.query.Tandem_Link__c.totalCount ?? 0;
    return all > read ? fill(labels.newest, read, all) : '';
  }

  handleOpen({ currentTarget }: Event): void {
    const { id: recordId = '' } = (currentTarget as HTMLElement).dataset;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Event', actionName: 'view' },
    });
  }

  handleMore(): void {
    this.most += SHOWN_AT_ONCE;
  }
}
