import { expect, it } from 'vitest';
import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Row } from '../../salesforce/salesforce.ts';
import { newLink } from '../../domain/link.ts';
import type { ChunkResult, KnownIssue } from '../../store/store.ts';
import type { ChunkContext } from '../pass-context.ts';
import { event } from '../../sync/events/testing/samples.ts';
import { singleItem } from '../../sync/events/event-item.ts';
import { reducedName } from '../events/event-name.ts';
import { noEffects } from './effects.ts';
import { rememberChunk } from './remember.ts';

const known = (issueKey: string, changes: Partial<KnownIssue> = {}): KnownIssue => ({
  issueKey,
  code: 'TDM-E-CLIPPED',
  exchangeId: event().id,
  recordId: as<RecordId>('00U1'),
  contentHash: 'hash',
  open: true,
  ...changes,
});

/** Remembers that the item was judged; answers the rows of issues that were written. */
async function judged(issues: Map<string, KnownIssue>, sensitivity: 'private' | 'normal'): Promise<Row[]> {
  const rows: Row[] = [];
  const context = {
    userId: as<UserId>('005ada'),
    mailboxRowId: 'a08',
    fingerprint: (_field: string, value: string) => value,
    now: () => new Date('2026-05-01T00:00:00Z'),
    salesforce: {
      writer: {
        upsertRows: (type: string, _key: string, written: readonly Row[]) => {
          if (type === 'Tandem_Issue__c') rows.push(...written);
          return Promise.resolve(written.map(() => ({ ok: true, done: '' })));
        },
      },
    },
    store: {
      mailboxes: { countUp: () => Promise.resolve(1) },
      issues: {
        get: () => Promise.resolve(new Map()),
        ofItems: (_user: UserId, ids: readonly ExchangeId[]) =>
          Promise.resolve([...issues.values()].filter(({ exchangeId }) => ids.includes(exchangeId!))),
      },
      chunks: {
        remember: (_claim: unknown, chunk: ChunkResult) => {
          for (const issue of chunk.issues) issues.set(issue.issueKey, issue);
          return Promise.resolve();
        },
      },
    },
  } as unknown as ChunkContext;
  const effects = noEffects();
  const item = singleItem(event({ sensitivity }));
  effects.settled.push({ exchangeId: item.id, recordId: null, keeps: [], ...reducedName(item) });
  const open = [...issues.values()].filter((issue) => issue.open);
  await rememberChunk(context, effects, new Map(), open);
  expect(effects.listed).toBe(rows.length);
  return rows;
}

it('of an event that turned private nothing is left in its issues, not in closed ones either, and they are written once', async () => {
  const issues = new Map(
    [
      known('open'),
      known('conflict', { code: 'TDM-E-CONFLICT', open: false }),
      known('of another event', { exchangeId: as<ExchangeId>('item-2') }),
    ].map((issue) => [issue.issueKey, issue]),
  );

  const rows = await judged(issues, 'private');

  expect(rows.map(({ Issue_Key__c }) => Issue_Key__c)).toEqual(['open', 'conflict']);
  for (const row of rows)
    expect(row).toMatchObject({
      Status__c: 'Closed',
      Item__c: 'Private event, 2026-03-17',
      Details__c: null,
    });
  expect(rows.map(({ Closed_At__c }) => Closed_At__c)).toEqual(['2026-05-01T00:00:00.000Z', undefined]);
  expect(await judged(issues, 'private')).toEqual([]);
});

it('an issue that closes while its event is public keeps the name of it', async () => {
  const rows = await judged(new Map([['open', known('open')]]), 'normal');

  expect(rows).toEqual([
    { Issue_Key__c: 'open', Status__c: 'Closed', Closed_At__c: '2026-05-01T00:00:00.000Z' },
  ]);
});

it('an item whose link row is refused stays loose, so that the record that was made of it is found again', async () => {
  const chunks: ChunkResult[] = [];
  const [taken, refused] = ['item-1', 'item-2'].map((id) => as<ExchangeId>(id)) as [ExchangeId, ExchangeId];
  const context = {
    userId: as<UserId>('005ada'),
    mailboxRowId: 'a08',
    now: () => new Date('2026-05-01T00:00:00Z'),
    log: { warn: () => undefined },
    salesforce: {
      writer: {
        upsertRows: (_type: string, _key: string, rows: readonly Row[]) =>
          Promise.resolve(rows.map(({ Exchange_Id__c }) => ({ ok: Exchange_Id__c === taken, done: '' }))),
      },
    },
    store: {
      mailboxes: { countUp: () => Promise.resolve(1) },
      intents: { add: () => Promise.resolve() },
      issues: { get: () => Promise.resolve(new Map()) },
      chunks: { remember: (_claim: unknown, chunk: ChunkResult) => Promise.resolve(chunks.push(chunk)) },
    },
  } as unknown as ChunkContext;
  const effects = noEffects();
  for (const [exchangeId, recordId] of [
    [taken, '00U1'],
    [refused, '00U2'],
  ] as const) {
    effects.links.push(newLink(exchangeId, as<RecordId>(recordId), 'Event'));
    effects.notLoose.push(exchangeId);
  }

  await rememberChunk(context, effects, new Map(), []);

  expect(
    chunks.map(({ links, notLoose }) => ({ links: links.map(({ exchangeId }) => exchangeId), notLoose })),
  ).toEqual([{ links: [taken], notLoose: [taken] }]);
});
