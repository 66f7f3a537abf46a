import { Fault } from '../../domain/fault.ts';

/**
 * What is read of these ids or keys, in halves where Salesforce says that the query is too large: it refuses queries about events that
 * would scan too much (Object Reference, "Event"). The fault is thrown once a single one is too large.
 */
export async function inSmallerParts<Row>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  try {
    return await read(ids);
  } catch (error) {
    if (!isTooLarge(error) || ids.length < 2) throw error;
    const half = Math.ceil(ids.length / 2);
    return [
      ...(await inSmallerParts(ids.slice(0, half), read)),
      ...(await inSmallerParts(ids.slice(half), read)),
    ];
  }
}

/** What `read` answers with at most so many rows, half as many after each answer that the query is too large, down to a tenth or so. */
export async function withFewerRows<Answer>(
  most: number,
  read: (rows: number) => Promise<Answer>,
  least = Math.ceil(most / 10),
): Promise<Answer> {
  try {
    return await read(most);
  } catch (error) {
    if (!isTooLarge(error) || most <= least) throw error;
    return withFewerRows(Math.ceil(most / 2), read, least);
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Fault && error.code === 'TDM-S-TOO-LARGE';
}
