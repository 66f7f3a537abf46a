import type { RecordId } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import { heldCode } from '../passes/effects/held-deletion.ts';
import { isLost } from '../passes/lost-record.ts';
import type { KnownRecord, Store } from '../store/store.ts';

/** How the records of one kind are asked for. */
export interface WhereToLook {
  /** What is known of records, and the ids of those that are taken to be there. */
  readonly known: {
    get(
      ids: readonly RecordId[],
    ): Promise<ReadonlyMap<RecordId, Pick<KnownRecord, 'deleted' | 'lastModifiedBy'>>>;
    allIds(): Promise<readonly RecordId[]>;
  };
  /** Whether any of these exists now; they fit into one call. */
  readonly anyOf: (ids: readonly RecordId[]) => Promise<boolean>;
  readonly allIds: () => Promise<ReadonlySet<RecordId>>;
}

/** What one call asks for by id. */
const mostInACall = 2_000;

/**
 * Records that an empty answer made seem gone for good, and that are there again. They are looked for while links of such
 * records are held: all of them, once one of those shows again, for candidates of pairing were missing with them.
 */
export async function recordsShownAgain(
  store: Store,
  kind: Kind,
  { known, anyOf, allIds }: WhereToLook,
): Promise<readonly RecordId[]> {
  const held = await recordsOfHeldLinks(store, kind);
  const seen = await known.get(held);
  const lost = held.filter((id) => isLost(seen.get(id)));
  if (lost.length === 0 || !(await anyOf(lost.slice(0, mostInACall)))) return [];
  const [existing, there] = await Promise.all([allIds(), known.allIds()]);
  const taken = new Set(there);
  const others = [...existing].filter((id) => !taken.has(id));
  const gone = await known.get(others);
  // Those that were never met are none of these: the org's reader brings them in their turn.
  return others.filter((id) => gone.has(id) && isLost(gone.get(id)));
}

async function recordsOfHeldLinks(store: Store, kind: Kind): Promise<readonly RecordId[]> {
  const records = new Set<RecordId>();
  for (const { userId } of await store.mailboxes.all()) {
    const isHeld = (await store.issues.open(userId, kind)).some(({ code }) => code === heldCode[kind]);
    if (!isHeld) continue;
    for (const { recordId } of await store.links.held(userId, kind)) records.add(recordId);
  }
  return [...records];
}
