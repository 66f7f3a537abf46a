import type { Connection, MailboxNode } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface MailboxData {
  readonly uiapi: { readonly query: { readonly Tandem_Mailbox__c: Connection<MailboxNode> } };
}

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
              Email__c {
                value
              }
              Contacts_State__c {
                value
                displayValue
              }
              Contacts_Progress__c {
                value
              }
              Contacts_Problem__c {
                value
              }
              Contacts_In_Sync_As_Of__c {
                value
              }
              Contacts_Last_Change__c {
                value
              }
              Contacts_In_Exchange__c {
                value
              }
              Contacts_In_Salesforce__c {
                value
              }
              Events_State__c {
                value
                displayValue
              }
              Events_Progress__c {
                value
              }
              Events_Problem__c {
                value
              }
              Events_In_Sync_As_Of__c {
                value
              }
              Events_Last_Change__c {
                value
              }
              Events_In_Exchange__c {
                value
              }
              Events_In_Salesforce__c {
                value
              }
              Open_Issues__c {
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
