import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import type { UserId } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import type { Queue } from '../store/queue/queue.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import { readChangesOfOrg } from './change-reader.ts';
import { readDeletedEvents, syncsEvents } from './event-reader.ts';
import { beat } from './heartbeat.ts';
import { continueNightly } from './nightly.ts';
import { readAccountsOfOrg, readDeletionsOfOrg, readFollowsOfOrg } from './org-reader.ts';
import { isSaving, pollPauseMs } from './poll-pause.ts';
import type { KeepDays } from './remove-old-rows.ts';
import { removeOldRows } from './remove-old-rows.ts';
import type { RepeatedPasses } from './repeated-passes.ts';
import { createRepeatedPasses } from './repeated-passes.ts';
import { serveRequests } from './serve-requests.ts';
import type { OrgSettings } from './settings-reader.ts';
import { readOrgSettings } from './settings-reader.ts';
import { syncCalendarOf } from './sync-calendar.ts';
import { syncMailbox } from './sync-mailbox.ts';

export interface RunOptions {
  readonly version: string;
  readonly exchangePollSeconds: number;
  readonly salesforcePollSeconds: number;
  /** The share of the org's daily API requests, used by anybody, above which the bridge reads the org less often. */
  readonly apiBudgetPercent: number;
  /** Passes that run at the same time in this process. */
  readonly concurrency: number;
  /** How long what is done with stays in Salesforce. */
  readonly keepDays: KeepDays;
  readonly signal: AbortSignal;
}

/** How long what changes rarely is taken as read: configurations, users, accounts, deletions for good. */
const coldMs = 10 * 60 * 1000;
const beatMs = 60_000;
const backOffMs = [5_000, 15_000, 60_000] as const;

/** Runs the bridge until the signal: reads the org, wakes passes, serves requests and beats. */
export async function runBridge(
  deps: BridgeDeps & Connection,
  queue: Queue,
  options: RunOptions,
): Promise<void> {
  const { signal } = options;
  let settings = await readOrgSettings(deps);
  let settingsAt = Date.now();
  const repeated = createRepeatedPasses();
  queue.work(async (mailbox, passSignal) => runPass(deps, queue, settings, repeated, mailbox, passSignal), {
    concurrency: options.concurrency,
  });
  const polled = new Map<UserId, number>();
  let coldAt = 0;
  let beatAt = 0;
  let failures = 0;
  const rarely = Math.min(coldMs, options.salesforcePollSeconds * 40_000);
  while (!signal.aborted) {
    const started = Date.now();
    try {
      // Every process runs passes, so each needs the settings, whoever reads the org.
      if (started - settingsAt >= rarely) {
        settings = await readOrgSettings(deps);
        settingsAt = started;
      }
      if (
        await deps.store.readers.lease('org', deps.holder, Math.max(30, options.salesforcePollSeconds * 3))
      ) {
        const touched: UserId[] = [];
        const calendars: UserId[] = [];
        const cold = started - coldAt >= rarely;
        if (cold) {
          touched.push(
            ...(await readAccountsOfOrg(deps, settings)),
            ...(await readFollowsOfOrg(deps, settings)),
            ...(await readDeletionsOfOrg(deps)),
          );
          calendars.push(...(await readDeletedEvents(deps, settings)));
          if (!isSaving(options.apiBudgetPercent, deps.salesforce.usage())) {
            const woken = await continueNightly(deps, settings, 'portion');
            touched.push(...woken);
            calendars.push(...woken);
          }
        }
        const read = await readChangesOfOrg(deps, settings);
        calendars.push(...read.calendars);
        const asked = await serveRequests(deps, read.requests);
        // Who may sync has changed, or somebody wants to see what a change of the settings does; passes take their settings from here.
        if (read.requests.some(({ kind }) => kind !== null && ['Pause', 'Resume', 'SyncNow'].includes(kind)))
          settings = await readOrgSettings(deps);
        const due = await dueMailboxes(deps, polled, options.exchangePollSeconds);
        // Woken together, so that a mailbox with several reasons has one pass; and last, so that each knows the records that an
        // earlier process made and did not remember, and writes over none that people have changed since.
        await wake(queue, 'Contact', [...touched, ...read.users, ...asked, ...due]);
        if (syncsEvents(settings)) await wake(queue, 'Event', [...calendars, ...asked, ...due]);
        if (cold) {
          await removeOldRows(deps, options.keepDays);
          coldAt = started;
        }
        if (started - beatAt >= beatMs) {
          await beat(deps, { ...options, problem: null });
          beatAt = started;
        }
      }
      failures = 0;
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      deps.log.warn(
        { code: error instanceof Fault ? error.code : null, error: String(error) },
        'The org could not be read; trying again.',
      );
    }
    const pause =
      failures === 0
        ? pollPauseMs(options.salesforcePollSeconds, options.apiBudgetPercent, deps.salesforce.usage())
        : (backOffMs[Math.min(failures, backOffMs.length) - 1] ?? 60_000);
    await sleep(Math.max(200, pause - (Date.now() - started)), undefined, { signal }).catch(() => undefined);
  }
}

async function runPass(
  deps: BridgeDeps & Connection,
  queue: Queue,
  settings: OrgSettings,
  repeated: RepeatedPasses,
  { userId, kind }: { readonly userId: UserId; readonly kind: Kind },
  signal: AbortSignal,
): Promise<void> {
  const { store } = deps;
  const state = kind === 'Contact' ? await store.mailboxes.get(userId) : await store.events.calendar(userId);
  const wait = state?.notBefore ? Date.parse(state.notBefore) - deps.now().getTime() : 0;
  if (wait > 0) return queue.wake(userId, kind, { afterSeconds: Math.ceil(wait / 1000) });
  const sync = kind === 'Contact' ? syncMailbox : syncCalendarOf;
  const pass = await sync(deps, settings, userId, signal);
  if (pass.kind === 'done') await wake(queue, kind, pass.result.concerned);
  if (pass.kind === 'later') await queue.wake(userId, kind, { afterSeconds: Math.ceil(pass.afterMs / 1000) });
  else if (pass.kind === 'busy') await queue.wake(userId, kind, { afterSeconds: 2 });
  else if (pass.kind === 'done' && pass.result.again) {
    const soonest = repeated.asked(`${userId} ${kind}`);
    await queue.wake(userId, kind, { afterSeconds: Math.max(soonest, Math.ceil(pass.result.waitMs / 1000)) });
  } else repeated.ended(`${userId} ${kind}`);
}

/** Mailboxes whose folder has not been looked at for a poll interval. */
async function dueMailboxes(
  { store }: BridgeDeps,
  polled: Map<UserId, number>,
  pollSeconds: number,
): Promise<readonly UserId[]> {
  // A tick comes a little early or late; half a second more or less must not cost a whole interval.
  const slackMs = 500;
  const now = Date.now();
  const due = (await store.mailboxes.all()).filter(
    ({ userId, active }) => active && now - (polled.get(userId) ?? 0) >= pollSeconds * 1000 - slackMs,
  );
  for (const { userId } of due) polled.set(userId, now);
  return due.map(({ userId }) => userId);
}

async function wake(queue: Queue, kind: Kind, users: readonly UserId[]): Promise<void> {
  const unique = [...new Set(users)];
  if (unique.length > 0) await queue.wakeMany(unique.map((userId) => ({ userId, kind })));
}
