import { describe, expect, it } from 'vitest';
import type { EventSnapshot } from './event-snapshot.ts';
import { ADA, BOB, broken, link, snapshot } from './fixture.ts';

describe('the oracle of events: I3', () => {
  it('finds two live links of one event or one record', () => {
    const two = { ...snapshot(), links: [link(), link({ itemId: 'E2', key: `${ADA}|calendar|E2` })] };
    two.calendars[0]!.items.push({ ...two.calendars[0]!.items[0]!, id: 'E2' });
    expect(broken(two)).toContain('I3');
  });

  it('finds two records of one meeting in two mailboxes, and one record of two meetings', () => {
    const base = snapshot();
    const [ada] = base.calendars;
    const mine = ada!.items[0]!;
    const withBob = (meeting: string, recordId: string): EventSnapshot => ({
      ...base,
      calendars: [
        ada!,
        {
          ...ada!,
          user: BOB,
          items: [{ ...mine, id: 'E2', meeting, properties: { ...mine.properties, isOrganizer: false } }],
        },
      ],
      rows: [...base.rows, { ...base.rows[0]!, id: '00U2', owner: BOB }],
      links: [link(), link({ user: BOB, itemId: 'E2', key: `${BOB}|calendar|E2`, recordId })],
    });
    expect(broken(withBob('M1', '00U1'))).toEqual([]);
    expect(broken(withBob('M1', '00U2'))).toEqual(['I3']);
    expect(broken(withBob('M2', '00U1'))).toEqual(['I3']);
    const handedOver = withBob('M2', '00U1');
    handedOver.rows = [{ ...handedOver.rows[0]!, owner: BOB }];
    handedOver.calendars[1]!.items[0]!.marker = 'org|00U1';
    expect(broken(handedOver)).not.toContain('I3');
    handedOver.rows[0]!.owner = ADA;
    expect(broken(handedOver)).toContain('I3');
  });

  it('finds a record that Tandem made beside the same one, but not two that people made', () => {
    const twice = snapshot();
    twice.rows.push({ ...twice.rows[0]!, id: '00U2' });
    expect(broken(twice)).toEqual(['I3']);
    twice.rows[1]!.madeBy = ADA;
    expect(broken(twice)).not.toContain('I3');
  });

  it('finds an event that Tandem made beside the same one, and two of one marker', () => {
    const twice = snapshot();
    const { items } = twice.calendars[0]!;
    items.push({ ...items[0]!, id: 'E2', meeting: 'M2', marker: 'org|00U1' });
    expect(broken(twice)).toContain('I3');
    items[1]!.marker = undefined;
    expect(broken(twice)).not.toContain('I3');
    const marked = snapshot({ item: { marker: 'org|00U1' } });
    const [first] = marked.calendars[0]!.items;
    const properties = { ...first!.properties, subject: 'Other' };
    marked.calendars[0]!.items.push({ ...first!, id: 'E2', meeting: 'M2', properties });
    expect(broken(marked)).toContain('I3');
  });
});
