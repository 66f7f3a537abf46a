/** Where the bridge tells what it does: flat facts such as ids, codes, counts and durations, never content, names, addresses or tokens. */
export interface Log {
  debug(facts: Readonly<Record<string, unknown>>, text: string): void;
  info(facts: Readonly<Record<string, unknown>>, text: string): void;
  warn(facts: Readonly<Record<string, unknown>>, text: string): void;
}
