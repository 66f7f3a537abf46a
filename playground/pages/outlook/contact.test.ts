import { describe, expect, it } from 'vitest';
import { changeTo, isFound, nameOf, textAt } from './contact.ts';
import type { Contact } from './contact.ts';

const contact: Contact = {
  id: 'one',
  folderId: 'folder',
  properties: {
    displayName: 'Renée Dubois',
    givenName: 'Renée',
    birthday: '1980-02-01T11:59:00Z',
    emailAddresses: [
      { name: 'Renée', address: 'renee@zephyr.example' },
      { name: 'Home', address: 'renee@home.example' },
    ],
    businessPhones: ['+32 1', '+32 2'],
    businessAddress: { street: 'Kaai 1', city: 'Gent' },
  },
};

describe('a contact in the Outlook page', () => {
  it('shows the text at every kind of path', () => {
    const paths = [
      'givenName',
      'birthday',
      'emailAddresses[1].address',
      'businessPhones[0]',
      'businessAddress.city',
    ];
    expect(paths.map((path) => textAt(contact, path))).toEqual([
      'Renée',
      '1980-02-01',
      'renee@home.example',
      '+32 1',
      'Gent',
    ]);
    expect(textAt(contact, 'homeAddress.city')).toBe('');
  });

  it('sends nothing when nothing was typed', () => {
    const texts = {
      givenName: 'Renée ',
      'businessAddress.city': 'Gent',
      birthday: '1980-02-01',
    };
    expect(changeTo(texts, contact)).toEqual({});
  });

  it('sends an address whole, with the parts that were not touched', () => {
    const texts = { 'businessAddress.street': 'Kaai 2', 'businessAddress.city': 'Gent' };
    expect(changeTo(texts, contact)).toEqual({
      businessAddress: { street: 'Kaai 2', city: 'Gent' },
    });
  });

  it('closes the gap when a member of a list is emptied, and keeps the names of the others', () => {
    const texts = {
      'emailAddresses[0].address': '',
      'emailAddresses[1].address': 'r@home.example',
      'businessPhones[1]': '',
    };
    expect(changeTo(texts, contact)).toEqual({
      emailAddresses: [{ name: 'Home', address: 'r@home.example' }],
      businessPhones: ['+32 1'],
    });
  });

  it('empties a property by null', () => {
    expect(changeTo({ givenName: '' }, contact)).toEqual({ givenName: null });
  });

  it('is found without accents and letter case', () => {
    expect(isFound(contact, 'renee dub')).toBe(true);
    expect(isFound(contact, 'someone else')).toBe(false);
  });

  it('is shown by what it has when it has no name', () => {
    const nameless = {
      ...contact,
      properties: { displayName: '', companyName: null, businessPhones: ['+32 1'] },
    };
    expect(nameOf(nameless)).toBe('+32 1');
    expect(nameOf({ ...contact, properties: {} })).toBe('(No name)');
  });
});
