import { expect, it } from 'vitest';
import type { KnownEvent } from '../../store/event-store.ts';
import type { ChunkResult, LooseItem } from '../../store/store.ts';
import { recordValues } from '../../sync/events/event-values.ts';
import { fingerprint, mapping, record } from '../../sync/events/testing/samples.ts';
import { printsAfter } from '../../sync/merge/merge-values.ts';
import type { Row } from '../../salesforce/salesforce.ts';
import { adoptRecords } from './adopt-records.ts';
import type { EventPassContext } from './event-context.ts';

const made = {
  recordId: '00U1',
  ownerId: '005ada',
  isChild: false,
  lastModifiedBy: '005tandem',
  tandemKey: fingerprint('Tandem_Key__c', 'meeting 1'),
};

/** What becomes of two items without links, of one of which a record may have been made, when the org holds this event. */
async function adopted(known: object, linked: readonly string[] = [], modifiedBy = '005tandem') {
  const rows: Row[] = [];
  const chunks: ChunkResult[] = [];
  const asked: unknown[] = [];
  const items: string[] = [];
  const loose = [
    { exchangeId: 'item 1', meeting: 'meeting 1' },
    { exchangeId: 'item 2', meeting: null },
  ] as unknown as readonly LooseItem[];
  const context = {
    userId: '005ada',
    integrationUserId: '005tandem',
    mapping,
    fingerprint,
    now: () => new Date('2026-05-01T00:00:00Z'),
    store: {
      loose: { ofMailbox: () => Promise.resolve(loose) },
      events: {
        byTandemKeys: (keys: readonly unknown[]) =>
          Promise.resolve([known].filter((one) => keys.includes((one as KnownEvent).tandemKey))),
      },
      mailboxes: { countUp: () => Promise.resolve(1) },
      links: { ofMailbox: () => Promise.resolve(linked.map((recordId) => ({ recordId }))) },
      inbox: { put: (...args: readonly unknown[]) => Promise.resolve(asked.push(args[2])) },
      meta: {
        get: () => Promise.resolve(null),
        set: (_key: string, text: string) => {
          items.push(...(JSON.parse(text) as { items: string[] }).items);
          return Promise.resolve();
        },
      },
      intents: { add: () => Promise.resolve() },
      issues: { get: () => Promise.resolve(new Map()) },
      chunks: { remember: (_claim: unknown, chunk: ChunkResult) => Promise.resolve(chunks.push(chunk)) },
    },
    salesforce: {
      events: { read: () => Promise.resolve(new Map([['00U1', { ...record(), modifiedBy }]])) },
      writer: {
        upsertRows: (_object: string, _key: string, written: readonly Row[]) => {
          rows.push(...written);
          return Promise.resolve(written.map(() => ({ ok: true, done: '' })));
        },
      },
    },
  } as unknown as EventPassContext;
  await adoptRecords(context, []);
  return { rows, asked, items, links: chunks.flatMap(({ links }) => links) };
}

it('links a record that was made without an answer to its item, and has both looked at', async () => {
  const { rows, asked, items, links } = await adopted(made);
  const link = { exchangeId: 'item 1', recordId: '00U1', state: 'Live', meeting: 'meeting 1' };
  const prints = printsAfter(recordValues(record(), mapping), mapping, fingerprint);
  expect(links).toMatchObject([{ ...link, exchangePrints: prints, salesforcePrints: prints }]);
  expect(rows).toMatchObject([
    { Link_Key__c: '005ada|calendar|item 1', Record_Id__c: '00U1' },
    { User_Key__c: '005ada', Epoch__c: 1 },
  ]);
  expect({ asked, items }).toEqual({ asked: [['00U1']], items: ['item 1'] });
});

it('remembers nothing of a record that a person changed meanwhile, so that both sides are compared', async () => {
  const { links } = await adopted(made, [], '005ada');
  expect(links.map(({ exchangePrints, salesforcePrints }) => [exchangePrints, salesforcePrints])).toEqual([
    [{}, {}],
  ]);
});

it('leaves alone what is linked, what others own, the platform’s copies, and events of other keys', async () => {
  const nothing = { rows: [], asked: [], items: [], links: [] };
  expect(await adopted(made, ['00U1'])).toEqual(nothing);
  for (const other of [{ ownerId: '005bob' }, { isChild: true }, { tandemKey: 'another' }])
    expect(await adopted({ ...made, ...other })).toEqual(nothing);
});
