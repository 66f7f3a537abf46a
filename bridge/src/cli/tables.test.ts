import { describe, expect, it } from 'vitest';
import type { UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import { migratedText, previewTable, statusTable, syncTable } from './tables.ts';

const user = as<UserId>('005A');

describe('the table of sync', () => {
  const mailbox = {
    user,
    email: 'ada@example.com',
    state: 'InSync',
    problem: null,
    passes: 1,
    created: { exchange: 1, salesforce: 20 },
    updated: { exchange: 0, salesforce: 0 },
    deleted: { exchange: 0, salesforce: 3 },
    paired: 4,
    suppressed: 0,
    openIssues: 5,
  };

  it('has a line a mailbox with columns of equal width', () => {
    const failing = { ...mailbox, email: 'b@example.com', state: 'Failing', problem: 'TDM-M-DENIED' };
    const lines = syncTable({ mailboxes: [mailbox, failing], requests: 0 }).split('\n');
    expect(lines).toEqual([
      'mailbox          state    paired  created  updated  deleted  issues  problem',
      'ada@example.com  InSync   4       1 / 20   0 / 0    0 / 3    5',
      'b@example.com    Failing  4       1 / 20   0 / 0    0 / 3    5       TDM-M-DENIED',
      '(created, updated, deleted: in Outlook / in Salesforce)',
    ]);
  });

  it('tells served requests when there were some', () => {
    expect(syncTable({ mailboxes: [mailbox], requests: 2 })).toMatch(/\n2 requests served\.$/);
  });
});

describe('the table of preview', () => {
  it('has a line a mailbox and kind with what would be written on each side, and what links would take', () => {
    const pair = { what: 'pair', side: null, item: 'Eva' } as const;
    const line = (what: 'create' | 'update' | 'delete' | 'hold', side: 'Exchange' | 'Salesforce') =>
      ({ what, side, item: 'Ana' }) as const;
    const contacts = [
      pair,
      line('update', 'Exchange'),
      line('create', 'Exchange'),
      line('create', 'Salesforce'),
      line('create', 'Salesforce'),
      line('delete', 'Exchange'),
      line('hold', 'Salesforce'),
    ];
    const previews = [
      { email: 'ada@example.com', problem: null, lines: contacts, events: [line('create', 'Exchange')] },
      { email: 'b@example.com', problem: 'TDM-M-FILTER', lines: [], events: null } as const,
    ];
    expect(previewTable(previews).split('\n')).toEqual([
      'mailbox          kind      paired  created  updated  deleted  held  problem',
      'ada@example.com  contacts  1       1 / 2    1 / 0    1 / 0    1',
      'ada@example.com  events    0       1 / 0    0 / 0    0 / 0    0',
      'b@example.com    contacts  0       0 / 0    0 / 0    0 / 0    0     TDM-M-FILTER',
      '(created, updated, deleted: in Outlook / in Salesforce)',
      'New links would take 0.0 MB of data storage.',
    ]);
    const many = Array.from({ length: 1024 }, () => pair);
    expect(previewTable([{ email: 'c@example.com', problem: null, lines: many, events: null }])).toMatch(
      /New links would take 2\.0 MB of data storage\.$/,
    );
  });

  it('says when nobody is assigned', () => {
    expect(previewTable([])).toBe('No mailbox is assigned to a configuration in Salesforce.');
  });
});

describe('the table of status', () => {
  it('has a line a mailbox', () => {
    const known = { user, email: 'ada@example.com', active: true, linkedContacts: 7, openIssues: 0 };
    expect(statusTable([{ ...known, state: 'InSync', problem: null }]).split('\n')).toEqual([
      'mailbox          state   linked  issues  problem',
      'ada@example.com  InSync  7       0',
    ]);
  });

  it('says what to do when no mailbox is known', () => {
    expect(statusTable([])).toMatch(/Assign users/);
  });
});

it('the answer of migrate tells from where to where', () => {
  expect(migratedText({ from: null, to: '0002' })).toBe('The database was migrated from nothing to 0002.');
  expect(migratedText({ from: '0001', to: '0002' })).toBe('The database was migrated from 0001 to 0002.');
  expect(migratedText({ from: '0002', to: '0002' })).toBe('The database is current (0002).');
});
