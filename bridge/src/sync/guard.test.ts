import { expect, it } from 'vitest';
import { deletionsHeld } from './guard.ts';

const history = (mailbox: number, org = mailbox) => ({ mailbox: { Exchange: mailbox, Salesforce: 0 }, org });

it.each<[string, number, number, number, number, boolean]>([
  ['nothing planned', 0, 5, 0, 0, false],
  ['ten of twelve: below the least number', 10, 12, 0, 0, false],
  ['eleven of twelve', 11, 12, 0, 0, true],
  ['20 % of 100', 20, 100, 0, 0, false],
  ['over 20 % of 100', 21, 100, 0, 0, true],
  ['50 of 1,000', 50, 1000, 0, 0, false],
  ['51 of 1,000', 51, 1000, 0, 0, true],
  ['with those of the last 24 hours', 11, 90, 10, 10, true],
  ['200 in the org', 1, 1000, 0, 199, false],
  ['over 200 in the org', 1, 1000, 0, 200, true],
])('deletions: %s', (_name, planned, live, before, org, held) => {
  expect(deletionsHeld('Exchange', planned, live, history(before, org))).toBe(held);
});

it('counts each side of a mailbox by itself', () => {
  expect(deletionsHeld('Salesforce', 10, 100, history(50, 50))).toBe(false);
});
