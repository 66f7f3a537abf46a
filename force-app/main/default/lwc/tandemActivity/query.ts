import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

/** The counts of one day, kind and direction. */
export interface CountNode {
  readonly Id: string;
  readonly Day__c: Field<string>;
  readonly Kind__c: Field<string>;
  readonly Direction__c: Field<'ExchangeToSalesforce' | 'SalesforceToExchange'>;
  readonly Created__c: Field<number>;
  readonly Updated__c: Field<number>;
  readonly Deleted__c: Field<number>;
  readonly Paired__c: Field<number>;
}

export interface CountData {
  readonly uiapi: { readonly query: { readonly Tandem_Activity__c: Connection<CountNode> } };
}

/** At most four rows a day: two kinds, each both ways. */
export const COUNTS = gql`
  query counts($where: Tandem_Activity__c_Filter) {
    uiapi {
      query {
        Tandem_Activity__c(first: 400, where: $where, orderBy: { Day__c: { order: DESC } }) {
          edges {
            node {
              Id
              Day__c {
                value
              }
              Kind__c {
                value
                displayValue
              }
              Direction__c {
                value
                displayValue
              }
              Created__c {
                value
              }
              Updated__c {
                value
              }
              Deleted__c {
                value
              }
              Paired__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
