/** One thing that is wrong with a metadata file. Lines are counted from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A problem as compilers print it, so that editors can jump to it: `file:line message`. */
export function sayProblem({ file, line, message }: Problem): string {
  return `${file}:${line} ${message}`;
}
