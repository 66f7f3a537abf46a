import { beforeEach, describe, expect, it } from 'vitest';
import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { PrivateCopy } from '../../store/event-store.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import type { SharedCopies } from './private-copies.ts';
import { rememberJudged } from './private-copies.ts';

const [linked, ended, unlinked] = ['linked', 'ended', 'unlinked'].map((id) => as<ExchangeId>(id)) as [
  ExchangeId,
  ExchangeId,
  ExchangeId,
];
const [hidden, shown] = [as<Fingerprint>('hidden'), as<Fingerprint>('shown')];

let remembered: Map<ExchangeId, PrivateCopy>;
beforeEach(() => {
  remembered = new Map();
});

const link = (id: ExchangeId, state: Link['state']): Link => ({
  ...newLink(id, as<RecordId>(`record of ${id}`), 'Event'),
  state,
});

const context = {
  store: {
    links: { ofMailbox: () => Promise.resolve([link(linked, 'Live'), link(ended, 'Suppressed')]) },
    events: {
      privateCopies: () => Promise.resolve([...remembered.values()]),
      rememberPrivate: (_claim: unknown, taken: readonly PrivateCopy[], others: readonly ExchangeId[]) => {
        for (const id of others) remembered.delete(id);
        for (const copy of taken) remembered.set(copy.exchangeId, copy);
        return Promise.resolve();
      },
    },
  },
} as unknown as EventPassContext;

/** What is remembered after a pass that looked at these copies of a meeting, all public by themselves. */
async function judged(ids: readonly ExchangeId[], meeting: Fingerprint, isDone: boolean) {
  const changes = {
    items: new Map(ids.map((id) => [id, {}])),
    beyond: new Map(),
    gone: new Map(),
    aside: new Set(),
    asked: { approved: [], items: [] },
    unread: new Set(),
  } as unknown as CalendarChanges;
  const copies: SharedCopies = {
    remembered: new Map(),
    read: new Map(ids.map((exchangeId) => [exchangeId, { meeting, isPrivate: false }])),
    isGone: () => false,
    elsewhere: new Set([hidden]),
    meetings: new Map(ids.map((exchangeId) => [exchangeId, [meeting]])),
  };
  await rememberJudged(context, changes, { copies, readAlong: new Set() }, isDone);
  return [...remembered.keys()];
}

describe('what was judged as private since another mailbox’s copy is', () => {
  it('is remembered when the pass is done', async () => {
    expect(await judged([linked, ended, unlinked], hidden, true)).toEqual([linked, ended, unlinked]);
  });

  it('is remembered where it has no link also when the pass leaves something to do: nothing tells of it again', async () => {
    expect(await judged([linked, ended, unlinked], hidden, false)).toEqual([ended, unlinked]);
  });

  it('is forgotten once it is judged otherwise, and that is carried out', async () => {
    await judged([unlinked], hidden, true);
    expect(await judged([unlinked], shown, false)).toEqual([unlinked]);
    expect(await judged([unlinked], shown, true)).toEqual([]);
  });
});
