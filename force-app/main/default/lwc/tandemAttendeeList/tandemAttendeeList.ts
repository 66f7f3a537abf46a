/** The attendees of an event for whom nobody in Salesforce stands. */
export interface Unmatched {
  /** Their e-mail addresses, as far as the link has room. */
  readonly attendees: readonly string[];
  /** How many others there are. */
  readonly more: number;
}

/** The bridge writes one address a line, and below the last one how many did not fit. */
export function unmatchedIn(text: string | null | undefined): Unmatched {
  const lines = (text ?? '').split('\n').filter((line) => line !== '');
  const more = /^\+ (\d+)$/.exec(lines.at(-1) ?? '')?.[1];
  return more === undefined
    ? { attendees: lines, more: 0 }
    : { attendees: lines.slice(0, -1), more: Number(more) };
}
