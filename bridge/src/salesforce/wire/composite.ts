import { z } from 'zod';
import type { Org, OrgRequest } from './org.ts';
import { callHeaders } from './org.ts';
import { CallFailed } from './trouble.ts';

/** One answer within a composite call. */
export interface SubAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Subrequests in one composite call, after "Composite" of the REST API Developer Guide. */
export const mostSubrequests = 25;
/** Subrequests that are queries or collections in one composite call. */
export const mostCollections = 5;

const compositeAnswer = z.object({
  compositeResponse: z.array(
    z.object({ referenceId: z.string(), httpStatusCode: z.number(), body: z.unknown() }),
  ),
});

/**
 * Sends up to 25 requests in one call, of which at most five queries or collections; the answers are in the order of
 * the requests. One failing stops no other. Subrequests inherit no `Sforce-` header, so each carries them itself; what they
 * say about duplicate rules has to agree, since the call says it too.
 */
export async function composite(org: Org, requests: readonly OrgRequest[]): Promise<readonly SubAnswer[]> {
  const answer = compositeAnswer.safeParse(
    await org.call({
      method: 'POST',
      path: '/composite',
      ...(requests.some(({ onAlert }) => onAlert === 'Skip') ? { onAlert: 'Skip' as const } : {}),
      body: {
        allOrNone: false,
        compositeRequest: requests.map((request, index) => ({
          method: request.method,
          url: `/services/data/v${org.apiVersion}${request.path}`,
          referenceId: `r${index}`,
          ...(request.method === 'GET' ? {} : { httpHeaders: callHeaders(request) }),
          ...(request.body === undefined ? {} : { body: request.body }),
        })),
      },
    }),
  );
  const answers = new Map(answer.data?.compositeResponse.map((sub) => [sub.referenceId, sub]));
  return requests.map((_, index) => {
    const sub = answers.get(`r${index}`);
    if (sub === undefined) {
      throw new CallFailed({ kind: 'unreadable', detail: 'a composite answer that lacks a part' });
    }
    return { status: sub.httpStatusCode, body: sub.body };
  });
}
