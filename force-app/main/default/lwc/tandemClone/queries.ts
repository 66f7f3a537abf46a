import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

/** A row by its fields, each with a value. */
type Node<Name extends string> = Readonly<Record<Name, Field<string>>>;

export interface RowsData {
  readonly uiapi: {
    readonly query: {
      readonly Tandem_Filter__c: Pick<
        Connection<Node<'Object__c' | 'Field__c' | 'Operator__c' | 'Value__c'>>,
        'edges'
      >;
      readonly Tandem_Field_Mapping__c: Pick<
        Connection<Node<'Object__c' | 'Salesforce_Field__c' | 'Exchange_Property__c' | 'Direction__c'>>,
        'edges'
      >;
    };
  };
}

/** The conditions and field mappings of a configuration, in their order. */
export const ROWS = gql`
  query rows($configurationId: ID) {
    uiapi {
      query {
        Tandem_Filter__c(
          where: { Configuration__c: { eq: $configurationId } }
          orderBy: { Id: { order: ASC } }
          first: 2000
        ) {
          edges {
            node {
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
            }
          }
        }
        Tandem_Field_Mapping__c(
          where: { Configuration__c: { eq: $configurationId } }
          orderBy: { Id: { order: ASC } }
          first: 2000
        ) {
          edges {
            node {
              Object__c {
                value
              }
              Salesforce_Field__c {
                value
              }
              Exchange_Property__c {
                value
              }
              Direction__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
