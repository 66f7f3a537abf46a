import type { UserId } from '../domain/ids.ts';
import { flowsFrom } from '../domain/words.ts';
import { conditionOf } from '../passes/contacts/going-out.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import type { OrgSettings } from './settings-reader.ts';

/**
 * Asks anew which contacts meet conditions that change by the clock alone, such as a date in the last 30 days, for that leaves
 * no stamp on a record. The next passes of the mailboxes look at what came to meet them and what does so no longer. One call for
 * each 2,000 contacts that meet the conditions of a configuration, however many mailboxes it has.
 */
export async function checkFilters(
  { store, salesforce, fingerprint }: BridgeDeps,
  { configurations }: OrgSettings,
): Promise<readonly UserId[]> {
  const woken = new Set<UserId>();
  for (const { configuration, filter } of configurations.values()) {
    const condition = conditionOf({ filter });
    const timed = filter.conditions.some((one) => one.timed);
    if (condition === null || !timed || !flowsFrom('Salesforce', configuration.contacts.direction)) continue;
    const matching = await salesforce.readMatchingIds(condition, null);
    // The passes find that out too, and tell the admin.
    if (matching.kind === 'refused') continue;
    const print = fingerprint('condition', condition);
    for (const userId of await store.matches.remember(configuration.id, print, [...matching.ids]))
      woken.add(userId);
  }
  return [...woken];
}
