import { createHash } from 'node:crypto';

/** The form in which item ids are spoken: chosen per request by `Prefer: IdType="ImmutableId"`. */
export type IdForm = 'immutable' | 'mutable';

const FORMS = {
  immutable: { prefix: 'AAkALg', bytes: 47 },
  mutable: { prefix: 'AAMk', bytes: 107 },
  folder: { prefix: 'AAMk', bytes: 86 },
} as const;

export type MintedForm = keyof typeof FORMS;

/**
 * Makes an opaque id of the length, alphabet and prefix that real ids have (learn.microsoft.com "Obtain immutable
 * identifiers for Outlook resources"): case-sensitive, with `-`, `_` and `=`. The same input gives the same id.
 */
export function mintId(form: MintedForm, ...origin: (string | number)[]): string {
  const { prefix, bytes } = FORMS[form];
  const hash = (part: number) =>
    createHash('sha512')
      .update([form, part, ...origin].join('|'))
      .digest();
  const text = Buffer.concat([hash(0), hash(1)])
    .subarray(0, bytes)
    .toString('base64');
  return prefix + text.replaceAll('+', '-').replaceAll('/', '_');
}

/** The form that an id has, by its prefix and length; nothing for a malformed or truncated one. */
export function formOf(id: string): MintedForm | undefined {
  return (Object.keys(FORMS) as MintedForm[]).find((form) => {
    const { prefix, bytes } = FORMS[form];
    const length = prefix.length + Math.ceil(bytes / 3) * 4;
    return id.length === length && id.startsWith(prefix) && /^[\w-]+={0,2}$/.test(id);
  });
}

/** A directory object id for a seeded mailbox that brings none. */
export function mintGuid(...origin: (string | number)[]): string {
  const hex = createHash('sha256').update(origin.join('|')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
