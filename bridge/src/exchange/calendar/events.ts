import type { ExchangeEvent } from '../../domain/event.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { BatchMember } from '../batch.ts';
import type { Doomed } from '../delete-items.ts';
import { deleteItems } from '../delete-items.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { markedWith } from '../marker.ts';
import type { Written } from '../refusals.ts';
import { writeItems } from '../write-items.ts';
import { readWholeEvent } from './event.ts';
import { writableNames } from './event-shape.ts';
import type { ExchangeEventPatch, NewExchangeEvent } from './exchange-calendar.ts';

const written: Written<ExchangeEvent> = {
  names: writableNames,
  read(body) {
    const read = readWholeEvent(body);
    return read.kind === 'event' ? { done: read.event } : null;
  },
};

/**
 * Creates events with their markers. Exchange answers a `transactionId` that it knows with the event that it made of it ("event
 * resource type", `transactionId`), as it stands by then: so one is not repeated at once, where a person's edit in between
 * would pass for what was written, but comes back `unknown`.
 */
export async function createEvents(
  calls: MailboxCalls,
  events: readonly NewExchangeEvent[],
): Promise<readonly Outcome<ExchangeEvent>[]> {
  const members = events.map(({ properties, marker, transactionId }): BatchMember => {
    return {
      method: 'POST',
      path: calls.paths.events,
      body: { ...properties, ...markedWith(marker, properties), transactionId },
    };
  });
  const writes = { operation: 'createEvents', verb: 'create', repeatable: false } as const;
  return writeItems(calls, members, { ...writes, ...written });
}

/**
 * Changes events, or single occurrences, on the condition of their etags; one that is repeated after it was carried out comes
 * back `stale`. Without an etag it could mail people twice, so then it is not repeated and comes back `unknown`.
 */
export async function updateEvents(
  calls: MailboxCalls,
  patches: readonly ExchangeEventPatch[],
): Promise<readonly Outcome<ExchangeEvent>[]> {
  const members = patches.map(({ id, etag, properties }): BatchMember => {
    return { method: 'PATCH', path: calls.paths.event(id), ifMatch: etag, body: properties };
  });
  const repeatable = patches.every(({ etag }) => etag !== null);
  return writeItems(calls, members, { operation: 'updateEvents', verb: 'update', repeatable, ...written });
}

/** Deletes events, or cancels single occurrences. */
export async function deleteEvents(
  calls: MailboxCalls,
  events: readonly Doomed[],
): Promise<readonly Outcome<null>[]> {
  return deleteItems(calls, 'deleteEvents', calls.paths.event, events);
}
