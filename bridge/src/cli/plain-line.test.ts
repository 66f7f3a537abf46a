import { describe, expect, it } from 'vitest';
import { plainLine } from './plain-line.ts';

describe('a log entry in plain words', () => {
  it('tells what was done, in the words for one and for many, and leaves out what was not', () => {
    const facts = { userId: '005A', paired: 0, createdInSalesforce: 1, updatedInExchange: 2, held: 3 };
    expect(plainLine(facts, 'Synced contacts.')).toBe(
      'Mailbox of user 005A: 1 contact made in Salesforce, 2 contacts updated in Outlook, 3 deletions held for approval.',
    );
  });

  it('says events where events were synced', () => {
    const facts = { paired: 1, updatedInSalesforce: 3 };
    expect(plainLine(facts, 'Synced events.')).toBe('1 event paired, 3 events updated in Salesforce.');
  });

  it('is the text itself when nothing was done', () => {
    expect(plainLine({ paired: 0 }, 'Nothing to do.')).toBe('Nothing to do.');
  });

  it('tells progress, the mailbox, the code and the error', () => {
    expect(plainLine({ userId: '005A', done: 40, all: 100 }, 'First sync goes on.')).toBe(
      'Mailbox of user 005A: First sync goes on. 40 of 100.',
    );
    expect(plainLine({ code: 'TDM-S-UNREACHABLE', error: 'Fault' }, 'Trying again.')).toBe(
      'Trying again. TDM-S-UNREACHABLE Fault',
    );
  });

  it('leaves out facts that it does not know', () => {
    expect(plainLine({ request: 'a09', ms: 12, code: null }, 'A request was served.')).toBe(
      'A request was served.',
    );
  });
});
