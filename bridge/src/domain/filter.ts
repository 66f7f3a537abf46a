/** A condition that cannot work, in words for the admin. */
export interface FilterProblem {
  /** The object and field, such as `Account.Industry`. */
  readonly field: string;
  readonly reason: string;
}

/** A condition in SOQL, and in words for people who ask why a contact does not sync. */
export interface CompiledCondition {
  readonly words: string;
  readonly soql: string;
  /** What it asks changes by the clock alone, without a stamp. */
  readonly timed: boolean;
}

/** The conditions of a configuration as Salesforce evaluates them. */
export interface ContactFilter {
  readonly conditions: readonly CompiledCondition[];
  /** A filter with a problem is not evaluated at all: nothing new goes out, and nothing is taken for having left it. */
  readonly problems: readonly FilterProblem[];
}

/** The filter that everything meets. */
export const noFilter: ContactFilter = { conditions: [], problems: [] };
