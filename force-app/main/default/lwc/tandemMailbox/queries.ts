import { gql } from 'lightning/graphql';

/** A field as GraphQL gives it. */
export interface Field<Value> {
  readonly value: Value | null;
  readonly displayValue?: string | null;
}

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A row of a mailbox; without the fields that the person may not see. */
export interface MailboxNode {
  readonly Id: string;
  readonly User__c: Field<string>;
  readonly User__r: { readonly Name: Field<string> } | null;
  readonly Email__c?: Field<string>;
  readonly Contacts_State__c?: Field<string>;
  readonly Contacts_Progress__c?: Field<number>;
  readonly Contacts_Problem__c?: Field<string>;
  readonly Contacts_In_Sync_As_Of__c?: Field<string>;
  readonly Contacts_Last_Change__c?: Field<string>;
  readonly Contacts_In_Exchange__c?: Field<number>;
  readonly Contacts_In_Salesforce__c?: Field<number>;
  readonly Events_State__c?: Field<string>;
  readonly Events_Progress__c?: Field<number>;
  readonly Events_Problem__c?: Field<string>;
  readonly Events_In_Sync_As_Of__c?: Field<string>;
  readonly Events_Last_Change__c?: Field<string>;
  readonly Events_In_Exchange__c?: Field<number>;
  readonly Events_In_Salesforce__c?: Field<number>;
  readonly Open_Issues__c?: Field<number>;
  readonly LastModifiedDate: Field<string>;
}

export interface RequestNode {
  readonly Id: string;
  readonly Kind__c: Field<string>;
  readonly Status__c: Field<string>;
  readonly Result__c: Field<string>;
  readonly User__c: Field<string>;
  readonly Issue__c: Field<string>;
  readonly CreatedDate: Field<string>;
}

export interface BridgeNode {
  readonly Heartbeat__c: Field<string>;
  readonly Problem__c: Field<string>;
}

export interface LiveData {
  readonly uiapi: {
    readonly query: {
      readonly Tandem_Bridge__c: Connection<BridgeNode>;
      readonly Tandem_Request__c: Connection<RequestNode>;
    };
  };
}

/** What moves while one looks: the bridge's heartbeat, and requests that wait or were made here. */
export const LIVE = gql`
  query live($requests: Tandem_Request__c_Filter) {
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
        Tandem_Request__c(where: $requests, orderBy: { CreatedDate: { order: DESC } }, first: 200) {
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
              CreatedDate {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The requests that the screen follows: those that wait, and those that were made here. */
export function requestsOf(made: readonly string[]): object {
  const open = { Status__c: { in: ['New', 'Running'] } };
  return made.length === 0 ? open : { or: [open, { Id: { in: made } }] };
}
