import type { Field } from '../world/fields.ts';

/** A value that a person typed. */
export interface Entry {
  readonly field: Field;
  /** The item or record where it was typed. */
  readonly id: string;
  /** How the value begins; no other value begins so, unless people chose the same. */
  readonly token: string;
  /**
   * A person typed over it or emptied the field, on whichever side they saw it. A value that several typed is one value: where
   * one of them took it away it may go everywhere, and what is typed back as it was is no change.
   */
  overwritten: boolean;
}

export type Forgotten = 'database' | 'values' | 'cursor';

interface Life {
  /** When each field was edited, and what it showed before. */
  readonly edits: { readonly field: Field; readonly moment: number; readonly before: string | null }[];
  edited: number;
  putBack: number;
  /** When it was last taken out of the recycle bin. */
  restored: number;
  /** Its mailbox told in a round of changes that it is gone. */
  toldGone: boolean;
  /** Who deleted it, and when; people may put it back in between. */
  readonly ends: { readonly by: string; readonly moment: number }[];
}

/** What people did, kept by nobody but the test. */
export interface Ledger {
  readonly entries: readonly Entry[];
  typed(id: string, field: Field, before: string | null, after: string | null, moment: number): void;
  /** The life of an item or record as far as people acted on it; moments, -1 for never. */
  life(id: string): Life;
  /** A pass of the mailbox came to its end and left something to do: what could be looked at is remembered again. */
  wasCompleted(mailbox: string): void;
  /** A process that was paused has ended a pass, in the same database: what could be looked at is remembered again. */
  wasRemembered(mailbox: string): void;
  /** It left nothing to do. */
  wasClean(mailbox: string, began: number, ended: number): void;
  /** A pass of the mailbox broke off or left something to do; until the next clean one the bridge cannot tell its own writes from edits. */
  brokeOff(mailbox: string): void;
  isTorn(mailbox: string): boolean;
  /** The last pass that came to its end left something to do. */
  isUnfinished(mailbox: string): boolean;
  /** The bridge lost its database, until a pass comes to its end, or its cursor, until one is clean; so long it only compares. */
  forgot(mailbox: string, what: Forgotten): void;
  hasForgotten(mailbox: string, ...what: readonly Forgotten[]): boolean;
  /** The end of the first clean pass since the database was lost, before which no edit of an item could be told; -1 for never lost. */
  remembersSince(mailbox: string): number;
  /** The start of the last clean pass of the mailbox that was over before this moment; -1 for none. */
  cleanBefore(mailbox: string, moment: number): number;
}

/** The first word of a value, as much of it as every field can hold. */
export function tokenOf(value: string | null): string | null {
  return value?.trim().toLowerCase().split(/\s/)[0]?.slice(0, 8) || null;
}

export function createLedger(): Ledger {
  const entries: Entry[] = [];
  const torn = new Set<string>();
  const unfinished = new Set<string>();
  const forgotten = new Map<string, Set<Forgotten>>();
  const lives = new Map<string, Life>();
  const typedOver = new Set<string>();
  const remembering = new Map<string, number>();
  const clean = new Map<string, { began: number; ended: number }[]>();
  const remember = (mailbox: string) => {
    for (const what of ['database', 'values'] as const) forgotten.get(mailbox)?.delete(what);
  };
  const life = (id: string) => {
    const found = lives.get(id) ?? {
      edits: [],
      edited: -1,
      putBack: -1,
      restored: -1,
      toldGone: false,
      ends: [],
    };
    lives.set(id, found);
    return found;
  };
  return {
    entries,
    life,
    typed(id, field, before, after, moment) {
      const seen = tokenOf(before);
      const token = tokenOf(after);
      if (before?.trim().toLowerCase() === after?.trim().toLowerCase()) return;
      life(id).edited = moment;
      life(id).edits.push({ field, moment, before });
      typedOver.add(`${field} ${seen}`);
      for (const entry of entries)
        if (entry.field === field && entry.token === seen) entry.overwritten = true;
      // The placeholder stands for no company.
      if (token === null || token === 'placehol') return;
      entries.push({ field, id, token, overwritten: typedOver.has(`${field} ${token}`) });
    },
    brokeOff: (mailbox) => torn.add(mailbox),
    forgot(mailbox, what) {
      if (what !== 'cursor') remembering.set(mailbox, Infinity);
      forgotten.set(mailbox, new Set([...(forgotten.get(mailbox) ?? []), what]));
    },
    hasForgotten: (mailbox, ...what) => what.some((one) => forgotten.get(mailbox)?.has(one)),
    isTorn: (mailbox) => torn.has(mailbox),
    isUnfinished: (mailbox) => unfinished.has(mailbox),
    wasCompleted(mailbox) {
      unfinished.add(mailbox);
      remember(mailbox);
    },
    wasRemembered: remember,
    wasClean(mailbox, began, ended) {
      torn.delete(mailbox);
      unfinished.delete(mailbox);
      if (remembering.get(mailbox) === Infinity) remembering.set(mailbox, ended);
      forgotten.delete(mailbox);
      clean.set(mailbox, [...(clean.get(mailbox) ?? []), { began, ended }]);
    },
    remembersSince: (mailbox) => remembering.get(mailbox) ?? -1,
    cleanBefore: (mailbox, moment) =>
      (clean.get(mailbox) ?? []).findLast(({ ended }) => ended < moment)?.began ?? -1,
  };
}
