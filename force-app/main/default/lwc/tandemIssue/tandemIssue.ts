import type { Request } from 'c/tandemMailbox';
import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { IssueNode } from './queries';
import { detailsOf, type Details } from './details';
import { sentences } from './sentences';

export { aboutOf, settledBy, settledTogether } from './actions';
export type { Details, Deletion, Near } from './details';
export { ISSUES, REASONS } from './queries';
export type { IssueNode, IssuesData, ReasonsData } from './queries';

/** Something that did not sync, or, closed, a value that lost a conflict. */
export interface Issue {
  readonly id: string;
  readonly code: string;
  readonly isOpen: boolean;
  /** Whether it is about a contact or record rather than a whole mailbox. */
  readonly hasItem: boolean;
  readonly item: string;
  readonly field: string;
  readonly reason: string;
  readonly remedy: string;
  readonly recordId: string | undefined;
  readonly mailboxId: string | undefined;
  /** Whose mailbox it concerns: name and user. */
  readonly person: string;
  readonly userId: string;
  /** ISO. */
  readonly since: string | undefined;
  readonly details: Details;
}

/** An issue with what was last asked about it. */
export interface Entry {
  readonly issue: Issue;
  readonly request: Request | undefined;
}

/** An issue from its row; fields are named as the person reads them, where the object of their records is known. */
export function issueOf(node: IssueNode, contacts?: ObjectInfo): Issue {
  const text = (field: { readonly value: string | null } | undefined) => field?.value ?? '';
  const mailbox = node.Mailbox__r;
  return {
    id: node.Id,
    code: text(node.Code__c),
    isOpen: node.Status__c.value === 'Open',
    hasItem: Boolean(node.Exchange_Id__c.value ?? node.Record_Id__c.value),
    item: text(node.Item__c),
    field: text(node.Field__c)
      .split(', ')
      .map((field) => contacts?.fields[field]?.label ?? field)
      .join(', '),
    reason: text(node.Reason__c),
    remedy: text(node.Remedy__c),
    recordId: node.Record_Id__c.value ?? undefined,
    mailboxId: node.Mailbox__c.value ?? undefined,
    person: mailbox?.User__r?.Name.value ?? mailbox?.Email__c?.value ?? '',
    userId: mailbox?.User__c.value ?? '',
    since: node.First_Seen__c.value ?? node.Closed_At__c?.value ?? undefined,
    details: detailsOf(node.Details__c?.value ?? null),
  };
}

/** Why issues with this code exist, in a sentence; the code itself when a newer bridge wrote one that is not known here. */
export function sentenceOf(code: string): string {
  return sentences[code] ?? code;
}
