import { describe, expect, it } from 'vitest';
import { benchContact, benchEdit } from './contacts.ts';

const numbers = Array.from({ length: 20_000 }, (_, number) => number);

describe('the contacts of the benches', () => {
  it('occur once each, by e-mail and by name', () => {
    const emails = new Set(numbers.map((number) => benchContact(number).salesforce['Email']));
    const names = new Set(numbers.map((number) => benchContact(number).exchange['displayName']));
    expect(emails.size).toBe(numbers.length);
    expect(names.size).toBe(numbers.length);
  });

  it('are changed by every edit, on both sides', () => {
    for (const number of numbers.slice(0, 50)) {
      const contact = benchContact(number);
      const edit = benchEdit(number, number);
      for (const side of ['exchange', 'salesforce'] as const)
        expect({ ...contact[side], ...edit[side] }).not.toEqual(contact[side]);
    }
  });
});
