import type { ExchangeId } from '../../domain/ids.ts';
import type { ExchangeContact } from '../../domain/item.ts';
import type { Fingerprints, Link } from '../../domain/link.ts';
import type { KnownRecord } from '../../store/store.ts';
import { markedRecord } from '../../sync/identity.ts';
import { valuesOf } from '../../sync/mapping/mapping.ts';
import { printsAfter } from '../../sync/merge/merge-values.ts';
import { matchKeysOf } from '../../sync/pairing/match-keys.ts';
import type { OldTraits, Traits } from '../../sync/plan/moved-mailbox.ts';
import { isMoved, newIds, seemsMoved } from '../../sync/plan/moved-mailbox.ts';
import { isRemembered } from '../../sync/plan/situation-of.ts';
import type { PassContext } from '../pass-context.ts';
import { noEffects } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import type { Changes } from './read-changes.ts';
import { readMarkers } from './read-markers.ts';
import { rememberChunk } from '../effects/remember.ts';

/**
 * Follows a mailbox that was moved to another server: its links, ended ones too, go on under the new ids of their items with
 * all that they remember, before anything is decided about the old ones. Only ids that are surely dead are given up.
 */
export async function followMailbox(context: PassContext, changes: Changes): Promise<Changes> {
  if (!seemsMoved(changes)) return changes;
  const contacts = [...changes.contacts.values()];
  const [items, old] = await Promise.all([traitsOf(context, contacts), oldTraitsOf(context, changes.links)]);
  const ids = newIds(old, items);
  if (!isMoved(old, ids)) return changes;
  const found = await context.exchange.readContacts([...ids.keys()], ['id']);
  const dead = changes.links.filter(({ exchangeId }) => found.get(exchangeId) === null);
  if (dead.length === 0) return changes;
  const effects = noEffects();
  effects.links.push(
    ...dead.filter(({ state }) => state === 'Live').map((link) => ended(link, 'DeletedByPolicy')),
    ...dead.map((link) => renumbered(link, ids.get(link.exchangeId) ?? link.exchangeId)),
  );
  const before = new Map(changes.links.map((link) => [link.exchangeId as string, link]));
  await rememberChunk(context, effects, before, []);
  context.log.info({ userId: context.userId, links: dead.length }, 'The mailbox was moved; links follow.');
  return { ...changes, links: await context.store.links.ofMailbox(context.userId, 'Contact') };
}

/** Whether it is the same item or a copy that a person made of it cannot be told, so it is not taken away later. */
function renumbered(link: Link, exchangeId: ExchangeId): Link {
  const madeBy = link.madeBy === 'Exchange' ? null : link.madeBy;
  return { ...link, exchangeId, madeBy, etag: null, pendingExchange: null };
}

async function traitsOf(
  context: PassContext,
  contacts: readonly ExchangeContact[],
): Promise<readonly Traits[]> {
  const { mapping, fingerprint, orgId } = context;
  const { markers } = await readMarkers(context, contacts);
  const masters = await context.store.records.masters(
    contacts.flatMap(({ id }) => markedRecord(markers.get(id) ?? null, orgId) ?? []),
  );
  return contacts.map(({ id, properties }) => {
    const marked = markedRecord(markers.get(id) ?? null, orgId);
    return {
      exchangeId: id,
      marker: marked && (masters.get(marked) ?? marked),
      content: contentOf(context, printsAfter(valuesOf(properties, mapping), mapping, fingerprint)),
      keys: matchKeysOf(properties, fingerprint),
    };
  });
}

async function oldTraitsOf(context: PassContext, links: readonly Link[]): Promise<readonly OldTraits[]> {
  const records: ReadonlyMap<string, KnownRecord> = await context.store.records.get(
    links.map(({ recordId }) => recordId),
  );
  return links.map((link) => ({
    link,
    recordLives: records.get(link.recordId)?.deleted === false,
    content: isRemembered(link) ? contentOf(context, link.exchangePrints) : null,
    emailKey: records.get(link.recordId)?.emailKey ?? null,
    nameKey: records.get(link.recordId)?.nameKey ?? null,
  }));
}

function contentOf({ mapping }: PassContext, prints: Fingerprints): string {
  return JSON.stringify(mapping.fields.map(({ field }) => prints[field] ?? null));
}
