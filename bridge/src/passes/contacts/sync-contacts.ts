import { Fault } from '../../domain/fault.ts';
import type { Claim, MailboxState } from '../../store/store.ts';
import { unknownContent } from '../effects/issue-content.ts';
import { linkFrom } from '../effects/link-row.ts';
import { passContacts } from './pass.ts';
import { nothingDone } from '../effects/remember.ts';
import { brakesOf, untilNextHour } from '../brakes.ts';
import { exchangeUserOf, folderOf, movedFolder } from '../exchange-home.ts';
import { otherOrgCode, ownOrg } from '../own-org.ts';
import type { KindState } from '../mailbox-report.ts';
import { reportMailbox } from '../mailbox-report.ts';
import type { MailboxPass, MailboxPassDeps } from '../mailbox-pass.ts';
import { leaseSeconds } from '../mailbox-pass.ts';
import { reportPass } from './report-contacts.ts';

/** How often people see how far a first sync has come. */
const progressMs = 10_000;

/** As many records as one composite call of Salesforce takes. */
const chunkSize = 1000;

/**
 * One sync of a claimed mailbox's contacts: its home in Exchange, its links, the pass, and what people see of it. A folder that
 * is gone is looked for under a new id before that is told.
 */
export async function syncContacts(
  deps: MailboxPassDeps,
  before: MailboxState,
  claim: Claim,
  signal: AbortSignal,
): Promise<MailboxPass> {
  try {
    return await syncFolder(deps, before, claim, signal);
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'TDM-M-FOLDER-GONE')) throw error;
    const { exchange, store } = deps;
    const exchangeUserId = await exchangeUserOf(exchange, store, before);
    const folderId = await movedFolder(exchange.mailbox(exchangeUserId, signal));
    if (folderId === null) throw error;
    await store.mailboxes.update(claim, { folderId, cursor: null });
    return syncFolder(deps, { ...before, folderId, cursor: null }, claim, signal);
  }
}

async function syncFolder(
  deps: MailboxPassDeps,
  before: MailboxState,
  claim: Claim,
  signal: AbortSignal,
): Promise<MailboxPass> {
  const { store, exchange, now, log } = deps;
  const missing = deps.missingPermissions.join(', ');
  if (deps.policy.direction === 'Off') throw new Fault('TDM-M-PERMISSION', `Missing: ${missing}.`);
  const exchangeUserId = await exchangeUserOf(exchange, store, before);
  const home = exchange.mailbox(exchangeUserId, signal);
  const folderId = await folderOf(home, before);
  const settled = before.firstSyncDone && before.linksLoaded && before.problem !== otherOrgCode.Contact;
  await ownOrg(
    home.orgMark(folderId),
    store,
    { userId: claim.userId, kind: 'Contact', settled },
    { orgId: deps.orgId, now: now() },
  );
  await store.mailboxes.update(claim, { exchangeUserId, folderId });
  let mailbox: MailboxState = { ...before, exchangeUserId, folderId };
  if (!mailbox.linksLoaded) mailbox = await loadLinks(deps, mailbox, claim);
  const mailboxRowId =
    (mailbox.firstSyncDone ? deps.mailboxRows.get(claim.userId) : undefined) ??
    (await reportMailbox(
      deps,
      mailbox,
      mailbox.firstSyncDone ? {} : { Contacts_State__c: 'FirstSync' satisfies KindState },
    ));
  let shownAt = now().getTime();
  const orgTime = () => new Date(deps.salesforce.serverTime() ?? now());
  const cap = mailbox.firstSyncDone ? null : deps.policy.firstSyncWritesPerHour;
  const refusals = new Set<string>();
  const result = await passContacts({
    ...deps,
    brakes: brakesOf(store, deps.configurationId, cap, orgTime),
    filterRefused: (reason) => refusals.add(reason),
    exchange: home,
    userId: claim.userId,
    exchangeUserId,
    folderId,
    mailbox,
    mailboxRowId,
    claim,
    signal,
    chunkSize,
    onProgress: async (done, all) => {
      await store.claims.renew(claim, leaseSeconds);
      if (mailbox.firstSyncDone || all === 0) return;
      log.info({ userId: claim.userId, done, all }, 'First sync goes on.');
      if (done === all || now().getTime() - shownAt < progressMs) return;
      shownAt = now().getTime();
      await reportMailbox(deps, mailbox, { Contacts_Progress__c: Math.floor((100 * done) / all) });
    },
  });
  const firstSyncDone = mailbox.firstSyncDone || (!result.capped && result.stop === null);
  const waitMs = result.capped ? untilNextHour(orgTime()) : 0;
  await store.mailboxes.update(claim, {
    firstSyncDone,
    problem: null,
    problemDetail: null,
    notBefore: waitMs === 0 ? null : new Date(now().getTime() + waitMs).toISOString(),
  });
  const shown = await reportPass(deps, claim, home, {
    before,
    mailbox: { ...mailbox, firstSyncDone },
    mailboxRowId,
    result,
    refusedConditions: [...refusals],
  });
  return { kind: 'done', result: { ...result, waitMs: Math.max(result.waitMs, waitMs) }, ...shown };
}

async function loadLinks(
  { store, salesforce, log }: MailboxPassDeps,
  mailbox: MailboxState,
  claim: Claim,
): Promise<MailboxState> {
  const [links, issues] = await Promise.all([
    salesforce.readLinkRows(claim.userId),
    salesforce.readOpenIssueRows(claim.userId),
  ]);
  const rows = links.filter(({ kind }) => kind === 'Contact');
  await store.links.load(claim, rows.map(linkFrom));
  // Known to be open, so that they are closed once they are settled; what they said is not known any more.
  await store.chunks.remember(claim, {
    ...nothingDone,
    issues: issues
      .filter(({ code }) => !code.startsWith('TDM-E'))
      .map((issue) => ({ ...issue, contentHash: unknownContent.listed, open: true })),
  });
  await store.mailboxes.update(claim, { linksLoaded: true, cursor: null });
  if (rows.length > 0)
    log.info({ userId: claim.userId, links: rows.length }, 'Links were read back from Salesforce.');
  return { ...mailbox, linksLoaded: true, cursor: null };
}
