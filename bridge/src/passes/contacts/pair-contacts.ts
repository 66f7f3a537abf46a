import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { ExchangeContact, SalesforceContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import type { Attention } from '../../sync/plan/attention.ts';
import type { LinkView } from '../../sync/plan/plan-contacts.ts';
import { revived } from '../../sync/plan/revival.ts';
import type { PassContext } from '../pass-context.ts';
import { sortKeyedRecords } from './keyed-records.ts';
import { pairView } from './link-views.ts';
import type { Sightings } from './look.ts';
import { lookAtRecords } from './look.ts';
import { outgoingRecords, successors } from './new-records.ts';
import type { Pairing } from './pair.ts';
import { pairNewItems } from './pair.ts';
import { pairLooseItems } from './pair-loose.ts';
import type { Changes } from './read-changes.ts';

/** What a pass found of the contacts and records that no link holds. */
export interface PairedContacts extends Pick<Pairing, 'doubles' | 'unread'> {
  /** The pairs, as links that are about to be made. */
  readonly views: readonly LinkView[];
  /** Items of links that these pairs stand in for. */
  readonly taken: ReadonlySet<ExchangeId>;
  /** Links that a new item takes over. */
  readonly replaced: readonly Link[];
  readonly newItems: readonly ExchangeContact[];
  readonly newRecords: readonly SalesforceContact[];
  /** Records of which the next pass has to tell where they belong. */
  readonly unclear: ReadonlySet<RecordId>;
}

/** What is known of a pass's links when it pairs. `revivals`: ended ones that live again. */
export interface LinksOfPass {
  readonly focus: Attention;
  readonly revivals: readonly Link[];
  readonly sightings: Sightings;
}

/**
 * Pairs new items with records, and records that go out with items: by what people see of them, and by the keys of what was made
 * without an answer.
 */
export async function pairContacts(
  context: PassContext,
  changes: Changes,
  { focus, revivals, sightings }: LinksOfPass,
): Promise<PairedContacts> {
  const live = focus.links.filter(({ state }) => state === 'Live');
  // A suppressed link whose item shows itself but cannot revive stays as it is: its item is known, so it is not new.
  const pairing = await pairNewItems(
    context,
    focus.newItems,
    [...changes.links.filter((link) => !revivals.includes(link)), ...revivals.map(revived)],
    goneAmong(live, sightings),
  );
  const outgoing = await outgoingRecords(context, changes, sightings, pairing.pairs, revivals);
  const sorted = await sortKeyedRecords(
    context,
    changes,
    [...outgoing.map(({ record }) => record), ...(await successors(context, live, sightings))],
    new Set(pairing.pairs.map(({ contact }) => contact.id)),
  );
  const keyed = sorted.keyed.map(({ recordId }) => recordId);
  const settled = new Set([...keyed, ...sorted.ended, ...sorted.unclear]);
  const open = outgoing.filter(({ known }) => !settled.has(known.recordId));
  // An item that could not be read may belong to any of them.
  const [going, doubtful] = pairing.unread.size === 0 ? [open, []] : [[], open];
  const loose = await pairLooseItems(
    context,
    going.map(({ known }) => known),
    new Set(changes.contacts.keys()),
  );
  const pairs = [...pairing.pairs, ...loose];
  const records = await lookAtRecords(context, [...pairs.map(({ recordId }) => recordId), ...keyed]);
  const replaced = pairing.pairs.flatMap(({ replaces }) => replaces ?? []);
  const paired = new Set(loose.map(({ recordId }) => recordId));
  return {
    views: [
      ...pairs.flatMap(({ contact, ...pair }) =>
        pairView(
          context,
          { ...pair, exchangeId: contact.id, exchange: { kind: 'present', contact } },
          records,
        ),
      ),
      ...sorted.keyed.flatMap((made) => pairView(context, { ...made, by: 'key' }, records)),
    ],
    taken: new Set([...replaced, ...sorted.keyed].map(({ exchangeId }) => exchangeId)),
    replaced,
    newItems: pairing.unpaired,
    newRecords: going.filter(({ known }) => !paired.has(known.recordId)).map(({ record }) => record),
    doubles: pairing.doubles,
    unread: pairing.unread,
    unclear: new Set([...records.unclear, ...sorted.unclear, ...doubtful.map(({ known }) => known.recordId)]),
  };
}

function goneAmong(links: readonly Link[], { exchange }: Sightings): ReadonlySet<ExchangeId> {
  return new Set(
    links.flatMap(({ exchangeId }) => (exchange.get(exchangeId)?.kind === 'gone' ? [exchangeId] : [])),
  );
}
