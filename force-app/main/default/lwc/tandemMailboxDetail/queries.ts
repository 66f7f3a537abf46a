import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface LinksData {
  readonly uiapi: { readonly query: { readonly Tandem_Link__c: Connection<LinkNode> } };
}

interface LinkNode {
  readonly Id: string;
  readonly Kind__c: Field<string>;
  readonly Record_Id__c: Field<string>;
  readonly Last_Synced__c: Field<string>;
  readonly Last_Synced_From__c: Field<string>;
}

/** What was last synced of a mailbox. */
export const LINKS = gql`
  query links($mailbox: ID) {
    uiapi {
      query {
        Tandem_Link__c(
          first: 5
          where: { Mailbox__c: { eq: $mailbox }, Last_Synced__c: { ne: null } }
          orderBy: { Last_Synced__c: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Kind__c {
                value
                displayValue
              }
              Record_Id__c {
                value
              }
              Last_Synced__c {
                value
              }
              Last_Synced_From__c {
                value
                displayValue
              }
            }
          }
        }
      }
    }
  }
`;
