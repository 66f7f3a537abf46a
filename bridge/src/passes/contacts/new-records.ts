import type { SalesforceContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { KnownRecord } from '../../store/store.ts';
import { recordKeyOf } from '../../sync/identity.ts';
import type { PassContext } from '../pass-context.ts';
import { narrowed } from './going-out.ts';
import type { Sightings } from './look.ts';
import { lookAtRecords } from './look.ts';
import type { MadePair } from './pair.ts';
import type { Changes } from './read-changes.ts';

/** A record that has no item in the mailbox yet. */
export interface NewRecord {
  readonly known: KnownRecord;
  readonly record: SalesforceContact;
}

/** Records of the filter that have no link yet, or whose link ended with their copy when they left the filter or were hidden. */
export async function outgoingRecords(
  context: PassContext,
  changes: Changes,
  sightings: Sightings,
  pairs: readonly MadePair[],
  revivals: readonly Link[],
): Promise<readonly NewRecord[]> {
  if (!flowsFrom('Salesforce', context.policy.direction)) return [];
  const busy = new Set([
    ...pairs.map(({ recordId }) => recordId),
    ...revivals.map(({ recordId }) => recordId),
    ...changes.links
      .filter((link) => link.state === 'Live' || !copyWasRemoved(link, sightings))
      .map(({ recordId }) => recordId),
  ]);
  const free = await lookAtRecords(
    context,
    await narrowed(
      context,
      [...changes.records].filter((id) => !busy.has(id)),
    ),
  );
  return [...free.salesforce].flatMap(([id, sighting]) => {
    const known = free.known.get(id);
    return known && sighting.kind === 'present' && sighting.inFilter === true
      ? [{ known, record: sighting.record }]
      : [];
  });
}

/** A copy that the user moved to another folder is still there, and gets no second one beside it. */
function copyWasRemoved(link: Link, sightings: Sightings): boolean {
  const removed = link.reason === 'OutOfFilter' || link.reason === 'AccessLost';
  const item = sightings.exchange.get(link.exchangeId);
  return removed && item?.kind === 'gone' && item.how !== 'MovedOut';
}

/** Records that were made in place of deleted ones, which the links do not know yet. */
export async function successors(
  context: PassContext,
  live: readonly Link[],
  sightings: Sightings,
): Promise<readonly SalesforceContact[]> {
  const widowed = live.filter(({ recordId }) => sightings.salesforce.get(recordId)?.kind === 'gone');
  if (widowed.length === 0) return [];
  const made = await context.store.records.byTandemKeys(
    widowed.map(({ exchangeId }) =>
      context.fingerprint('record key', recordKeyOf(context.exchangeUserId, exchangeId)),
    ),
  );
  const { salesforce } = await lookAtRecords(
    context,
    made.map(({ recordId }) => recordId),
  );
  return [...salesforce.values()].flatMap((sighting) =>
    sighting.kind === 'present' ? [sighting.record] : [],
  );
}
