import { expect, it } from 'vitest';
import type { UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { resetMailbox } from './reset-mailbox.ts';

const userId = as<UserId>('005000000000001AAA');

/** What a reset of events does, in its order, when Salesforce has these rows and the database these links. */
async function resetWith(rows: readonly object[], links: readonly object[] = []) {
  const done: unknown[] = [];
  const claim = { userId, kind: 'Event', holder: 'A', epoch: 6 };
  const deps = {
    holder: 'A',
    store: {
      claims: { take: () => Promise.resolve(claim), release: () => Promise.resolve() },
      events: { updateCalendar: () => Promise.resolve() },
      links: { ofMailbox: () => Promise.resolve(links) },
      mailboxes: { countUp: () => Promise.resolve(7), reset: () => Promise.resolve(done.push('forgets')) },
    },
    salesforce: {
      readLinkRows: () => Promise.resolve(rows),
      writer: {
        upsertRows: (_object: string, _key: string, written: readonly object[]) =>
          Promise.resolve(done.push(...written)),
        deleteRows: (_object: string, ids: readonly string[]) => Promise.resolve(done.push(ids)),
      },
    },
  } as unknown as BridgeDeps;
  await resetMailbox(deps, userId, 'Event');
  return done;
}

it('says how far on the mailbox is before its rows go, so that a database from before the reset is known as one', async () => {
  const rows = [
    { rowId: 'a1', kind: 'Event', state: 'Live' },
    { rowId: 'a2', kind: 'Event', state: 'Suppressed' },
    { rowId: 'a3', kind: 'Contact', state: 'Live' },
  ];
  expect(await resetWith(rows)).toEqual([{ User_Key__c: userId, Epoch__c: 7 }, ['a1'], 'forgets']);
});

it('says nothing where there is nothing to forget', async () => {
  expect(await resetWith([])).toEqual([[], 'forgets']);
});

it('leaves the row of a link that stays, although a pass that ended too early had told Salesforce that it lives', async () => {
  const ended = {
    scope: 'events',
    exchangeId: 'AAk=',
    recordId: '00U1',
    state: 'Suppressed',
    reason: 'MovedOut',
  };
  const rows = [{ rowId: 'a1', kind: 'Event', state: 'Live', exchangeId: 'AAk=' }];
  expect(await resetWith(rows, [ended])).toEqual([
    {
      Link_Key__c: `${userId}|events|AAk=`,
      Record_Id__c: '00U1',
      State__c: 'Suppressed',
      Reason__c: 'MovedOut',
      Made_By_Tandem__c: 'None',
    },
    [],
    'forgets',
  ]);
});
