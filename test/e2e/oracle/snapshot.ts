/** What both sides hold at one moment, as the emulators' control endpoints dump it. */
export interface Snapshot {
  mailboxes: MailboxSnapshot[];
  contacts: SalesforceContact[];
  accounts: { id: string; name: string }[];
  links: LinkRow[];
  issues: IssueRow[];
  /** Invitations, updates and cancellations that Exchange mailed because of what an app wrote, not a person. */
  mails: number;
}

export interface MailboxSnapshot {
  /** The synced Salesforce user. */
  user: string;
  email: string;
  /** Every contact of the mailbox that is not deleted, in whichever folder. */
  contacts: ExchangeContact[];
}

export interface ExchangeContact {
  id: string;
  changeKey: string;
  /** Whether it lies in the folder that syncs. */
  inSyncFolder: boolean;
  /** Graph's properties of a contact. */
  properties: Readonly<Record<string, unknown>>;
}

export interface SalesforceContact {
  id: string;
  owner: string;
  accountId: string | null;
  systemModstamp: string;
  fields: Readonly<Record<string, unknown>>;
}

/** A row of Tandem_Link__c. */
export interface LinkRow {
  id: string;
  key: string;
  /** First part of the key. */
  user: string;
  exchangeId: string;
  recordId: string;
  state: string;
  reason: string | null;
}

/** A row of Tandem_Issue__c. */
export interface IssueRow {
  id: string;
  key: string;
  /** The user whose mailbox it belongs to; null when it belongs to the bridge. */
  user: string | null;
  kind: string;
  code: string;
  status: string;
  item: string;
  field: string;
  reason: string;
  remedy: string;
  details: string;
  recordId: string | null;
  exchangeId: string | null;
}

/** A live link with the items it joins; an item is missing when the link names one that does not exist. */
export interface Pair {
  link: LinkRow;
  mailbox: MailboxSnapshot | undefined;
  exchange: ExchangeContact | undefined;
  salesforce: SalesforceContact | undefined;
}

/** The live links of all mailboxes with their items. */
export function livePairs(snapshot: Snapshot): Pair[] {
  return snapshot.links
    .filter((link) => link.state === 'Live')
    .map((link) => {
      const mailbox = snapshot.mailboxes.find(({ user }) => user === link.user);
      return {
        link,
        mailbox,
        exchange: mailbox?.contacts.find(({ id }) => id === link.exchangeId),
        salesforce: snapshot.contacts.find(({ id }) => id === link.recordId),
      };
    });
}

/** The name of the account of the pair's record, empty when it has none. The account of a person is that person, no company. */
export function accountName(snapshot: Snapshot, { salesforce }: Pair): string {
  if (salesforce?.fields.IsPersonAccount === true) return '';
  return snapshot.accounts.find(({ id }) => id === salesforce?.accountId)?.name ?? '';
}

/** Open issues that name the Exchange item or the Salesforce record. */
export function openIssuesOf(snapshot: Snapshot, exchangeId?: string, recordId?: string): IssueRow[] {
  return snapshot.issues.filter(
    (issue) =>
      issue.status === 'Open' &&
      ((exchangeId !== undefined && issue.exchangeId === exchangeId) ||
        (recordId !== undefined && issue.recordId === recordId)),
  );
}

/** Whether an open issue says that the company of the linked contact has no account. */
export function hasCompanyIssue(snapshot: Snapshot, link: LinkRow): boolean {
  return openIssuesOf(snapshot, link.exchangeId, link.recordId).some(({ field }) =>
    /account|company/i.test(field),
  );
}

/** Whether an open issue says that the user may not change this field of the record, so that what Outlook has waits there. */
export function waits(snapshot: Snapshot, link: LinkRow, field: string): boolean {
  return openIssuesOf(snapshot, link.exchangeId).some(
    (issue) => issue.code === 'TDM-C-NOT-EDITABLE' && issue.field.split(', ').includes(field),
  );
}

export interface Violation {
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6';
  /** What is wrong, in words, with the items' names. */
  sentence: string;
}
