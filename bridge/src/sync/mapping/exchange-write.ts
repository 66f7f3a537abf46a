import type { ExchangeProperties, Value, Values } from '../../domain/item.ts';
import type { Mapping, MappedField } from './mapping.ts';
import { displayNameOf, isDerivedDisplayName, nameParts } from './name.ts';

/**
 * The Graph properties that carry the changed fields. Complex properties and lists are replaced as a whole by the service
 * (Microsoft Graph, "Update contact"), so they are built from the contact as it is now, which is only needed for those.
 */
export function exchangeWrite(
  changes: Values,
  mapping: Mapping,
  current: ExchangeProperties,
): ExchangeProperties {
  const written: Record<string, unknown> = {};
  for (const mapped of mapping.fields) {
    const value = changes[mapped.field];
    if (value !== undefined) write(written, mapped, value, current);
  }
  if (nameParts.some((part) => part in written)) {
    const after = { ...current, ...written };
    written.displayName = isDerivedDisplayName(current) ? displayNameOf(after) : current.displayName;
  }
  return written;
}

function write(
  written: Record<string, unknown>,
  { path, describe }: MappedField,
  value: Value,
  current: ExchangeProperties,
): void {
  const root = path.root;
  if (path.slot !== null) {
    const list = [...asList(written[root] ?? current[root])];
    // An emptied slot closes up; a slot beyond the end is appended, so that the list has no holes.
    const slot = Math.min(path.slot, list.length);
    if (value === null) list.splice(path.slot, 1);
    else list[slot] = path.part === null ? value : address(value, list[slot]);
    written[root] = list;
  } else if (path.part !== null) {
    written[root] = { ...asRecord(written[root] ?? current[root]), [path.part]: value };
  } else {
    // Noon keeps the date the same wherever it is shown; the service itself moves the time.
    written[root] = describe.type === 'date' && value !== null ? `${value}T12:00:00Z` : value;
  }
}

function address(value: string, before: unknown): { readonly address: string; readonly name: string } {
  const name = asRecord(before).name;
  return {
    address: value,
    name: typeof name === 'string' && name !== asRecord(before).address ? name : value,
  };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
