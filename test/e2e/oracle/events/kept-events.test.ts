import { describe, expect, it } from 'vitest';
import { createEventLedger } from './event-ledger.ts';
import type { EventSnapshot } from './event-snapshot.ts';
import { ADA, broken, link, snapshot, typed } from './fixture.ts';

describe('the oracle of events: I4', () => {
  it('finds a value that a person typed and that is nowhere, and accepts it where an issue keeps it', () => {
    const ledger = typed('Salesforce', 'Location', 'Room 9');
    expect(broken(snapshot(), ledger)).toEqual(['I4']);
    expect(broken(snapshot(), typed('Exchange', 'subject', 'Revue'))).toEqual(['I4']);
    expect(broken(snapshot(), typed('Exchange', 'start', 'then'))).toEqual(['I4']);
    expect(broken(snapshot(), typed('Salesforce', 'Location', 'Room 1'))).toEqual([]);
    const kept = {
      code: 'TDM-E-CONFLICT',
      status: 'Closed',
      field: 'Location',
      details: '{"losing":"Room 9"}',
    };
    expect(broken(snapshot({ issues: [kept] }), ledger)).toEqual([]);
    expect(broken(snapshot({ issues: [{ ...kept, details: '' }] }), ledger)).toEqual(['I4']);
    expect(broken(snapshot({ issues: [{ ...kept, recordId: '00U9', exchangeId: 'E9' }] }), ledger)).toEqual([
      'I4',
    ]);
  });

  it('needs a value no longer that somebody typed over, but one that met another unseen', () => {
    const twice = (side: 'Exchange' | 'Salesforce', round: number) => {
      const ledger = typed('Salesforce', 'Location', 'Room 9');
      const item = side === 'Exchange' ? 'E1' : '00U1';
      const name = side === 'Exchange' ? 'location' : 'Location';
      ledger.enters({ side, item, name, value: 'Room 1', round, isSeries: false });
      return ledger;
    };
    expect(broken(snapshot(), twice('Salesforce', 0))).toEqual([]);
    expect(broken(snapshot(), twice('Exchange', 1))).toEqual([]);
    expect(broken(snapshot(), twice('Exchange', 0))).toEqual(['I4']);
  });

  it('finds an edit that was lost to a deletion on the other side, and misses nothing that people deleted themselves', () => {
    const gone: EventSnapshot = { ...snapshot(), rows: [], links: [] };
    gone.calendars[0]!.items = [];
    gone.calendars[0]!.counts = { exchange: 0, salesforce: 0, openIssues: 0 };
    gone.links = [link({ state: 'Suppressed', reason: 'DeletedByPolicy' })];
    const deleted = (item: string, round: number) => {
      const ledger = typed('Salesforce', 'Location', 'Room 9');
      ledger.removes({ item, round });
      return ledger;
    };
    expect(broken(gone, typed('Salesforce', 'Location', 'Room 9'))).toEqual(['I4']);
    expect(broken(gone, deleted('E1', 0))).toEqual(['I4']);
    expect(broken(gone, deleted('E1', 1))).toEqual([]);
    expect(broken(gone, deleted('00U1', 0))).toEqual([]);
    expect(broken(snapshot(), deleted('E1', 1))).toEqual(['I4']);
  });

  it('looks for what was typed into a series in its dates, whose time it leaves to the other checks', () => {
    const id = 'E1/2026-06-03';
    const series = {
      ...snapshot({ item: { id, isDate: true } }),
      links: [link({ itemId: id, key: `${ADA}|calendar|${id}` })],
    };
    const whole = (name: string, value: string) => {
      const ledger = createEventLedger();
      ledger.enters({ side: 'Exchange', item: 'E1', name, value, round: 0, isSeries: true });
      return ledger;
    };
    expect(broken(series, whole('subject', 'Review'))).toEqual([]);
    expect(broken(series, whole('subject', 'Revue'))).toEqual(['I4']);
    expect(broken(series, whole('start', 'long ago'))).toEqual([]);
    const own = createEventLedger();
    own.enters({ side: 'Exchange', item: id, name: 'subject', value: 'Own', round: 0, isSeries: false });
    expect(broken(series, own)).toEqual(['I4']);
    own.enters({ side: 'Exchange', item: 'E1', name: 'recurrence', value: '', round: 1, isSeries: true });
    expect(broken(series, own)).toEqual([]);
  });

  it('looks for what was typed into a series of Salesforce in any of its rows, which may have been made anew', () => {
    const into = (name: string, value: string) => {
      const ledger = createEventLedger();
      ledger.enters({ side: 'Salesforce', item: '00U0', name, value, round: 0, isSeries: true });
      return ledger;
    };
    expect(broken(snapshot(), into('Subject', 'Review'))).toEqual([]);
    expect(broken(snapshot(), into('Subject', 'Revue'))).toEqual(['I4']);
    expect(broken(snapshot(), into('StartDateTime', 'long ago'))).toEqual([]);
  });

  it('lets a value go that lost in a private event, which is kept nowhere', () => {
    const secret = {
      properties: { sensitivity: 'private' },
      fields: { Subject: 'Busy', Location: null, Description: null, IsPrivate: true },
    };
    const ledger = typed('Salesforce', 'Location', 'Room 9');
    expect(broken(snapshot(secret), ledger)).toContain('I4');
    ledger.enters({
      side: 'Exchange',
      item: 'E1',
      name: 'location',
      value: 'Room 1',
      round: 0,
      isSeries: false,
    });
    expect(broken(snapshot(secret), ledger)).not.toContain('I4');
  });
});
