const API = '/services/data/v66.0';

/**
 * A refused request, as Lightning Data Service reports it: the body of a read is a list, the body of a write an object (LWC guide,
 * "Handle Errors in Lightning Data Service").
 */
export class FetchError extends Error {
  readonly ok = false;
  readonly status: number;
  readonly statusText: string;
  readonly body: unknown;

  constructor({ status, statusText }: Response, body: unknown) {
    super(statusText);
    this.status = status;
    this.statusText = statusText;
    this.body = body;
  }
}

/** Sends a request to the org as the person who is signed in; rejects with a `FetchError` when it is refused. */
export async function callOrg<Answer>(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await fetch(`${API}/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
  if (answer.ok) return json as Answer;
  const list = (Array.isArray(json) ? json : [json]) as unknown[];
  throw new FetchError(answer, method === 'GET' || list.length > 1 ? list : list[0]);
}
