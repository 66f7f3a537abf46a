import type { ExchangeProperties, Value } from '../../domain/item.ts';
import { canonical } from './canonical.ts';

/** Properties of the name: Exchange makes the display name from them anew unless it is sent along. */
export const nameParts: readonly string[] = ['title', 'givenName', 'middleName', 'surname', 'generation'];

/** Properties that the last name falls back to, besides the name parts. */
export const nameFallbacks: readonly string[] = ['displayName', 'fileAs', 'companyName', 'emailAddresses'];

/**
 * The last name that Salesforce requires: the surname, else the last word of the display name, else of "file as", else
 * the first name, else the company, else the e-mail address before the @. Null when the contact has none of them.
 */
export function lastNameOf(properties: ExchangeProperties): Value {
  return (
    text(properties.surname) ??
    lastWord(text(properties.displayName)) ??
    lastWord(text(properties.fileAs)) ??
    text(properties.givenName) ??
    text(properties.companyName) ??
    localPart(properties.emailAddresses)
  );
}

/** The display name that belongs to name parts. */
export function displayNameOf(properties: ExchangeProperties): Value {
  const words = [properties.givenName, properties.middleName, properties.surname]
    .map(text)
    .filter((word) => word !== null);
  return words.length > 0 ? words.join(' ') : (text(properties.companyName) ?? null);
}

/** Whether a display name is just what the name parts make, so that it may follow them. */
export function isDerivedDisplayName(properties: ExchangeProperties): boolean {
  const shown = text(properties.displayName);
  if (shown === null) return true;
  const whole = [
    properties.title,
    properties.givenName,
    properties.middleName,
    properties.surname,
    properties.generation,
  ]
    .map(text)
    .filter((word) => word !== null)
    .join(' ');
  return shown === displayNameOf(properties) || shown === whole;
}

function text(value: unknown): Value {
  return canonical(value, 'string');
}

function lastWord(value: Value): Value {
  return value?.split(/\s+/).at(-1) ?? null;
}

function localPart(addresses: unknown): Value {
  const first = Array.isArray(addresses) ? (addresses[0] as { address?: unknown } | undefined) : undefined;
  return text(text(first?.address)?.split('@')[0]);
}
