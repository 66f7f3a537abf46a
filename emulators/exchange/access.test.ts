import { afterEach, describe, expect, it } from 'vitest';
import { createCertificate } from '../client/certificate.ts';
import { startTestTenant } from './test-tenant.ts';
import type { TestTenant } from './test-tenant.ts';

let tenant: TestTenant | undefined;
afterEach(async () => {
  await tenant?.close();
  tenant = undefined;
});

const mailboxes = [
  {
    userPrincipalName: 'ann@contoso.test',
    mail: 'ann.lee@contoso.test',
    usageLocation: 'DE',
    displayName: 'Ann Lee',
  },
  {
    userPrincipalName: 'bob@contoso.test',
    displayName: 'Bob Roe',
    proxyAddresses: ['SMTP:bob@contoso.test', 'smtp:rob@contoso.test'],
  },
  { userPrincipalName: 'old@contoso.test', inactive: true },
];

describe('users', () => {
  it('are found by mail or principal name, with the properties selected', async () => {
    tenant = await startTestTenant({ mailboxes });
    const filter = encodeURIComponent(
      "mail eq 'ANN.LEE@contoso.test' or userPrincipalName eq 'bob@contoso.test'",
    );
    const found = await tenant.graph('GET', `/users?$filter=${filter}&$select=mail,usageLocation`);
    expect(found.body.value).toEqual([
      { mail: 'ann.lee@contoso.test', usageLocation: 'DE' },
      { mail: 'bob@contoso.test', usageLocation: null },
    ]);
    const proxy = encodeURIComponent("proxyAddresses/any(p:p eq 'smtp:rob@contoso.test')");
    expect((await tenant.graph('GET', `/users?$filter=${proxy}`)).body.value).toMatchObject([
      { displayName: 'Bob Roe' },
    ]);
  });
});

describe('an app without directory permission', () => {
  it('cannot read users, but mailboxes', async () => {
    tenant = await startTestTenant({ mailboxes });
    const clientId = (await tenant.client.state()).apps[0]?.clientId ?? '';
    const { certificatePem } = createCertificate('second');
    await tenant.client.seed({ apps: [{ clientId, certificatePem, directory: false }] });
    expect((await tenant.graph('GET', '/users')).body.error?.code).toBe('Authorization_RequestDenied');
    expect((await tenant.graph('GET', '/users/ann@contoso.test/contacts')).status).toBe(200);
  });
});

describe('a mailbox', () => {
  it('outside the scope of the app answers 403 ErrorAccessDenied', async () => {
    tenant = await startTestTenant({ mailboxes }, ['Ann@contoso.test']);
    expect((await tenant.graph('GET', '/users/ann@contoso.test/contacts')).status).toBe(200);
    const denied = await tenant.graph('GET', '/users/bob@contoso.test/contactFolders');
    expect([denied.status, denied.body.error?.code]).toEqual([403, 'ErrorAccessDenied']);
  });

  it('that is inactive answers 404 MailboxNotEnabledForRESTAPI, though its user is in the directory', async () => {
    tenant = await startTestTenant({ mailboxes });
    const answer = await tenant.graph('GET', '/users/old@contoso.test/contacts');
    expect([answer.status, answer.body.error?.code]).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
    expect((await tenant.graph('GET', '/users/old@contoso.test')).status).toBe(200);
  });

  it('tells its time zone', async () => {
    tenant = await startTestTenant({
      mailboxes: [
        { ...mailboxes[0], userPrincipalName: 'z@contoso.test', timeZone: 'Pacific Standard Time' },
      ],
    });
    expect((await tenant.graph('GET', '/users/z@contoso.test/mailboxSettings')).body.timeZone).toBe(
      'Pacific Standard Time',
    );
  });
});
