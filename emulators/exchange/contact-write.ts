import {
  ADDRESS_PARTS,
  CONTACT_PROPERTIES,
  EMAIL_SLOTS,
  NAME_PARTS,
  NOT_OFFERED,
  UNLIMITED_STRINGS,
} from './contact-properties.ts';
import type { ContactValues, EmailAddress } from './contact-properties.ts';
import { refuse } from './errors.ts';
import { extendedChanges } from './extended-properties.ts';
import type { ExtendedChange } from './extended-properties.ts';
import type { Moment } from './settings.ts';

/** A checked request body: the properties it names (null unsets one) and the extended properties. */
export interface ContactChange {
  values: ContactValues;
  extended: ExtendedChange[];
}

type Rules = Pick<Moment, 'limits' | 'quirks'>;

/**
 * Checks the body of a contact create or update against the schema and the limits. Read-only properties and OData
 * annotations are ignored; anything unknown, of a wrong type or over a limit is refused with 400.
 */
export function contactChange(body: Record<string, unknown>, rules: Rules): ContactChange {
  const values: ContactValues = {};
  let extended: ExtendedChange[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@')) continue;
    if (name === 'singleValueExtendedProperties') extended = extendedChanges(value);
    else if (NOT_OFFERED.has(name)) throw refuse.notOffered(name);
    else if (!CONTACT_PROPERTIES.has(name)) throw refuse.bodyProperty(name);
    else if (CONTACT_PROPERTIES.get(name) !== 'system') values[name] = checkedValue(name, value, rules);
  }
  return { values, extended };
}

function checkedValue(name: string, value: unknown, rules: Rules): unknown {
  switch (CONTACT_PROPERTIES.get(name)) {
    case 'strings':
      return checkedStrings(name, value ?? [], rules);
    case 'address':
      return value === null ? null : checkedAddress(name, value);
    case 'emails':
      return checkedEmails(value ?? [], rules);
    case 'email':
      return value === null ? null : checkedEmail(name, value, rules);
    case 'birthday':
      return value === null ? null : checkedDate(name, value);
    default:
      return value === null ? null : checkedString(name, value, rules);
  }
}

function checkedString(name: string, value: unknown, { limits }: Rules): string {
  if (typeof value !== 'string') throw refuse.bodyValue(name, 'Edm.String');
  if (!UNLIMITED_STRINGS.has(name) && value.length > limits.stringLimit) {
    throw refuse.tooLong(name, limits.stringLimit);
  }
  return value;
}

function checkedStrings(name: string, value: unknown, rules: Rules): string[] {
  if (!Array.isArray(value)) throw refuse.bodyValue(name, 'Collection(Edm.String)');
  const { phones, imAddresses } = rules.limits;
  const most = { businessPhones: phones, homePhones: phones, imAddresses }[name] ?? Infinity;
  if (value.length > most) throw refuse.tooMany(capitalised(name), value.length, most);
  return value.map((entry) => checkedString(name, entry, rules));
}

function checkedAddress(name: string, value: unknown): Record<string, string> {
  if (typeof value !== 'object' || Array.isArray(value))
    throw refuse.bodyValue(name, 'microsoft.graph.physicalAddress');
  const address: Record<string, string> = {};
  for (const [part, text] of Object.entries(value as Record<string, unknown>)) {
    if (part.includes('@')) continue;
    if (!(ADDRESS_PARTS as readonly string[]).includes(part)) throw refuse.bodyProperty(part);
    if (text === null || text === undefined) continue;
    if (typeof text !== 'string') throw refuse.bodyValue(`${name}/${part}`, 'Edm.String');
    address[part] = text;
  }
  return address;
}

function checkedEmails(value: unknown, rules: Rules): EmailAddress[] {
  if (!Array.isArray(value))
    throw refuse.bodyValue('emailAddresses', 'Collection(microsoft.graph.emailAddress)');
  const most = rules.limits.emailAddresses;
  if (value.length > most) throw refuse.tooMany('EmailAddresses', value.length, most);
  return value
    .map((entry) => checkedEmail('emailAddresses', entry, rules))
    .filter(({ address }) => rules.quirks.unparsableAddress === 'keep' || /^[^@\s]+@[^@\s]+$/.test(address));
}

function checkedEmail(name: string, value: unknown, rules: Rules): EmailAddress {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse.bodyValue(name, 'microsoft.graph.emailAddress');
  }
  const { address, name: shown, ...rest } = value as Record<string, unknown>;
  const unknown = Object.keys(rest).find((key) => !key.includes('@'));
  if (unknown !== undefined) throw refuse.bodyProperty(unknown);
  const text = checkedString(`${name}/address`, address ?? '', rules);
  return { name: checkedString(`${name}/name`, shown ?? text, rules), address: text };
}

function checkedDate(name: string, value: unknown): string {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw refuse.bodyValue(name, 'Edm.DateTimeOffset');
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The values after a change. Complex values and collections are replaced, not merged; an empty part of an address is
 * dropped on create and kept as `""` on update; displayName follows the parts of the name unless it is sent too.
 */
export function changedValues(
  before: ContactValues | undefined,
  change: ContactChange,
  { quirks }: Pick<Moment, 'quirks'>,
): ContactValues {
  const after: ContactValues = { ...before };
  for (const [name, value] of Object.entries(change.values)) {
    const kind = CONTACT_PROPERTIES.get(name);
    if (kind === 'email') continue;
    if (kind === 'address' && !before && value !== null) after[name] = withoutEmptyParts(value as object);
    else if (value === null) delete after[name];
    else after[name] = value;
  }
  placeEmailSlots(after, change.values);
  const renamed = Object.keys(change.values).some(
    (name) => NAME_PARTS.has(name) && before?.[name] !== after[name],
  );
  if (renamed && !('displayName' in change.values) && (!before || quirks.displayNameRegenerated)) {
    after.displayName = fullName(after);
  }
  return after;
}

/** primaryEmailAddress and its two siblings name places in the collection. */
function placeEmailSlots(after: ContactValues, named: ContactValues): void {
  if (!EMAIL_SLOTS.some((slot) => slot in named)) return;
  const emails: (EmailAddress | null)[] = [...((after.emailAddresses as EmailAddress[] | undefined) ?? [])];
  for (const [place, slot] of EMAIL_SLOTS.entries()) {
    if (slot in named) emails[place] = named[slot] as EmailAddress | null;
  }
  after.emailAddresses = emails.filter((email) => email !== null && email !== undefined);
}

function withoutEmptyParts(address: object): object {
  return Object.fromEntries(Object.entries(address).filter(([, text]) => text !== ''));
}

function fullName(values: ContactValues): string {
  return [values.givenName, values.middleName, values.surname, values.generation].filter(Boolean).join(' ');
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
