import { describe, expect, it } from 'vitest';
import { people, startAsking } from './testing/asking.ts';
import { startAskingAboutEvents } from './testing/events.ts';

describe('a pause', () => {
  it('of one user outlives the database, shows on the mailbox and ends by Resume', async () => {
    const { asks, ada, bob, rows, sync, types, losesDatabase } = await startAsking();
    await sync();
    expect(await asks(ada, 'Pause')).toMatchObject({ Status__c: 'Done' });
    await types(...people(2));
    await sync();
    await losesDatabase();
    await sync();
    expect(await rows('Contact')).toHaveLength(0);
    const state = async (user: string) =>
      (await rows('Tandem_Mailbox__c')).find((row) => row.User_Key__c === user)?.Contacts_State__c;
    expect(await state(ada)).toBe('Paused');
    expect(await state(bob)).toBe('InSync');
    expect(await asks(ada, 'Resume')).toMatchObject({ Status__c: 'Done' });
    await sync();
    expect(await rows('Contact')).toHaveLength(2);
    expect(await state(ada)).toBe('InSync');
  });

  it('shows on the calendar of the mailbox too', async () => {
    const { asks, ada, rows, sync } = await startAskingAboutEvents();
    await sync();
    const states = async () => {
      const row = (await rows('Tandem_Mailbox__c')).find(({ User_Key__c }) => User_Key__c === ada);
      return [row?.Contacts_State__c, row?.Events_State__c];
    };
    expect(await states()).toEqual(['InSync', 'InSync']);
    await asks(ada, 'Pause');
    expect(await states()).toEqual(['Paused', 'Paused']);
    await asks(ada, 'Resume');
    await sync();
    expect(await states()).toEqual(['InSync', 'InSync']);
  });

  it('ends with what waited before it: deletions are still held', async () => {
    const { asks, ada, exchange, rows, sync, types } = await startAsking();
    await sync();
    const ids = await types(...people(12));
    await sync();
    for (const id of ids) await exchange.people.deleteContact('ada@example.com', id);
    await sync();
    const shown = async () => {
      const row = (await rows('Tandem_Mailbox__c')).find(({ User_Key__c }) => User_Key__c === ada);
      return [row?.Contacts_State__c, row?.Contacts_Problem__c];
    };
    expect(await shown()).toEqual(['Held', 'TDM-M-HELD']);
    await asks(ada, 'Pause');
    expect(await shown()).toEqual(['Paused', expect.stringContaining('TDM-M-PAUSED')]);
    await asks(ada, 'Resume');
    await sync();
    expect(await shown()).toEqual(['Held', 'TDM-M-HELD']);
  });

  it('of the configuration by an admin cannot be ended by a user', async () => {
    const { asks, ada, admin, configuration, rows, sync, types } = await startAsking();
    await sync();
    const scope = { Configuration__c: configuration, Parameters__c: '{"scope":"configuration"}' };
    await asks(admin, 'Pause', scope);
    await types(...people(1));
    await asks(ada, 'Resume');
    await sync();
    expect(await rows('Contact')).toHaveLength(0);
    await asks(admin, 'Resume', scope);
    await sync();
    expect(await rows('Contact')).toHaveLength(1);
  });

  it('of a user by an admin is neither ended nor taken over by that user', async () => {
    const { asks, ada, admin, rows, sync, types } = await startAsking();
    await sync();
    const shown = async () => {
      const row = (await rows('Tandem_Mailbox__c')).find(({ User_Key__c }) => User_Key__c === ada);
      return [row?.Contacts_State__c, row?.Contacts_Problem__c ?? null];
    };
    const paused = ['Paused', expect.stringContaining('by an admin')];
    expect(await asks(admin, 'Pause', { User__c: ada })).toMatchObject({ Status__c: 'Done' });
    expect(await shown()).toEqual(paused);

    await types(...people(1));
    for (const kind of ['Resume', 'Pause'])
      expect(await asks(ada, kind)).toMatchObject({
        Status__c: 'Refused',
        Error_Code__c: 'TDM-R-ADMIN-ONLY',
      });
    expect(await shown()).toEqual(paused);
    expect(await rows('Contact')).toHaveLength(0);

    expect(await asks(admin, 'Resume', { User__c: ada })).toMatchObject({ Status__c: 'Done' });
    await sync();
    expect(await shown()).toEqual(['InSync', null]);
    expect(await rows('Contact')).toHaveLength(1);
  });

  it('of the org by an admin stops every mailbox until the org is resumed', async () => {
    const { asks, ada, bob, admin, exchange, salesforce, rows, sync, types } = await startAsking();
    await sync();
    const states = async () => {
      const mailboxes = await rows('Tandem_Mailbox__c');
      return [ada, bob].map(
        (user) => mailboxes.find(({ User_Key__c }) => User_Key__c === user)?.Contacts_State__c,
      );
    };
    const inBobsFolder = () => exchange.people.contacts('bob@example.com', 'Salesforce_Sync');
    expect(await states()).toEqual(['InSync', 'InSync']);
    const org = { Parameters__c: '{"scope":"org"}' };

    expect(await asks(admin, 'Pause', org)).toMatchObject({ Status__c: 'Done' });
    await types(...people(2));
    await salesforce.people.create({ object: 'Contact', fields: { LastName: 'Of Bob' }, as: bob });
    await sync();
    expect(await states()).toEqual(['Paused', 'Paused']);
    expect(await rows('Contact')).toHaveLength(1);
    expect(await inBobsFolder()).toHaveLength(0);

    expect(await asks(admin, 'Resume', org)).toMatchObject({ Status__c: 'Done' });
    await sync();
    expect(await states()).toEqual(['InSync', 'InSync']);
    expect(await rows('Contact')).toHaveLength(3);
    expect(await inBobsFolder()).toHaveLength(1);
  });
});
