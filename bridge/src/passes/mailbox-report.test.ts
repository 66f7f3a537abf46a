import { describe, expect, it } from 'vitest';
import type { UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Row } from '../salesforce/salesforce.ts';
import type { MailboxState } from '../store/store.ts';
import { reportMailbox } from './mailbox-report.ts';

const userId = as<UserId>('005000000000001AAA');
const running: MailboxState = {
  userId,
  email: 'ada@example.com',
  configurationId: null,
  exchangeUserId: null,
  folderId: null,
  epoch: 1,
  cursor: null,
  notBefore: null,
  active: true,
  firstSyncDone: true,
  linksLoaded: true,
  problem: null,
  problemDetail: null,
};
const ended = { Contacts_State__c: 'InSync', Contacts_Problem__c: null, Contacts_In_Exchange__c: 4 };

async function reportWhile(active: boolean, epoch = running.epoch) {
  const written: Row[] = [];
  const mailboxRows = new Map<UserId, string>();
  const writer = {
    upsertRows: (_object: string, _key: string, rows: readonly Row[]) => {
      written.push(...rows);
      return Promise.resolve(rows.map(() => ({ ok: true as const, done: 'a01' })));
    },
  };
  const mailboxes = { get: () => Promise.resolve({ ...running, active, epoch }) };
  await reportMailbox({ store: { mailboxes }, salesforce: { writer }, mailboxRows }, running, ended);
  return { row: written[0], mailboxRows };
}

describe('what a pass came to', () => {
  it('shows on the row of its mailbox, which is known from then on', async () => {
    const { row, mailboxRows } = await reportWhile(true);
    expect(row).toMatchObject({ User_Key__c: userId, ...ended });
    expect(mailboxRows.get(userId)).toBe('a01');
  });

  it('never takes back how far on the mailbox was known to be', async () => {
    const { row } = await reportWhile(true, running.epoch + 3);
    expect(row).toMatchObject({ Epoch__c: running.epoch + 3 });
  });

  it('leaves the state that a pause wrote while the pass was running', async () => {
    const { row } = await reportWhile(false);
    expect(row).toMatchObject({ User_Key__c: userId, Contacts_In_Exchange__c: 4 });
    expect(row).not.toHaveProperty('Contacts_State__c');
    expect(row).not.toHaveProperty('Contacts_Problem__c');
  });
});
