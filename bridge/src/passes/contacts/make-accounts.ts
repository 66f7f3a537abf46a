import type { Fingerprint } from '../../domain/ids.ts';
import { companyKey } from '../../sync/pairing/match-keys.ts';
import type { Step } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { Company, UnknownCompany } from './companies.ts';

/** The company that a step would write to Salesforce; a person account has none. */
export function companyOf(step: Step): string | null {
  if (step.kind !== 'createRecord' && (step.kind !== 'merge' || step.record.isPerson)) return null;
  const { AccountId } = step.kind === 'merge' ? step.merge.toSalesforce : step.values;
  return typeof AccountId === 'string' ? AccountId : null;
}

/** The keys of companies for which an account has to be made: none is known, and the configuration says so. */
export async function companiesToMake(
  context: PassContext,
  names: readonly string[],
): Promise<ReadonlySet<Fingerprint>> {
  if (!makesAccounts(context) || names.length === 0) return new Set();
  const keys = [...new Set(names.map((name) => companyKey(name, context.fingerprint)))];
  const known = await context.store.accounts.byNameKeys(keys);
  return new Set(keys.filter((key) => !known.has(key)));
}

/** Whether the configuration has accounts made for this user. */
export function makesAccounts({ policy, permissions }: PassContext): boolean {
  return policy.unknownCompany === 'Create' && permissions.createAccounts;
}

/** Makes accounts whose turns this pass has; they are known at once to the mailboxes that wait for their turn. */
export async function makeAccounts(
  { salesforce, store, userId }: PassContext,
  missing: readonly UnknownCompany[],
): Promise<ReadonlyMap<Fingerprint, Company>> {
  const outcomes = await salesforce.writer.createAccounts(
    missing.map(({ name }) => ({ name: name.slice(0, 255), ownerId: userId })),
  );
  const made = missing.map(({ key: nameKey, name }, index) => {
    const outcome = outcomes[index];
    return { nameKey, name, accountId: outcome?.ok ? outcome.done : null };
  });
  await store.accounts.remember(
    made.flatMap(({ nameKey, accountId }) =>
      accountId === null ? [] : [{ accountId, nameKey, deleted: false, stamp: '' }],
    ),
    'Contact',
  );
  return new Map(
    made.map(({ nameKey, name, accountId }) => [
      nameKey,
      accountId === null ? { kind: 'none', near: [] } : { kind: 'account', id: accountId, name },
    ]),
  );
}
