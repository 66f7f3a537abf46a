import { describe, expect, it } from 'vitest';
import { changedValues, contactChange } from './contact-write.ts';
import type { ContactValues } from './contact-properties.ts';
import { limitsSchema, quirksSchema } from './settings.ts';
import type { Quirks } from './settings.ts';

const rules = (quirks: Partial<Quirks> = {}) => ({
  quirks: quirksSchema.parse(quirks),
  limits: limitsSchema.parse({}),
});
const write = (
  before: ContactValues | undefined,
  body: Record<string, unknown>,
  quirks: Partial<Quirks> = {},
) => changedValues(before, contactChange(body, rules(quirks)), rules(quirks));

describe('writing a contact', () => {
  it('makes the display name from the parts of the name, unless it is sent', () => {
    expect(write(undefined, { givenName: 'Ada', surname: 'Lovelace' }).displayName).toBe('Ada Lovelace');
    expect(write(undefined, { givenName: 'Ada', displayName: 'A.' }).displayName).toBe('A.');
  });

  it('makes the display name anew when a part of the name changes, unless the switch is off', () => {
    const before = { givenName: 'Ada', surname: 'Byron', displayName: 'The Countess' };
    expect(write(before, { surname: 'King' }).displayName).toBe('Ada King');
    expect(write(before, { surname: 'Byron' }).displayName).toBe('The Countess');
    expect(write(before, { surname: 'King' }, { displayNameRegenerated: false }).displayName).toBe(
      'The Countess',
    );
  });

  it('drops empty parts of an address on create and keeps them on update', () => {
    const body = { homeAddress: { city: 'Delft', street: '' } };
    expect(write(undefined, body).homeAddress).toEqual({ city: 'Delft' });
    expect(write({}, body).homeAddress).toEqual({ city: 'Delft', street: '' });
  });

  it('unsets with null and ignores what is read-only', () => {
    expect(
      write(
        { jobTitle: 'x', homeAddress: { city: 'y' } },
        { jobTitle: null, homeAddress: null, changeKey: 'z' },
      ),
    ).toEqual({});
  });

  it('puts single e-mail properties at their place in the collection', () => {
    const [one, two, other] = ['one', 'two', 'other'].map((name) => ({ name, address: `${name}@x.test` }));
    const before = { emailAddresses: [one, two] };
    expect(write(before, { primaryEmailAddress: other }).emailAddresses).toEqual([other, two]);
    expect(write(before, { primaryEmailAddress: null, tertiaryEmailAddress: other }).emailAddresses).toEqual([
      two,
      other,
    ]);
  });

  it('names an address by itself when it has no name, and drops an unparsable one only by switch', () => {
    const body = { emailAddresses: [{ address: 'a@x.test' }, { address: 'nonsense' }] };
    const kept = { name: 'a@x.test', address: 'a@x.test' };
    expect(write(undefined, body).emailAddresses).toEqual([kept, { name: 'nonsense', address: 'nonsense' }]);
    expect(write(undefined, body, { unparsableAddress: 'drop' }).emailAddresses).toEqual([kept]);
  });

  it('keeps the day of a birthday', () => {
    expect(write(undefined, { birthday: '1815-12-10T23:30:00+02:00' }).birthday).toBe('1815-12-10');
  });

  it('limits names to 255 characters, but not streets and notes', () => {
    const long = 'x'.repeat(300);
    expect(() => contactChange({ companyName: long }, rules())).toThrow('companyName');
    expect(write(undefined, { personalNotes: long, otherAddress: { street: long } })).toEqual({
      personalNotes: long,
      otherAddress: { street: long },
    });
  });

  it.each([
    [{ imAddresses: ['1', '2', '3', '4'] }, 'ImAddresses has 4 entries'],
    [{ homePhones: ['1', '2', '3'] }, 'HomePhones has 3 entries'],
    [{ homeAddress: { planet: 'Earth' } }, "'planet' does not exist"],
    [{ emailAddresses: 'a@x.test' }, 'emailAddresses'],
    [{ birthday: 'yesterday' }, 'birthday'],
    [{ singleValueExtendedProperties: [{ id: 'Colour', value: 'green' }] }, 'Colour'],
  ])('refuses %j', (body, words) => {
    expect(() => contactChange(body, rules())).toThrow(words);
  });
});
