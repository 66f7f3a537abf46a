import getEvents from '@salesforce/apex/TandemLeadEvents.getEvents';
import readerId from '@salesforce/user/Id';
import { LINKS, linkOf, linksIn, telling, type LinksData } from 'c/tandemLink';
import timeZone from '@salesforce/i18n/timeZone';
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { labels } from './labels';

/** An event as Apex gives it: the User Interface API has no events. */
interface LeadEvent {
  readonly Id: string;
  readonly Subject?: string | null;
  readonly StartDateTime?: string | null;
  readonly IsAllDayEvent?: boolean;
}

/** How many events Apex gives at most. */
const MOST = 50;

/** The events of a lead, the latest first, and how each of them syncs. */
export default class TandemLeadEvents extends NavigationMixin(LightningElement) {
  labels = labels;
  timeZone = timeZone;

  @api recordId: string | undefined;

  links: GraphqlResult<LinksData> = {};

  @wire(getEvents, { leadId: '$recordId' })
  events: { readonly data?: readonly unknown[]; readonly error?: unknown } = {};

  @wire(graphql, { query: '$linksQuery', variables: '$linksVariables' })
  handleLinks(result: GraphqlResult<LinksData>): void {
    if (result.data || result.errors) this.links = result;
  }

  /** Looks again at how the events sync. */
  @api refresh(): void {
    void this.links.refresh?.();
  }

  get found(): readonly LeadEvent[] {
    return (this.events.data ?? []) as readonly LeadEvent[];
  }

  get linksQuery(): GraphqlDocument | undefined {
    return this.found.length > 0 ? LINKS : undefined;
  }

  get linksVariables() {
    return { recordIds: this.found.map(({ Id }) => Id) };
  }

  get errors(): unknown {
    return this.events.error ?? this.links.errors;
  }

  get isLoading(): boolean {
    return !this.events.data || (this.found.length > 0 && !this.links.data);
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  get hasMore(): boolean {
    return this.found.length >= MOST;
  }

  get rows() {
    const links = telling(linksIn(this.links.data).map((node) => linkOf(node, readerId)));
    return this.found.map(({ Id: id, Subject, StartDateTime: start, IsAllDayEvent: isAllDay = false }) => {
      const own = links.filter(({ recordId }) => recordId === id);
      return {
        id,
        subject: Subject || id,
        start,
        isAllDay,
        links: own,
        hasLinks: own.length > 0,
        namesPeople: own.some(({ userId }) => userId !== readerId),
      };
    });
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    const { id: recordId = '' } = (event.currentTarget as HTMLElement).dataset;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Event', actionName: 'view' },
    });
  }
}
