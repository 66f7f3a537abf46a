import type { RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { holdsRecord } from '../../domain/link.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { Candidate } from '../../sync/pairing/candidate.ts';
import { bestCandidate } from '../../sync/pairing/candidate.ts';
import type { CreateItemStep, Step } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import { accessTo } from '../record-access.ts';

/** The records that duplicate rules named and that the user can see, by id. */
export type Matches = ReadonlyMap<RecordId, Candidate>;

/** Reads which of the records that duplicate rules named in these outcomes exist and are visible to the mailbox's user. */
export async function visibleMatches(
  context: PassContext,
  outcomes: readonly (Outcome<unknown> | null | undefined)[],
): Promise<Matches> {
  const named = new Set(outcomes.flatMap((outcome) => matchesOf(outcome)));
  if (named.size === 0) return new Map();
  const fields = ['CreatedDate', 'LastActivityDate'];
  const records = [...(await context.salesforce.readContacts([...named], fields)).values()];
  const access = await accessTo(
    context,
    records.map(({ id, ownerId, stamp }) => ({ recordId: id, ownerId, stamp })),
  );
  return new Map(
    records
      .filter(({ id }) => access.get(id)?.read === true)
      .map((record) => [
        record.id,
        {
          recordId: record.id,
          own: record.ownerId === context.userId,
          visible: true,
          created: record.values.CreatedDate ?? '',
          modified: record.modified,
          lastActivity: record.values.LastActivityDate ?? null,
          emailKey: null,
          nameKey: null,
          tandemKey: null,
        },
      ]),
  );
}

/** The records that a duplicate rule named when it stopped a write; none for any other outcome. */
export function matchesOf(outcome: Outcome<unknown> | null | undefined): readonly RecordId[] {
  if (!outcome || outcome.ok || outcome.refusal.kind !== 'refused') return [];
  return outcome.refusal.matches ?? [];
}

/** The record that a stopped contact is paired with, by the configured rule; null when all are taken or none is visible. */
export function matchFor(
  context: Pick<PassContext, 'policy'>,
  outcome: Outcome<unknown>,
  visible: Matches,
  taken: ReadonlySet<RecordId>,
): RecordId | null {
  const free = matchesOf(outcome).flatMap((id) => (taken.has(id) ? [] : (visible.get(id) ?? [])));
  return bestCandidate(free, context.policy.match)?.recordId ?? null;
}

/**
 * Records that no further contact of the mailbox may be paired with: those of links, and of what the pass does. One that is
 * about to get an item of its own is free: it takes the contact that was stopped for it instead.
 */
export function takenRecords(links: readonly Link[], steps: readonly Step[]): Set<RecordId> {
  const outgoing = new Set(steps.flatMap((step) => (getsFirstItem(step) ? [step.record.id] : [])));
  const linked = links.filter(holdsRecord).map(({ recordId }) => recordId);
  const paired = steps.flatMap((step) => ('link' in step ? [step.link.recordId] : []));
  return new Set([...linked, ...paired].filter((id) => !outgoing.has(id)));
}

/** Whether the step gives a record an item that it never had. */
export function getsFirstItem(step: Step): step is CreateItemStep {
  return step.kind === 'createItem' && step.replaces === null;
}
