import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface IssueNode {
  readonly Id: string;
  readonly Code__c: Field<string>;
  readonly Status__c: Field<string>;
  readonly Item__c?: Field<string>;
  readonly Field__c?: Field<string>;
  readonly Reason__c?: Field<string>;
  readonly Remedy__c?: Field<string>;
  readonly Details__c?: Field<string>;
  readonly Record_Id__c: Field<string>;
  readonly Exchange_Id__c: Field<string>;
  readonly First_Seen__c: Field<string>;
  readonly Closed_At__c?: Field<string>;
  readonly Mailbox__c: Field<string>;
  readonly Mailbox__r?: {
    readonly Email__c?: Field<string>;
    readonly User__c: Field<string>;
    readonly User__r: { readonly Name: Field<string> } | null;
  } | null;
}

export interface IssuesData {
  readonly uiapi: { readonly query: { readonly Tandem_Issue__c: Connection<IssueNode> } };
}

export interface ReasonsData {
  readonly uiapi: {
    readonly aggregate: {
      readonly Tandem_Issue__c: {
        readonly edges: readonly {
          readonly node: {
            readonly aggregate: {
              readonly Code__c: { readonly value: string | null };
              readonly Id: { readonly count: { readonly value: number } };
            };
          };
        }[];
      };
    };
  };
}

/** How many issues there are for each reason. */
export const REASONS = gql`
  query reasons($where: Tandem_Issue__c_Filter) {
    uiapi {
      aggregate {
        Tandem_Issue__c(first: 200, where: $where, groupBy: { Code__c: { group: true } }) {
          edges {
            node {
              aggregate {
                Code__c {
                  value
                }
                Id {
                  count {
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

/** Issues, the oldest trouble last; pages as those of mailboxes. */
export const ISSUES = gql`
  query issues($where: Tandem_Issue__c_Filter, $after: String) {
    uiapi {
      query {
        Tandem_Issue__c(
          first: 200
          upperBound: 50000
          after: $after
          where: $where
          orderBy: { First_Seen__c: { order: DESC, nulls: LAST } }
        ) {
          edges {
            node {
              Id
              Code__c {
                value
              }
              Status__c {
                value
              }
              Item__c @optional {
                value
              }
              Field__c @optional {
                value
              }
              Reason__c @optional {
                value
              }
              Remedy__c @optional {
                value
              }
              Details__c @optional {
                value
              }
              Record_Id__c {
                value
              }
              Exchange_Id__c {
                value
              }
              First_Seen__c {
                value
              }
              Closed_At__c @optional {
                value
              }
              Mailbox__c {
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
