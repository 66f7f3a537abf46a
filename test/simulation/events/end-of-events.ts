import type { StoredRow } from '../../programs/world/org.ts';
import { Broken } from '../../programs/world/world.ts';
import type { Shown } from './shown.ts';
import type { IsPrivate } from './strictest.ts';
import type { EventWatch } from './watch.ts';
import type { EventWorld } from './world.ts';

/** What the judge of the end needs beside the calendars. */
export interface EndOfEvents {
  readonly world: EventWorld;
  readonly isPrivate: IsPrivate;
  readonly watch: EventWatch;
  readonly issues: readonly StoredRow[];
  /** The bridge lost something that it remembered. */
  readonly hasForgotten: boolean;
  /** Days passed in which the bridge stood still, so that it sees other dates than there were when people acted. */
  readonly daysPassed: boolean;
  /** Deletions that wait for an admin. */
  readonly held: number;
}

const dayMs = 86_400_000;

export function fail(rule: string, what: string): never {
  throw new Broken(`${rule}: ${what}`);
}

export const isLive = ({ State__c }: StoredRow) => State__c === 'Live';

export const idOf = (link: StoredRow) => String(link.Exchange_Id__c);

export const recordOf = (link: StoredRow) => String(link.Record_Id__c);

export const isDue = ({ isCancelled }: Shown['record']) => !isCancelled;

export function hasIssue({ issues }: EndOfEvents, id: string, recordId: string | null): boolean {
  return issues.some(
    (issue) =>
      issue.Status__c === 'Open' &&
      issue.Code__c !== 'TDM-E-CLIPPED' &&
      (issue.Exchange_Id__c === id || (recordId !== null && issue.Record_Id__c === recordId)),
  );
}

/** A day inside of the window, so that no clock or zone matters. */
export function isInside({ setup, ...world }: EventWorld, at: number, isDate: boolean): boolean {
  const now = world.now();
  const ahead = isDate ? Math.min(setup.seriesDaysAhead, setup.windowDaysAhead) : setup.windowDaysAhead;
  return at > now - (setup.windowDaysBack - 1) * dayMs && at < now + (ahead - 1) * dayMs;
}

export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
