import { beforeEach, describe, expect, it } from 'vitest';
import type { Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Invitations } from '../../domain/invitations.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import type { KnownIssue } from '../../store/store.ts';
import { noteAllowed, releasedItems } from './released-items.ts';

const looked = as<RecordId>('00Ulooked');
let mailedToday: number;
let kept: Map<string, string>;
beforeEach(() => {
  mailedToday = 0;
  kept = new Map();
});

const context = (invitations: Invitations, mayMail = true) =>
  ({
    userId: as<UserId>('005ada'),
    policy: { invitations },
    mayMail,
    now: () => new Date('2026-05-01T00:00:00Z'),
    store: {
      inbox: { read: () => Promise.resolve([{ recordId: looked }]) },
      events: { mailingWrites: () => Promise.resolve(mailedToday) },
      meta: {
        get: (key: string) => Promise.resolve(kept.get(key) ?? null),
        set: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
      },
    },
  }) as unknown as Parameters<typeof releasedItems>[0];

const issues = (code: IssueCode, count: number): readonly KnownIssue[] =>
  Array.from({ length: count }, (_, index) => ({
    issueKey: `${code} ${index}`,
    code,
    exchangeId: as(`item ${index}`),
    recordId: null,
    contentHash: as<Fingerprint>('hash'),
    open: true,
  }));

describe('a change that waits since it would mail people', () => {
  it('is tried again as far as the mailbox may still mail today', async () => {
    const held = issues('TDM-E-MAIL-HELD', 4);
    mailedToday = 10;
    expect(await releasedItems(context('PeoplesEdits'), held)).toEqual([]);
    mailedToday = 7;
    expect(await releasedItems(context('PeoplesEdits'), held)).toHaveLength(3);
    expect(await releasedItems(context('Always'), held)).toHaveLength(4);
  });

  it('is tried again once after an admin allowed more, and not on every pass', async () => {
    const refused = issues('TDM-E-WOULD-MAIL', 2);
    await noteAllowed(context('PeoplesEdits', false));
    expect(await releasedItems(context('PeoplesEdits', false), refused)).toEqual([]);
    expect(await releasedItems(context('PeoplesEdits'), refused)).toHaveLength(2);
    await noteAllowed(context('PeoplesEdits'));
    expect(await releasedItems(context('PeoplesEdits'), refused)).toEqual([]);
    expect(await releasedItems(context('Always'), refused)).toHaveLength(2);
  });

  it('is not an event that waits for another reason', async () => {
    expect(await releasedItems(context('Always'), issues('TDM-E-TOO-LONG', 2))).toEqual([]);
  });
});

it('a change that waits since its record may only be read is tried again when the record is looked at', async () => {
  const [waiting, other] = issues('TDM-E-NOT-EDITABLE', 2) as [KnownIssue, KnownIssue];
  const listed = [
    { ...waiting, recordId: looked },
    { ...other, recordId: as<RecordId>('00Uother') },
  ];
  expect(await releasedItems(context('PeoplesEdits'), listed)).toEqual([waiting.exchangeId]);
});
