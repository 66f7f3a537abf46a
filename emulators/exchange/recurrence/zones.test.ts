import { describe, expect, it } from 'vitest';
import { civilDateTime, dateTimeText } from './civil.ts';
import { civilAt, instantOf, zoneNamed, zoneNames } from './zones.ts';

const zone = (name: string) => {
  const found = zoneNamed(name);
  if (!found) throw new Error(`no zone '${name}'`);
  return found;
};

const instant = (name: string, civil: string) =>
  new Date(instantOf(zone(name), civilDateTime(civil)?.civil ?? 0)).toISOString();

describe('a time zone', () => {
  it('is known by its Windows name and its IANA name, letter case ignored', () => {
    expect(zone('W. Europe Standard Time').iana).toBe(zone('Europe/Berlin').iana);
    expect(zone('europe/berlin').windows).toBe('W. Europe Standard Time');
    expect(zone('Europe/Kyiv').windows).toBe('FLE Standard Time');
    expect(zone('tzone://Microsoft/Utc').windows).toBe('UTC');
  });

  it.each(['PDT', 'EST', 'MST', 'HST', 'Nowhere/City', ''])('is not %j', (name) => {
    expect(zoneNamed(name)).toBeUndefined();
  });

  it.each([
    ['W. Europe Standard Time', '2026-07-01T09:00:00', '2026-07-01T07:00:00.000Z'],
    ['W. Europe Standard Time', '2026-01-01T09:00:00', '2026-01-01T08:00:00.000Z'],
    ['Pacific Standard Time', '2026-03-08T02:30:00', '2026-03-08T10:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00.000Z'],
    ['UTC', '2026-01-01T09:00:00', '2026-01-01T09:00:00.000Z'],
  ])('in %s shows %s at %s', (name, civil, expected) => {
    expect(instant(name, civil)).toBe(expected);
  });

  it('tells what its clocks show', () => {
    expect(dateTimeText(civilAt(zone('Asia/Tokyo'), Date.UTC(2026, 0, 1, 20)))).toBe(
      '2026-01-02T05:00:00.0000000',
    );
  });

  it('is listed in both vocabularies', () => {
    expect(zoneNames('Windows')).toContain('Tokyo Standard Time');
    expect(zoneNames('Iana')).toContain('Asia/Tokyo');
  });
});
