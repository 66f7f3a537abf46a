import { refuse } from './errors.ts';

/** A change of one single-value extended property; null removes it. */
export interface ExtendedChange {
  id: string;
  value: string | null;
}

const ID =
  /^(String|Integer|Boolean|Double|Long|Short|SystemTime|Binary|CLSID|Float|Currency|ApplicationTime) (?:\{([0-9a-fA-F-]{36})\} (?:(Name) (.+)|(Id) (0x[0-9a-fA-F]+))|(0x[0-9a-fA-F]+))$/i;

/**
 * The one spelling of an extended property's id (learn.microsoft.com "Outlook extended properties overview"): GUIDs and
 * numbers in lower case, names as given. Nothing when it is not such an id.
 */
export function normalExtendedId(id: string): string | undefined {
  const match = ID.exec(id);
  if (!match) return undefined;
  const [, type, guid, , name, , number, tag] = match;
  const kind = (type ?? '').charAt(0).toUpperCase() + (type ?? '').slice(1);
  if (tag) return `${kind} ${tag.toLowerCase()}`;
  return name === undefined
    ? `${kind} {${guid?.toLowerCase()}} Id ${number?.toLowerCase()}`
    : `${kind} {${guid?.toLowerCase()}} Name ${name}`;
}

/** Reads `singleValueExtendedProperties` of a request body. */
export function extendedChanges(value: unknown): ExtendedChange[] {
  if (!Array.isArray(value)) throw refuse.bodyValue('singleValueExtendedProperties', 'Collection');
  return value.map((entry: unknown) => {
    const { id, value: text } = (entry ?? {}) as { id?: unknown; value?: unknown };
    const normal = typeof id === 'string' ? normalExtendedId(id) : undefined;
    if (normal === undefined)
      throw refuse.badRequest(
        `PropertyId values may only be in one of the documented formats: '${String(id)}'.`,
      );
    if (text !== null && typeof text !== 'string') throw refuse.bodyValue('value', 'Edm.String');
    return { id: normal, value: text };
  });
}

/** Sets and removes extended properties of whatever keeps them by their normal id. */
export function applyExtended(extended: Map<string, string>, changes: readonly ExtendedChange[]): void {
  for (const { id, value } of changes) {
    if (value === null) extended.delete(id);
    else extended.set(id, value);
  }
}
