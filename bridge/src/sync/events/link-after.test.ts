import { describe, expect, it } from 'vitest';
import type { ExchangeEvent } from '../../domain/event.ts';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { newLink } from '../../domain/link.ts';
import type { EventItem } from './event-item.ts';
import { eventLinkAfter } from './link-after.ts';
import { event, fingerprint, mapping, record } from './testing/samples.ts';

const date = { masterId: as<ExchangeId>('master-1'), date: '2026-03-17' };
const item = (type: ExchangeEvent['type'], changes: Partial<ExchangeEvent> = {}): EventItem => {
  const one = event({ type, ...changes });
  return { id: as<ExchangeId>('master-1/2026-03-17'), event: one, time: one.time, series: date };
};
const nothing = { waiting: [], against: [], toSalesforce: {}, conflicts: [], clippings: [] };
const renamed = { ...event().properties, subject: 'Renamed' };

/** The link after a new subject was written to the item, and Exchange answered with another text than was read. */
function after(read: EventItem) {
  return eventLinkAfter(
    {
      kind: 'merge',
      link: newLink(read.id, as<RecordId>('00U000000000001AAA')),
      item: read,
      record: record(),
      merge: { ...nothing, toExchange: { Subject: 'Renamed' } },
      mapping,
      masked: false,
      paired: false,
      ends: false,
      readOnly: false,
      unheard: [],
      standsIn: false,
      unholdable: null,
      replaces: null,
    },
    {
      written: item('exception', { text: 'Typed meanwhile', properties: renamed }),
      exchangeFailed: false,
      taken: null,
      salesforceFailed: false,
      at: 'now',
    },
    fingerprint,
  ).exchangePrints;
}

describe('the link of an event that was written', () => {
  it('remembers what Exchange answered', () => {
    const { Subject, Description } = after(item('exception'));
    expect([Subject, Description]).toEqual(['Subject=Renamed', 'Description=Typed meanwhile']);
  });

  it('remembers no more than was read of a date that was written without a condition', () => {
    const { Subject, Description } = after(item('seriesMaster'));
    expect([Subject, Description]).toEqual(['Subject=Renamed', 'Description=Agenda']);
  });
});
