import type { AccountId, Fingerprint } from '../../domain/ids.ts';
import type { Issue } from '../../domain/issue.ts';
import { canonical } from '../../sync/mapping/canonical.ts';
import { companyKey } from '../../sync/pairing/match-keys.ts';
import type { Step } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import { visibleAccounts } from '../record-access.ts';

/** What a company's name leads to. */
export type Company =
  /** `name` is the company's, or that of the account that was chosen for it; null for the placeholder, which stands for no company. */
  | { readonly kind: 'account'; readonly id: AccountId; readonly name: string | null }
  | { readonly kind: 'none'; readonly near: readonly { readonly id: AccountId; readonly name: string }[] }
  | { readonly kind: 'several'; readonly ids: readonly AccountId[] };

/** Looks a company up by name; made for the names of one chunk. */
export type FindCompany = (name: string) => Company;

/** Near matches are looked up for this many companies a chunk; each costs a query. */
const nearLookups = 10;

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

function makesAccounts({ policy, permissions }: PassContext): boolean {
  return policy.unknownCompany === 'Create' && permissions.createAccounts;
}

/** Resolves company names to accounts that the user can see, as the configuration says for those that have none. */
export async function resolveCompanies(context: PassContext, names: readonly string[]): Promise<FindCompany> {
  const keys = new Map<Fingerprint, string>();
  for (const name of names) keys.set(companyKey(name, context.fingerprint), name);
  if (keys.size === 0) return () => ({ kind: 'none', near: [] });
  const known = await context.store.accounts.byNameKeys([...keys.keys()]);
  const chosen = await context.store.accounts.chosen(context.userId, [...keys.keys()]);
  const visible = await visibleAccounts(context, [...[...known.values()].flat(), ...chosen.values()]);
  const seen = (key: Fingerprint) => (known.get(key) ?? []).filter((id) => isFor(context, visible, id));
  const byChoice = await chosenCompanies(
    context,
    [...chosen].filter(([key, id]) => seen(key).length !== 1 && visible.has(id)),
  );
  const unknown = [...keys].filter(([key]) => seen(key).length === 0 && !byChoice.has(key));
  const replaced = await replaceUnknown(context, unknown, known);
  return (name) => {
    const key = companyKey(name, context.fingerprint);
    const ids = seen(key);
    const choice = byChoice.get(key);
    if (choice) return choice;
    if (ids.length === 1 && ids[0]) {
      const isPlaceholder = ids[0] === context.policy.placeholderAccount;
      return { kind: 'account', id: ids[0], name: isPlaceholder ? null : name };
    }
    if (ids.length > 1) return { kind: 'several', ids };
    return replaced.get(key) ?? { kind: 'none', near: [] };
  };
}

/** Accounts that a person chose for companies that have none of their name, or several. */
async function chosenCompanies(
  { salesforce }: PassContext,
  choices: readonly (readonly [Fingerprint, AccountId])[],
): Promise<ReadonlyMap<Fingerprint, Company>> {
  if (choices.length === 0) return new Map();
  const names = await salesforce.readAccountNames(choices.map(([, id]) => id));
  return new Map(
    choices.flatMap(([key, id]) => {
      const name = names.get(id);
      return name === undefined ? [] : [[key, { kind: 'account', id, name }] as const];
    }),
  );
}

/** The placeholder is the admin's choice for everybody. */
function isFor({ policy }: PassContext, visible: ReadonlySet<AccountId>, id: AccountId): boolean {
  return visible.has(id) || id === policy.placeholderAccount;
}

async function replaceUnknown(
  context: PassContext,
  unknown: readonly (readonly [Fingerprint, string])[],
  known: ReadonlyMap<Fingerprint, readonly AccountId[]>,
): Promise<ReadonlyMap<Fingerprint, Company>> {
  const { policy, salesforce } = context;
  if (policy.unknownCompany === 'Placeholder' && policy.placeholderAccount !== null) {
    const id = policy.placeholderAccount;
    return new Map(unknown.map(([key]) => [key, { kind: 'account', id, name: null }]));
  }
  if (makesAccounts(context)) {
    // One that is hidden from the user is not made a second time.
    return makeAccounts(
      context,
      unknown.filter(([key]) => (known.get(key)?.length ?? 0) === 0),
    );
  }
  const lookups = unknown.slice(0, nearLookups).map(async ([key, name]) => {
    return [key, await salesforce.nearAccounts(name)] as const;
  });
  const found = await Promise.all(lookups);
  const visible = await visibleAccounts(
    context,
    found.flatMap(([, accounts]) => accounts.map(({ id }) => id)),
  );
  return new Map(
    found.map(([key, accounts]) => [
      key,
      { kind: 'none', near: accounts.filter(({ id }) => visible.has(id)) },
    ]),
  );
}

/** Makes accounts whose turns this pass has; they are known at once to the mailboxes that wait for their turn. */
async function makeAccounts(
  { salesforce, store, userId }: PassContext,
  missing: readonly (readonly [Fingerprint, string])[],
): Promise<ReadonlyMap<Fingerprint, Company>> {
  const outcomes = await salesforce.writer.createAccounts(
    missing.map(([, name]) => ({ name: name.slice(0, 255), ownerId: userId })),
  );
  const made = missing.map(([nameKey, name], index) => {
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

/** The issue of a company without an account, or with several; null when there is exactly one. */
export function companyIssue(
  company: Company,
  name: string,
): Pick<Issue, 'code' | 'field' | 'detail' | 'extras'> | null {
  if (company.kind === 'account') return null;
  const quoted = `The company is "${canonical(name, 'string')?.slice(0, 255) ?? ''}".`;
  if (company.kind === 'several')
    return {
      code: 'TDM-C-COMPANY-TWICE',
      field: 'AccountId',
      detail: quoted,
      extras: { company: name, accounts: company.ids },
    };
  return {
    code: 'TDM-C-COMPANY',
    field: 'AccountId',
    detail: quoted,
    extras: { company: name, near: company.near },
  };
}
