import { Fault } from '../domain/fault.ts';
import type { OrgId, UserId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Configuration } from '../domain/policy.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { Throttled } from '../exchange/exchange.ts';
import type { Row, Salesforce } from '../salesforce/salesforce.ts';
import type { Claim, MailboxState, Store } from '../store/store.ts';
import { ClaimLost } from '../store/store.ts';
import type { ContactMapping, MappingProblem } from '../sync/mapping/contact-mapping.ts';
import type { TakeFingerprint } from '../sync/merge/merge-contact.ts';
import { linkFrom } from './contacts/link-row.ts';
import type { PassResult } from './contacts/pass.ts';
import { passContacts } from './contacts/pass.ts';
import { exchangeUserOf, folderOf } from './exchange-home.ts';
import type { ContactsState, MailboxTrouble } from './mailbox-report.ts';
import { reportMailbox, reportTroubles } from './mailbox-report.ts';

export interface MailboxPassDeps {
  readonly store: Store;
  readonly salesforce: Salesforce;
  readonly exchange: Exchange;
  readonly orgId: OrgId;
  readonly fingerprint: TakeFingerprint;
  readonly now: () => Date;
  readonly log: Log;
  /** Names this process among those that share the database. */
  readonly holder: string;
  /** Salesforce ids of the Tandem_Mailbox__c rows that are known; rows made by a pass are added. */
  readonly mailboxRows: Map<UserId, string>;
  /** What an admin decided for this mailbox. */
  readonly configuration: Configuration;
  readonly mapping: ContactMapping;
  readonly mappingProblems: readonly MappingProblem[];
}

/** How the pass of one mailbox ended; its troubles are outcomes, those of Salesforce or the bridge as a whole are thrown. */
export type MailboxPass =
  | {
      readonly kind: 'done';
      readonly result: PassResult;
      readonly state: ContactsState;
      readonly openIssues: number;
    }
  | {
      readonly kind: 'trouble';
      readonly code: Fault['code'];
      readonly state: ContactsState;
      readonly openIssues: number;
    }
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'busy' };

const leaseSeconds = 60;

/** Claims a mailbox, syncs its contacts once, and reports what became of it. */
export async function passMailbox(
  deps: MailboxPassDeps,
  userId: UserId,
  signal: AbortSignal,
): Promise<MailboxPass> {
  const claim = await deps.store.claims.take(userId, 'Contact', deps.holder, leaseSeconds);
  if (claim === null) return { kind: 'busy' };
  const renewal = setInterval(
    () => void deps.store.claims.renew(claim, leaseSeconds).catch(() => undefined),
    (leaseSeconds * 1000) / 3,
  );
  try {
    return await claimed(deps, claim, signal);
  } finally {
    clearInterval(renewal);
    await deps.store.claims.release(claim);
  }
}

async function claimed(deps: MailboxPassDeps, claim: Claim, signal: AbortSignal): Promise<MailboxPass> {
  const mailbox = await deps.store.mailboxes.get(claim.userId);
  if (mailbox === null) return { kind: 'busy' };
  const at = { ...mailbox, epoch: claim.epoch };
  try {
    return await sync(deps, at, claim, signal);
  } catch (error) {
    if (error instanceof ClaimLost || signal.aborted) return { kind: 'busy' };
    if (error instanceof Throttled) return putOff(deps, claim, error.retryAfterMs);
    if (error instanceof Fault && /^TDM-[SB]-/.test(error.code)) throw error;
    if (error instanceof Fault) return trouble(deps, at, claim, error);
    deps.log.warn(
      { userId: claim.userId, error: String(error), stack: stackOf(error) },
      'A pass failed unexpectedly.',
    );
    return trouble(deps, at, claim, new Fault('TDM-B-UNEXPECTED', nameOf(error), error));
  }
}

/** Exchange asked to wait: nothing is wrong, and the next pass may not start before. */
async function putOff(
  { store, now, log }: MailboxPassDeps,
  claim: Claim,
  afterMs: number,
): Promise<MailboxPass> {
  await store.mailboxes.update(claim, { notBefore: new Date(now().getTime() + afterMs).toISOString() });
  log.info({ userId: claim.userId, afterMs }, 'Exchange asked to wait.');
  return { kind: 'later', afterMs };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Where it happened; the message is left out of issues, since it may quote what a service said. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join(' ') : '';
}

async function sync(
  deps: MailboxPassDeps,
  before: MailboxState,
  claim: Claim,
  signal: AbortSignal,
): Promise<MailboxPass> {
  const { store, exchange, now, log } = deps;
  const exchangeUserId = await exchangeUserOf(exchange, before);
  const home = exchange.mailbox(exchangeUserId, signal);
  const folderId = await folderOf(home, before);
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
  const result = await passContacts({
    ...deps,
    exchange: home,
    userId: claim.userId,
    exchangeUserId,
    folderId,
    mailbox,
    mailboxRowId,
    claim,
    policy: deps.configuration.contacts,
    signal,
    onProgress: async (done, all) => {
      await store.claims.renew(claim, leaseSeconds);
      if (mailbox.firstSyncDone || all === 0) return;
      log.info({ userId: claim.userId, done, all }, 'First sync goes on.');
      await report(deps, mailbox, { Contacts_Progress__c: Math.floor((100 * done) / all) });
    },
  });
  await store.mailboxes.update(claim, {
    firstSyncDone: true,
    problem: null,
    problemDetail: null,
    notBefore: null,
  });
  const held: MailboxTrouble[] =
    result.held > 0 ? [{ code: 'TDM-M-HELD', field: '', detail: `${result.held} deletions wait.` }] : [];
  await reportTroubles(deps, claim, mailboxRowId, mailbox.email, [
    ...held,
    ...deps.mappingProblems.map(mappingTrouble),
  ]);
  const state: ContactsState = held.length > 0 ? 'Held' : 'InSync';
  const openIssues = (await store.issues.open(claim.userId, 'Contact')).length;
  if (wrote(result) || !before.firstSyncDone || before.problem !== null || held.length > 0) {
    const live = await store.links.countLive(claim.userId, 'Contact');
    await report(deps, mailbox, {
      Contacts_State__c: state,
      Contacts_Progress__c: 100,
      Contacts_Last_Change__c: now().toISOString(),
      Contacts_In_Sync_As_Of__c: now().toISOString(),
      Contacts_In_Exchange__c: live,
      Contacts_In_Salesforce__c: live,
      Contacts_Problem__c: held[0] ? held[0].code : null,
      Open_Issues__c: openIssues,
    });
  }
  return { kind: 'done', result, state, openIssues };
}

async function loadLinks(
  { store, salesforce, log }: MailboxPassDeps,
  mailbox: MailboxState,
  claim: Claim,
): Promise<MailboxState> {
  const rows = (await salesforce.readLinkRows(claim.userId)).filter(({ kind }) => kind === 'Contact');
  await store.links.load(claim, rows.map(linkFrom));
  await store.mailboxes.update(claim, { linksLoaded: true, cursor: null });
  if (rows.length > 0)
    log.info({ userId: claim.userId, links: rows.length }, 'Links were read back from Salesforce.');
  return { ...mailbox, linksLoaded: true, cursor: null };
}

async function trouble(
  deps: MailboxPassDeps,
  mailbox: MailboxState,
  claim: Claim,
  fault: Fault,
): Promise<MailboxPass> {
  const { store } = deps;
  await store.mailboxes.update(claim, { problem: fault.code, problemDetail: fault.detail });
  const known = deps.mailboxRows.get(claim.userId);
  const mailboxRowId = known ?? (await report(deps, mailbox, {}));
  await reportTroubles(deps, claim, mailboxRowId, mailbox.email, [
    { code: fault.code, field: '', detail: fault.detail },
  ]);
  const openIssues = (await store.issues.open(claim.userId, 'Contact')).length;
  const state: ContactsState = fault.code === 'TDM-M-FOLDER-GONE' ? 'Paused' : 'Failing';
  const text = `${fault.code}: ${fault.message}`.slice(0, 255);
  if (mailbox.problem !== fault.code || known === undefined)
    await report(deps, mailbox, {
      Contacts_State__c: state,
      Contacts_Problem__c: text,
      Open_Issues__c: openIssues,
    });
  return { kind: 'trouble', code: fault.code, state, openIssues };
}

async function report(deps: MailboxPassDeps, mailbox: MailboxState, fields: Row): Promise<string> {
  const id = await reportMailbox(deps, mailbox, fields);
  deps.mailboxRows.set(mailbox.userId, id);
  return id;
}

function mappingTrouble({ field, reason }: MappingProblem): MailboxTrouble {
  return { code: 'TDM-C-MAPPING', field, detail: reason };
}

function wrote({ counts, suppressed }: PassResult): boolean {
  return (
    suppressed > 0 || Object.values(counts).some((flow) => Object.values(flow).some((count) => count > 0))
  );
}
