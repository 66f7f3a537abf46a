import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface LinkNode {
  readonly Id: string;
  readonly State__c: Field<string>;
  readonly Reason__c: Field<string>;
  readonly Exchange_Id__c: Field<string>;
  readonly Last_Synced__c: Field<string>;
  readonly Last_Synced_From__c: Field<string>;
  readonly Web_Link__c: Field<string>;
  readonly Mailbox__r: {
    readonly Email__c: Field<string>;
    readonly User__c: Field<string>;
    readonly User__r: { readonly Name: Field<string> } | null;
  } | null;
}

export interface LinksData {
  readonly uiapi: { readonly query: { readonly Tandem_Link__c: Connection<LinkNode> } };
}

/** The links of a record that the person may see: users their own, admins all. */
export const RECORD_LINKS = gql`
  query recordLinks($recordId: String) {
    uiapi {
      query {
        Tandem_Link__c(
          first: 50
          where: { Record_Id__c: { eq: $recordId } }
          orderBy: { Last_Synced__c: { order: DESC, nulls: LAST } }
        ) {
          edges {
            node {
              Id
              State__c {
                value
              }
              Reason__c {
                value
                displayValue
              }
              Exchange_Id__c {
                value
              }
              Last_Synced__c {
                value
              }
              Last_Synced_From__c {
                value
                displayValue
              }
              Web_Link__c {
                value
              }
              Mailbox__r {
                Email__c {
                  value
                }
                User__c {
                  value
                }
                User__r {
                  Name {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
