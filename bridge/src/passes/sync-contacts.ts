import { Fault } from '../domain/fault.ts';
import type { Claim, MailboxState } from '../store/store.ts';
import type { Row } from '../salesforce/salesforce.ts';
import type { MissingField } from '../sync/permitted-mapping.ts';
import { activityRows } from './activity-rows.ts';
import { heldDeletions } from './contacts/held-deletions.ts';
import { unknownContent } from './contacts/issue-content.ts';
import { linkFrom } from './contacts/link-row.ts';
import type { PassResult } from './contacts/pass.ts';
import { passContacts } from './contacts/pass.ts';
import { nothingDone } from './contacts/remember.ts';
import { brakesOf, untilNextHour } from './brakes.ts';
import { exchangeUserOf, folderOf, movedFolder, ownFolder } from './exchange-home.ts';
import type { ContactsState, MailboxTrouble } from './mailbox-report.ts';
import { reportMailbox, reportTroubles } from './mailbox-report.ts';
import type { MailboxPass, MailboxPassDeps } from './mailbox-pass.ts';
import { leaseSeconds } from './mailbox-pass.ts';

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
  await ownFolder(home, store, before, { folderId, orgId: deps.orgId, now: now() });
  await store.mailboxes.update(claim, { exchangeUserId, folderId });
  let mailbox: MailboxState = { ...before, exchangeUserId, folderId };
  if (!mailbox.linksLoaded) mailbox = await loadLinks(deps, mailbox, claim);
  const mailboxRowId =
    (mailbox.firstSyncDone ? deps.mailboxRows.get(claim.userId) : undefined) ??
    (await report(
      deps,
      mailbox,
      mailbox.firstSyncDone ? {} : { Contacts_State__c: 'FirstSync' satisfies ContactsState },
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
      await report(deps, mailbox, { Contacts_Progress__c: Math.floor((100 * done) / all) });
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
  const held: MailboxTrouble[] =
    result.held === 0
      ? []
      : [
          {
            code: 'TDM-M-HELD',
            field: '',
            detail: `${result.held} deletions wait.`,
            extras: { deletions: await heldDeletions(store, home, claim.userId) },
          },
        ];
  const troublesChanged = await reportTroubles(deps, claim, mailboxRowId, mailbox.email, [
    ...held,
    ...(missing === ''
      ? []
      : [{ code: 'TDM-M-PERMISSION' as const, field: '', detail: `Missing: ${missing}.` }]),
    ...(deps.missingFields.length === 0 ? [] : [fieldsTrouble(deps.missingFields)]),
    ...deps.problems,
    ...[...refusals].map((detail) => ({ code: 'TDM-M-FILTER' as const, field: '', detail })),
  ]);
  const state: ContactsState = !firstSyncDone ? 'FirstSync' : held.length > 0 ? 'Held' : 'InSync';
  const openIssues = (await store.issues.open(claim.userId, 'Contact')).length;
  if (wrote(result) || !before.firstSyncDone || before.problem !== null || troublesChanged) {
    const live = await store.links.countLive(claim.userId, 'Contact');
    const activity = await activityRows(deps, result.counts);
    // Side by side, so that they travel in one call.
    const activityWritten = deps.salesforce.writer.upsertRows(
      'Tandem_Activity__c',
      'Activity_Key__c',
      activity,
    );
    const reported = report(deps, mailbox, {
      Contacts_State__c: state,
      Contacts_Progress__c: firstSyncDone ? 100 : result.progress,
      Contacts_Last_Change__c: now().toISOString(),
      Contacts_In_Sync_As_Of__c: now().toISOString(),
      Contacts_In_Exchange__c: live,
      Contacts_In_Salesforce__c: live,
      Contacts_Problem__c: result.capped ? 'TDM-M-PACED' : held[0] ? held[0].code : null,
      Open_Issues__c: openIssues,
    });
    await Promise.all([activityWritten, reported]);
  }
  return { kind: 'done', result: { ...result, waitMs: Math.max(result.waitMs, waitMs) }, state, openIssues };
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
    issues: issues.map((issue) => ({ ...issue, contentHash: unknownContent.listed, open: true })),
  });
  await store.mailboxes.update(claim, { linksLoaded: true, cursor: null });
  if (rows.length > 0)
    log.info({ userId: claim.userId, links: rows.length }, 'Links were read back from Salesforce.');
  return { ...mailbox, linksLoaded: true, cursor: null };
}

/** Writes the mailbox row and remembers its id. */
export async function report(deps: MailboxPassDeps, mailbox: MailboxState, fields: Row): Promise<string> {
  const id = await reportMailbox(deps, mailbox, fields);
  deps.mailboxRows.set(mailbox.userId, id);
  return id;
}

/** One issue for all fields: it is the user's permissions that are wanting, not the items. */
function fieldsTrouble(missing: readonly MissingField[]): MailboxTrouble {
  const named = (lacks: MissingField['lacks']) =>
    missing.filter((one) => one.lacks === lacks).map(({ label, field }) => `${label} (${field})`);
  const lists = [
    ['Not visible', named('Read')],
    ['Not editable', named('Edit')],
  ] as const;
  const detail = lists.flatMap(([words, fields]) =>
    fields.length === 0 ? [] : [`${words}: ${fields.join(', ')}.`],
  );
  return { code: 'TDM-M-FIELDS', field: '', detail: detail.join(' ') };
}

function wrote({ counts, suppressed }: PassResult): boolean {
  return (
    suppressed > 0 || Object.values(counts).some((flow) => Object.values(flow).some((count) => count > 0))
  );
}
