import type { Field } from 'c/tandemMailbox';
import { gql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';

/** What a query of names asks for. */
export interface NamesData {
  readonly uiapi: { readonly query: Readonly<Partial<Record<'Account' | 'Contact', Names>>> };
}

interface Names {
  readonly edges: readonly { readonly node: { readonly Id: string; readonly Name: Field<string> } }[];
}

const CONTACTS = gql`
  query contactNames($ids: [ID]) {
    uiapi {
      query {
        Contact(first: 200, where: { Id: { in: $ids } }) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
      }
    }
  }
`;

const ACCOUNTS = gql`
  query accountNames($ids: [ID]) {
    uiapi {
      query {
        Account(first: 200, where: { Id: { in: $ids } }) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The query of the names of up to 200 records by their ids; of those that the person may not see there are none. */
export const NAMES: Readonly<Record<'Account' | 'Contact', GraphqlDocument>> = {
  Account: ACCOUNTS,
  Contact: CONTACTS,
};

/** The names that came, by id. */
export function namesOf({ data }: GraphqlResult<NamesData>): ReadonlyMap<string, string> {
  const { Account, Contact } = data?.uiapi.query ?? {};
  const edges = [...(Account?.edges ?? []), ...(Contact?.edges ?? [])];
  return new Map(edges.flatMap(({ node }) => (node.Name.value === null ? [] : [[node.Id, node.Name.value]])));
}
