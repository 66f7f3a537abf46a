import { fill } from 'c/tandemText';
import { labels } from './labels';
import type { LinkNode } from './queries';

/** A link of the record as the card shows it. */
export interface RecordLink {
  readonly id: string;
  readonly userId: string;
  readonly person: string;
  readonly isLive: boolean;
  readonly state: string;
  readonly icon: string;
  readonly lastSynced: string | undefined;
  readonly from: string;
  /** Opens the item in Outlook, or the contacts there; only its owner can follow it. */
  readonly webLink: string | undefined;
}

/** Where Outlook on the web has its contacts: Microsoft Graph gives contacts, unlike events, no address of their own. */
const CONTACTS = 'https://outlook.office.com/people/';

/** A link from its row; `readerId` is who looks. */
export function linkOf(node: LinkNode, readerId: string): RecordLink {
  const mailbox = node.Mailbox__r;
  const isLive = node.State__c.value === 'Live';
  const userId = mailbox?.User__c.value ?? '';
  const from = node.Last_Synced_From__c.displayValue;
  return {
    id: node.Id,
    userId,
    person: mailbox?.User__r?.Name.value ?? mailbox?.Email__c.value ?? '',
    isLive,
    state: isLive ? labels.live : fill(labels.ended, node.Reason__c.displayValue ?? ''),
    icon: isLive ? 'utility:success' : 'utility:ban',
    lastSynced: node.Last_Synced__c.value ?? undefined,
    from: from ? fill(labels.fromSide, from) : '',
    webLink: userId === readerId && isLive ? (node.Web_Link__c.value ?? CONTACTS) : undefined,
  };
}
