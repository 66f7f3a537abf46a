import type { AccountId, Fingerprint } from '../../domain/ids.ts';
import type { IssueText } from '../../domain/issue.ts';
import type { ContactPolicy } from '../../domain/policy.ts';
import { canonical } from '../../sync/mapping/canonical.ts';
import { companyKey } from '../../sync/pairing/match-keys.ts';
import type { PassContext } from '../pass-context.ts';
import { visibleAccounts } from '../record-access.ts';
import { makeAccounts, makesAccounts } from './make-accounts.ts';

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

/** Resolves company names to accounts that the user can see, as the configuration says for those that have none. */
export async function resolveCompanies(context: PassContext, names: readonly string[]): Promise<FindCompany> {
  const { find, unknown } = await knownCompanies(context, names);
  const replaced = await replaceUnknown(context, unknown);
  return (name) => find(name) ?? replaced.get(companyKey(name, context.fingerprint)) ?? none;
}

/** The same without making an account: one that would be made has no id yet. */
export async function foreseeCompanies(context: PassContext, names: readonly string[]): Promise<FindCompany> {
  const { find, unknown } = await knownCompanies(context, names);
  const toMake = makesAccounts(context) ? unknown.filter(({ hidden }) => !hidden) : [];
  const made = new Set(toMake.map(({ key }) => key));
  const placeholder = placeholderOf(context.policy);
  return (name) => {
    const isMade = made.has(companyKey(name, context.fingerprint));
    return find(name) ?? placeholder ?? (isMade ? { kind: 'account', id: '' as AccountId, name } : none);
  };
}

const none: Company = { kind: 'none', near: [] };

/** A company without an account that the user can see; `hidden` when there is one that they cannot. */
export interface UnknownCompany {
  readonly key: Fingerprint;
  readonly name: string;
  readonly hidden: boolean;
}

async function knownCompanies(
  context: PassContext,
  names: readonly string[],
): Promise<{
  readonly find: (name: string) => Company | null;
  readonly unknown: readonly UnknownCompany[];
}> {
  const keys = new Map<Fingerprint, string>();
  for (const name of names) keys.set(companyKey(name, context.fingerprint), name);
  if (keys.size === 0) return { find: () => null, unknown: [] };
  const known = await context.store.accounts.byNameKeys([...keys.keys()]);
  const chosen = await context.store.accounts.chosen(context.userId, [...keys.keys()]);
  const visible = await visibleAccounts(context, [...[...known.values()].flat(), ...chosen.values()]);
  const seen = (key: Fingerprint) => (known.get(key) ?? []).filter((id) => isFor(context, visible, id));
  const byChoice = await chosenCompanies(
    context,
    [...chosen].filter(([key, id]) => seen(key).length !== 1 && visible.has(id)),
  );
  const unknown = [...keys]
    .filter(([key]) => seen(key).length === 0 && !byChoice.has(key))
    .map(([key, name]) => ({ key, name, hidden: known.has(key) }));
  const find = (name: string): Company | null => {
    const key = companyKey(name, context.fingerprint);
    const ids = seen(key);
    const choice = byChoice.get(key);
    if (choice) return choice;
    if (ids.length === 1 && ids[0]) {
      const isPlaceholder = ids[0] === context.policy.placeholderAccount;
      return { kind: 'account', id: ids[0], name: isPlaceholder ? null : name };
    }
    return ids.length > 1 ? { kind: 'several', ids } : null;
  };
  return { find, unknown };
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
  unknown: readonly UnknownCompany[],
): Promise<ReadonlyMap<Fingerprint, Company>> {
  const placeholder = placeholderOf(context.policy);
  if (placeholder !== null) return new Map(unknown.map(({ key }) => [key, placeholder]));
  if (!makesAccounts(context)) return nearMatches(context, unknown);
  // One that is hidden from the user is not made a second time.
  return makeAccounts(
    context,
    unknown.filter(({ hidden }) => !hidden),
  );
}

function placeholderOf({ unknownCompany, placeholderAccount: id }: ContactPolicy): Company | null {
  return unknownCompany === 'Placeholder' && id !== null ? { kind: 'account', id, name: null } : null;
}

async function nearMatches(
  context: PassContext,
  unknown: readonly UnknownCompany[],
): Promise<ReadonlyMap<Fingerprint, Company>> {
  const lookups = unknown.slice(0, nearLookups).map(async ({ key, name }) => {
    return [key, await context.salesforce.nearAccounts(name)] as const;
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

/** The issue of a company without an account, or with several; null when there is exactly one. */
export function companyIssue(company: Company, name: string): IssueText | null {
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
