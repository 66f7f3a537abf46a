import { describe, expect, it } from 'vitest';
import { violationsIn } from './invariants.ts';
import { createLedger } from './ledger.ts';
import { quiet } from './quiet.ts';
import type { Snapshot } from './snapshot.ts';

const USER = '005000000000001AAA';
const LINK = {
  id: 'a01',
  key: `${USER}|contacts|E1`,
  user: USER,
  exchangeId: 'E1',
  recordId: '003',
  state: 'Live',
  reason: null,
};
const ISSUE = {
  id: 'a02',
  key: 'k',
  user: USER,
  kind: 'Contact',
  code: 'TDM-C-SHORT',
  status: 'Open',
  item: 'Ana Diaz',
  field: 'MailingStreet',
  reason: 'Too long.',
  remedy: 'Shorten it.',
  details: '',
  recordId: '003',
  exchangeId: 'E1',
};

interface Parts {
  exchange?: Record<string, unknown>;
  salesforce?: Record<string, unknown>;
  issues?: Partial<typeof ISSUE>[];
  links?: Snapshot['links'];
  accountId?: string | null;
}

/** One mailbox with one linked contact, equal on both sides; the parts differ where a test says so. */
function snapshot(parts: Parts = {}): Snapshot {
  const properties = {
    givenName: 'Ana',
    surname: 'Diaz',
    emailAddresses: [{ address: 'ana@example.test' }],
    ...parts.exchange,
  };
  return {
    mailboxes: [
      {
        user: USER,
        email: 'ada@example.test',
        contacts: [{ id: 'E1', changeKey: 'c1', inSyncFolder: true, properties }],
      },
    ],
    contacts: [
      {
        id: '003',
        owner: USER,
        accountId: parts.accountId ?? null,
        systemModstamp: 't1',
        fields: { FirstName: 'Ana', LastName: 'Diaz', Email: 'ANA@example.test', ...parts.salesforce },
      },
    ],
    accounts: [{ id: '001', name: 'Acme' }],
    links: parts.links ?? [LINK],
    issues: (parts.issues ?? []).map((issue) => ({ ...ISSUE, ...issue })),
    mails: 0,
  };
}

function invariantsBroken(parts: Parts, ledger = createLedger()): string[] {
  return [...new Set(violationsIn(snapshot(parts), ledger).map(({ invariant }) => invariant))];
}

describe('the oracle', () => {
  it('accepts a linked pair that differs in letter case of the e-mail address, line ends and blanks only', () => {
    expect(
      violationsIn(
        snapshot({ exchange: { personalNotes: 'One\r\nTwo ' }, salesforce: { Description: 'One\nTwo' } }),
        createLedger(),
      ),
    ).toEqual([]);
  });

  it('I1: finds a mapped field that differs', () => {
    expect(invariantsBroken({ exchange: { jobTitle: 'CEO' } })).toEqual(['I1']);
  });

  it('I1: finds a live link whose item is gone', () => {
    expect(invariantsBroken({ links: [{ ...LINK, recordId: '003gone' }] })).toContain('I1');
  });

  it('I1: finds a company without account that no issue lists, and accepts one that is listed', () => {
    expect(invariantsBroken({ exchange: { companyName: 'Unknown Ltd' } })).toEqual(['I1']);
    expect(
      invariantsBroken({ exchange: { companyName: 'Unknown Ltd' }, issues: [{ field: 'AccountId' }] }),
    ).toEqual([]);
  });

  it('I1: finds a company that an empty account erased, or that was not linked with its account', () => {
    expect(invariantsBroken({ accountId: '001' })).toEqual(['I1']);
    expect(invariantsBroken({ exchange: { companyName: 'acme' } })).toEqual(['I1']);
    expect(invariantsBroken({ exchange: { companyName: 'acme' }, accountId: '001' })).toEqual([]);
  });

  it('I1: takes the last word of the display name for a missing surname', () => {
    const exchange = { givenName: '', surname: '', displayName: 'Maria del Mar' };
    expect(invariantsBroken({ exchange, salesforce: { FirstName: '', LastName: 'Mar' } })).toEqual([]);
    expect(invariantsBroken({ exchange, salesforce: { FirstName: '', LastName: 'Maria' } })).toEqual(['I1']);
  });

  it('I2: finds a write by its count and by the version of the item', () => {
    const none = { created: 0, updated: 0, deleted: 0 };
    const before = snapshot();
    expect(quiet(before, snapshot(), { exchange: none, salesforce: none })).toEqual([]);
    expect(quiet(before, before, { exchange: { ...none, updated: 1 }, salesforce: none })).toHaveLength(1);
    const after = snapshot();
    after.contacts[0]!.systemModstamp = 't2';
    expect(quiet(before, after, { exchange: none, salesforce: none })).toHaveLength(1);
  });

  it('I3: finds a second copy in the mailbox and in Salesforce', () => {
    const copied = snapshot();
    copied.mailboxes[0]!.contacts.push({ ...copied.mailboxes[0]!.contacts[0]!, id: 'E2' });
    copied.contacts.push({ ...copied.contacts[0]!, id: '003copy' });
    const sentences = violationsIn(copied, createLedger())
      .filter(({ invariant }) => invariant === 'I3')
      .map(({ sentence }) => sentence);
    expect(sentences).toHaveLength(2);
  });

  it('I3: lets people have made two of a kind', () => {
    const twice = snapshot();
    twice.mailboxes[0]!.contacts.push({ ...twice.mailboxes[0]!.contacts[0]!, id: 'E2' });
    const ledger = createLedger();
    for (const item of ['E1', 'E2'])
      ledger.creates({ side: 'Exchange', item, mailbox: 'ada@example.test', key: 'ana@example.test' });
    expect(violationsIn(twice, ledger).filter(({ invariant }) => invariant === 'I3')).toEqual([]);
  });

  it('I3: finds two live links of one record', () => {
    const links = [LINK, { ...LINK, id: 'a03', key: `${USER}|contacts|E2`, exchangeId: 'E2' }];
    expect(invariantsBroken({ links })).toContain('I3');
  });

  it('I4: finds a value that vanished, and accepts it where an issue keeps it', () => {
    const ledger = createLedger();
    ledger.enters('Salesforce', '003', { Phone: '+1 555 1' });
    const equal = { exchange: { businessPhones: ['+1 555 2'] }, salesforce: { Phone: '+1 555 2' } };
    expect(invariantsBroken(equal, ledger)).toEqual(['I4']);
    expect(
      invariantsBroken(
        { ...equal, issues: [{ status: 'Closed', details: '{"losing":"+1 555 1"}' }] },
        ledger,
      ),
    ).toEqual([]);
    expect(
      invariantsBroken(
        { ...equal, issues: [{ recordId: '009', exchangeId: 'E9', details: '+1 555 1' }] },
        ledger,
      ),
    ).toEqual(['I4']);
  });

  it('I4: needs a value no longer that a person on the other side replaced after a sync, but needs one that met unseen', () => {
    const equal = { exchange: { businessPhones: ['2'] }, salesforce: { Phone: '2' } };
    const knowing = createLedger();
    knowing.enters('Salesforce', '003', { Phone: '1' });
    knowing.nextRound();
    knowing.enters('Exchange', 'E1', { 'businessPhones.0': '2' });
    expect(invariantsBroken(equal, knowing)).toEqual([]);
    const unseen = createLedger();
    unseen.enters('Salesforce', '003', { Phone: '1' });
    unseen.enters('Exchange', 'E1', { 'businessPhones.0': '2' });
    expect(invariantsBroken(equal, unseen)).toEqual(['I4']);
  });

  it('I4: finds what is not mapped missing on its own side, and an edit lost to a deletion', () => {
    const unmapped = createLedger();
    unmapped.enters('Exchange', 'E1', { officeLocation: 'B 12' });
    expect(invariantsBroken({}, unmapped)).toEqual(['I4']);
    const deleted = createLedger();
    deleted.removes('Exchange', 'Egone');
    deleted.enters('Salesforce', '003gone', { Phone: '1' });
    const gone = {
      ...LINK,
      id: 'a03',
      key: `${USER}|contacts|Egone`,
      exchangeId: 'Egone',
      recordId: '003gone',
      state: 'Suppressed',
      reason: 'DeletedByPolicy',
    };
    expect(invariantsBroken({ links: [LINK, gone] }, deleted)).toEqual(['I4']);
  });

  it('I4: asks nothing of a contact that a person deleted after the last edit', () => {
    const ledger = createLedger();
    ledger.enters('Salesforce', '003gone', { Phone: '1' });
    ledger.nextRound();
    ledger.removes('Exchange', 'Egone');
    const gone = {
      ...LINK,
      id: 'a03',
      key: `${USER}|contacts|Egone`,
      exchangeId: 'Egone',
      recordId: '003gone',
      state: 'Suppressed',
      reason: 'DeletedByPolicy',
    };
    expect(invariantsBroken({ links: [LINK, gone] }, ledger)).toEqual([]);
  });

  it('I5: finds mail', () => {
    expect(
      violationsIn({ ...snapshot(), mails: 1 }, createLedger()).map(({ invariant }) => invariant),
    ).toEqual(['I5']);
  });

  it('I6: finds items that are neither linked nor listed', () => {
    expect(violationsIn(snapshot({ links: [] }), createLedger()).map(({ invariant }) => invariant)).toEqual([
      'I6',
      'I6',
    ]);
    expect(invariantsBroken({ links: [], issues: [{}] })).toEqual([]);
    expect(invariantsBroken({ links: [{ ...LINK, state: 'Suppressed', reason: 'MovedOut' }] })).toEqual([]);
  });

  it('I6: finds a shortened text that no issue names', () => {
    const street = `${'x'.repeat(299)}y`;
    const clipped = {
      exchange: { businessAddress: { street } },
      salesforce: { MailingStreet: 'x'.repeat(255) },
    };
    expect(invariantsBroken(clipped)).toEqual(['I6']);
    expect(invariantsBroken({ ...clipped, issues: [{}] })).toEqual([]);
    expect(invariantsBroken({ ...clipped, salesforce: { MailingStreet: 'x'.repeat(200) } })).toEqual(['I1']);
  });

  it('I6: finds an issue without code, reason, remedy or item', () => {
    expect(invariantsBroken({ issues: [{ remedy: '' }] })).toEqual(['I6']);
    expect(invariantsBroken({ issues: [{ code: 'oops' }] })).toEqual(['I6']);
    expect(invariantsBroken({ issues: [{ item: '' }] })).toEqual(['I6']);
  });
});
