import type { ExchangeId } from '../../domain/ids.ts';
import type { Issue } from '../../domain/issue.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import type { ChunkResult, KnownIssue } from '../../store/store.ts';
import type { ChunkContext } from '../pass-context.ts';
import { allEnd } from './all-end.ts';
import type { Effects } from './effects.ts';
import { epochRow } from './epoch-row.ts';
import { unknownContent } from './issue-content.ts';
import { closingRow, issueKeyOf, issueRow, reducedIssueRow, wasNothingToClose } from './issue-row.ts';
import { writeLinkRows } from './write-link-rows.ts';

/** A chunk in which nothing was done. */
export const nothingDone: ChunkResult = {
  links: [],
  issues: [],
  loose: [],
  notLoose: [],
  intentsDone: [],
  deletions: [],
  attendances: [],
};

/**
 * Writes the link and issue rows of a chunk to Salesforce, then remembers the chunk in one fenced transaction. In this order
 * a crash in between only leads to work that is recognised as done.
 */
export async function rememberChunk(
  context: ChunkContext,
  effects: Effects,
  before: ReadonlyMap<string, Link>,
  openIssues: readonly KnownIssue[],
): Promise<void> {
  const at = context.now().toISOString();
  const issues = await changedIssues(context, effects, openIssues, at);
  const unmatched = unmatchedOf(effects);
  const rows = effects.links.filter(
    (link) => unmatched.has(link.exchangeId) || shownDifferently(before.get(link.exchangeId), link),
  );
  const noted = new Set(effects.intentsDone);
  const told = rows.map(({ recordId }) => recordId).filter((recordId) => !noted.has(recordId));
  // Told beforehand, so that the next pass reads back what is written now if this one ends in between.
  if (told.length > 0) await context.store.intents.add(context.claim, told);
  await expectListed(context, issues, openIssues);
  const counted = rows.length + issues.length > 0 ? [await epochRow(context.store, context.userId)] : [];
  const [writtenRows, issueOutcomes] = await allEnd([
    writeLinkRows(context, rows, unmatched),
    context.salesforce.writer.upsertRows(
      'Tandem_Issue__c',
      'Issue_Key__c',
      issues.map(({ row }) => row),
    ),
    context.salesforce.writer.upsertRows('Tandem_Mailbox__c', 'User_Key__c', counted),
  ]);
  effects.listed += issues.length;
  const listed = new Set(
    issues.filter(
      ({ row }, index) => issueOutcomes[index]?.ok || wasNothingToClose(row, issueOutcomes[index]),
    ),
  );
  const unlisted = issues.filter((issue) => !listed.has(issue)).map(({ known }) => known);
  // What is not listed is not remembered either, so that the item is judged and listed again.
  const unwritten = new Set<ExchangeId | null>([
    ...rows.filter((link) => !writtenRows.has(link)).map(({ exchangeId }) => exchangeId),
    ...unlisted.map(({ exchangeId }) => exchangeId),
  ]);
  reportUnwritten(context, rows.length - writtenRows.size + unlisted.length);
  if (unwritten.size > 0) effects.cursorStays = true;
  for (const { recordId } of unlisted) if (recordId !== null) effects.again.add(recordId);
  const written = ({ exchangeId }: { readonly exchangeId: ExchangeId }) => !unwritten.has(exchangeId);
  // The link that ends and the one that follows it are remembered together or not at all.
  const torn = new Set(effects.links.filter((link) => !written(link)).map(({ recordId }) => recordId));
  // An item whose link waits stays loose, so that its record is still known to be made of it.
  const stillLoose = new Set(
    effects.links.filter(({ recordId }) => torn.has(recordId)).map(({ exchangeId }) => exchangeId),
  );
  for (const recordId of torn) effects.again.add(recordId);
  await context.store.chunks.remember(context.claim, {
    links: effects.links.filter(({ recordId }) => !torn.has(recordId)).toSorted(suppressedFirst),
    issues: [...listed].map(({ known }) => known),
    loose: effects.loose.filter(written),
    notLoose: effects.notLoose.filter((exchangeId) => !stillLoose.has(exchangeId)),
    intentsDone: [...effects.intentsDone, ...told].filter((recordId) => !torn.has(recordId)),
    deletions: effects.deletions,
    attendances: effects.attendances.filter((one) => written(one) && !torn.has(one.recordId)),
  });
}

/** Whom nobody was found for, by item, where that is news. */
function unmatchedOf({ attendances }: Effects): ReadonlyMap<ExchangeId, readonly string[]> {
  return new Map(
    attendances.flatMap(({ exchangeId, unmatched }) =>
      unmatched === undefined ? [] : [[exchangeId, unmatched] as const],
    ),
  );
}

/** Remembers issues that open or close before their rows are written, so that they are written again if the pass ends in between. */
async function expectListed(
  { store, claim }: ChunkContext,
  issues: readonly { readonly known: KnownIssue }[],
  openIssues: readonly KnownIssue[],
): Promise<void> {
  const openKeys = new Set(openIssues.map(({ issueKey }) => issueKey));
  const changing = issues.flatMap(({ known }) =>
    known.open || openKeys.has(known.issueKey)
      ? [{ ...known, open: true, contentHash: unknownContent.perhapsListed }]
      : [],
  );
  if (changing.length > 0) await store.chunks.remember(claim, { ...nothingDone, issues: changing });
}

/** A row is written when people would see a difference, or another mailbox would; a fingerprint of values alone is none. */
function shownDifferently(before: Link | undefined, after: Link): boolean {
  return (
    before === undefined ||
    before.state !== after.state ||
    before.reason !== after.reason ||
    before.recordId !== after.recordId ||
    before.madeBy !== after.madeBy ||
    before.meeting !== after.meeting ||
    before.lastSynced !== after.lastSynced
  );
}

/** A record has one live link at any moment, so an ended link goes before the one that follows it. */
function suppressedFirst(a: Link, b: Link): number {
  return Number(a.state === 'Live') - Number(b.state === 'Live');
}

async function changedIssues(
  context: ChunkContext,
  effects: Effects,
  openIssues: readonly KnownIssue[],
  at: string,
) {
  const raised = effects.issues.map((issue) => {
    const contentHash = context.fingerprint('issue', JSON.stringify(issue));
    const known: KnownIssue = {
      issueKey: issueKeyOf(context.userId, issue, contentHash),
      code: issue.code,
      exchangeId: issue.exchangeId,
      recordId: issue.recordId,
      contentHash,
      open: issue.open,
    };
    return { known, row: issueRow(context.userId, context.mailboxRowId, issue, at, contentHash) };
  });
  const keys = new Set(raised.map(({ known }) => known.issueKey));
  const before = await context.store.issues.get([...keys]);
  const closed = openIssues
    .filter((issue) => issue.open && !keys.has(issue.issueKey) && isSettled(issue, effects))
    .map((issue) => ({
      known: { ...issue, open: false },
      row: closingRow(issue.issueKey, at),
    }));
  const reduced = await reducedIssues(context, effects, keys, at);
  const reducedKeys = new Set(reduced.map(({ known }) => known.issueKey));
  const news = raised.filter(({ known }) => {
    const old = before.get(known.issueKey);
    return old?.contentHash !== known.contentHash || old.open !== known.open;
  });
  const isNew = ({ issueKey }: KnownIssue) => {
    const { contentHash } = before.get(issueKey) ?? { contentHash: unknownContent.perhapsListed };
    return contentHash === unknownContent.perhapsListed;
  };
  return [
    ...news.map(({ known, row }) => ({ known, row: isNew(known) ? { ...row, First_Seen__c: at } : row })),
    ...closed.filter(({ known }) => !reducedKeys.has(known.issueKey)),
    ...reduced,
  ];
}

/** Issues of private items, also those that were closed before, close without what they said; `raised` are named anew anyway. */
async function reducedIssues(
  { store, userId, mailboxRowId }: ChunkContext,
  { settled }: Effects,
  raised: ReadonlySet<string>,
  at: string,
) {
  const names = new Map(
    settled.flatMap(({ exchangeId, reducedTo }) =>
      exchangeId === null || reducedTo === undefined ? [] : [[exchangeId, reducedTo] as const],
    ),
  );
  if (names.size === 0) return [];
  return (await store.issues.ofItems(userId, [...names.keys()])).flatMap((issue) => {
    const name = issue.exchangeId === null ? undefined : names.get(issue.exchangeId);
    const isReduced = !issue.open && issue.contentHash === unknownContent.reduced;
    if (name === undefined || isReduced || raised.has(issue.issueKey)) return [];
    const row = reducedIssueRow(userId, mailboxRowId, issue, name);
    return [
      {
        known: { ...issue, open: false, contentHash: unknownContent.reduced },
        row: issue.open ? { ...row, Closed_At__c: at } : row,
      },
    ];
  });
}

function isSettled(issue: KnownIssue, effects: Effects): boolean {
  return effects.settled.some(
    ({ exchangeId, recordId, keeps }) =>
      ((exchangeId !== null && issue.exchangeId === exchangeId) ||
        // A second item of the record is not settled by the one that syncs.
        (recordId !== null && issue.recordId === recordId && issue.code !== 'TDM-C-SECOND')) &&
      !keeps.some((code) => code === issue.code),
  );
}

function reportUnwritten({ log }: ChunkContext, rows: number): void {
  if (rows > 0) log.warn({ rows }, 'Some link or issue rows could not be written; the pass is repeated.');
}

/** Issues about whole items that the pass could not read at all. */
export function malformedIssues(
  malformed: readonly { readonly id: Issue['exchangeId']; readonly detail: string }[],
): readonly Issue[] {
  return malformed.map(({ id, detail }) =>
    openIssue(
      { exchangeId: id, recordId: null, item: 'Contact that cannot be read' },
      { code: 'TDM-C-MALFORMED', detail },
    ),
  );
}
