/** Which issues are wanted. */
export interface Wanted {
  readonly search: string;
  /** Issues that somebody should settle, or values that lost a conflict and were kept. */
  readonly status: 'Open' | 'Kept';
  /** Of one mailbox only. */
  readonly mailboxId: string | undefined;
}

/** The filter of the issues: the words are looked for in the item, its field and the person. */
export function whereOf({ search, status, mailboxId }: Wanted): object {
  const like = { like: `%${search.trim()}%` };
  const parts = [
    status === 'Open'
      ? { Status__c: { eq: 'Open' } }
      : { Status__c: { eq: 'Closed' }, Code__c: { eq: 'TDM-C-CONFLICT' } },
    ...(mailboxId === undefined ? [] : [{ Mailbox__c: { eq: mailboxId } }]),
    ...(search.trim() === ''
      ? []
      : [
          {
            or: [
              { Item__c: like },
              { Field__c: like },
              { Mailbox__r: { Email__c: like } },
              { Mailbox__r: { User__r: { Name: like } } },
            ],
          },
        ]),
  ];
  return { and: parts };
}

/** Those of one reason. */
export function ofReason(where: object, code: string): object {
  return { and: [where, { Code__c: { eq: code } }] };
}

/** Those that are watched, since they are open or were asked about, and those of the reason that were settled since: the account of one settles its whole company. */
export function touched(watchedIds: readonly string[], code: string, since: string): object {
  const settled = { and: [{ Code__c: { eq: code } }, { Closed_At__c: { gte: { value: since } } }] };
  return watchedIds.length === 0 ? settled : { or: [{ Id: { in: watchedIds } }, settled] };
}
