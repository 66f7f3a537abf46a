import type { Connection, MailboxNode } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface MailboxData {
  readonly uiapi: { readonly query: { readonly Tandem_Mailbox__c: Connection<MailboxNode> } };
}

/** What a person may not see is left out of the rows. */
export const OPTIONAL_FIELDS: readonly string[] = [
  'Email__c',
  ...['Contacts', 'Events'].flatMap((kind) =>
    ['State', 'Progress', 'Problem', 'In_Sync_As_Of', 'Last_Change', 'In_Exchange', 'In_Salesforce'].map(
      (field) => `${kind}_${field}__c`,
    ),
  ),
  'Open_Issues__c',
];

/** Pages of 200: with an upper bound, beyond which paging would end at 4,000 rows, GraphQL takes no smaller ones. */
export const MAILBOXES = gql`
  query mailboxes($where: Tandem_Mailbox__c_Filter, $orderBy: Tandem_Mailbox__c_OrderBy, $after: String) {
    uiapi {
      query {
        Tandem_Mailbox__c(first: 200, upperBound: 50000, after: $after, where: $where, orderBy: $orderBy) {
          edges {
            node {
              Id
              User__c {
                value
              }
              User__r {
                Name {
                  value
                }
              }
              Email__c @optional {
                value
              }
              Contacts_State__c @optional {
                value
                displayValue
              }
              Contacts_Progress__c @optional {
                value
              }
              Contacts_Problem__c @optional {
                value
              }
              Contacts_In_Sync_As_Of__c @optional {
                value
              }
              Contacts_Last_Change__c @optional {
                value
              }
              Contacts_In_Exchange__c @optional {
                value
              }
              Contacts_In_Salesforce__c @optional {
                value
              }
              Events_State__c @optional {
                value
                displayValue
              }
              Events_Progress__c @optional {
                value
              }
              Events_Problem__c @optional {
                value
              }
              Events_In_Sync_As_Of__c @optional {
                value
              }
              Events_Last_Change__c @optional {
                value
              }
              Events_In_Exchange__c @optional {
                value
              }
              Events_In_Salesforce__c @optional {
                value
              }
              Open_Issues__c @optional {
                value
              }
              LastModifiedDate {
                value
              }
            }
          }
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;
