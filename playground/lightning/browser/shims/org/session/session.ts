const API = '/services/data/v66.0';

/** A refused request, as Lightning Data Service reports it. */
export class FetchError extends Error {
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
export async function callOrg<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${API}/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
  if (answer.ok) return json as Answer;
  const [only, ...more] = Array.isArray(json) ? (json as unknown[]) : [json];
  throw new FetchError(answer, more.length > 0 ? json : only);
}
