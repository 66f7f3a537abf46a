import type { LinksData } from 'c/tandemLink';
import { gql } from 'lightning/graphql';

export type UnmatchedData = LinksData;

/** The links of events that somebody attends for whom nobody stands, those that were synced last first. */
export const UNMATCHED = gql`
  query unmatched($where: Tandem_Link__c_Filter) {
    uiapi {
      query {
        Tandem_Link__c(first: 200, where: $where, orderBy: { Last_Synced__c: { order: DESC, nulls: LAST } }) {
          edges {
            node {
              Id
              State__c {
                value
              }
              Record_Id__c {
                value
              }
              Last_Synced__c {
                value
              }
              Unmatched_Attendees__c {
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
