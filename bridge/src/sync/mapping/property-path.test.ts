import { expect, it } from 'vitest';
import { parsePropertyPath, readPath, sharesProperty } from './property-path.ts';

it.each<[string, ReturnType<typeof parsePropertyPath>]>([
  ['mobilePhone', { root: 'mobilePhone', slot: null, part: null }],
  ['businessPhones[1]', { root: 'businessPhones', slot: 1, part: null }],
  ['emailAddresses[2].address', { root: 'emailAddresses', slot: 2, part: 'address' }],
  ['homeAddress.city', { root: 'homeAddress', slot: null, part: 'city' }],
  ['emailAddresses[3].address', null],
  ['emailAddresses[0].name', null],
  ['businessPhones[2]', null],
  ['homeAddress', null],
  ['homeAddress.planet', null],
  ['displayName', null],
  ['', null],
])('the path "%s"', (text, path) => {
  expect(parsePropertyPath(text)).toEqual(path);
});

it('reads the place, and nothing where there is none', () => {
  const properties = {
    emailAddresses: [{ address: 'a@x.test' }],
    homeAddress: { city: 'Bonn' },
    jobTitle: 5,
  };
  const read = (text: string) => readPath(properties, parsePropertyPath(text)!);
  expect(
    ['emailAddresses[0].address', 'emailAddresses[1].address', 'homeAddress.city', 'jobTitle'].map(read),
  ).toEqual(['a@x.test', null, 'Bonn', null]);
});

it('parts and slots share their property with others', () => {
  expect(
    ['mobilePhone', 'businessPhones[0]', 'homeAddress.city'].map((text) =>
      sharesProperty(parsePropertyPath(text)!),
    ),
  ).toEqual([false, true, true]);
});
