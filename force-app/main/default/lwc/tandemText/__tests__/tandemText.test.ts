import { ago, fill, numeral } from 'c/tandemText';

describe('texts', () => {
  it('fills the places of a label, and leaves a place without a value as it is', () => {
    expect(fill('{0} of {1} mailboxes', 3, 5000)).toBe('3 of 5,000 mailboxes');
    expect(fill('{0} and {1}', 'one')).toBe('one and {1}');
  });

  it.each([
    [5, '5 seconds ago'],
    [60, '1 minute ago'],
    [3_700, '1 hour ago'],
    [200_000, '2 days ago'],
    [-4, 'now'],
  ])('says how long ago %p seconds are', (seconds, words) => {
    const now = Date.parse('2026-03-01T09:00:00Z');
    expect(ago(new Date(now - seconds * 1000).toISOString(), now)).toBe(words);
  });
});

it('numbers are written with separators, in labels too, and texts as they are', () => {
  expect(numeral(1_234_567.89)).toBe('1,234,567.9');
  expect(fill('{0} of {1} in {2}', 200, 2_000, '2000')).toBe('200 of 2,000 in 2000');
});
