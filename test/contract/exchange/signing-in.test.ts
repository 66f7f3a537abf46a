import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificate } from '../../../emulators/client/certificate.ts';
import { acquireToken, emulated, graphOf, openTarget } from './target.ts';
import type { Target } from './target.ts';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

/** A rejection by MSAL that names the error number of Entra. */
const entraError = (number: number) => ({ message: expect.stringContaining(`AADSTS${number}`) as string });

describe('signing in with a certificate', () => {
  it('gives MSAL a token that Graph takes', async () => {
    const answer = await graphOf(target)('GET', `/users/${target.mailbox}?$select=id,userPrincipalName`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id: expect.any(String) as string,
      userPrincipalName: target.mailbox,
    });
  });

  it('refuses a certificate that is not registered with AADSTS700027', async () => {
    const stranger = createCertificate('stranger');
    const attempt = acquireToken({ ...target.signIn, ...stranger });
    await expect(attempt).rejects.toMatchObject({ errorCode: 'invalid_client' });
    await expect(attempt).rejects.toMatchObject(entraError(700027));
  });

  it('refuses a key that does not belong to the named certificate with AADSTS700027', async () => {
    const { privateKeyPem } = createCertificate('stranger');
    await expect(acquireToken({ ...target.signIn, privateKeyPem })).rejects.toMatchObject(entraError(700027));
  });

  it('refuses an unknown app with AADSTS700016', async () => {
    const attempt = acquireToken({ ...target.signIn, clientId: 'e0000000-0000-4000-8000-000000000000' });
    await expect(attempt).rejects.toMatchObject({ errorCode: 'unauthorized_client' });
    await expect(attempt).rejects.toMatchObject(entraError(700016));
  });

  it('refuses an unknown tenant with AADSTS90002', async () => {
    const attempt = acquireToken({ ...target.signIn, tenantId: 'e0000000-0000-4000-8000-000000000001' });
    await expect(attempt).rejects.toMatchObject({ errorCode: 'invalid_request' });
    await expect(attempt).rejects.toMatchObject(entraError(90002));
  });
});

describe('a request without a good token', () => {
  it.each([
    ['none', undefined],
    ['one that is no token', 'Bearer nonsense'],
  ])('gets 401 InvalidAuthenticationToken with %s', async (_name, authorization) => {
    const answer = await fetch(`${target.graphUrl}/users/${target.mailbox}/contacts`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
  });

  it.runIf(emulated)('gets 401 once the token has expired by the clock', async () => {
    const graph = graphOf(target);
    const path = `/users/${target.mailbox}/contacts`;
    expect((await graph('GET', path)).status).toBe(200);
    await target.control.clock.change({ advance: 3600 });
    expect((await graph('GET', path)).body.error).toMatchObject({ code: 'InvalidAuthenticationToken' });
    await target.control.clock.change({ advance: -3600 });
  });
});
