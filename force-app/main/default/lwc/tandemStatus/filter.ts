/** What the table is to show, and in which order. */
export interface Wanted {
  readonly search: string;
  /** A state, or `all`. */
  readonly state: string;
  /** A column of the table. */
  readonly sortedBy: string;
  readonly direction: 'asc' | 'desc';
}

/** The filter of the mailboxes: the words are looked for in name and address, the state in both kinds. */
export function whereOf({ search, state }: Pick<Wanted, 'search' | 'state'>): object | undefined {
  const like = { like: `%${search.trim()}%` };
  const parts = [
    ...(search.trim() === '' ? [] : [{ or: [{ User__r: { Name: like } }, { Email__c: like }] }]),
    ...(state === 'all'
      ? []
      : [{ or: [{ Contacts_State__c: { eq: state } }, { Events_State__c: { eq: state } }] }]),
  ];
  return parts.length === 0 ? undefined : { and: parts };
}

/** How a column is sorted in the org. */
const ORDERS: Readonly<Record<string, (clause: object) => object>> = {
  name: (clause) => ({ User__r: { Name: clause } }),
  email: (clause) => ({ Email__c: clause }),
  contacts: (clause) => ({ Contacts_State__c: clause }),
  events: (clause) => ({ Events_State__c: clause }),
  inSyncAsOf: (clause) => ({ Contacts_In_Sync_As_Of__c: clause }),
  issues: (clause) => ({ Open_Issues__c: clause }),
};

/** The order of the mailboxes, by one field: which of several GraphQL would take first is not documented. */
export function orderByOf({ sortedBy, direction }: Pick<Wanted, 'sortedBy' | 'direction'>): object {
  const clause = { order: direction === 'desc' ? 'DESC' : 'ASC', nulls: 'LAST' };
  return ORDERS[sortedBy]?.(clause) ?? {};
}

/**
 * The mailboxes that changed since the newest of these stamps, which are the org's own. Stamps have whole seconds, and a mailbox can
 * change twice in one: what has the newest stamp is asked for again.
 */
export function changedSince(stamps: readonly string[]): object {
  const newest = stamps.reduce((latest, stamp) => (stamp > latest ? stamp : latest), '');
  return { LastModifiedDate: { gte: { value: newest } } };
}
