import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface ConfigurationNode {
  readonly Id: string;
  readonly Name: Field<string>;
  readonly Description__c?: Field<string>;
  readonly Active__c: Field<boolean>;
  readonly Contact_Direction__c?: Field<string>;
  readonly Event_Direction__c?: Field<string>;
  readonly LastModifiedDate: Field<string>;
}

export interface AssignmentNode {
  readonly Id: string;
  readonly Configuration__c: Field<string>;
  readonly User__c: Field<string>;
  readonly User__r: {
    readonly Name: Field<string>;
    readonly Email?: Field<string>;
    readonly IsActive: Field<boolean>;
  } | null;
  readonly Profile_Id__c: Field<string>;
  readonly Profile_Name__c: Field<string>;
}

export interface SettingsData {
  readonly uiapi: {
    readonly query: {
      readonly Tandem_Configuration__c: Pick<Connection<ConfigurationNode>, 'edges'>;
      readonly Tandem_Assignment__c: Pick<Connection<AssignmentNode>, 'edges' | 'totalCount'>;
    };
  };
}

/** What a person may not see is left out of the configurations. */
export const OPTIONAL_SETTINGS: readonly string[] = [
  'Description__c',
  'Contact_Direction__c',
  'Event_Direction__c',
];

/** Every configuration, and who is in which: all rows up to the largest page that GraphQL gives. */
export const SETTINGS = gql`
  query settings {
    uiapi {
      query {
        Tandem_Configuration__c(first: 2000, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Description__c @optional {
                value
              }
              Active__c {
                value
              }
              Contact_Direction__c @optional {
                value
                displayValue
              }
              Event_Direction__c @optional {
                value
                displayValue
              }
              LastModifiedDate {
                value
              }
            }
          }
        }
        Tandem_Assignment__c(first: 2000, upperBound: 50000, orderBy: { Id: { order: ASC } }) {
          edges {
            node {
              Id
              Configuration__c {
                value
              }
              User__c {
                value
              }
              User__r {
                Name {
                  value
                }
                Email @optional {
                  value
                }
                IsActive {
                  value
                }
              }
              Profile_Id__c {
                value
              }
              Profile_Name__c {
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
