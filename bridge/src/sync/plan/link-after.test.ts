import { describe, expect, it } from 'vitest';
import type { Values } from '../../domain/item.ts';
import { printsAfter } from '../merge/merge-values.ts';
import { plainPrint, sampleContact, sampleLink, sampleRecord, someMapping } from '../testing/samples.ts';
import type { MergeOutcome } from './link-after.ts';
import { linkAfter } from './link-after.ts';
import type { MergeStep } from './step.ts';

const prints = (values: Values) => printsAfter(values, someMapping, plainPrint);
const before = prints({ LastName: 'Lee', Title: 'Old' });
const nothing: MergeOutcome = {
  written: null,
  exchangeFailed: false,
  taken: null,
  salesforceFailed: false,
  at: 'now',
};
const merge = { toExchange: {}, toSalesforce: {}, waiting: [], against: [], conflicts: [], clippings: [] };
const link = sampleLink({ madeBy: 'Exchange', exchangePrints: before, salesforcePrints: before });
const step = (parts: Partial<MergeStep>): MergeStep => ({
  kind: 'merge',
  link,
  contact: null,
  record: sampleRecord({ LastName: 'Lee', Title: 'Old' }),
  inFilter: true,
  merge,
  paired: false,
  ends: false,
  readOnly: false,
  ...parts,
});
const after = (given: MergeStep, outcome: Partial<MergeOutcome> = {}) =>
  linkAfter(given, { ...nothing, ...outcome }, someMapping, plainPrint);

describe('a link after a merge', () => {
  it('remembers both sides as they are when nothing was written', () => {
    const contact = sampleContact({ surname: 'Lee', jobTitle: 'New' });
    const { exchangePrints, lastSynced } = after(step({ contact }));
    expect([exchangePrints.Title, lastSynced]).toEqual(['Title=New', null]);
  });

  it('counts what Salesforce refused as still changed in Exchange', () => {
    const contact = sampleContact({ surname: 'Lee', jobTitle: 'New' });
    const given = step({ contact, merge: { ...merge, toSalesforce: { Title: 'New' } } });
    expect(after(given, { salesforceFailed: true }).exchangePrints.Title).toBe('Title=Old');
  });

  it('counts what the user may not change in Salesforce as still changed in Exchange', () => {
    const contact = sampleContact({ surname: 'Lee', jobTitle: 'New' });
    const waiting = someMapping.fields.filter(({ field }) => field === 'Title');
    const given = step({ contact, merge: { ...merge, waiting } });
    expect(after(given).exchangePrints.Title).toBe('Title=Old');
  });

  it.each(['Exchange', 'Salesforce'] as const)(
    'counts what was changed against the direction in %s as still changed, and reads the contact before it is written',
    (side) => {
      const contact = {
        ...sampleContact({ surname: 'Lee', jobTitle: side === 'Exchange' ? 'New' : 'Old' }),
        etag: 'W/2',
      };
      const record = sampleRecord({ LastName: 'Lee', Title: side === 'Exchange' ? 'Old' : 'New' });
      const given = step({ contact, record, merge: { ...merge, against: [{ field: 'Title', side }] } });
      const { exchangePrints, salesforcePrints, etag } = after(given);
      expect([exchangePrints.Title, salesforcePrints.Title]).toEqual(['Title=Old', 'Title=Old']);
      expect(etag).toBe(side === 'Exchange' ? null : 'W/2');
    },
  );

  it('counts what Exchange refused as still changed in Salesforce', () => {
    const given = step({
      record: sampleRecord({ LastName: 'Lee', Title: 'New' }),
      merge: { ...merge, toExchange: { Title: 'New' } },
    });
    expect(after(given, { exchangeFailed: true }).salesforcePrints.Title).toBe('Title=Old');
  });

  it('takes only the written fields of a contact that was not read', () => {
    const written = sampleContact({ surname: 'Lee', jobTitle: 'New', mobilePhone: 'unsynced' });
    const given = step({ merge: { ...merge, toExchange: { Title: 'New' } } });
    const { exchangePrints } = after(given, { written });
    expect([exchangePrints.Title, exchangePrints.MobilePhone]).toEqual(['Title=New', 'MobilePhone=']);
  });

  it('gives a copy that a person changed to that person', () => {
    const touched = { ...sampleContact({ surname: 'Lee' }), etag: 'W/2' };
    expect(after(step({ contact: touched })).madeBy).toBeNull();
    expect(after(step({ contact: sampleContact({ surname: 'Lee', jobTitle: 'Old' }) })).madeBy).toBe(
      'Exchange',
    );
  });

  it('without a version sees by the values that a person changed the copy', () => {
    const blind = { ...link, etag: null };
    const contact = sampleContact({ surname: 'Lee', jobTitle: 'New' });
    expect(after(step({ link: blind, contact })).madeBy).toBeNull();
  });
});
