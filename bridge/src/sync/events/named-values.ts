import type { ExchangeProperties, Value } from '../../domain/item.ts';
import { namedRoot } from '../../rules/event-property.ts';
import type { Mapping } from '../mapping/mapping.ts';

/** A field that people or add-ins made in Outlook, as Graph carries it. An empty text hides that of a series in one of its dates. */
export interface NamedValue {
  readonly id: string;
  readonly value: Value;
}

/** The property set of public strings, in which Outlook keeps the fields that people define (MS-OXPROPS, PS_PUBLIC_STRINGS). */
const publicStrings = '{00020329-0000-0000-c000-000000000046}';

/** The id by which Graph knows such a field ("singleValueLegacyExtendedProperty resource type"). */
export function namedId(name: string): string {
  return `String ${publicStrings} Name ${name}`;
}

/** The ids of all such fields that a mapping names; most mappings name none. */
export function namedIds({ fields }: Mapping): readonly string[] {
  return fields.flatMap(({ path }) =>
    path.root === namedRoot && path.part !== null ? [namedId(path.part)] : [],
  );
}

/** The value of such a field; null where there is none. */
export function namedValue(properties: ExchangeProperties, name: string): Value {
  const id = namedId(name).toLowerCase();
  return namedIn(properties).find((one) => one.id.toLowerCase() === id)?.value ?? null;
}

/** Properties as they are after a write: Graph does not answer with what it wrote to such fields. */
export function withNamed(
  after: ExchangeProperties,
  before: ExchangeProperties,
  written: ExchangeProperties,
): ExchangeProperties {
  const fresh = namedIn(written);
  const changed = new Set(fresh.map(({ id }) => id.toLowerCase()));
  const kept = namedIn(before).filter(({ id }) => !changed.has(id.toLowerCase()));
  return kept.length + fresh.length === 0 ? after : { ...after, [namedRoot]: [...kept, ...fresh] };
}

function namedIn(properties: ExchangeProperties): readonly NamedValue[] {
  const named = properties[namedRoot];
  return Array.isArray(named) ? (named as NamedValue[]) : [];
}
