import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { asks } from '../world/requests.ts';
import { scenario } from '../scenario.ts';

const done = { status: 'Done', code: null };

scenario(
  'a user tests the connection, pauses, previews what waits, ignores an issue and resumes, all by rows in Salesforce',
  async ({ world }) => {
    const { ada } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    const nameless = await ada.outlook.creates({ businessPhones: ['+351 99'] });
    await world.syncs();
    const state = async () => {
      const rows = await world.salesforce.rows('Tandem_Mailbox__c');
      return rows.find(({ User_Key__c }) => User_Key__c === ada.user)?.Contacts_State__c;
    };

    const tested = await asks(world, ada.user, 'TestConnection');
    expect(tested).toMatchObject({ ...done, result: { message: 'The connection works.' } });

    expect(await asks(world, ada.user, 'Pause')).toMatchObject(done);
    expect(await state()).toBe('Paused');
    await ada.outlook.edits(inOutlook, { jobTitle: 'Typed in the pause' });
    await ada.outlook.creates({ displayName: 'New Person', givenName: 'New', surname: 'Person' });

    const preview = await asks(world, ada.user, 'Preview');
    const counts = { create: { Exchange: 0, Salesforce: 1 }, update: { Exchange: 0, Salesforce: 1 } };
    expect(preview).toMatchObject({ ...done, result: { counts } });
    expect(preview.result['list']).toContainEqual({
      ...{ email: ada.email, what: 'create', side: 'Salesforce' },
      item: 'New Person',
    });
    expect((await ada.salesforce.sees(inSalesforce)).Title ?? null).toBeNull();

    expect(await asks(world, ada.user, 'Resume')).toMatchObject(done);
    await world.syncs();
    expect(await state()).toBe('InSync');
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Typed in the pause' });
    expect(await ada.salesforce.contacts()).toHaveLength(2);

    const [issue] = await openIssuesOf(world, ada.user);
    expect(issue).toMatchObject({ code: 'TDM-C-NAMELESS', exchangeId: nameless });
    expect(await asks(world, ada.user, 'Ignore', { Issue__c: issue?.id })).toMatchObject(done);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    const ignored = (await world.links()).filter(({ exchangeId }) => exchangeId === nameless);
    expect(ignored).toMatchObject([{ state: 'Suppressed', reason: 'Ignored' }]);
    await world.verify();
  },
);
