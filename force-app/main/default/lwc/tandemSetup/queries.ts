import type { BridgeNode, Connection, Field, RequestNode } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

/** A request with who asked for it. */
export type AskedNode = RequestNode & {
  readonly CreatedBy: { readonly Id: string; readonly Name: Field<string> } | null;
};

export type PreviewNode = AskedNode & { readonly Parameters__c: Field<string> };

/** The rows of one kind that a configuration has: how many, and the one that was changed last. */
export type ChildRows = Pick<
  Connection<{ readonly LastModifiedDate: Field<string> }>,
  'edges' | 'totalCount'
>;

export interface ProgressData {
  readonly uiapi: {
    readonly query: {
      readonly Tandem_Bridge__c: Pick<Connection<BridgeNode>, 'edges'>;
      readonly tests: Pick<
        Connection<AskedNode & { readonly User__r: { readonly Name: Field<string> } | null }>,
        'edges'
      >;
      readonly previews: Pick<Connection<PreviewNode>, 'edges'>;
      readonly people: ChildRows;
      readonly filters: ChildRows;
      readonly mappings: ChildRows;
    };
  };
}

/** How far the set-up is: the bridge, the newest test, and of one configuration the newest preview and the rows that it has. */
export const PROGRESS = gql`
  query progress(
    $previews: Tandem_Request__c_Filter
    $people: Tandem_Assignment__c_Filter
    $filters: Tandem_Filter__c_Filter
    $mappings: Tandem_Field_Mapping__c_Filter
  ) {
    uiapi {
      query {
        Tandem_Bridge__c(where: { Bridge_Key__c: { eq: "default" } }, first: 1) {
          edges {
            node {
              Heartbeat__c {
                value
              }
              Problem__c {
                value
              }
            }
          }
        }
        tests: Tandem_Request__c(
          where: { Kind__c: { eq: "TestConnection" } }
          orderBy: { CreatedDate: { order: DESC } }
          first: 1
        ) {
          edges {
            node {
              Id
              Kind__c {
                value
                displayValue
              }
              Status__c {
                value
                displayValue
              }
              Result__c {
                value
              }
              User__c {
                value
              }
              Issue__c {
                value
              }
              User__r {
                Name {
                  value
                }
              }
              CreatedDate {
                value
              }
              CreatedBy {
                Id
                Name {
                  value
                }
              }
            }
          }
        }
        previews: Tandem_Request__c(where: $previews, orderBy: { CreatedDate: { order: DESC } }, first: 1) {
          edges {
            node {
              Id
              Kind__c {
                value
                displayValue
              }
              Status__c {
                value
                displayValue
              }
              Result__c {
                value
              }
              User__c {
                value
              }
              Issue__c {
                value
              }
              Parameters__c {
                value
              }
              CreatedDate {
                value
              }
              CreatedBy {
                Id
                Name {
                  value
                }
              }
            }
          }
        }
        people: Tandem_Assignment__c(
          where: $people
          orderBy: { LastModifiedDate: { order: DESC } }
          first: 1
        ) {
          edges {
            node {
              Id
              LastModifiedDate {
                value
              }
            }
          }
          totalCount
        }
        filters: Tandem_Filter__c(where: $filters, orderBy: { LastModifiedDate: { order: DESC } }, first: 1) {
          edges {
            node {
              Id
              LastModifiedDate {
                value
              }
            }
          }
          totalCount
        }
        mappings: Tandem_Field_Mapping__c(
          where: $mappings
          orderBy: { LastModifiedDate: { order: DESC } }
          first: 1
        ) {
          edges {
            node {
              Id
              LastModifiedDate {
                value
              }
            }
          }
          totalCount
        }
      }
    }
  }
`;
