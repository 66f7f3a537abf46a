/** A mistake that is made on purpose: a text of a source file and what stands in its place. */
export interface SeededBug {
  readonly name: string;
  /** Under bridge/src. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The plan of the corpus that finds it, where runs of a seed do so too seldom. */
  readonly plan?: string;
}
