import { describe, expect, it } from 'vitest';
import { createCertificate } from '../../../emulators/client/certificate.ts';
import { closedAddress } from './testing/closed-address.ts';
import { startTenant } from './testing/emulated-tenant.ts';

describe('signing in', () => {
  it('asks for one token for many calls at once, and keeps it', async () => {
    const { control, exchange, mailbox, folder } = await startTenant();
    await Promise.all([exchange.signIn(), exchange.signIn(), mailbox.folderExists(folder)]);
    await mailbox.folderExists(folder);
    expect((await control.counters.read()).tokenRequests).toBe(1);
  });

  it('asks for another token before the first one expires', async () => {
    const { control, exchange, clock } = await startTenant();
    await exchange.signIn();
    await clock.sleep(3_400_000, new AbortController().signal);
    await exchange.signIn();
    expect((await control.counters.read()).tokenRequests).toBe(2);
  });

  it('goes on with a token that is still good when the sign-in service fails', async () => {
    const { control, exchange, clock } = await startTenant();
    await exchange.signIn();
    await clock.sleep(3_400_000, new AbortController().signal);
    await control.faults.add({ match: { path: '/token' }, times: 0, effect: { kind: 'html' } });
    await expect(exchange.signIn()).resolves.toBeUndefined();
  });

  it('says that the certificate is not the one of the app', async () => {
    const { connect } = await startTenant();
    const exchange = connect({ ...createCertificate('another') });
    await expect(exchange.signIn()).rejects.toMatchObject({
      code: 'TDM-X-CERTIFICATE',
      detail: 'invalid_client AADSTS700027',
    });
  });

  it.each([
    ['is not PEM', { certificatePem: 'nonsense' }, 'the certificate is not readable PEM'],
    ['has no readable key', { privateKeyPem: 'nonsense' }, 'the private key is not readable PEM'],
  ])('says without asking Microsoft when the certificate %s', async (_, changed, detail) => {
    const { connect, control } = await startTenant();
    await expect(connect(changed).signIn()).rejects.toMatchObject({ code: 'TDM-X-CERTIFICATE', detail });
    expect((await control.counters.read()).tokenRequests).toBe(0);
  });

  it('says without asking Microsoft when the private key is that of another certificate', async () => {
    const { connect, control } = await startTenant();
    const { privateKeyPem } = createCertificate('another');
    await expect(connect({ privateKeyPem }).signIn()).rejects.toMatchObject({
      code: 'TDM-X-CERTIFICATE-KEY',
    });
    expect((await control.counters.read()).tokenRequests).toBe(0);
  });

  it('says when the certificate has expired', async () => {
    const { connect } = await startTenant();
    const clock = { now: () => Date.parse('2050-06-01'), sleep: async () => undefined, random: () => 0 };
    await expect(connect({ clock }).signIn()).rejects.toMatchObject({
      code: 'TDM-X-CERTIFICATE-EXPIRED',
      detail: 'It was valid until 2049-12-31T23:59:59.000Z.',
    });
  });

  it('says that the tenant is unknown', async () => {
    const { connect } = await startTenant();
    const exchange = connect({ tenantId: '00000000-0000-4000-8000-000000000000' });
    await expect(exchange.signIn()).rejects.toMatchObject({ code: 'TDM-X-TENANT' });
  });

  it('says that the app is unknown', async () => {
    const { connect } = await startTenant();
    const exchange = connect({ clientId: '00000000-0000-4000-8000-000000000000' });
    await expect(exchange.signIn()).rejects.toMatchObject({ code: 'TDM-X-APP' });
  });

  it('tries again when the sign-in service fails in passing', async () => {
    const { control, exchange } = await startTenant();
    await control.faults.add({ match: { path: '/token' }, times: 2, effect: { kind: 'cut' } });
    await expect(exchange.signIn()).resolves.toBeUndefined();
  });

  it.each([
    ['html', 'TDM-X-ANSWER'],
    ['malformed', 'TDM-X-ANSWER'],
    ['cut', 'TDM-X-UNREACHABLE'],
  ] as const)('gives up when the sign-in service goes on with %s', async (kind, code) => {
    const { control, exchange } = await startTenant();
    await control.faults.add({ match: { path: '/token' }, times: 0, effect: { kind } });
    await expect(exchange.signIn()).rejects.toMatchObject({ code });
  });

  it('says when nothing listens', async () => {
    const { connect } = await startTenant();
    const exchange = connect({ authorityUrl: await closedAddress() });
    await expect(exchange.signIn()).rejects.toMatchObject({ code: 'TDM-X-UNREACHABLE' });
  });
});
