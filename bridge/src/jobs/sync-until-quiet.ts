import type { UserId } from '../domain/ids.ts';
import type { Flow } from '../domain/words.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import { readChangesOfOrg } from './change-reader.ts';
import { readDeletedEvents } from './event-reader.ts';
import { noSuchMailbox } from './no-such-mailbox.ts';
import { continueNightly } from './nightly.ts';
import { readAccountsOfOrg, readDeletionsOfOrg, readFollowsOfOrg } from './org-reader.ts';
import type { KeepDays } from './remove-old-rows.ts';
import { removeOldRows } from './remove-old-rows.ts';
import { serveRequests } from './serve-requests.ts';
import type { OrgSettings } from './settings-reader.ts';
import { readOrgSettings } from './settings-reader.ts';
import { syncCalendarOf } from './sync-calendar.ts';
import { syncMailbox } from './sync-mailbox.ts';

/** What `tandem sync` did with one mailbox. */
export interface MailboxSummary {
  readonly user: UserId;
  readonly email: string;
  readonly state: string;
  readonly problem: string | null;
  readonly passes: number;
  readonly created: SideCounts;
  readonly updated: SideCounts;
  readonly deleted: SideCounts;
  readonly paired: number;
  readonly suppressed: number;
  readonly openIssues: number;
}

interface SideCounts {
  exchange: number;
  salesforce: number;
}

/** What somebody wants to be synced at once. */
export interface WantedSync {
  readonly email: string | null;
  readonly nightly: boolean;
}

export interface SyncSummary {
  readonly mailboxes: readonly MailboxSummary[];
  readonly requests: number;
}

/** Rounds after which `sync` stops, even if something goes on changing. */
const mostRounds = 8;

type Tally = { -readonly [Key in keyof MailboxSummary]: MailboxSummary[Key] };

/**
 * Reads the org, serves requests and syncs mailboxes until there is nothing left to do, or so many rounds have passed. With
 * `email` only the mailbox of that address is synced. What is done once in 24 hours, nightly tasks and the removal of old rows,
 * is done when it is due, with `nightly` also before.
 */
export async function syncUntilQuiet(
  deps: BridgeDeps & Connection,
  options: WantedSync & { readonly keepDays: KeepDays; readonly signal: AbortSignal },
): Promise<SyncSummary> {
  const settings = await readOrgSettings(deps);
  await readAccountsOfOrg(deps, settings);
  await readFollowsOfOrg(deps, settings);
  await readDeletionsOfOrg(deps);
  await readDeletedEvents(deps, settings);
  await continueNightly(deps, settings, options.nightly ? 'now' : 'whole');
  await removeOldRows(deps, options.keepDays, options.nightly ? 'now' : 'due');
  const mailboxes = (await deps.store.mailboxes.all()).filter(
    ({ active, email }) =>
      active && (options.email === null || email.toLowerCase() === options.email.toLowerCase()),
  );
  if (options.email !== null && mailboxes.length === 0) throw noSuchMailbox();
  const tallies = new Map(mailboxes.map(({ userId, email }) => [userId, emptyTally(userId, email)]));
  let due: ReadonlySet<UserId> = new Set(tallies.keys());
  let requests = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    // What one mailbox wrote to Salesforce may concern another, so the org is read before each round.
    const read = await readChangesOfOrg(deps, settings);
    requests += read.requests.length;
    const asked = await serveRequests(deps, read.requests);
    const targets = new Set(
      [...due, ...read.users, ...read.calendars, ...asked].filter((userId) => tallies.has(userId)),
    );
    if (targets.size === 0) break;
    const concerned: UserId[] = [];
    const again = await Promise.all(
      [...targets].map(async (userId) => {
        const tally = tallies.get(userId);
        if (tally === undefined) return [];
        const { signal } = options;
        const contacts = await syncOnce(deps, settings, tally, { sync: syncMailbox, signal, concerned });
        const events = await syncOnce(deps, settings, tally, { sync: syncCalendarOf, signal, concerned });
        return contacts || events ? [userId] : [];
      }),
    );
    due = new Set([...again.flat(), ...concerned]);
  }
  return { mailboxes: [...tallies.values()], requests };
}

async function syncOnce(
  deps: BridgeDeps & Connection,
  settings: OrgSettings,
  tally: Tally,
  {
    sync,
    signal,
    concerned,
  }: {
    readonly sync: typeof syncCalendarOf;
    readonly signal: AbortSignal;
    /** Whom the pass concerns besides is added. */
    readonly concerned: UserId[];
  },
): Promise<boolean> {
  const pass = await sync(deps, settings, tally.user, signal);
  if (pass.kind === 'off') {
    if (tally.passes === 0) tally.state = 'Off';
    return false;
  }
  const isFirst = tally.passes === 0 || tally.state === 'Off';
  tally.passes += 1;
  if (pass.kind === 'busy' || pass.kind === 'later') return true;
  if (isFirst || rank(pass.state) > rank(tally.state)) tally.state = pass.state;
  tally.openIssues = pass.openIssues;
  const problem = pass.kind === 'trouble' ? pass.code : pass.result.held > 0 ? 'TDM-M-HELD' : null;
  tally.problem = problem ?? (sync === syncMailbox ? null : tally.problem);
  if (pass.kind === 'trouble') return false;
  const { counts } = pass.result;
  concerned.push(...pass.result.concerned);
  const sides: readonly (readonly [Flow, keyof SideCounts])[] = [
    ['ExchangeToSalesforce', 'salesforce'],
    ['SalesforceToExchange', 'exchange'],
  ];
  for (const [flow, side] of sides)
    for (const count of ['created', 'updated', 'deleted'] as const) tally[count][side] += counts[flow][count];
  tally.paired += counts.ExchangeToSalesforce.paired;
  tally.suppressed += pass.result.suppressed;
  return pass.result.again && !pass.result.capped && pass.result.stop === null;
}

/** Of the states of contacts and events the one that wants more attention is shown. */
function rank(state: string): number {
  return ['Off', 'NotStarted', 'InSync', 'FirstSync', 'Paused', 'Held', 'Failing'].indexOf(state);
}

function emptyTally(user: UserId, email: string): Tally {
  const none = () => ({ exchange: 0, salesforce: 0 });
  return {
    user,
    email,
    state: 'NotStarted',
    problem: null,
    passes: 0,
    created: none(),
    updated: none(),
    deleted: none(),
    paired: 0,
    suppressed: 0,
    openIssues: 0,
  };
}
