import { z } from 'zod';

const text = z.string().nullish();
const texts = z.array(z.string().nullable()).nullish();
const email = z.looseObject({ name: text, address: text }).nullish();
const address = z
  .looseObject({ street: text, city: text, state: text, postalCode: text, countryOrRegion: text })
  .nullish();

/** Properties of a contact by shape. Source: the contact resource type of Microsoft Graph v1.0. */
const properties = {
  ...shaped(text, [
    ...['displayName', 'givenName', 'middleName', 'surname', 'nickName', 'title', 'generation', 'initials'],
    ...[
      'fileAs',
      'yomiGivenName',
      'yomiSurname',
      'yomiCompanyName',
      'mobilePhone',
      'companyName',
      'department',
    ],
    ...[
      'jobTitle',
      'officeLocation',
      'profession',
      'businessHomePage',
      'manager',
      'assistantName',
      'birthday',
    ],
    ...['spouseName', 'personalNotes'],
  ]),
  ...shaped(texts, ['businessPhones', 'homePhones', 'imAddresses', 'children', 'categories']),
  ...shaped(email, ['primaryEmailAddress', 'secondaryEmailAddress', 'tertiaryEmailAddress']),
  ...shaped(address, ['businessAddress', 'homeAddress', 'otherAddress']),
  emailAddresses: z.array(email).nullish(),
};

/** A contact of any selection: what stands in it has the documented shape, and further properties are left alone. */
export const contactShape = z.looseObject({
  id: z.string().min(1),
  '@odata.etag': z.string().optional(),
  parentFolderId: z.string().optional(),
  lastModifiedDateTime: z.string().optional(),
  ...properties,
});

/** The names of all properties of a contact. */
export const contactNames: readonly string[] = Object.keys(properties);

function shaped<Shape>(shape: Shape, names: readonly string[]): Record<string, Shape> {
  return Object.fromEntries(names.map((name) => [name, shape]));
}
