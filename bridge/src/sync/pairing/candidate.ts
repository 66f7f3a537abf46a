import type { Fingerprint, RecordId } from '../../domain/ids.ts';
import type { MatchRule } from '../../domain/policy.ts';

/** A Salesforce contact that an Exchange contact may be paired with, as far as pairing needs it. */
export interface Candidate {
  readonly recordId: RecordId;
  /** The mailbox's user owns it; own records come before those of others. */
  readonly own: boolean;
  /** The mailbox's user may see it. */
  readonly visible: boolean;
  readonly created: string;
  readonly modified: string;
  readonly lastActivity: string | null;
  readonly emailKey: Fingerprint | null;
  readonly nameKey: Fingerprint | null;
  readonly tandemKey: Fingerprint | null;
}

/** The candidate that the configured rule prefers; the id settles what the rule leaves open, so the choice never wavers. */
export function bestCandidate(candidates: readonly Candidate[], rule: MatchRule): Candidate | null {
  return (
    candidates.toSorted(
      (a, b) => Number(b.own) - Number(a.own) || byRule(a, b, rule) || byText(a.recordId, b.recordId),
    )[0] ?? null
  );
}

function byRule(a: Candidate, b: Candidate, rule: MatchRule): number {
  switch (rule) {
    case 'MostRecentActivity':
      return byText(b.lastActivity ?? '', a.lastActivity ?? '') || byText(b.modified, a.modified);
    case 'LastModified':
      return byText(b.modified, a.modified);
    case 'Oldest':
      return byText(a.created, b.created);
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
