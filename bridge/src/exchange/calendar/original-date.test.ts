import { describe, expect, it } from 'vitest';
import { originalDate } from './original-date.ts';

const uid = (day: string) =>
  `040000008200E00074C5B7101A82E008${day}C59E58148916DD01000000000000000010000000EF92B5A8`;

describe('the original date of an instance', () => {
  it.each([
    ['the tail of its occurrence id', { occurrenceId: 'OID.AQMk.2031=.2026-08-10' }, '2026-08-10'],
    ['the bytes of its iCalUId', { occurrenceId: null, iCalUId: uid('07EA080A') }, '2026-08-10'],
    [
      'its original start in the zone',
      { iCalUId: uid('00000000'), originalStart: '2026-08-11T05:00:00Z' },
      '2026-08-10',
    ],
  ])('is %s', (_, signs, date) => {
    expect(originalDate(signs, 'America/Los_Angeles')).toBe(date);
  });

  it('is not guessed', () => {
    const signs = { occurrenceId: 'OID.AQMk', iCalUId: 'uid@example.com', originalStart: 'soon' };
    expect(originalDate(signs, 'UTC')).toBeNull();
  });
});
