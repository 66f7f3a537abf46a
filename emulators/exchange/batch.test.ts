import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestTenant } from './test-tenant.ts';
import type { TestTenant } from './test-tenant.ts';

const USER = '/users/ann@contoso.test';
let tenant: TestTenant;
beforeEach(async () => {
  tenant = await startTestTenant({ mailboxes: [{ userPrincipalName: 'ann@contoso.test' }] });
});
afterEach(() => tenant.close());

const create = (surname: string) => ({
  id: surname,
  method: 'POST',
  url: `${USER}/contacts`,
  headers: { 'Content-Type': 'application/json' },
  body: { surname },
});
const send = (...requests: object[]) => tenant.graph('POST', '/$batch', { requests });
const surnames = async () =>
  (await tenant.client.people.contacts('ann@contoso.test', 'default')).map(({ surname }) => surname);

describe('a batch', () => {
  it('answers in another order than it was asked, unless switched off', async () => {
    const names = ['1', '2', '3', '4', '5', '6'];
    const order = async () =>
      ((await send(...names.map(create))).body.responses as { id: string }[]).map(({ id }) => id);
    const shuffled = await order();
    expect(shuffled).not.toEqual(names);
    expect(shuffled.toSorted()).toEqual(names);
    await tenant.client.settings.change({ quirks: { batchShuffled: false } });
    expect(await order()).toEqual(names);
  });

  it('loses its whole answer when that of one member is lost, though all were carried out', async () => {
    const match = { member: true, body: '"lost"' };
    await tenant.client.faults.add({ match, effect: { kind: 'lostAnswer' } });
    await expect(send(create('kept'), create('lost'))).rejects.toThrow();
    expect((await surnames()).toSorted()).toEqual(['kept', 'lost']);
  });

  it('does not carry out a member that a fault refuses, and says so in that member', async () => {
    const effect = { kind: 'status', status: 503, headers: { 'Retry-After': '7' } } as const;
    await tenant.client.faults.add({ match: { member: true, method: 'POST', body: '"bad"' }, effect });
    const { body } = await send(create('good'), create('bad'));
    const bad = (body.responses as { id: string; status: number; headers: object }[]).find(
      ({ id }) => id === 'bad',
    );
    expect(bad).toMatchObject({ status: 503, headers: { 'Retry-After': '7' } });
    expect(await surnames()).toEqual(['good']);
  });

  it('runs members with dependencies in their order, and refuses a circle', async () => {
    const first = { ...create('first'), dependsOn: ['second'] };
    await send(first, create('second'));
    expect(await surnames()).toEqual(['second', 'first']);
    expect((await send(first, { ...create('second'), dependsOn: ['first'] })).status).toBe(400);
  });

  it('is refused as a whole without a good token', async () => {
    await tenant.client.clock.change({ advance: 7200 });
    expect((await send(create('x'))).body.error?.code).toBe('InvalidAuthenticationToken');
  });

  it('counts as one request with its members apart', async () => {
    await tenant.client.counters.clear();
    await send(create('a'), create('b'));
    expect(await tenant.client.counters.read()).toMatchObject({
      requests: 1,
      members: 2,
      writes: { created: 2 },
    });
    const entries = (await tenant.client.log.read()).slice(-3);
    expect(entries.map(({ member }) => member)).toEqual([true, true, false]);
    expect(entries[0]?.mailbox).toBe('ann@contoso.test');
  });
});
