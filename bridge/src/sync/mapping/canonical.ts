import type { Value } from '../../domain/item.ts';
import type { FieldDescription } from '../../domain/mapping.ts';

/**
 * The one form in which values are compared and fingerprinted: composed characters, line feeds, no blanks at the ends,
 * nothing for empty, dates without a time.
 */
export function canonical(value: unknown, type: string): Value {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value).normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (text === '') return null;
  // Exchange moves a birthday within its day, so only the date part means anything.
  return type === 'date' ? text.slice(0, 10) : text;
}

/** The form in which two values count as the same: letter case says nothing in an e-mail address or a company's name. */
export function comparable(value: Value, type: string): Value {
  return type === 'email' || type === 'reference' ? (value?.toLowerCase() ?? null) : value;
}

const clippable = ['string', 'textarea', 'phone', 'url', 'picklist', 'combobox', 'multipicklist'];

/** Whether values that are too long for the field are cut. */
export function narrows({ length, type }: Pick<FieldDescription, 'length' | 'type'>): boolean {
  return length > 0 && clippable.includes(type);
}

/** The longest beginning of a canonical value that the Salesforce field can hold. An address that is too long is not cut. */
export function narrow(value: Value, field: Pick<FieldDescription, 'length' | 'type'>): Value {
  if (value === null || value.length <= field.length || !narrows(field)) return value;
  const splitsPair = /[\uD800-\uDBFF]/.test(value[field.length - 1] ?? '');
  return value.slice(0, splitsPair ? field.length - 1 : field.length).trimEnd();
}
