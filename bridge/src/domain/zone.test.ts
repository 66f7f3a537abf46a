import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { someZones } from '../sync/recurrence/testing/arbitrary.ts';
import { civilOf, instantOf, textOf } from './zone.ts';

const anyTime = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2033, 0) });

describe('the clock of a zone', () => {
  it('shows at every instant what Temporal says, and is read as Temporal reads it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...someZones), anyTime, (zone, time) => {
        const shown = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
        const plain = shown.toPlainDateTime().toString({ smallestUnit: 'millisecond' });
        expect(textOf(civilOf(time, zone))).toBe(plain);
        const read = Temporal.PlainDateTime.from(textOf(time)).toZonedDateTime(zone);
        expect(instantOf(time, zone)).toBe(read.epochMilliseconds);
      }),
      { numRuns: 5000, seed: 3 },
    );
  });

  it.each([
    ['left out in spring', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['left out at midnight', '2026-09-06T00:15', 'America/Santiago', '2026-09-06T04:15:00.000Z'],
    ['that comes twice in autumn', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['left out for half an hour', '2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-03T15:40:00.000Z'],
  ])('a time %s has its instant', (_, civil, zone, instant) => {
    expect(new Date(instantOf(Date.parse(`${civil}Z`), zone)).toISOString()).toBe(instant);
  });

  it('is refused for a zone that nobody knows', () => {
    expect(() => civilOf(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});
