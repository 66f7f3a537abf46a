import type { Configuration } from 'c/tandemSettings';
import type { PreviewNode, ProgressData } from './queries';

type Found = ProgressData['uiapi']['query'];
const KINDS = ['people', 'filters', 'mappings'] as const;

/** How many rows of each kind the configuration has: a preview is asked for with them, since a row that was removed leaves no date. */
export function rowsOf(found: Found | undefined): Record<string, string> {
  return Object.fromEntries(KINDS.map((kind) => [kind, String(found?.[kind].totalCount ?? 0)]));
}

/** Whether the configuration, or who and what belongs to it, was changed after its last preview was asked for. */
export function isStale(found: Found | undefined, configuration: Configuration | undefined): boolean {
  const preview = found?.previews.edges[0]?.node;
  if (!found || !preview) return false;
  const dates = KINDS.map((kind) => found[kind].edges[0]?.node.LastModifiedDate.value);
  const askedAt = preview.CreatedDate.value ?? '';
  if ([configuration?.modified, ...dates].some((date) => (date ?? '') > askedAt)) return true;
  const before = rowsIn(preview);
  return Object.entries(rowsOf(found)).some(([kind, count]) => (before[kind] ?? count) !== count);
}

/** Nothing where the preview was asked for elsewhere, as by a Flow. */
function rowsIn({ Parameters__c }: PreviewNode): Partial<Record<string, string>> {
  try {
    return (JSON.parse(Parameters__c.value ?? '{}') as Record<string, string> | null) ?? {};
  } catch {
    return {};
  }
}
