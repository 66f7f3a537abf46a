const field = (value: unknown, displayValue: unknown = value) => ({ value, displayValue });

/** A live link of somebody, as GraphQL gives it. */
export const linkNode = (name: string, more: object = {}) => ({
  Id: `link of ${name}`,
  State__c: field('Live'),
  Reason__c: field(null),
  Kind__c: field('Contact'),
  Record_Id__c: field('003a'),
  Exchange_Id__c: field(`item of ${name}`),
  Series__c: field(null),
  Last_Synced__c: field('2026-03-01T09:00:00.000Z'),
  Last_Synced_From__c: field('Exchange'),
  Web_Link__c: field('https://outlook.example/item'),
  Unmatched_Attendees__c: field(null),
  Mailbox__r: {
    Email__c: field(`${name}@fernhill.example`),
    User__c: field(`005${name}`),
    User__r: { Name: field(name) },
  },
  ...more,
});

/** What makes it an ended one. */
export const ended = {
  State__c: field('Suppressed'),
  Reason__c: field('MovedOut', 'Moved out of the folder'),
};

/** The answer to the query of links. */
export const linksPage = (nodes: readonly object[]) => ({
  uiapi: { query: { Tandem_Link__c: { edges: nodes.map((node) => ({ node })) } } },
});
