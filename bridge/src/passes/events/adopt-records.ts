import { newLink } from '../../domain/link.ts';
import type { KnownIssue } from '../../store/store.ts';
import { recordValues } from '../../sync/events/event-values.ts';
import { printsAfter } from '../../sync/merge/merge-values.ts';
import { askFor } from '../asked.ts';
import { noEffects } from '../effects/effects.ts';
import { rememberChunk } from '../effects/remember.ts';
import type { EventPassContext } from './event-context.ts';
import { fieldsOf } from './look.ts';

/**
 * Links the records that a create made without an answer to their items, also where those are gone meanwhile. The org's reader has
 * met them by now; without a link such a record would stay for good, or go out as a new event. What nobody changed since holds what
 * the item held then. The items are looked at: that one is gone may have been told while no link knew it.
 */
export async function adoptRecords(
  context: EventPassContext,
  openIssues: readonly KnownIssue[],
): Promise<void> {
  const { store, salesforce, userId, integrationUserId, mapping, fingerprint } = context;
  const unanswered = new Map(
    (await store.loose.ofMailbox(userId, 'Event')).flatMap(({ exchangeId, meeting }) =>
      meeting === null ? [] : [[fingerprint('Tandem_Key__c', meeting), { exchangeId, meeting }] as const],
    ),
  );
  if (unanswered.size === 0) return;
  const made = await store.events.byTandemKeys([...unanswered.keys()]);
  if (made.length === 0) return;
  const linked = new Set((await store.links.ofMailbox(userId, 'Event')).map(({ recordId }) => recordId));
  const adopted = made.filter(
    ({ recordId, ownerId, isChild }) => ownerId === userId && !isChild && !linked.has(recordId),
  );
  if (adopted.length === 0) return;
  const ids = adopted.map(({ recordId }) => recordId);
  const records = await salesforce.events.read(ids, fieldsOf(context));
  const effects = noEffects();
  for (const { tandemKey, recordId } of adopted) {
    const one = tandemKey === null ? undefined : unanswered.get(tandemKey);
    if (one === undefined) continue;
    const { exchangeId, meeting } = one;
    const record = records.get(recordId);
    const prints =
      record?.modifiedBy === integrationUserId
        ? printsAfter(recordValues(record, mapping), mapping, fingerprint)
        : {};
    effects.links.push({
      ...newLink(exchangeId, recordId, 'Event'),
      meeting,
      madeBy: 'Salesforce',
      exchangePrints: prints,
      salesforcePrints: prints,
    });
    effects.notLoose.push(exchangeId);
  }
  await store.inbox.put(userId, 'Event', ids);
  await askFor(
    store,
    userId,
    effects.links.map(({ exchangeId }) => exchangeId),
    'Event',
  );
  await rememberChunk(context, effects, new Map(), openIssues);
}
