/** A contact as the emulated mailbox tells it, with the properties of Graph. */
export interface Contact {
  readonly id: string;
  readonly folderId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The properties of a contact that change; null empties one. */
export type ContactChange = Readonly<Record<string, unknown>>;

/** The text at a path such as `givenName`, `businessPhones[0]` or `homeAddress.city`; empty when unset. */
export function textAt(contact: Contact, path: string): string {
  let value: unknown = contact.properties;
  for (const part of steps(path)) value = (value as Record<string, unknown> | null | undefined)?.[part];
  if (typeof value !== 'string') return '';
  return path === 'birthday' ? value.slice(0, 10) : value;
}

/**
 * The change that gives a contact these texts by path. Lists and addresses are sent whole and without empty members, since
 * Exchange replaces them whole; the parts of them that no text names stay as they are.
 */
export function changeTo(texts: Readonly<Record<string, string>>, before?: Contact): ContactChange {
  const properties: Record<string, unknown> = {};
  for (const [path, typed] of Object.entries(texts)) {
    const text = typed.trim();
    if (before && text === textAt(before, path)) continue;
    const [property = path, ...rest] = steps(path);
    if (rest.length === 0)
      properties[property] = path === 'birthday' && text ? `${text}T00:00:00Z` : text || null;
    else properties[property] ??= whole(property, texts, before);
  }
  return properties;
}

/** A list or address with all the typed members over those that were there. */
function whole(property: string, texts: Readonly<Record<string, string>>, before?: Contact): unknown {
  const typed = Object.entries(texts).filter(([path]) => path !== property && steps(path)[0] === property);
  const isList = typed.some(([path]) => path.startsWith(`${property}[`));
  if (!isList) {
    const address = { ...(before?.properties[property] as object | undefined) } as Record<string, string>;
    for (const [path, text] of typed) address[steps(path)[1] as string] = text.trim();
    return Object.fromEntries(Object.entries(address).filter(([, text]) => text));
  }
  const list = [...((before?.properties[property] as unknown[] | undefined) ?? [])];
  for (const [path, typedText] of typed) {
    const [, index, part] = steps(path);
    const text = typedText.trim();
    const old = list[Number(index)] as Record<string, unknown> | undefined;
    list[Number(index)] = text && part ? { ...old, [part]: text } : text;
  }
  return list.filter(Boolean);
}

/** `emailAddresses[0].address` → `emailAddresses`, `0`, `address`. */
const steps = (path: string) => path.split(/[.[\]]+/).filter(Boolean);

/** The name to show: the display name, else what else there is. */
export function nameOf(contact: Contact): string {
  const parts = [
    'displayName',
    'companyName',
    'emailAddresses[0].address',
    'businessPhones[0]',
    'mobilePhone',
  ];
  return parts.map((path) => textAt(contact, path)).find((text) => text.trim()) ?? '(No name)';
}

/** Whether any of the words that people search by holds the text, letter case and accents ignored. */
export function isFound(contact: Contact, search: string): boolean {
  const paths = [
    'displayName',
    'companyName',
    'emailAddresses[0].address',
    'emailAddresses[1].address',
    'jobTitle',
  ];
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return paths.some((path) => plain(textAt(contact, path)).includes(plain(search)));
}
