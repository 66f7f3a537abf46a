/** The fields of the programs: how Salesforce and Exchange name them, and what Salesforce can hold. */
export const fields = {
  FirstName: { length: 40, property: 'givenName' },
  LastName: { length: 80, property: 'surname' },
  Email: { length: 80, property: 'emailAddresses' },
  AccountId: { length: 18, property: 'companyName' },
  Title: { length: 12, property: 'jobTitle' },
  Phone: { length: 40, property: 'businessPhones' },
  MobilePhone: { length: 40, property: 'mobilePhone' },
  MailingStreet: { length: 12, property: 'businessAddress.street' },
  MailingCity: { length: 40, property: 'businessAddress.city' },
} as const;

export type Field = keyof typeof fields;
export const fieldNames = Object.keys(fields) as Field[];

/** Values of a contact by Salesforce's field names; the company by its name. */
export type Card = Partial<Record<Field, string | null>>;
export type Properties = Readonly<Record<string, unknown>>;

/** What people see in a field of an Exchange contact. */
export function inOutlook(properties: Properties, field: Field): string | null {
  const name = fields[field].property;
  const [root = '', part] = name.split('.');
  const value = properties[root];
  if (part) return textOf((value as Properties | undefined)?.[part]);
  if (name === 'emailAddresses') return textOf((value as { address: string }[] | undefined)?.[0]?.address);
  if (name === 'businessPhones') return textOf((value as string[] | undefined)?.[0]);
  return textOf(value);
}

/** All e-mail addresses of an Exchange contact. */
export function addressesOf(properties: Properties): readonly string[] {
  return ((properties.emailAddresses as { address: string }[] | undefined) ?? []).map(
    ({ address }) => address,
  );
}

/** Properties in which a person has typed a value over another. */
export function typed(properties: Properties, field: Field, value: string | null): Properties {
  const name = fields[field].property;
  const [root = '', part] = name.split('.');
  if (part) return { ...properties, [root]: { ...(properties[root] as Properties), [part]: value } };
  if (name === 'emailAddresses') {
    const rest = ((properties.emailAddresses as unknown[] | undefined) ?? []).slice(1);
    return {
      ...properties,
      emailAddresses: value === null ? rest : [{ address: value, name: value }, ...rest],
    };
  }
  if (name === 'businessPhones') return { ...properties, businessPhones: value === null ? [] : [value] };
  return named({ ...properties, [name]: value }, properties);
}

/** Exchange makes the display name from a new name. */
export function named(after: Properties, before: Properties): Properties {
  if (after.givenName === before.givenName && after.surname === before.surname) return after;
  const name = [after.givenName, after.surname].filter((part) => part).join(' ');
  return { ...after, displayName: name === '' ? null : name };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
