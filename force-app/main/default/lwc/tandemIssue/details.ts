/** An account that is offered: with its name where the bridge told it. */
export interface Near {
  readonly id: string;
  readonly name?: string;
}

/** A deletion that waits for approval: of a record by its id, or of an item in Exchange by its name. */
export interface Deletion {
  readonly side: 'Exchange' | 'Salesforce';
  readonly recordId?: string;
  readonly item?: string;
}

/** What the bridge keeps with an issue (`Tandem_Issue__c.Details__c`). */
export interface Details {
  readonly company?: string;
  /** Accounts to choose from. */
  readonly accounts: readonly Near[];
  /** Contacts to choose from, by id. */
  readonly matches: readonly string[];
  readonly deletions: readonly Deletion[];
  /** How many deletions wait, listed or not. */
  readonly held: number;
  /** Who would have been mailed by a change that was not written. */
  readonly mailed: readonly string[];
  /** The value that lost a conflict. */
  readonly losing?: string;
  readonly winner?: string;
}

interface Written {
  readonly company?: string;
  readonly near?: readonly Near[];
  readonly accounts?: readonly string[];
  readonly matches?: readonly string[];
  readonly deletions?: readonly Deletion[];
  readonly held?: number;
  readonly mailed?: readonly string[];
  readonly losing?: string | number | boolean | null;
  readonly winner?: string;
}

/** The details of an issue; none where there are none, or where they cannot be read. */
export function detailsOf(json: string | null): Details {
  const written = read(json);
  const { company, near = [], accounts = [], matches = [], deletions = [], losing, winner } = written;
  return {
    accounts: [...near, ...accounts.map((id) => ({ id }))],
    matches,
    deletions,
    held: written.held ?? deletions.length,
    mailed: written.mailed ?? [],
    ...(company !== undefined && { company }),
    ...(losing !== undefined && { losing: String(losing ?? '') }),
    ...(winner !== undefined && { winner }),
  };
}

function read(json: string | null): Written {
  try {
    return JSON.parse(json ?? '{}') as Written;
  } catch {
    return {};
  }
}
