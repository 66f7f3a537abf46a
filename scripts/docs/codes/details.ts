/** What the page of a code says beyond its sentence. */
export interface CodeDetails {
  /** When it happens. */
  readonly when: string;
  /** What Tandem does meanwhile. */
  readonly meanwhile: string;
  /** The remedy step by step; none where nothing must be done. */
  readonly steps: readonly string[];
}
