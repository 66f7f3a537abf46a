import { refuse, type Refusal } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { countries, type Country } from '../schema/standard/countries.ts';
import type { Changes } from './input.ts';
import type { Org } from './org.ts';
import type { Row, Value } from './table.ts';

type Aligned = { readonly changes: Changes } | { readonly refusal: Refusal };

/**
 * With state and country picklists, a country or state is one of the list, and its code goes with it (help, "State and
 * Country/Territory Picklists"); a state belongs to its country.
 */
export function alignAddresses(
  org: Org,
  type: ObjectType,
  changes: Changes,
  before: Row | undefined,
): Aligned {
  if (!org.features.has('stateCountryPicklists')) return { changes };
  const aligned: Changes = { ...changes };
  for (const field of type.fields.values()) {
    if (field.type !== 'address') continue;
    const refusal = alignOne(type, field.compoundPrefix ?? '', aligned, before);
    if (refusal) return { refusal };
  }
  return { changes: aligned };
}

interface Listed {
  readonly code: string;
  readonly name: string;
}

function alignOne(
  type: ObjectType,
  prefix: string,
  changes: Changes,
  before: Row | undefined,
): Refusal | undefined {
  const names = ['Country', 'CountryCode', 'State', 'StateCode'].map((part) => `${prefix}${part}`);
  if (!names.some((name) => changes[name] !== undefined)) return undefined;
  const [country, countryCode, state, stateCode] = names as [string, string, string, string];
  const label = (name: string) => type.fields.get(name.toLowerCase())?.label ?? name;
  const chosen = choose<Country>(countries, changes, before, country, countryCode);
  if (chosen === 'unknown') return notListed('country', label(country), country);
  const given = changes[state] ?? changes[stateCode];
  if (given && !chosen) {
    const message = `A country/territory must be specified before specifying a state value for field: ${label(state)}`;
    return refuse('FIELD_INTEGRITY_EXCEPTION', message, [state]);
  }
  const picked = choose<Listed>(chosen?.states ?? [], changes, before, state, stateCode);
  if (picked === 'unknown') return notListed('state', label(state), state);
  Object.assign(changes, {
    [country]: chosen?.name ?? null,
    [countryCode]: chosen?.code ?? null,
    [state]: picked?.name ?? null,
    [stateCode]: picked?.code ?? null,
  });
  return undefined;
}

function choose<Item extends Listed>(
  list: readonly Item[],
  changes: Changes,
  before: Row | undefined,
  name: string,
  code: string,
): Item | undefined | 'unknown' {
  const written = changes[name] !== undefined || changes[code] !== undefined;
  const text: Value = written ? (changes[name] ?? null) : (before?.[name] ?? null);
  const short: Value = written ? (changes[code] ?? null) : null;
  if (text === null && short === null) return undefined;
  const same = (a: Value, b: string) => String(a).toLowerCase() === b.toLowerCase();
  return list.find((one) => (short === null ? same(text, one.name) : same(short, one.code))) ?? 'unknown';
}

function notListed(what: 'country' | 'state', label: string, field: string): Refusal {
  const list =
    what === 'country'
      ? 'a country/territory from the list of valid countries'
      : 'a state from the list of valid states';
  const message = `There's a problem with this ${what}, even though it may appear correct. Please select ${list}.: ${label}`;
  return refuse('FIELD_INTEGRITY_EXCEPTION', message, [field]);
}

/** The two code fields that the feature adds to every address. */
export function codeFields(
  address: Field,
  make: (name: string, label: string, values: readonly string[]) => Field,
): Field[] {
  const prefix = address.compoundPrefix ?? '';
  const states = [...new Set(countries.flatMap((one) => one.states.map(({ code }) => code)))];
  return [
    make(`${prefix}StateCode`, `${prefix} State/Province Code`.trim(), states),
    make(
      `${prefix}CountryCode`,
      `${prefix} Country Code`.trim(),
      countries.map(({ code }) => code),
    ),
  ];
}
