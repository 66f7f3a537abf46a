import { openGate, type Gate } from '../access/gate.ts';
import type { DuplicateRule, DuplicateWish } from '../rules/duplicate-rule.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Schema } from '../schema/schema.ts';
import type { Limits, Quirks } from '../settings.ts';
import { createJournal, type Journal } from './journal.ts';
import { createLocks, type Locks } from './locks.ts';
import { toStamp } from './stamps.ts';
import { createTable, type Row, type Table } from './table.ts';

/** One entry of the delete log that `…/deleted` reads. */
export interface Deletion {
  readonly object: string;
  readonly id: string;
  readonly at: string;
  /** The record whose deletion took this one along; itself when it was deleted by itself. */
  readonly root: string;
}

/** A write that was made but is not visible yet: its transaction still runs. */
interface LateCommit {
  readonly stamp: string;
  readonly visibleAt: number;
  apply(): void;
}

/** Features that an admin switches on for good. */
export type Feature = 'personAccounts' | 'stateCountryPicklists' | 'sharedActivities';

/** An org: its schema, its rows and what else the platform remembers. */
export interface Org {
  readonly schema: Schema;
  readonly locks: Locks;
  /** Newest last. */
  readonly deletions: Deletion[];
  readonly lateCommits: LateCommit[];
  /** Deletions before this wire datetime may be missing from the log. */
  earliestDeletion: string;
  readonly features: Set<Feature>;
  readonly duplicateRules: DuplicateRule[];
  /** Who may use a record type, by names of permission sets and labels of profiles; everybody where none is named. */
  readonly recordTypeAudience: Map<string, readonly string[]>;
  /** Labels of the package's tabs by name, and the tabs that permission sets show by theirs. */
  readonly tabs: {
    readonly labels: Map<string, string>;
    readonly audience: Map<string, readonly string[]>;
  };
  /** Apex methods, as `Class.method`, that are one query or describe one object, and the classes that permission sets give access to by their names. */
  readonly apex: {
    readonly queries: Map<string, string>;
    readonly describes: Map<string, string>;
    readonly access: Map<string, readonly string[]>;
  };
  now(): Date;
  quirks(): Quirks;
  limits(): Limits;
  table(type: ObjectType): Table;
  tables(): Iterable<Table>;
  /** The row of any object, deleted or not. */
  row(id: string): Row | undefined;
  /** Applies the late commits whose time has come. */
  settle(): void;
}

/** Who writes, when, and how to take it back. */
export interface Act {
  readonly userId: string;
  readonly stamp: string;
  readonly journal: Journal;
  /** Seeding may set read-only and system fields. */
  readonly seeding: boolean;
  /** What the writer may do. */
  readonly gate: Gate;
  /** What the request says about duplicate rules. */
  readonly duplicates: DuplicateWish;
}

const DAY = 86_400_000;

/** An org without rows. */
export function createOrg(parts: {
  schema: Schema;
  now: () => Date;
  quirks: () => Quirks;
  limits: () => Limits;
}): Org {
  const tables = new Map<string, Table>();
  const lateCommits: LateCommit[] = [];
  const table = (type: ObjectType) => {
    let found = tables.get(type.name);
    if (!found) tables.set(type.name, (found = createTable(type)));
    return found;
  };
  return {
    ...parts,
    locks: createLocks(() => parts.now().getTime()),
    deletions: [],
    features: new Set(),
    duplicateRules: [],
    recordTypeAudience: new Map(),
    tabs: { labels: new Map(), audience: new Map() },
    apex: { queries: new Map(), describes: new Map(), access: new Map() },
    lateCommits,
    earliestDeletion: toStamp(new Date(parts.now().getTime() - 30 * DAY)),
    table,
    tables: () => tables.values(),
    row(id) {
      const type = parts.schema.ofId(id);
      return type && table(type).get(id);
    },
    settle() {
      const now = parts.now().getTime();
      for (let i = 0; i < lateCommits.length;) {
        if (lateCommits[i]!.visibleAt > now) i += 1;
        else lateCommits.splice(i, 1)[0]!.apply();
      }
    },
  };
}

/** An act of this user at the org's time; without more it may do everything, and saves despite alerts of duplicates. */
export function actOf(org: Org, userId: string, traits: Partial<Omit<Act, 'userId' | 'stamp'>> = {}): Act {
  return {
    userId,
    stamp: toStamp(org.now()),
    journal: createJournal(),
    seeding: false,
    gate: openGate,
    duplicates: { allowSave: true, includeRecordDetails: false },
    ...traits,
  };
}
