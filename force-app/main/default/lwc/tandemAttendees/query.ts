import type { Connection, Field } from 'c/tandemMailbox';
import { gql } from 'lightning/graphql';

export interface UnmatchedData {
  readonly uiapi: {
    readonly query: {
      readonly Tandem_Link__c: Pick<
        Connection<{ readonly Record_Id__c: Field<string>; readonly Unmatched_Attendees__c: Field<string> }>,
        'edges' | 'totalCount'
      >;
    };
  };
}

/** The links of events that somebody attends for whom nobody stands, those that were synced last first. */
export const UNMATCHED = gql`
  query unmatched($where: Tandem_Link__c_Filter) {
    uiapi {
      query {
        Tandem_Link__c(first: 200, where: $where, orderBy: { Last_Synced__c: { order: DESC, nulls: LAST } }) {
          edges {
            node {
              Id
              Record_Id__c {
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
