import { expect, it } from 'vitest';
import type { ExchangeEvent } from '../../domain/event.ts';
import { recordValues } from '../../sync/events/event-values.ts';
import { event, fingerprint, mapping, policy, record } from '../../sync/events/testing/samples.ts';
import { noEffects } from '../effects/effects.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import { createCalendarItems } from './create-calendar-items.ts';
import type { EventPassContext } from './event-context.ts';

/** What is remembered of a record that gets an event, when Exchange answers with this one; `tried`: that was noted before. */
async function given(answer: ExchangeEvent, { tried }: { readonly tried: boolean } = { tried: false }) {
  const context = {
    mapping,
    fingerprint,
    policy,
    now: () => new Date('2026-03-01T09:00:00Z'),
    store: {
      intents: {
        ofMailbox: () => Promise.resolve(new Set(tried ? [record().id] : [])),
        add: () => Promise.resolve(),
      },
    },
    calendar: {
      findByMarker: () => Promise.resolve([]),
      createEvents: () => Promise.resolve([{ ok: true, done: answer }]),
    },
  } as unknown as EventPassContext;
  const changes = { full: false, zone: () => Promise.resolve('UTC') } as unknown as CalendarChanges;
  const step = { kind: 'createItem', record: record(), replaces: null } as const;
  const effects = noEffects();
  await createCalendarItems(
    context,
    [{ ...step, values: recordValues(step.record, mapping) }],
    { held: new Set(), changes, guard: { ofCreate: (_step, properties) => properties } },
    effects,
  );
  const [link] = effects.links;
  return {
    item: link?.exchangeId,
    madeBy: link?.madeBy,
    remembers: Object.keys(link?.exchangePrints ?? {}).length > 0,
    again: [...effects.again],
    created: effects.counts.SalesforceToExchange.created,
  };
}

it('remembers the event that was made for a record', async () => {
  const made = { item: 'item-1', madeBy: 'Exchange', remembers: true, again: [], created: 1 };
  expect(await given(event())).toEqual(made);
});

it('has the event of an earlier try looked at', async () => {
  const earlier = { item: 'item-1', madeBy: null, remembers: true, again: [record().id], created: 0 };
  expect(await given(event(), { tried: true })).toEqual(earlier);
});

it('has an event that is a series by now looked at, although nobody remembers the earlier try', async () => {
  const series = { item: 'item-1', madeBy: null, remembers: false, again: [record().id], created: 0 };
  expect(await given(event({ type: 'seriesMaster' }))).toEqual(series);
});
