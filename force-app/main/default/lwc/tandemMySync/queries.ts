import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

/** What an admin set up for a mailbox. */
export interface ConfigurationNode {
  readonly Name: Field<string>;
  readonly Contact_Direction__c: Field<string>;
  readonly Contact_Scope__c: Field<string>;
  readonly Contact_Deletes_To_Salesforce__c: Field<string>;
  readonly Contact_Deletes_To_Exchange__c: Field<string>;
  readonly Unknown_Company__c: Field<string>;
  readonly Conflict_Winner__c: Field<string>;
  readonly Event_Direction__c: Field<string>;
  readonly Event_Selection__c: Field<string>;
  readonly Private_Events__c: Field<string>;
  readonly Invitations__c: Field<string>;
}

export interface SettingsData {
  readonly uiapi: {
    readonly query: {
      readonly Tandem_Mailbox__c: Connection<{ readonly Configuration__r: ConfigurationNode | null }>;
    };
  };
}

/** The settings that hold for one user. */
export const SETTINGS = gql`
  query settings($userId: ID) {
    uiapi {
      query {
        Tandem_Mailbox__c(first: 1, where: { User__c: { eq: $userId } }) {
          edges {
            node {
              Configuration__r {
                Name {
                  value
                }
                Contact_Direction__c {
                  value
                  displayValue
                }
                Contact_Scope__c {
                  value
                  displayValue
                }
                Contact_Deletes_To_Salesforce__c {
                  value
                  displayValue
                }
                Contact_Deletes_To_Exchange__c {
                  value
                  displayValue
                }
                Unknown_Company__c {
                  value
                  displayValue
                }
                Conflict_Winner__c {
                  value
                  displayValue
                }
                Event_Direction__c {
                  value
                  displayValue
                }
                Event_Selection__c {
                  value
                  displayValue
                }
                Private_Events__c {
                  value
                  displayValue
                }
                Invitations__c {
                  value
                  displayValue
                }
              }
            }
          }
        }
      }
    }
  }
`;
