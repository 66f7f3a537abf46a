import type { Fingerprint } from '../../domain/ids.ts';
import type { ExchangeProperties, Value } from '../../domain/item.ts';
import { emailsOf, normalEmail } from '../mapping/addresses.ts';
import { canonical } from '../mapping/canonical.ts';
import { lastNameOf } from '../mapping/name.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';

/** Keyed hashes by which a contact is recognised on the other side. */
export interface MatchKeys {
  readonly emails: readonly Fingerprint[];
  /** First name, last name and company together; null when there is too little to tell people apart. */
  readonly name: Fingerprint | null;
}

/** Match keys of an Exchange contact: all its addresses count. */
export function matchKeysOf(properties: ExchangeProperties, fingerprint: TakeFingerprint): MatchKeys {
  return {
    emails: emailsOf(properties).map((email) => fingerprint('email key', email)),
    name: nameKey(
      {
        firstName: canonical(properties.givenName, 'string'),
        lastName: lastNameOf(properties),
        company: canonical(properties.companyName, 'string'),
      },
      fingerprint,
    ),
  };
}

/** Hash of a Salesforce contact's e-mail address. */
export function emailKey(email: string | null, fingerprint: TakeFingerprint): Fingerprint | null {
  const normal = email === null ? '' : normalEmail(email);
  return normal.includes('@') ? fingerprint('email key', normal) : null;
}

/** Hash of a name and company; letter case is ignored. A lone last name without a company is no key. */
export function nameKey(
  name: { readonly firstName: Value; readonly lastName: Value; readonly company: Value },
  fingerprint: TakeFingerprint,
): Fingerprint | null {
  const { firstName, lastName, company } = name;
  if (lastName === null || (firstName === null && company === null)) return null;
  const parts = [firstName, lastName, company].map(
    (part) => canonical(part, 'string')?.toLowerCase() ?? null,
  );
  return fingerprint('name key', JSON.stringify(parts));
}

/** Hash of a company or account name; the same for both, so that they can be looked up by each other. */
export function companyKey(name: string, fingerprint: TakeFingerprint): Fingerprint {
  return fingerprint('AccountId', canonical(name, 'string')?.toLowerCase() ?? null);
}
