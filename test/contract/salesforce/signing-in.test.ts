import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, assertion, emulated, openTarget, plain, requestToken } from './target.ts';
import type { Target } from './target.ts';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('JWT bearer', () => {
  test('a good assertion gives a token without refresh token and without expiry', async () => {
    const answer = await requestToken(target.signIn, await assertion(target.signIn));
    expect(answer.status).toBe(200);
    const body = answer.body as Record<string, string>;
    expect(body).toMatchObject({
      token_type: 'Bearer',
      access_token: expect.stringMatching(/^00D\w+!/) as string,
    });
    expect(body['id']).toMatch(/\/id\/00D\w{15}\/005\w{15}$/);
    expect(body['instance_url']).toMatch(/^https?:/);
    expect(body).not.toHaveProperty('refresh_token');
    expect(body).not.toHaveProperty('expires_in');
  });

  test('an unknown consumer key is refused by its own error', async () => {
    const answer = await requestToken(target.signIn, await assertion(target.signIn, { iss: 'nobody' }));
    expect(answer).toMatchObject({
      status: 400,
      body: { error: 'invalid_client_id', error_description: 'client identifier invalid' },
    });
    expect(answer.headers['cache-control']).toContain('no-store');
  });

  test.each([
    ['a wrong audience', { aud: 'https://example.com' }],
    ['an expired assertion', { exp: Math.floor(Date.now() / 1000) - 60 }],
    ['an unknown username', { sub: 'nobody@contract.example' }],
  ])('%s is an invalid grant', async (_what, claims) => {
    const answer = await requestToken(target.signIn, await assertion(target.signIn, claims));
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('an assertion signed with another key is an invalid grant', async () => {
    const good = await assertion(target.signIn);
    const other = await assertion(target.signIn, { exp: Math.floor(Date.now() / 1000) + 100 });
    const forged = [...good.split('.').slice(0, 2), other.split('.')[2]].join('.');
    const answer = await requestToken(target.signIn, forged);
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test.runIf(emulated)(
    'a user outside the profiles and permission sets of the app has no access to it',
    async () => {
      await target.control.seed({ apps: [{ ...target.app, permissionSets: ['Tandem_Integration'] }] });
      const answer = await requestToken(
        target.signIn,
        await assertion(target.signIn, { sub: 'ana@contract.example' }),
      );
      expect(answer).toMatchObject({
        status: 400,
        body: {
          error: 'invalid_app_access',
          error_description: 'user is not admin approved to access this app',
        },
      });
      expect((await requestToken(target.signIn, await assertion(target.signIn))).status).toBe(200);
    },
  );
});

describe('sessions', () => {
  test('a call without a valid session is refused with 401', async () => {
    const { instanceUrl } = await target.token();
    const answer = await plain('GET', `${instanceUrl}${ROOT}/limits`, undefined, {
      authorization: 'Bearer 00Dnone',
    });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  test('the versions are listed without a session', async () => {
    const { instanceUrl } = await target.token();
    const answer = await plain('GET', `${instanceUrl}/services/data/`);
    expect(answer.status).toBe(200);
    expect(answer.body).toContainEqual({ label: "Spring '26", url: ROOT, version: '66.0' });
  });

  test('jsforce knows who it is and how many calls are left', async () => {
    const connection = await target.connect();
    const who = await connection.identity();
    expect(who.username).toBe(target.signIn.username);
    await connection.query('SELECT Id FROM Organization');
    expect(connection.limitInfo.apiUsage?.limit).toBeGreaterThan(0);
    expect(connection.limitInfo.apiUsage?.used).toBeGreaterThan(0);
  });

  test.runIf(emulated)('jsforce signs in again when the session ended', async () => {
    const connection = await target.connect();
    const before = connection.accessToken;
    await target.control.expireSessions();
    const result = await connection.query('SELECT Id FROM Organization');
    expect(result.totalSize).toBe(1);
    expect(connection.accessToken).not.toBe(before);
  });

  test('jsforce exchanges the assertion by itself', async () => {
    const { Connection } = await import('jsforce');
    const connection = new Connection({ loginUrl: target.signIn.loginUrl, version: '66.0' });
    await connection.authorize({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: await assertion(target.signIn),
    });
    const result = await connection.query('SELECT Id FROM Organization');
    expect(result.totalSize).toBe(1);
  });
});

test.runIf(emulated)('a user who is deactivated is signed out, also after coming back', async () => {
  const { accessToken, instanceUrl } = await target.token();
  const call = () =>
    plain('GET', `${instanceUrl}${ROOT}/limits`, undefined, { authorization: `Bearer ${accessToken}` });
  const before = await call();
  await target.control.people.deactivate('@bridge');
  const away = await requestToken(target.signIn, await assertion(target.signIn));
  await target.control.people.activate('@bridge');
  expect(before.status).toBe(200);
  expect(away).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(await call()).toMatchObject({ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID' }] });
});

test.runIf(emulated)('when the calls of the day are used up every call is refused with 403', async () => {
  await target.control.settings.change({ limits: { dailyApiRequests: 0 } });
  const answer = await target.send('GET', `${ROOT}/limits`);
  await target.control.settings.change({ limits: { dailyApiRequests: 100_000 } });
  expect(answer.status).toBe(403);
  expect(answer.body).toEqual([
    { message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' },
  ]);
});
