/** One line that the bridge said. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The newest lines of the bridge, for the front page. */
export interface Lines {
  add(text: string): void;
  /** The lines with a greater number, oldest first. */
  since(number: number): { readonly lines: readonly Line[] };
}

const kept = 200;

export function createLines(): Lines {
  let lines: Line[] = [];
  let count = 0;
  return {
    add: (text) => {
      count += 1;
      lines = [...lines, { number: count, text }].slice(-kept);
    },
    since: (number) => ({ lines: lines.filter((line) => line.number > number) }),
  };
}
