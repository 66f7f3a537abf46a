import { describe, expect, it } from 'vitest';
import type { ExchangeEvent } from '../../domain/event.ts';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Value } from '../../domain/item.ts';
import { newLink } from '../../domain/link.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import type { MappingDirection } from '../../rules/field-mapping.ts';
import { printsAfter } from '../merge/merge-values.ts';
import { eventMapping } from './event-fields.ts';
import { singleItem } from './event-item.ts';
import { itemValues, recordValues } from './event-values.ts';
import { mergeEvent } from './merge-event.ts';
import { namedId, withNamed } from './named-values.ts';
import { event, eventFields, fingerprint, policy, record } from './testing/samples.ts';

const guest = {
  email: 'c@customer.test',
  name: 'C',
  type: 'required',
  response: 'none',
  responded: null,
} as const;
const withCode = (value: Value) => ({
  ...event().properties,
  singleValueExtendedProperties: [{ id: namedId('CODE'), value }],
});
const withTopic = (value: Value) => ({ ...record().values, Topic__c: value });

function merged(
  [before, exchange, salesforce]: readonly [Value, Value, Value],
  {
    direction = 'Both',
    item = {},
    masked = false,
    policy: changed = {},
    isCopy = true,
  }: {
    direction?: MappingDirection;
    item?: Partial<ExchangeEvent>;
    masked?: boolean;
    policy?: Partial<EventPolicy>;
    isCopy?: boolean;
  } = {},
) {
  const { mapping } = eventMapping([{ field: 'Topic__c', property: 'named:Code', direction }], eventFields);
  const known = singleItem(event({ properties: withCode(before) }));
  return mergeEvent({
    link: {
      ...newLink(as<ExchangeId>('item-1'), as<RecordId>('00U000000000001AAA'), 'Event'),
      exchangePrints: printsAfter(itemValues(known, false, mapping), mapping, fingerprint),
      salesforcePrints: printsAfter(
        recordValues(record({ values: withTopic(before) }), mapping),
        mapping,
        fingerprint,
      ),
    },
    item: singleItem(event({ properties: withCode(exchange), ...item })),
    record: record({ values: withTopic(salesforce), isCopy }),
    masked,
    goesOn: false,
    editable: true,
    policy: { ...policy, ...changed },
    mapping,
    fingerprint,
  }).merge;
}

describe('a custom field of an event', () => {
  it('flows from where it was changed', () => {
    expect(merged(['A', 'B', 'A']).toSalesforce).toEqual({ Topic__c: 'B' });
    expect(merged(['A', 'A', 'B']).toExchange).toEqual({ Topic__c: 'B' });
    expect(merged(['A', null, 'A']).toSalesforce).toEqual({ Topic__c: null });
  });

  it('flows only as its own direction lets it', () => {
    expect(merged(['A', 'A', 'B'], { direction: 'ToSalesforce' }).toExchange).toEqual({});
    expect(merged(['A', 'B', 'A'], { direction: 'ToExchange' }).toSalesforce).toEqual({});
  });

  it('keeps the value that loses a conflict, but not that of a private event', () => {
    expect(merged(['A', 'B', 'C'])).toMatchObject({
      toExchange: { Topic__c: 'C' },
      conflicts: [{ field: 'Topic__c', winner: 'Salesforce', losing: 'B' }],
    });
    expect(merged(['A', 'B', 'C'], { item: { sensitivity: 'private' } }).conflicts).toEqual([]);
  });

  it('is cut to what Salesforce can hold, which takes nothing from Outlook', () => {
    const long = 'x'.repeat(30);
    expect(merged(['A', long, 'A'])).toMatchObject({
      toSalesforce: { Topic__c: 'x'.repeat(20) },
      clippings: [{ field: 'Topic__c', length: 30, limit: 20 }],
    });
    expect(merged([long, long, 'x'.repeat(20)])).toMatchObject({ toSalesforce: {} });
  });

  it('is own to each copy of a meeting, so that an attendee’s copy takes it', () => {
    const item = { isOrganizer: false, attendees: [guest] };
    expect(merged(['A', 'A', 'B'], { item }).toExchange).toEqual({ Topic__c: 'B' });
  });

  it('is taken out of the copy of an event that turned private, and left in what people wrote', () => {
    const masked = { masked: true, item: { sensitivity: 'private' } } as const;
    expect(merged(['A', 'A', 'A'], masked).toSalesforce).toMatchObject({ Topic__c: null });
    expect(merged(['A', 'A', 'A'], { ...masked, isCopy: false }).toSalesforce).not.toHaveProperty('Topic__c');
    expect(merged([null, 'Secret', 'Typed'], masked).toExchange).toEqual({});
  });
});

it('knows after a write what Exchange does not answer, beside what was not written', () => {
  const before = {
    singleValueExtendedProperties: [
      { id: namedId('a'), value: '1' },
      { id: namedId('B'), value: '2' },
    ],
  };
  const written = { singleValueExtendedProperties: [{ id: namedId('b'), value: '3' }] };
  expect(withNamed({ subject: 'S' }, before, written)).toEqual({
    subject: 'S',
    singleValueExtendedProperties: [
      { id: namedId('a'), value: '1' },
      { id: namedId('b'), value: '3' },
    ],
  });
  expect(withNamed({ subject: 'S' }, {}, {})).toEqual({ subject: 'S' });
});
