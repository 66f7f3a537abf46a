/** One HTTP request, as the connections to the services send it. */
export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Gives the request up when it is aborted. */
  readonly signal?: AbortSignal;
}

/** The whole answer; header names are in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Carries requests over the network; one of its own for each service. `send` throws when no whole answer came, with the
 * system's code where there is one.
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Ends what is still under way, where the implementation can. */
  close(): Promise<void>;
}
