import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Decision, Situation } from './situation.ts';

const policy = { direction: 'Both', deletesToSalesforce: 'Delete', deletesToExchange: 'Delete' } as const;
const calm: Situation = {
  exchange: 'unchanged',
  salesforce: 'unchanged',
  exchangeGone: null,
  salesforceGone: null,
  remembered: true,
  madeBy: null,
  ownsRecord: true,
  mayDelete: true,
  isPerson: false,
  mayCreate: true,
  policy,
};
const keep = { ...policy, deletesToSalesforce: 'Keep', deletesToExchange: 'Keep' } as const;
const inwards = { ...policy, direction: 'ExchangeToSalesforce' } as const;
const outwards = { ...policy, direction: 'SalesforceToExchange' } as const;
const ended = (reason: string, issue: string | null = null) =>
  ({ kind: 'suppress', reason, issue }) as Decision;

const itemGone = { exchange: 'gone', exchangeGone: 'Deleted' } as const;
const recordGone = { salesforce: 'gone', salesforceGone: 'DeletedByUser' } as const;
const hidden = { salesforce: 'gone', salesforceGone: 'AccessLost' } as const;

describe('the nine cells', () => {
  it.each<[string, Partial<Situation>, Decision]>([
    ['nothing changed', {}, { kind: 'nothing' }],
    ['the item changed', { exchange: 'changed' }, { kind: 'merge' }],
    ['the record changed', { salesforce: 'changed' }, { kind: 'merge' }],
    ['both changed', { exchange: 'changed', salesforce: 'changed' }, { kind: 'merge' }],
    ['item deleted', itemGone, { kind: 'delete', side: 'Salesforce', reason: 'DeletedByPolicy' }],
    ['item deleted, policy keep', { ...itemGone, policy: keep }, ended('DeletedByPolicy')],
    ['item deleted, only outwards', { ...itemGone, policy: outwards }, ended('DeletedByPolicy')],
    [
      "item deleted, another's record",
      { ...itemGone, ownsRecord: false },
      ended('DeletedByPolicy', 'TDM-C-NOT-OWNER'),
    ],
    [
      'item deleted, by somebody who may not delete contacts',
      { ...itemGone, mayDelete: false },
      ended('DeletedByPolicy', 'TDM-C-NOT-DELETABLE'),
    ],
    [
      'record hidden, copy by Tandem',
      { ...hidden, madeBy: 'Exchange', policy: keep },
      { kind: 'delete', side: 'Exchange', reason: 'AccessLost' },
    ],
    ['record hidden, own contact', hidden, ended('AccessLost', 'TDM-C-ACCESS-LOST')],
    [
      'record hidden, item edited',
      { ...hidden, exchange: 'changed', madeBy: 'Exchange' },
      ended('AccessLost', 'TDM-C-ACCESS-LOST'),
    ],
    ['record hidden, item deleted', { ...hidden, ...itemGone }, ended('DeletedByPolicy')],
    [
      'record hidden, item moved out',
      { ...hidden, exchange: 'gone', exchangeGone: 'MovedOut' },
      ended('MovedOut'),
    ],
    [
      'record deleted, item edited, by somebody who may not create contacts',
      { ...recordGone, exchange: 'changed', mayCreate: false },
      ended('DeletedByPolicy', 'TDM-C-NOT-CREATABLE'),
    ],
    [
      'item deleted, person account',
      { ...itemGone, isPerson: true },
      ended('DeletedByPolicy', 'TDM-C-PERSON-KEPT'),
    ],
    [
      'item deleted, not remembered',
      { ...itemGone, remembered: false },
      ended('DeletedByPolicy', 'TDM-C-DELETED-UNSEEN'),
    ],
    [
      'item missing in a full round',
      { ...itemGone, exchangeGone: 'DeletedUnseen' },
      ended('DeletedByPolicy', 'TDM-C-DELETED-UNSEEN'),
    ],
    ['item moved out', { ...itemGone, exchangeGone: 'MovedOut' }, ended('MovedOut')],
    [
      'item deleted, record edited',
      { ...itemGone, salesforce: 'changed' },
      { kind: 'recreate', side: 'Exchange' },
    ],
    [
      'item deleted, record edited, only inwards',
      { ...itemGone, salesforce: 'changed', policy: inwards },
      ended('DeletedByPolicy'),
    ],
    [
      'item moved out, record edited',
      { ...itemGone, exchangeGone: 'MovedOut', salesforce: 'changed' },
      ended('MovedOut'),
    ],
    [
      'item missing, record edited',
      { ...itemGone, exchangeGone: 'DeletedUnseen', salesforce: 'changed' },
      ended('DeletedByPolicy', 'TDM-C-DELETED-UNSEEN'),
    ],
    ['record deleted', recordGone, { kind: 'delete', side: 'Exchange', reason: 'DeletedByPolicy' }],
    [
      'record deleted by another',
      { ...recordGone, salesforceGone: 'DeletedByOther' },
      { kind: 'delete', side: 'Exchange', reason: 'DeletedByPolicy' },
    ],
    [
      'record gone without a trace',
      { ...recordGone, salesforceGone: 'DeletedUnseen' },
      ended('DeletedByPolicy', 'TDM-C-PURGED'),
    ],
    [
      'record gone without a trace, item edited',
      { ...recordGone, salesforceGone: 'DeletedUnseen', exchange: 'changed' },
      ended('DeletedByPolicy', 'TDM-C-PURGED'),
    ],
    ['record deleted, policy keep', { ...recordGone, policy: keep }, ended('DeletedByPolicy')],
    ['record deleted, only inwards', { ...recordGone, policy: inwards }, ended('DeletedByPolicy')],
    ['record deleted, not remembered', { ...recordGone, remembered: false }, ended('DeletedByPolicy')],
    [
      "record left the filter, Tandem's copy",
      { ...recordGone, salesforceGone: 'OutOfFilter', madeBy: 'Exchange' },
      { kind: 'delete', side: 'Exchange', reason: 'OutOfFilter' },
    ],
    [
      "record left the filter, the user's item",
      { ...recordGone, salesforceGone: 'OutOfFilter' },
      ended('OutOfFilter'),
    ],
    [
      'record deleted by the user, item edited',
      { ...recordGone, exchange: 'changed' },
      { kind: 'recreate', side: 'Salesforce' },
    ],
    [
      'record deleted by another, item edited',
      { ...recordGone, salesforceGone: 'DeletedByOther', exchange: 'changed' },
      ended('DeletedByPolicy', 'TDM-C-DELETED-BY-OTHER'),
    ],
    [
      'record deleted, item edited, only outwards',
      { ...recordGone, exchange: 'changed', policy: outwards },
      ended('DeletedByPolicy'),
    ],
    [
      'record left the filter, item edited',
      { ...recordGone, salesforceGone: 'OutOfFilter', exchange: 'changed', madeBy: 'Exchange' },
      ended('OutOfFilter', 'TDM-C-LEFT-FILTER'),
    ],
    ['both deleted', { ...itemGone, ...recordGone }, ended('DeletedByPolicy')],
    [
      'item moved out, record deleted',
      { ...itemGone, ...recordGone, exchangeGone: 'MovedOut' },
      ended('MovedOut'),
    ],
    [
      'item deleted, record out of the filter',
      { ...itemGone, ...recordGone, salesforceGone: 'OutOfFilter' },
      ended('OutOfFilter'),
    ],
  ])('decide when %s', (_name, parts, decision) => {
    expect(decide({ ...calm, ...parts })).toEqual(decision);
  });
});
