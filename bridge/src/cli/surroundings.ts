/** What a command line runs in: a process, or a test in its place. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes what the command writes on standard output. */
  readonly out: (text: string) => void;
  /** Takes what the command writes on standard error. */
  readonly err: (text: string) => void;
  /** Aborted when the command is to stop. */
  readonly signal: AbortSignal;
}
