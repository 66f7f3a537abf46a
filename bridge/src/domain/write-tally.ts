/** What became of a configuration's writes to contacts, on both sides. */
export interface WriteTally {
  readonly written: number;
  readonly refused: number;
}
