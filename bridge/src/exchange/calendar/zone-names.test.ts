import windows from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { ianaZone } from './zone-names.ts';

describe('the IANA name of a zone', () => {
  it('is that of CLDR for every Windows zone, and the platform knows each', () => {
    const zones = windows.supplemental.windowsZones.mapTimezones
      .map(({ mapZone }) => mapZone)
      .filter(({ _territory }) => _territory === '001');
    expect(zones.length).toBeGreaterThan(130);
    for (const { _other, _type } of zones) {
      expect([_other, ianaZone(_other)]).toEqual([_other, _type === 'Etc/UTC' ? 'UTC' : _type]);
    }
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['UTC', 'UTC'],
  ])('is for %s %s', (name, iana) => {
    expect(ianaZone(name)).toBe(iana);
  });

  it.each(['tzone://Microsoft/Custom', 'Customized Time Zone', 'Kamchatka Standard Time', '', null])(
    'is none for %j',
    (name) => {
      expect(ianaZone(name)).toBeNull();
    },
  );
});
