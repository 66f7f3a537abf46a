import { callOrg } from 'org/session';

/** A row of a query, with rows of parents in it. */
export type Row = Readonly<Record<string, unknown>> & { readonly Id: string };

interface Page {
  readonly records: readonly Row[];
}

/** Asks the org by SOQL, as its own pages of events do in a way that is not public: the User Interface API has no events. */
export async function ask(soql: string): Promise<readonly Row[]> {
  return (await callOrg<Page>('GET', `query?q=${encodeURIComponent(soql)}`)).records;
}

/** The value of a field, or of a parent's by `Parent.Field`, as text. */
export function textOf(row: Row, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>> | null)?.[step], row);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
