/** A place in an Exchange item: a plain property, a part of a complex one, or a slot of a list. */
export interface PropertyPath {
  /** The top-level Graph property, which is what a write replaces as a whole. */
  readonly root: string;
  readonly slot: number | null;
  readonly part: string | null;
}

const plain = [
  'companyName', 'title', 'givenName', 'middleName', 'surname', 'generation', 'nickName', 'jobTitle', 'department',
  'officeLocation', 'profession', 'businessHomePage', 'manager', 'assistantName', 'mobilePhone', 'birthday',
  'personalNotes', 'spouseName', 'initials', 'yomiGivenName', 'yomiSurname', 'yomiCompanyName',
]; // prettier-ignore
const addressParts = ['street', 'city', 'state', 'postalCode', 'countryOrRegion'];
const slots: Readonly<Record<string, number>> = {
  emailAddresses: 3,
  businessPhones: 2,
  homePhones: 2,
  imAddresses: 3,
};

/** Reads a path of a field mapping; null when Graph's contact has no such place, such as a fourth e-mail address. */
export function parsePropertyPath(text: string): PropertyPath | null {
  if (plain.includes(text)) return { root: text, slot: null, part: null };
  const match = /^(?<root>[A-Za-z]+)(?:\[(?<slot>\d)\])?(?:\.(?<part>[A-Za-z]+))?$/.exec(text)?.groups;
  if (!match?.root) return null;
  const { root } = match;
  const slot = match.slot === undefined ? null : Number(match.slot);
  const part = match.part ?? null;
  if (['businessAddress', 'homeAddress', 'otherAddress'].includes(root))
    return slot === null && part !== null && addressParts.includes(part) ? { root, slot, part } : null;
  const allowed = slots[root];
  if (allowed === undefined || slot === null || slot >= allowed) return null;
  if (root === 'emailAddresses') return part === 'address' ? { root, slot, part } : null;
  return part === null ? { root, slot, part } : null;
}

/** Whether writing this place replaces its neighbours too, so that the item as it is now must be known first. */
export function sharesProperty(path: PropertyPath): boolean {
  return path.slot !== null || path.part !== null;
}

/** The text at the path; null when there is none. */
export function readPath(properties: Readonly<Record<string, unknown>>, path: PropertyPath): string | null {
  let value: unknown = properties[path.root];
  if (path.slot !== null) value = Array.isArray(value) ? (value as unknown[])[path.slot] : null;
  if (path.part !== null) value = isRecord(value) ? value[path.part] : null;
  return typeof value === 'string' ? value : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
