import type { IncomingMessage } from 'node:http';

/**
 * Whether a call may change something, which is known when it was carried out: no read does, nor does a sign-in, nor a composite or
 * batch of nothing but reads.
 */
export function changing(request: IncomingMessage): () => boolean {
  const path = request.url ?? '';
  if (request.method === 'GET' || path.endsWith('/token')) return () => false;
  if (!/\/(composite|\$batch)$/.test(path)) return () => true;
  const body = bodyOf(request);
  return () => methodsIn(body()).some((method) => method !== 'GET');
}

/** The body as far as it was read by who answers the call. */
function bodyOf(request: IncomingMessage): () => string {
  const read: string[] = [];
  const emit = request.emit.bind(request);
  request.emit = (event: string | symbol, ...words: unknown[]) => {
    if (event === 'data') read.push(String(words[0]));
    return emit(event, ...words);
  };
  return () => read.join('');
}

function methodsIn(body: string): string[] {
  const { compositeRequest, requests } = JSON.parse(body) as Members;
  return (compositeRequest ?? requests ?? []).map(({ method }) => method);
}

/** The members of a composite of Salesforce, or of a batch of Graph. */
interface Members {
  readonly compositeRequest?: readonly { readonly method: string }[];
  readonly requests?: readonly { readonly method: string }[];
}
