import { Fault } from '../../domain/fault.ts';
import type { UserId } from '../../domain/ids.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import { Throttled } from '../../exchange/exchange.ts';
import type { CalendarState } from '../../store/event-store.ts';
import type { Claim, MailboxState } from '../../store/store.ts';
import { ClaimLost } from '../../store/store.ts';
import { brakesOf, untilNextHour } from '../brakes.ts';
import { allEnd } from '../effects/all-end.ts';
import { unknownContent } from '../effects/issue-content.ts';
import { linkFrom } from '../effects/link-row.ts';
import { nothingDone } from '../effects/remember.ts';
import { exchangeUserOf } from '../exchange-home.ts';
import type { MailboxPass, MailboxPassDeps } from '../mailbox-pass.ts';
import { leaseSeconds } from '../mailbox-pass.ts';
import type { KindState } from '../mailbox-report.ts';
import { countOpenIssues, reportMailbox, reportTroubles } from '../mailbox-report.ts';
import { otherOrgCode, ownOrg } from '../own-org.ts';
import { withClaim } from '../with-claim.ts';
import type { EventPassContext } from './event-context.ts';
import { heldEvents } from './held-events.ts';
import { passEvents } from './pass-events.ts';
import { reportEventPass } from './report-events.ts';

/** As many records as one composite call of Salesforce takes. */
const chunkSize = 1000;

/** What the pass of one mailbox's events works with. */
export type EventPassDeps = Pick<
  MailboxPassDeps,
  | 'store'
  | 'salesforce'
  | 'exchange'
  | 'orgId'
  | 'fingerprint'
  | 'now'
  | 'log'
  | 'holder'
  | 'mailboxRows'
  | 'configurationId'
  | 'missingPermissions'
  | 'missingFields'
  | 'problems'
> &
  Pick<EventPassContext, 'integrationUserId' | 'permissions' | 'mapping' | 'mayMail'> & {
    /** What an admin decided for this mailbox, as far as its user's permissions allow it. */
    readonly policy: EventPolicy;
    readonly firstSyncWritesPerHour: number | null;
  };

/** A calendar that was never synced. */
export const nothingKnown: CalendarState = {
  cursor: null,
  windowFrom: null,
  windowUntil: null,
  begun: null,
  linksLoaded: false,
  firstSyncDone: false,
  problem: null,
  problemDetail: null,
  notBefore: null,
};

/** Claims a mailbox's calendar, syncs it once, and reports what became of it. */
export async function claimAndSyncEvents(
  deps: EventPassDeps,
  userId: UserId,
  signal: AbortSignal,
): Promise<MailboxPass> {
  return withClaim(deps, { userId, kind: 'Event' }, signal, (claim, held) => claimed(deps, claim, held));
}

async function claimed(deps: EventPassDeps, claim: Claim, signal: AbortSignal): Promise<MailboxPass> {
  const { store, log } = deps;
  const { userId } = claim;
  const mailbox = await store.mailboxes.get(userId);
  if (mailbox === null) return { kind: 'busy' };
  const before = (await store.events.calendar(userId)) ?? nothingKnown;
  try {
    return await syncCalendar(deps, mailbox, before, claim, signal);
  } catch (error) {
    if (error instanceof ClaimLost || signal.aborted) return { kind: 'busy' };
    if (error instanceof Throttled) return putOff(deps, claim, error.retryAfterMs);
    if (error instanceof Fault && /^TDM-[SB]-/.test(error.code)) throw error;
    if (error instanceof Fault) return trouble(deps, mailbox, before, claim, error);
    log.warn(
      { userId, error: String(error), stack: stackOf(error) },
      'A pass of events failed unexpectedly.',
    );
    const name = error instanceof Error ? error.name : typeof error;
    return trouble(deps, mailbox, before, claim, new Fault('TDM-B-UNEXPECTED', name, error));
  }
}

async function syncCalendar(
  deps: EventPassDeps,
  before: MailboxState,
  known: CalendarState,
  claim: Claim,
  signal: AbortSignal,
): Promise<MailboxPass> {
  const { store, exchange, now, policy, log } = deps;
  const { userId } = claim;
  const missing = deps.missingPermissions.join(', ');
  if (policy.direction === 'Off') throw new Fault('TDM-M-PERMISSION', `Missing: ${missing}.`);
  const exchangeUserId = await exchangeUserOf(exchange, store, before);
  const mailbox = { ...before, exchangeUserId };
  if (before.exchangeUserId === null) await store.mailboxes.update(claim, { exchangeUserId });
  const { calendar } = exchange.mailbox(exchangeUserId, signal);
  const settled = known.firstSyncDone && known.linksLoaded && known.problem !== otherOrgCode.Event;
  const begun = known.begun ?? deps.salesforce.serverTime() ?? now().toISOString();
  const [state] = await allEnd([
    known.linksLoaded ? { ...known, begun } : loadLinks(deps, { ...known, begun }, claim),
    ownOrg(calendar.orgMark, store, { userId, kind: 'Event', settled }, { orgId: deps.orgId, now: now() }),
  ]);
  if (known.begun === null) await store.events.updateCalendar(claim, { begun });
  const mailboxRowId =
    (state.firstSyncDone ? deps.mailboxRows.get(userId) : undefined) ??
    (await reportMailbox(deps, mailbox, state.firstSyncDone ? {} : { Events_State__c: 'FirstSync' }));
  const orgTime = () => new Date(deps.salesforce.serverTime() ?? now());
  const result = await passEvents({
    ...deps,
    calendar,
    brakes: brakesOf(
      store,
      deps.configurationId,
      state.firstSyncDone ? null : deps.firstSyncWritesPerHour,
      orgTime,
    ),
    userId,
    email: mailbox.email,
    exchangeUserId,
    state,
    begun,
    mailboxRowId,
    claim,
    signal,
    chunkSize,
    onProgress: async (done, all) => {
      await store.claims.renew(claim, leaseSeconds);
      if (!state.firstSyncDone && all > 0) log.info({ userId, done, all }, 'First sync of events goes on.');
    },
  });
  const firstSyncDone = state.firstSyncDone || (!result.capped && result.stop === null);
  const waitMs = result.capped ? untilNextHour(orgTime()) : 0;
  if (!state.firstSyncDone || state.problem !== null || waitMs > 0)
    await store.events.updateCalendar(claim, {
      firstSyncDone,
      problem: null,
      problemDetail: null,
      notBefore: waitMs === 0 ? null : new Date(now().getTime() + waitMs).toISOString(),
    });
  const shown = await reportEventPass(deps, claim, {
    mailbox,
    mailboxRowId,
    result,
    firstSyncDone,
    held: result.held === 0 ? [] : await heldEvents(deps, calendar, userId),
    wasTroubled: state.problem !== null || !state.firstSyncDone,
  });
  return { kind: 'done', result: { ...result, waitMs: Math.max(result.waitMs, waitMs) }, ...shown };
}

async function loadLinks(
  { store, salesforce }: EventPassDeps,
  state: CalendarState & { readonly begun: string },
  claim: Claim,
): Promise<CalendarState & { readonly begun: string }> {
  const [links, issues] = await Promise.all([
    salesforce.readLinkRows(claim.userId),
    salesforce.readEventIssueRows(claim.userId),
  ]);
  const rows = links.filter(({ kind }) => kind === 'Event');
  await store.links.load(claim, rows.map(linkFrom));
  // Known, so that open ones are closed once they are settled, and all say no more of an event that turns private.
  await store.chunks.remember(claim, {
    ...nothingDone,
    issues: issues.map((issue) => ({ ...issue, contentHash: unknownContent.listed })),
  });
  await store.events.updateCalendar(claim, { linksLoaded: true, cursor: null });
  return { ...state, linksLoaded: true, cursor: null };
}

/** Exchange asked to wait: nothing is wrong, and the next pass may not start before. */
async function putOff({ store, now }: EventPassDeps, claim: Claim, afterMs: number): Promise<MailboxPass> {
  await store.events.updateCalendar(claim, { notBefore: new Date(now().getTime() + afterMs).toISOString() });
  return { kind: 'later', afterMs };
}

async function trouble(
  deps: EventPassDeps,
  mailbox: MailboxState,
  before: CalendarState,
  claim: Claim,
  fault: Fault,
): Promise<MailboxPass> {
  const { store } = deps;
  await store.events.updateCalendar(claim, { problem: fault.code, problemDetail: fault.detail });
  const mailboxRowId = deps.mailboxRows.get(claim.userId) ?? (await reportMailbox(deps, mailbox, {}));
  await reportTroubles(deps, claim, mailboxRowId, mailbox.email, [
    { code: fault.code, field: '', detail: fault.detail },
  ]);
  const openIssues = await countOpenIssues(store, claim.userId);
  const state: KindState = fault.code === otherOrgCode.Event ? 'Paused' : 'Failing';
  if (before.problem !== fault.code)
    await reportMailbox(deps, mailbox, {
      Events_State__c: state,
      Events_Problem__c: `${fault.code}: ${fault.message}`.slice(0, 255),
      Open_Issues__c: openIssues,
    });
  return { kind: 'trouble', code: fault.code, state, openIssues };
}

/** Where it happened; the message is left out of issues, since it may quote what a service said. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join(' ') : '';
}
