import type { RecordId, UserId } from '../domain/ids.ts';
import { knownEvent } from '../passes/events/known-event.ts';
import type { ReadPosition } from '../salesforce/salesforce.ts';
import type { ReaderState } from '../store/store.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { advance } from './org-reader.ts';
import type { OrgSettings } from './settings-reader.ts';
import { recordsShownAgain } from './shown-again.ts';

const reader = 'events';
const deletionsKey = 'deletions of events read until';

/** Whether any configuration syncs events, so that they have to be read at all. */
export function syncsEvents({ configurations }: Pick<OrgSettings, 'configurations'>): boolean {
  return [...configurations.values()].some(({ configuration }) => configuration.events.direction !== 'Off');
}

/** Where a reading of changed events starts. */
export function beginEvents({ store }: Pick<BridgeDeps, 'store'>): Promise<ReaderState | null> {
  return store.readers.get(reader);
}

/** Reads the org's changed events for all mailboxes together; answers the mailboxes whose inbox got something. */
export async function readEventsOfOrg(
  deps: BridgeDeps,
  start: ReaderState | null,
): Promise<readonly UserId[]> {
  const { salesforce, store, fingerprint } = deps;
  const concerned = new Set<UserId>();
  let position: ReadPosition | null = start;
  for (;;) {
    const { events, more } = await salesforce.events.readChanged(position);
    const known = events.map((keys) => knownEvent(keys, fingerprint, salesforce.serverTime()));
    const { users } = await store.events.remember(known, true);
    for (const userId of users) concerned.add(userId);
    const last = events.at(-1);
    if (more && last) {
      position = { stamp: last.stamp, id: last.id };
      continue;
    }
    await advance(deps, reader, start, last?.stamp ?? position?.stamp ?? null);
    return [...concerned];
  }
}

/**
 * Finds events that were deleted without having been seen deleted: the feed of deletions names them, or no list does. Those
 * that no list names are found again when that was an empty answer.
 */
export async function readDeletedEvents(
  deps: BridgeDeps,
  settings: Pick<OrgSettings, 'configurations'>,
): Promise<readonly UserId[]> {
  if (!syncsEvents(settings)) return [];
  const { salesforce, store } = deps;
  const since = await store.meta.get(deletionsKey);
  const time = salesforce.serverTime();
  if (since === null) {
    if (time !== null) await store.meta.set(deletionsKey, time);
    return [];
  }
  const { ids, until, complete } = await salesforce.events.readDeleted(since);
  const gone = complete ? ids : await missing(deps);
  const known = await store.events.get(gone);
  const users = await rememberGone(
    deps,
    gone.filter((id) => known.get(id)?.deleted === false),
  );
  await store.meta.set(deletionsKey, until);
  return [...users, ...(await rememberShownAgain(deps))];
}

async function rememberShownAgain({
  salesforce,
  store,
  fingerprint,
}: BridgeDeps): Promise<readonly UserId[]> {
  const again = await recordsShownAgain(store, 'Event', {
    known: store.events,
    anyOf: async (ids) => (await salesforce.events.readKeys(ids)).length > 0,
    allIds: () => salesforce.events.readAllIds(),
  });
  if (again.length === 0) return [];
  const found = (await salesforce.events.readKeys(again)).map((keys) =>
    knownEvent(keys, fingerprint, salesforce.serverTime()),
  );
  return (await store.events.remember(found, true)).users;
}

async function rememberGone(
  { salesforce, store, fingerprint }: BridgeDeps,
  ids: readonly RecordId[],
): Promise<readonly UserId[]> {
  if (ids.length === 0) return [];
  const found = await salesforce.events.readKeys(ids);
  const there = new Set(found.map(({ id }) => id));
  // Reported first: once they are remembered, they are no news to another process.
  const users = await store.inbox.report('Event', ids);
  await store.events.remember(
    found.map((keys) => knownEvent(keys, fingerprint, salesforce.serverTime())),
    false,
  );
  await store.events.markGone(ids.filter((id) => !there.has(id)));
  return users;
}

async function missing({ salesforce, store }: BridgeDeps): Promise<readonly RecordId[]> {
  const [existing, known] = await Promise.all([salesforce.events.readAllIds(), store.events.allIds()]);
  return known.filter((id) => !existing.has(id));
}
