import { describe, expect, it } from 'vitest';
import { readTime } from './read-time.ts';

const timed = (start: string, end: string) => ({ isAllDay: false, start, end }) as const;

describe('the times of an event that was read', () => {
  const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });

  it('are instants', () => {
    expect(readTime(false, at('2031-03-03T09:00:00.0000000'), at('2031-03-03T10:00:00.0000000'))).toEqual(
      timed('2031-03-03T09:00:00.000Z', '2031-03-03T10:00:00.000Z'),
    );
  });

  it('are dates when it is all day, whatever zone they are labelled with', () => {
    const zone = 'Customized Time Zone';
    expect(
      readTime(true, at('2031-03-30T00:00:00.0000000', zone), at('2031-03-31T00:00:00.0000000', zone)),
    ).toEqual({
      isAllDay: true,
      start: '2031-03-30',
      end: '2031-03-31',
    });
  });

  it.each([
    ['another zone than was asked for', at('2031-03-03T09:00:00', 'Europe/Berlin')],
    ['no time', at('soon')],
    ['a day that is none', at('2031-02-30T25:00:00')],
  ])('cannot be read with %s', (_, start) => {
    expect(readTime(false, start, at('2031-03-03T10:00:00'))).toBeNull();
  });
});
