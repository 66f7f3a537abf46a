import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface LinkNode {
  readonly Id: string;
  readonly State__c: Field<string>;
  readonly Reason__c?: Field<string>;
  readonly Kind__c?: Field<string>;
  readonly Record_Id__c: Field<string>;
  readonly Exchange_Id__c?: Field<string>;
  readonly Series__c?: Field<string>;
  readonly Last_Synced__c: Field<string>;
  readonly Last_Synced_From__c?: Field<string>;
  readonly Web_Link__c?: Field<string>;
  readonly Unmatched_Attendees__c?: Field<string>;
  readonly Mailbox__r?: {
    readonly Email__c?: Field<string>;
    readonly User__c: Field<string>;
    readonly User__r: { readonly Name: Field<string> } | null;
  } | null;
}

export interface LinksData {
  readonly uiapi: { readonly query: { readonly Tandem_Link__c: Connection<LinkNode> } };
}

/** What a person may not see is left out of the rows. */
export const OPTIONAL_LINK_FIELDS: readonly string[] = [
  'Reason__c',
  'Kind__c',
  'Exchange_Id__c',
  'Series__c',
  'Last_Synced_From__c',
  'Web_Link__c',
  'Unmatched_Attendees__c',
  'Mailbox__r',
];

/** The links of records that the person may see: users their own, admins all. */
export const LINKS = gql`
  query recordLinks($recordIds: [String]) {
    uiapi {
      query {
        Tandem_Link__c(
          first: 200
          where: { Record_Id__c: { in: $recordIds } }
          orderBy: { Last_Synced__c: { order: DESC, nulls: LAST } }
        ) {
          edges {
            node {
              Id
              State__c {
                value
              }
              Reason__c @optional {
                value
                displayValue
              }
              Kind__c @optional {
                value
              }
              Record_Id__c {
                value
              }
              Exchange_Id__c @optional {
                value
              }
              Series__c @optional {
                value
              }
              Last_Synced__c {
                value
              }
              Last_Synced_From__c @optional {
                value
                displayValue
              }
              Web_Link__c @optional {
                value
              }
              Unmatched_Attendees__c @optional {
                value
              }
              Mailbox__r @optional {
                Email__c @optional {
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

/** The rows that came; none while they are on their way. */
export function linksIn(data: LinksData | undefined): readonly LinkNode[] {
  return data?.uiapi.query.Tandem_Link__c.edges.map(({ node }) => node) ?? [];
}
