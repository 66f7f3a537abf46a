import type { UserPermissions } from '../domain/permissions.ts';
import type { UserId } from '../domain/ids.ts';
import { readOrgAgain } from '../passes/own-org.ts';
import type { Claim, MailboxState, Store } from '../store/store.ts';
import type { Mapping } from '../sync/mapping/mapping.ts';
import { permittedEventDirection } from '../sync/permitted-direction.ts';
import { askFor } from '../passes/asked.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { withMailbox } from './claim-mailbox.ts';
import type { ReadyConfiguration } from './ready-configuration.ts';

/**
 * When what an admin decided for a mailbox, or what its user may do, is not what it was, or the mailbox is active again, the
 * next pass looks at all that it might concern now: records that it might hold, and contacts that got no record so far. A
 * mailbox that is being synced is left to the next read of the settings.
 */
export async function reconsider(
  deps: Pick<BridgeDeps, 'store' | 'fingerprint' | 'holder'>,
  mailbox: MailboxState,
  ready: ReadyConfiguration | undefined,
  permissions: UserPermissions | undefined,
): Promise<void> {
  const { store, fingerprint } = deps;
  const { userId } = mailbox;
  await rereadCalendar(deps, mailbox, ready, permissions);
  const key = `decided for ${userId}`;
  const decided =
    ready && mailbox.active ? fingerprint('configuration', decisions(ready, permissions)) : 'nothing';
  const before = await store.meta.get(key);
  if (before === decided) return;
  if (decided !== 'nothing' && before !== null) {
    const tell = async () => {
      const loose = await store.loose.ofMailbox(userId, 'Contact');
      await askFor(
        store,
        userId,
        loose.map(({ exchangeId }) => exchangeId),
      );
      if (ready?.configuration.contacts.scope === 'Visible') await store.inbox.putAll(userId, 'Contact');
      else await store.inbox.put(userId, 'Contact', await recordsOf(store, userId));
      return true;
    };
    if ((await withMailbox(deps, userId, tell, { tries: 1 })) === null) return;
  }
  await store.meta.set(key, decided);
  await readOrgAgain(store, userId, 'Contact');
  if (ready && ready.configuration.events.direction !== 'Off') await readOrgAgain(store, userId, 'Event');
}

/**
 * When other events sync than before, or other fields of them, the whole window is read and compared once, since nobody tells of
 * what is in a calendar already: what may come now comes, and what turned private by the configuration is reduced.
 */
async function rereadCalendar(
  deps: Pick<BridgeDeps, 'store' | 'fingerprint' | 'holder'>,
  { userId, active }: MailboxState,
  ready: ReadyConfiguration | undefined,
  permissions: UserPermissions | undefined,
): Promise<void> {
  if (!ready || !active || ready.configuration.events.direction === 'Off') return;
  const { store, fingerprint } = deps;
  const key = `events decided for ${userId}`;
  const decided = fingerprint('events decided', eventDecisions(ready, permissions));
  const before = await store.meta.get(key);
  if (before === decided) return;
  if (before !== null) {
    const forget = async (claim: Claim) => {
      await store.events.updateCalendar(claim, { cursor: null });
      return true;
    };
    if ((await withMailbox(deps, userId, forget, { kind: 'Event', tries: 1 })) === null) return;
  }
  await store.meta.set(key, decided);
}

/** Which events sync, which way, and what of them; not how conflicts, deletions and mail are decided. */
function eventDecisions(
  { configuration, eventMapping }: ReadyConfiguration,
  permissions: UserPermissions | undefined,
): string {
  const { events } = configuration;
  const { selection, privateEvents, series, seriesDaysAhead, windowDaysBack, windowDaysAhead } = events;
  const which = [selection, privateEvents, series, seriesDaysAhead, windowDaysBack, windowDaysAhead];
  const may = permissions && [
    permittedEventDirection(events.direction, permissions).direction,
    permissions.editEvents,
  ];
  return JSON.stringify([fieldsOf(eventMapping), which, events.earlierEvents, may]);
}

function fieldsOf({ fields }: Mapping) {
  return fields.map(({ field, path, direction }) => [field, path, direction]);
}

function decisions(
  { configuration, mapping, filter, recordType }: ReadyConfiguration,
  permissions: UserPermissions | undefined,
): string {
  const decided = [configuration.id, configuration.contacts, fieldsOf(mapping), filter, recordType];
  return JSON.stringify([...decided, permissions]);
}

async function recordsOf(store: Store, userId: UserId) {
  const [owned, links] = await Promise.all([
    store.records.ownedBy(userId),
    store.links.ofMailbox(userId, 'Contact'),
  ]);
  const linked = links.filter(({ state, reason }) => state === 'Live' || reason === 'OutOfFilter');
  return [...new Set([...owned, ...linked.map(({ recordId }) => recordId)])];
}
