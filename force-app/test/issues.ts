const field = (value: unknown) => ({ value });

/** An issue as GraphQL gives it; `more` replaces values. */
export function issueNode(id: string, more: Record<string, unknown> = {}) {
  const values: Record<string, unknown> = {
    Code__c: 'TDM-C-COMPANY',
    Status__c: 'Open',
    Item__c: `Contact ${id}`,
    Field__c: 'AccountId',
    Reason__c: 'No account has the name of this company. The company is "Kestrel Robotics".',
    Remedy__c: 'Choose the account.',
    Details__c: null,
    Record_Id__c: '003000000000001AAA',
    Exchange_Id__c: 'AAMk=',
    First_Seen__c: '2026-03-01T08:00:00.000Z',
    Closed_At__c: null,
    Mailbox__c: 'a00Maya',
    ...more,
  };
  return {
    Id: id,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)])),
    Mailbox__r: {
      Email__c: field('maya@fernhill.example'),
      User__c: field('005Maya'),
      User__r: { Name: field('Maya') },
    },
  };
}

/** A page of issues; a cursor when more follow. */
export const issuePage = (
  nodes: readonly object[],
  endCursor: string | null = null,
  total = nodes.length,
) => ({
  uiapi: {
    query: {
      Tandem_Issue__c: {
        edges: nodes.map((node) => ({ node })),
        totalCount: total,
        pageInfo: { hasNextPage: endCursor !== null, endCursor },
      },
    },
  },
});

/** How many issues there are for each reason. */
export const reasonCounts = (counts: Readonly<Record<string, number>>) => ({
  uiapi: {
    aggregate: {
      Tandem_Issue__c: {
        edges: Object.entries(counts).map(([code, count]) => ({
          node: { aggregate: { Code__c: { value: code }, Id: { count: { value: count } } } },
        })),
      },
    },
  },
});
