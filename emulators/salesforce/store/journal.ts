import type { Row, Table } from './table.ts';

/** One effect of a request, with how to make it and how to take it back. */
interface Step {
  redo(): void;
  undo(): void;
}

/** The effects of one request, so that they can be taken back, or made visible later, together. */
export interface Journal {
  put(table: Table, row: Row): void;
  remove(table: Table, id: string): void;
  /** Carries out something that is not a row. */
  run(redo: () => void, undo: () => void): void;
  /** A point to which `rollback` can return. */
  mark(): number;
  /** Takes back everything since the mark, newest first. */
  rollback(mark: number): void;
  /** Takes back everything and gives the function that makes it again. */
  suspend(): () => void;
  /** Ids of the rows touched so far. */
  touched(): string[];
}

/** An empty journal. */
export function createJournal(): Journal {
  const steps: Step[] = [];
  const ids = new Set<string>();
  const run = (redo: () => void, undo: () => void) => {
    redo();
    steps.push({ redo, undo });
  };
  const rollback = (mark: number) => {
    while (steps.length > mark) steps.pop()!.undo();
  };
  return {
    put(table, row) {
      const before = table.get(row.Id);
      ids.add(row.Id);
      run(
        () => table.put(row),
        () => (before ? table.put(before) : table.remove(row.Id)),
      );
    },
    remove(table, id) {
      const before = table.get(id);
      if (!before) return;
      ids.add(id);
      run(
        () => table.remove(id),
        () => table.put(before),
      );
    },
    run,
    mark: () => steps.length,
    rollback,
    suspend() {
      const held = [...steps];
      rollback(0);
      return () => {
        for (const step of held) step.redo();
      };
    },
    touched: () => [...ids],
  };
}
