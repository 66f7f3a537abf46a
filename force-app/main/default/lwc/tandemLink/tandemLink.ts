import { unmatchedIn, type Unmatched } from 'c/tandemAttendeeList';
import { fill } from 'c/tandemText';
import { labels } from './labels';
import type { LinkNode } from './queries';

export type { Unmatched } from 'c/tandemAttendeeList';
export { LINKS, OPTIONAL_LINK_FIELDS, linksIn, type LinkNode, type LinksData } from './queries';

/** A link of a record as people read it. */
export interface RecordLink {
  readonly id: string;
  readonly recordId: string;
  readonly userId: string;
  readonly person: string;
  readonly isLive: boolean;
  /** Whether its item is one date of a series in Exchange. */
  readonly isOfSeries: boolean;
  readonly state: string;
  readonly icon: string;
  readonly lastSynced: string | undefined;
  readonly from: string;
  /** Opens the item in Outlook, or the contacts there; only its owner can follow it. */
  readonly webLink: string | undefined;
  readonly unmatched: Unmatched;
}

/** Where Outlook on the web has its contacts: Microsoft Graph gives contacts, unlike events, no address of their own. */
const CONTACTS = 'https://outlook.office.com/people/';

/** A link from its row; `readerId` is who looks. */
export function linkOf(node: LinkNode, readerId: string): RecordLink {
  const mailbox = node.Mailbox__r;
  const isLive = node.State__c.value === 'Live';
  const userId = mailbox?.User__c.value ?? '';
  const from = node.Last_Synced_From__c?.displayValue;
  const address = node.Web_Link__c?.value ?? (node.Kind__c?.value === 'Contact' ? CONTACTS : undefined);
  return {
    id: node.Id,
    recordId: node.Record_Id__c.value ?? '',
    userId,
    person: mailbox?.User__r?.Name.value ?? mailbox?.Email__c?.value ?? '',
    isLive,
    isOfSeries: Boolean(node.Series__c?.value),
    state: isLive ? labels.live : fill(labels.ended, node.Reason__c?.displayValue ?? ''),
    icon: isLive ? 'utility:success' : 'utility:ban',
    lastSynced: node.Last_Synced__c.value ?? undefined,
    from: from ? fill(labels.fromSide, from) : '',
    unmatched: unmatchedIn(isLive ? node.Unmatched_Attendees__c?.value : ''),
    webLink: userId === readerId && isLive ? address : undefined,
  };
}

/** The links that say something: an ended one does not where a live one of the same person and record followed it. */
export function telling(links: readonly RecordLink[]): RecordLink[] {
  const of = ({ userId, recordId }: RecordLink) => `${userId} ${recordId}`;
  const live = new Set(links.filter(({ isLive }) => isLive).map(of));
  return links.filter((link) => link.isLive || !live.has(of(link)));
}
