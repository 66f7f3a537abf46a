import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface FilterNode {
  readonly Id: string;
  readonly Object__c: Field<string>;
  readonly Field__c: Field<string>;
  readonly Operator__c: Field<string>;
  readonly Value__c: Field<string>;
  readonly LastModifiedDate: Field<string>;
}

export interface FilterData {
  readonly uiapi: { readonly query: { readonly Tandem_Filter__c: Pick<Connection<FilterNode>, 'edges'> } };
}

export interface CountData {
  readonly uiapi: {
    readonly query: {
      readonly matching: { readonly totalCount: number };
      readonly all: { readonly totalCount: number };
    };
  };
}

export const FILTERS = gql`
  query filters($configurationId: ID) {
    uiapi {
      query {
        Tandem_Filter__c(
          where: { Configuration__c: { eq: $configurationId } }
          orderBy: { Id: { order: ASC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Object__c {
                value
              }
              Field__c {
                value
              }
              Operator__c {
                value
              }
              Value__c {
                value
              }
              LastModifiedDate {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** How many contacts the person sees that match, and how many at all; counted up to 50,000. */
export const COUNT = gql`
  query count($where: Contact_Filter) {
    uiapi {
      query {
        matching: Contact(where: $where, first: 200, upperBound: 50000) {
          totalCount
        }
        all: Contact(first: 200, upperBound: 50000) {
          totalCount
        }
      }
    }
  }
`;
