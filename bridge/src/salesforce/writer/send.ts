import type { SubAnswer } from '../wire/composite.ts';
import { composite, mostCollections } from '../wire/composite.ts';
import type { Org } from '../wire/org.ts';
import { CallFailed, isPassing } from '../wire/trouble.ts';
import type { Collection } from './bundle.ts';
import { isSingleUpsert } from './bundle.ts';
import { collectionRequest, rowRequest } from './collection-request.ts';

/**
 * Sends the collections of a bundle in one call; the answers are in their order. A literal collection goes by itself,
 * not through the composite resource. Throws CallFailed when the call as a whole may succeed later.
 */
export async function send(org: Org, collections: readonly Collection[]): Promise<readonly SubAnswer[]> {
  const [only] = collections;
  if (only === undefined || !only.literal) return sendTogether(org, collections);
  try {
    return [{ status: 200, body: await org.call(collectionRequest(only)) }];
  } catch (error) {
    if (!(error instanceof CallFailed) || error.trouble.kind !== 'refused' || isPassing(error.trouble))
      throw error;
    const { code, message, fields } = error.trouble;
    return [{ status: 400, body: [{ errorCode: code, message, fields }] }];
  }
}

/** Where there are more than may be collections, single rows go as requests of their own, whose answers have the shape of a collection's. */
async function sendTogether(org: Org, collections: readonly Collection[]): Promise<readonly SubAnswer[]> {
  const apart = new Set(collections.length > mostCollections ? collections.filter(isSingleUpsert) : []);
  const answers = await composite(
    org,
    collections.map((one) => (apart.has(one) ? rowRequest(one) : collectionRequest(one))),
  );
  return answers.map(({ status, body }, index) => ({
    status,
    body: apart.has(collections[index]!) && status < 300 ? [body] : body,
  }));
}
