import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface MappingNode {
  readonly Id: string;
  readonly Salesforce_Field__c: Field<string>;
  readonly Exchange_Property__c: Field<string>;
  readonly Direction__c: Field<string>;
  readonly LastModifiedDate: Field<string>;
}

export interface MappingData {
  readonly uiapi: {
    readonly query: { readonly Tandem_Field_Mapping__c: Pick<Connection<MappingNode>, 'edges'> };
  };
}

/** The rows of a configuration for one object, in the order in which the bridge takes them. */
export const MAPPINGS = gql`
  query mappings($configurationId: ID, $object: Picklist) {
    uiapi {
      query {
        Tandem_Field_Mapping__c(
          where: { Configuration__c: { eq: $configurationId }, Object__c: { eq: $object } }
          orderBy: { Id: { order: ASC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Salesforce_Field__c {
                value
              }
              Exchange_Property__c {
                value
              }
              Direction__c {
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
