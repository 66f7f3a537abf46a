import { describe, expect, it } from 'vitest';
import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { plainPrint, sampleLink, someMapping } from '../testing/samples.ts';
import type { LinkView, PlanInput } from './plan-contacts.ts';
import { planContacts } from './plan-contacts.ts';

const lost = (count: number): LinkView[] =>
  Array.from({ length: count }, (_, index) => ({
    link: sampleLink({
      exchangeId: as<ExchangeId>(`item ${index}`),
      recordId: as<RecordId>(`record ${index}`),
    }),
    exchange: null,
    salesforce: { kind: 'gone', how: 'DeletedUnseen' },
    ownsRecord: true,
    paired: false,
    merged: false,
    companyOpen: false,
  }));

function plan(links: readonly LinkView[], input: Partial<PlanInput> = {}) {
  return planContacts({
    userId: as<UserId>('user'),
    policy: {
      direction: 'Both',
      deletesToSalesforce: 'Delete',
      deletesToExchange: 'Delete',
      conflictWinner: 'Salesforce',
    } as PlanInput['policy'],
    permissions: { createContacts: true },
    mapping: someMapping,
    fingerprint: plainPrint,
    links,
    seconds: [],
    newItems: [],
    putBack: [],
    newRecords: [],
    liveLinks: 14,
    deletions: { mailbox: { Exchange: 0, Salesforce: 0 }, org: 0 },
    ...input,
  });
}

describe('records that are in no list any more', () => {
  it('end their links with an issue while they are few', () => {
    expect(plan(lost(10)).map((step) => step.kind === 'suppress' && step.issue)).toEqual(
      Array(10).fill('TDM-C-PURGED'),
    );
  });

  it('are held when they are many, for an empty answer must not end all links', () => {
    expect(plan(lost(11))).toMatchObject(Array(11).fill({ kind: 'hold', gone: 'Salesforce' }));
  });

  it('count with what was deleted in the mailbox lately', () => {
    const deletions = { mailbox: { Exchange: 8, Salesforce: 0 }, org: 8 };
    expect(plan(lost(3), { deletions })).toMatchObject(Array(3).fill({ kind: 'hold' }));
  });

  it('end their links when an admin approved it', () => {
    const links = lost(11);
    const approved = new Set(links.map(({ link }) => link.exchangeId));
    expect(plan(links, { approved })).toMatchObject(Array(11).fill({ kind: 'suppress' }));
  });
});
