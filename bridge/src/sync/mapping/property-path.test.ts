import { expect, it } from 'vitest';
import { exchangeProperties, type PropertyPath } from '../../rules/property-path.ts';
import { readPath, sharesProperty } from './property-path.ts';

it.each<[string, PropertyPath | undefined]>([
  ['mobilePhone', { root: 'mobilePhone', slot: null, part: null }],
  ['businessPhones[1]', { root: 'businessPhones', slot: 1, part: null }],
  ['emailAddresses[2].address', { root: 'emailAddresses', slot: 2, part: 'address' }],
  ['homeAddress.city', { root: 'homeAddress', slot: null, part: 'city' }],
  ['emailAddresses[3].address', undefined],
  ['emailAddresses[0].name', undefined],
  ['businessPhones[2]', undefined],
  ['homeAddress', undefined],
  ['homeAddress.planet', undefined],
  ['displayName', undefined],
  ['', undefined],
])('the path "%s"', (text, path) => {
  expect(exchangeProperties.get(text)).toEqual(path);
});

it('reads the place, and nothing where there is none', () => {
  const properties = {
    emailAddresses: [{ address: 'a@x.test' }],
    homeAddress: { city: 'Bonn' },
    jobTitle: 5,
  };
  const read = (text: string) => readPath(properties, exchangeProperties.get(text)!);
  expect(
    ['emailAddresses[0].address', 'emailAddresses[1].address', 'homeAddress.city', 'jobTitle'].map(read),
  ).toEqual(['a@x.test', null, 'Bonn', null]);
});

it('parts and slots share their property with others', () => {
  expect(
    ['mobilePhone', 'businessPhones[0]', 'homeAddress.city'].map((text) =>
      sharesProperty(exchangeProperties.get(text)!),
    ),
  ).toEqual([false, true, true]);
});
