import { describe, expect, it } from 'vitest';
import { accounts } from './accounts.ts';
import { acquaintances, contactsPerSide } from './company.ts';
import { locales } from './locales.ts';
import type { DemoContact } from './words.ts';

const everybody = acquaintances();
const inExchange = everybody.flatMap(({ exchange }) => exchange ?? []);
const inSalesforce = everybody.flatMap(({ salesforce }) => salesforce ?? []);
const nameAndCompany = (contact: DemoContact) =>
  `${contact.firstName}|${contact.lastName}|${contact.company}`;

function duplicates(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

describe('the demo company', () => {
  it('has 300 contacts on each side, spread over three reps', () => {
    expect(inExchange).toHaveLength(contactsPerSide);
    expect(inSalesforce).toHaveLength(contactsPerSide);
    expect(new Set(everybody.map((one) => one.rep)).size).toBe(3);
  });

  it('is the same company at each start', () => {
    expect(acquaintances()).toEqual(everybody);
  });

  it('has names of at least six locales on each side', () => {
    for (const side of [inExchange, inSalesforce]) {
      const found = locales.filter(({ lastNames }) =>
        side.some(({ lastName }) => lastName && lastNames.includes(lastName)),
      );
      expect(found.length).toBeGreaterThanOrEqual(6);
    }
  });

  it('holds pairs by equal address, by an address that differs in letter case, and by name and company alone', () => {
    const both = everybody.flatMap(({ exchange, salesforce }) =>
      exchange && salesforce ? [{ exchange, salesforce }] : [],
    );
    const equal = both.filter(
      ({ exchange, salesforce }) => exchange.emails[0] && exchange.emails[0] === salesforce.emails[0],
    );
    const otherCase = both.filter(
      ({ exchange, salesforce }) =>
        exchange.emails[0] !== salesforce.emails[0] &&
        exchange.emails[0]?.toLowerCase() === salesforce.emails[0]?.toLowerCase(),
    );
    const byName = both.filter(
      ({ exchange, salesforce }) =>
        !exchange.emails.length && nameAndCompany(exchange) === nameAndCompany(salesforce),
    );
    for (const kind of [equal, otherCase, byName]) expect(kind.length).toBeGreaterThan(10);
  });

  it('has several matching candidates on purpose, and nowhere else', () => {
    const emails = (side: readonly DemoContact[]) =>
      side.flatMap((one) => one.emails.map((email) => email.toLowerCase()));
    expect(duplicates(emails(inSalesforce))).toEqual([
      'hanna.weber@nordlicht.example',
      'tomas.ruiz@puentes.example',
    ]);
    expect(duplicates(emails(inExchange))).toEqual(['patrick@ohara.example']);
    expect(duplicates(inSalesforce.map(nameAndCompany))).toEqual(
      expect.arrayContaining(['Mei|Tan|Tamarind Kitchen', 'Hanna|Weber|Nordlicht Solar']),
    );
    expect(duplicates(inSalesforce.map(nameAndCompany))).toHaveLength(3);
  });

  it('has companies without an account and companies with two', () => {
    const accountsOf = (company: string) => accounts.filter(({ name }) => name === company).length;
    const companies = inExchange.flatMap(({ company }) => company ?? []);
    expect(companies.filter((company) => accountsOf(company) === 0).length).toBeGreaterThan(1);
    expect(companies.filter((company) => accountsOf(company) === 2).length).toBeGreaterThan(1);
  });

  it('has contacts without last name, without e-mail and without any name, and a street of 300 characters', () => {
    expect(inExchange.some((one) => one.firstName && !one.lastName)).toBe(true);
    expect(inExchange.some((one) => !one.emails.length)).toBe(true);
    expect(inExchange.some((one) => !one.firstName && !one.lastName)).toBe(true);
    expect(Math.max(...inExchange.map((one) => one.work?.street.length ?? 0))).toBe(300);
  });

  it('gives Salesforce only what its fields hold', () => {
    for (const one of inSalesforce) {
      expect(one.lastName).toBeTruthy();
      expect(one.lastName?.length).toBeLessThanOrEqual(80);
      expect(one.firstName?.length ?? 0).toBeLessThanOrEqual(40);
      expect(one.work?.street.length ?? 0).toBeLessThanOrEqual(255);
    }
  });
});
