/** How often the search reached what it has to reach, by name. */
export type Coverage = Record<string, number>;

/** Counts what one run, or many together, reached. */
export interface Counting {
  readonly counts: Coverage;
  readonly count: (name: string, times?: number) => void;
}

export function createCounting(): Counting {
  const counts: Coverage = {};
  return {
    counts,
    count: (name, times = 1) => {
      counts[name] = (counts[name] ?? 0) + times;
    },
  };
}

const states = ['unchanged', 'changed', 'gone'] as const;
export type CellState = (typeof states)[number];
export type CrashPhase = 'before' | 'during' | 'after';

/** The name under which a crash in a pass that has such a cell to decide is counted. */
export function cellName(exchange: CellState, salesforce: CellState, phase: CrashPhase): string {
  return `crash ${phase} the write, cell ${exchange} × ${salesforce}`;
}

/** What every search of some thousand runs has to reach. */
export const expected: readonly string[] = states.flatMap((exchange) =>
  states.flatMap((salesforce) =>
    (['before', 'during', 'after'] as const).map((phase) => cellName(exchange, salesforce, phase)),
  ),
);
