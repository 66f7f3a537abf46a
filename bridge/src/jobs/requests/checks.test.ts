import { describe, expect, it } from 'vitest';
import { people, startAsking } from './testing/asking.ts';

describe('what a request may ask', () => {
  it('is refused for what is not the creator’s, not there, or not understood', async () => {
    const { asks, ada, bob, admin, configuration, rows, sync, types } = await startAsking();
    await sync();
    await types({ emailAddresses: [] }, ...people(1));
    await sync();
    const issue = (await rows('Tandem_Issue__c'))[0]?.Id ?? '';
    const code = async (by: string, kind: string, fields = {}) => {
      const { Status__c, Error_Code__c } = await asks(by, kind, fields);
      return [Status__c, Error_Code__c].filter(Boolean).join(' ');
    };
    expect(await code(ada, 'SyncNow')).toBe('Done');
    expect(await code(ada, 'ResetEvents')).toBe('Done');
    expect(await code(bob, 'SyncNow', { User__c: ada })).toBe('Refused TDM-R-NOT-YOURS');
    expect(await code(admin, 'SyncNow', { User__c: ada })).toBe('Done');
    expect(await code(admin, 'SyncNow')).toBe('Refused TDM-R-NO-MAILBOX');
    expect(await code(ada, 'Approve')).toBe('Refused TDM-R-ADMIN-ONLY');
    expect(await code(ada, 'Retry')).toBe('Refused TDM-R-NO-ISSUE');
    expect(await code(ada, 'Pause', { Parameters__c: '{"scope":"org"}' })).toBe('Refused TDM-R-ADMIN-ONLY');
    expect(await code(ada, 'Pause', { Parameters__c: '{"scope":' })).toBe('Refused TDM-R-MALFORMED');
    expect(await code(admin, 'Pause', { Parameters__c: '{"scope":"configuration"}' })).toBe(
      'Refused TDM-R-CONFIGURATION',
    );
    expect(await code(ada, 'Preview')).toBe('Done');
    expect(await code(ada, 'Preview', { Configuration__c: configuration })).toBe('Refused TDM-R-ADMIN-ONLY');
    expect(await code(ada, 'ExplainRecord', { Record_Id__c: 'x' })).toBe('Refused TDM-R-MALFORMED');
    const hers = (await rows('Contact'))[0]?.Id ?? '';
    expect(await code(bob, 'ExplainRecord', { Record_Id__c: hers })).toBe('Refused TDM-R-NO-RECORD');
    // The screen does not show him her issue; a row that an admin writes in his name is answered the same way.
    expect(await code(admin, 'Ignore', { User__c: bob, Issue__c: issue })).toBe('Refused TDM-R-NO-ISSUE');
  });
});
