import type { Snapshot } from '../../e2e/oracle/snapshot.ts';
import type { World } from '../../e2e/world.ts';
import type { End } from './cut-everywhere.ts';

/** What differs between two runs that did the same: ids, stamps, and what carries them; of marks and keys counts whether they are there. */
const passing =
  /^(Id|.*Id|id|change[kK]ey|mutableId|.*DateTime|.*Date|.*ModStamp|SystemModstamp|Tandem_Key__c|extendedProperties|singleValueExtendedProperties|attributes)$/;
const kept = new Set(['Birthdate', 'AccountId']);

/** How a pass of contacts ended, judged by the invariants of every scenario. */
export async function contactsEnd(world: World): Promise<End> {
  return { state: endState(await world.snapshot()), violations: await world.violations() };
}

/** Both sides as people see them, whether what is hidden there is there, links and issues, so that two runs can be compared. */
function endState({ mailboxes, contacts, links, issues }: Snapshot): object {
  const ownerOf = (id: string) => mailboxes.find(({ user }) => user === id)?.email ?? 'another';
  const nameOf = (recordId: string | null, exchangeId: string | null) => {
    const record = contacts.find(({ id }) => id === recordId);
    const item = mailboxes.flatMap((mailbox) => mailbox.contacts).find(({ id }) => id === exchangeId);
    return [item?.properties.surname ?? null, record?.fields.LastName ?? null];
  };
  return {
    outlook: mailboxes.map((mailbox) => ({
      email: mailbox.email,
      contacts: sorted(
        mailbox.contacts.map(({ inSyncFolder, properties }) => ({
          inSyncFolder,
          marks: Object.keys(properties.extendedProperties ?? {}).toSorted(),
          ...lasting(properties),
        })),
      ),
    })),
    salesforce: sorted(
      contacts.map(({ owner, fields }) => ({
        owner: ownerOf(owner),
        hasKey: typeof fields.Tandem_Key__c === 'string',
        ...lasting(fields),
      })),
    ),
    links: sorted(
      links.map(({ user, state, reason, recordId, exchangeId }) => ({
        user: ownerOf(user),
        state,
        reason,
        names: nameOf(recordId, exchangeId),
      })),
    ),
    issues: sorted(
      issues.map(({ code, status, field, item, details, recordId, exchangeId }) => ({
        code,
        status,
        field,
        item,
        details,
        names: nameOf(recordId, exchangeId),
      })),
    ),
  };
}

function lasting(properties: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => kept.has(name) || !passing.test(name)),
  );
}

function sorted(all: readonly object[]): string[] {
  return all.map((one) => JSON.stringify(one)).toSorted();
}
