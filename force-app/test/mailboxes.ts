const field = (value: unknown, displayValue: string | null = null) => ({ value, displayValue });

/** A mailbox as GraphQL gives it; `more` replaces values. */
export function mailboxNode(name: string, more: Record<string, unknown> = {}) {
  const values: Record<string, unknown> = {
    User__c: `005${name}`,
    Email__c: `${name.toLowerCase()}@fernhill.example`,
    Contacts_State__c: 'InSync',
    Contacts_Progress__c: null,
    Contacts_Problem__c: null,
    Contacts_In_Sync_As_Of__c: '2026-03-01T09:00:00.000Z',
    Contacts_Last_Change__c: '2026-03-01T08:00:00.000Z',
    Contacts_In_Exchange__c: 12,
    Contacts_In_Salesforce__c: 12,
    Events_State__c: null,
    Events_Progress__c: null,
    Events_Problem__c: null,
    Events_In_Sync_As_Of__c: null,
    Events_Last_Change__c: null,
    Events_In_Exchange__c: null,
    Events_In_Salesforce__c: null,
    Open_Issues__c: 0,
    LastModifiedDate: '2026-03-01T09:00:00.000Z',
    ...more,
  };
  const labels: Record<string, string> = {
    InSync: 'In sync',
    FirstSync: 'First sync',
    Paused: 'Paused',
    Failing: 'Failing',
  };
  return {
    Id: `a00${name}`,
    User__r: { Name: field(name) },
    ...Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, field(value, labels[String(value)] ?? null)]),
    ),
  };
}

/** A request as GraphQL gives it. */
export function requestNode(id: string, name: string, status: string, result: string | null = null) {
  return {
    Id: id,
    Kind__c: field('SyncNow', 'Sync now'),
    Status__c: field(status, status),
    Result__c: field(result),
    User__c: field(`005${name}`),
    Issue__c: field(null),
    CreatedDate: field('2026-03-01T09:00:00.000Z'),
  };
}

const connection = (nodes: readonly object[], endCursor: string | null, totalCount = nodes.length) => ({
  edges: nodes.map((node) => ({ node })),
  totalCount,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

/** A page of mailboxes; a cursor when more follow. */
export const mailboxPage = (
  nodes: readonly object[],
  endCursor: string | null = null,
  totalCount?: number,
) => ({
  uiapi: { query: { Tandem_Mailbox__c: connection(nodes, endCursor, totalCount) } },
});

/** What moves: the bridge's heartbeat, if there is a bridge, and requests. */
export const liveData = (
  heartbeat: string | null,
  requests: readonly object[] = [],
  problem: string | null = null,
) => ({
  uiapi: {
    query: {
      Tandem_Bridge__c: connection(
        heartbeat === null ? [] : [{ Heartbeat__c: field(heartbeat), Problem__c: field(problem) }],
        null,
      ),
      Tandem_Request__c: connection(requests, null),
    },
  },
});
