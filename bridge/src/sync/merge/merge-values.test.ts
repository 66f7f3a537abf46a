import { describe, expect, it } from 'vitest';
import type { Values } from '../../domain/item.ts';
import { plainPrint, someMapping } from '../testing/samples.ts';
import type { Merge, MergeInput } from './merge-values.ts';
import { mergeValues, printsAfter } from './merge-values.ts';

const base: Values = { LastName: 'Lee', Title: 'Boss', AccountId: 'Acme', Email: 'a@x.test' };
const prints = (values: Values) => printsAfter(values, someMapping, plainPrint);
const merge = (exchange: Values, salesforce: Values, parts: Partial<MergeInput> = {}): Merge =>
  mergeValues({
    mapping: someMapping,
    direction: 'Both',
    winner: 'Salesforce',
    exchange: { values: { ...base, ...exchange }, prints: prints(base), modified: '2026-01-02T00:00:00Z' },
    exchangeProperties: {},
    salesforce: {
      values: { ...base, ...salesforce },
      prints: prints(base),
      modified: '2026-01-01T00:00:00Z',
    },
    editable: true,
    companyOpen: false,
    merged: false,
    fingerprint: plainPrint,
    ...parts,
  });
const written = ({ toExchange, toSalesforce, conflicts }: Merge) => ({
  toExchange,
  toSalesforce,
  conflicts: conflicts.map(({ field, winner, losing }) => [field, winner, losing]),
});

describe('a change against the direction', () => {
  const against = ({ against: changes }: Merge) => changes.map(({ field, side }) => [field, side]);

  it('is not written and counts as changed; what was never remembered is no change', () => {
    const out = { direction: 'SalesforceToExchange' } as const;
    expect(against(merge({ Title: 'Chief' }, {}, out))).toEqual([['Title', 'Exchange']]);
    expect(written(merge({ Title: 'Chief' }, {}, out))).toEqual({
      toExchange: {},
      toSalesforce: {},
      conflicts: [],
    });
    expect(against(merge({}, { Title: 'Chief' }, { direction: 'ExchangeToSalesforce' }))).toEqual([
      ['Title', 'Salesforce'],
    ]);
    expect(against(merge({ MobilePhone: '1' }, {}, out)).map(([field]) => field)).toEqual(['MobilePhone']);
    const unknown = { values: { ...base, Title: 'Chief' }, prints: {}, modified: '' };
    expect(against(merge({}, { Title: null }, { ...out, exchange: unknown }))).toEqual([]);
  });

  it('is overwritten by a change on the side that may flow, and kept', () => {
    const result = merge({ Title: 'Chief' }, { Title: 'Head' }, { direction: 'SalesforceToExchange' });
    expect(written(result)).toEqual({
      toExchange: { Title: 'Head' },
      toSalesforce: {},
      conflicts: [['Title', 'Salesforce', 'Chief']],
    });
    expect(against(result)).toEqual([]);
  });
});

describe('a record that the user may only read', () => {
  const readOnly = { editable: false } as const;
  const waiting = ({ waiting: fields }: Merge) => fields.map(({ field }) => field);

  it('takes no change from Outlook, which waits there', () => {
    const result = merge({ Title: 'Chief', LastName: 'Leigh' }, {}, readOnly);
    expect(written(result)).toEqual({ toExchange: {}, toSalesforce: {}, conflicts: [] });
    expect(waiting(result).toSorted()).toEqual(['LastName', 'Title']);
  });

  it('still gives its changes to Outlook', () => {
    const result = merge({}, { Title: 'Chief' }, readOnly);
    expect(written(result)).toEqual({ toExchange: { Title: 'Chief' }, toSalesforce: {}, conflicts: [] });
    expect(waiting(result)).toEqual([]);
  });

  it.each(['Salesforce', 'Exchange', 'Latest'] as const)(
    'wins over what waits in Outlook, which is kept, whoever is configured to win (%s)',
    (winner) => {
      const result = merge({ Title: 'Chief' }, { Title: 'Head' }, { ...readOnly, winner });
      expect(written(result)).toEqual({
        toExchange: { Title: 'Head' },
        toSalesforce: {},
        conflicts: [['Title', 'Salesforce', 'Chief']],
      });
      expect(waiting(result)).toEqual([]);
    },
  );

  it('has only the fields waiting that the user may not change, where it is a matter of fields', () => {
    const fields = someMapping.fields.map((one) =>
      one.field === 'Title' ? { ...one, editable: false } : one,
    );
    const result = merge({ Title: 'Chief', Email: 'b@x.test' }, {}, { mapping: { ...someMapping, fields } });
    expect([result.toSalesforce, waiting(result)]).toEqual([{ Email: 'b@x.test' }, ['Title']]);
  });

  it('is not said to clip what it does not take', () => {
    expect(merge({ Title: 'Chief of all things' }, {}, readOnly).clippings).toEqual([]);
  });
});

describe('a field of a linked pair', () => {
  it.each<[string, Values, Values, Partial<MergeInput>, ReturnType<typeof written>]>([
    ['unchanged: nothing', {}, {}, {}, { toExchange: {}, toSalesforce: {}, conflicts: [] }],
    [
      'changed in Exchange: to Salesforce',
      { Title: 'Chief' },
      {},
      {},
      { toExchange: {}, toSalesforce: { Title: 'Chief' }, conflicts: [] },
    ],
    [
      'changed in Salesforce: to Exchange',
      {},
      { Title: 'Chief' },
      {},
      { toExchange: { Title: 'Chief' }, toSalesforce: {}, conflicts: [] },
    ],
    [
      'emptied in Exchange: emptied in Salesforce',
      { Title: null },
      {},
      {},
      { toExchange: {}, toSalesforce: { Title: null }, conflicts: [] },
    ],
    [
      'changed alike on both sides: silent',
      { Title: 'Chief' },
      { Title: 'Chief' },
      {},
      { toExchange: {}, toSalesforce: {}, conflicts: [] },
    ],
    [
      'changed on both sides: the winner is Salesforce',
      { Title: 'A' },
      { Title: 'B' },
      {},
      { toExchange: { Title: 'B' }, toSalesforce: {}, conflicts: [['Title', 'Salesforce', 'A']] },
    ],
    [
      'changed on both sides: the winner is Exchange',
      { Title: 'A' },
      { Title: 'B' },
      { winner: 'Exchange' },
      { toExchange: {}, toSalesforce: { Title: 'A' }, conflicts: [['Title', 'Exchange', 'B']] },
    ],
    [
      'changed on both sides: the latest is Exchange',
      { Title: 'A' },
      { Title: 'B' },
      { winner: 'Latest' },
      { toExchange: {}, toSalesforce: { Title: 'A' }, conflicts: [['Title', 'Exchange', 'B']] },
    ],
    [
      'different fields merge',
      { Title: 'A' },
      { Phone: '1' },
      {},
      { toExchange: { Phone: '1' }, toSalesforce: { Title: 'A' }, conflicts: [] },
    ],
    [
      'against the direction: nothing',
      {},
      { Title: 'B' },
      { direction: 'ExchangeToSalesforce' },
      { toExchange: {}, toSalesforce: {}, conflicts: [] },
    ],
    [
      'a required field is not emptied',
      { LastName: null },
      {},
      {},
      { toExchange: {}, toSalesforce: {}, conflicts: [] },
    ],
    [
      'an emptied account erases no company',
      {},
      { AccountId: null },
      {},
      { toExchange: {}, toSalesforce: {}, conflicts: [] },
    ],
    [
      'letter case of an address: nothing',
      { Email: 'A@X.test' },
      {},
      {},
      { toExchange: {}, toSalesforce: {}, conflicts: [] },
    ],
    [
      'too long: cut for Salesforce',
      { Title: 'A title of 16 ch' },
      {},
      {},
      { toExchange: {}, toSalesforce: { Title: 'A title of 1' }, conflicts: [] },
    ],
  ])('%s', (_name, exchange, salesforce, parts, expected) => {
    expect(written(merge(exchange, salesforce, parts))).toEqual(expected);
  });

  it('without fingerprints fills the empty side and lists a difference', () => {
    const unknown = merge({ Phone: '1', Title: 'A' }, { Title: 'B', MobilePhone: '2' }, {});
    const first = merge(
      { Phone: '1', Title: 'A' },
      { Title: 'B', MobilePhone: '2' },
      {
        exchange: { values: { ...base, Phone: '1', Title: 'A' }, prints: {}, modified: '' },
        salesforce: { values: { ...base, Title: 'B', MobilePhone: '2' }, prints: {}, modified: '' },
      },
    );
    expect(written(first)).toEqual(written(unknown));
    expect(written(first)).toEqual({
      toExchange: { MobilePhone: '2', Title: 'B' },
      toSalesforce: { Phone: '1' },
      conflicts: [['Title', 'Salesforce', 'A']],
    });
  });

  it('lists a value that Salesforce never had when a change there overwrites it', () => {
    const { toExchange, conflicts } = merge(
      {},
      { AccountId: 'Beta' },
      {
        exchange: {
          values: { ...base, AccountId: 'Unknown Ltd' },
          prints: prints({ ...base, AccountId: 'Unknown Ltd' }),
          modified: '',
        },
        salesforce: {
          values: { ...base, AccountId: 'Beta' },
          prints: prints({ ...base, AccountId: null }),
          modified: '',
        },
      },
    );
    expect(toExchange).toEqual({ AccountId: 'Beta' });
    expect(conflicts).toEqual([{ field: 'AccountId', winner: 'Salesforce', losing: 'Unknown Ltd' }]);
  });

  it('tries a company without an account again while its issue is open', () => {
    const open = { ...base, AccountId: 'Unknown Ltd' };
    const again = merge(
      {},
      {},
      {
        companyOpen: true,
        exchange: { values: open, prints: prints(open), modified: '' },
      },
    );
    expect(again.toSalesforce).toEqual({ AccountId: 'Unknown Ltd' });
  });

  it('says how much of a long value Salesforce holds', () => {
    expect(merge({ Title: 'A title of 16 ch' }, {}).clippings).toEqual([
      { field: 'Title', length: 16, limit: 12 },
    ]);
  });
});
