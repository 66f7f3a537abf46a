/** One request as a service sees it: over HTTP, or as a member of a batch or composite call. */
export interface WireRequest {
  method: string;
  /** Path and query as sent, still percent-encoded. */
  path: string;
  /** Header names in lower case. */
  headers: Record<string, string>;
  /** The raw body; empty when there is none. */
  body: string;
  /** True for a member of a batch or composite call. */
  member: boolean;
}

/** How many items of the customer an answer created, updated and deleted. */
export interface Writes {
  created: number;
  updated: number;
  deleted: number;
}

/** The answer to one request. A string body is sent as it is, anything else as JSON. */
export interface WireAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Counted under `writes` of `GET /_control/counters`. */
  writes?: Partial<Writes>;
  /**
   * What a fault does to the transport: `severed` closes the connection without an answer, `malformed` truncates
   * the body. An envelope (batch, composite) passes on the state of its members, see `worstTransport`.
   */
  transport?: Transport;
}

/** What becomes of an answer on its way to the client. */
export type Transport = 'severed' | 'malformed';

/** The transport state of an envelope: severed when any member was severed, else malformed when any was. */
export function worstTransport(members: readonly WireAnswer[]): { transport?: Transport } {
  if (members.some((member) => member.transport === 'severed')) return { transport: 'severed' };
  if (members.some((member) => member.transport === 'malformed')) return { transport: 'malformed' };
  return {};
}

/** Path and query, percent-decoded for people to read and regular expressions to match; as sent if undecodable. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    return path;
  }
}
