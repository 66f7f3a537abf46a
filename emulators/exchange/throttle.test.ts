import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestTenant } from './test-tenant.ts';
import type { TestTenant } from './test-tenant.ts';

let tenant: TestTenant;
beforeEach(async () => {
  tenant = await startTestTenant({
    mailboxes: [{ userPrincipalName: 'a@x.test' }, { userPrincipalName: 'b@x.test' }],
  });
});
afterEach(() => tenant.close());

const list = (user: string) => tenant.graph('GET', `/users/${user}/contacts`);
const statuses = async (requests: Promise<{ status: number }>[]) =>
  (await Promise.all(requests)).map(({ status }) => status).toSorted();

describe('throttling', () => {
  it('lets four requests at a time into one mailbox and refuses the fifth; other mailboxes have their own four', async () => {
    // Long enough that all of them are there at once, on a busy machine too.
    await tenant.client.settings.change({ latencyMs: 3_000 });
    const requests = [1, 2, 3, 4, 5].map(() => list('a@x.test'));
    const others = [1, 2, 3, 4].map(() => list('b@x.test'));
    const answers = await Promise.all(requests);
    const refused = answers.find(({ status }) => status === 429);
    expect(await statuses(requests)).toEqual([200, 200, 200, 200, 429]);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(refused?.body.error).toEqual({
      code: 'ApplicationThrottled',
      message: 'Application is over its MailboxConcurrency limit.',
    });
    expect(await statuses(others)).toEqual([200, 200, 200, 200]);
  });

  it('counts requests to a mailbox over ten minutes of the clock', async () => {
    await tenant.client.settings.change({ limits: { requestsPerWindow: 2 } });
    await tenant.client.clock.change({ running: false });
    expect(await statuses([list('a@x.test'), list('a@x.test')])).toEqual([200, 200]);
    await tenant.client.clock.change({ advance: 480 });
    const refused = await list('a@x.test');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '120']);
    await tenant.client.clock.change({ advance: 120 });
    expect((await list('a@x.test')).status).toBe(200);
  });

  it('counts the bytes that are written to a mailbox', async () => {
    await tenant.client.settings.change({ limits: { uploadBytes: 100 } });
    const post = (surname: string) => tenant.graph('POST', '/users/a@x.test/contacts', { surname });
    expect((await post('x')).status).toBe(201);
    expect((await post('x'.repeat(90))).status).toBe(429);
  });

  it('can say Retry-After as a whole number, as a fraction or not at all', async () => {
    await tenant.client.settings.change({
      limits: { requestsPerWindow: 1 },
      quirks: { retryAfter: 'cycle' },
    });
    await tenant.client.clock.change({ running: false });
    await list('a@x.test');
    const said: (string | null)[] = [];
    for (let times = 0; times < 3; times += 1) said.push((await list('a@x.test')).headers.get('retry-after'));
    expect(said).toEqual(['600', '600.128', null]);
  });
});
