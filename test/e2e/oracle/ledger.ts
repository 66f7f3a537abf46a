export type Side = 'Exchange' | 'Salesforce';

/** One value that a person entered. */
export interface Entry {
  side: Side;
  /** Id of the contact on its side. */
  item: string;
  /** Exchange's property path or Salesforce's field; `Account` stands for the name of the account. */
  name: string;
  value: string;
  /** How many syncs had run before: values of the same round met unseen. */
  round: number;
}

/** A contact that a person created, with the keys by which a copy of it would be recognised. */
export interface Creation {
  side: Side;
  item: string;
  /** The mailbox's address; undefined in Salesforce. */
  mailbox: string | undefined;
  key: string;
}

/** A contact that a person deleted. */
export interface Removal {
  side: Side;
  item: string;
  round: number;
}

/** What people did, in the order in which they did it. */
export interface Ledger {
  readonly entries: readonly Entry[];
  readonly creations: readonly Creation[];
  readonly removals: readonly Removal[];
  enters(side: Side, item: string, values: Readonly<Record<string, string>>): void;
  creates(creation: Creation): void;
  removes(side: Side, item: string): void;
  /** Items go on under new ids. */
  renumbers(ids: ReadonlyMap<string, string>): void;
  /** A sync ran: what people do from now on, they do knowing both sides' earlier values. */
  nextRound(): void;
}

export function createLedger(): Ledger {
  const entries: Entry[] = [];
  const creations: Creation[] = [];
  const removals: Removal[] = [];
  let round = 0;
  return {
    entries,
    creations,
    removals,
    enters: (side, item, values) => {
      for (const [name, value] of Object.entries(values)) entries.push({ side, item, name, value, round });
    },
    creates: (creation) => void creations.push(creation),
    removes: (side, item) => void removals.push({ side, item, round }),
    renumbers: (ids) => {
      for (const one of [...entries, ...creations, ...removals]) one.item = ids.get(one.item) ?? one.item;
    },
    nextRound: () => {
      round += 1;
    },
  };
}
