import { describe, expect, it } from 'vitest';
import { Fault } from '../domain/fault.ts';
import type { OrgId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { UserPermissions } from '../domain/permissions.ts';
import type { Step } from '../domain/step.ts';
import { checkOrg } from './check-org.ts';

type Org = Parameters<typeof checkOrg>[0];

const time = '2026-11-02T10:00:00.000Z';
const working: Org = {
  signIn: async () => ({ orgId: as<OrgId>('00D'), userId: as<UserId>('005'), instanceUrl: 'https://org' }),
  serverTime: () => time,
  packageGaps: async () => [],
  readPermissions: async () => new Map(),
  readSettings: async () => ({ configurations: [], users: [], mailboxes: [], pauses: [] }),
  usage: () => ({ used: 69, limit: 100 }),
};

async function check(changed: Partial<Org>, now = time): Promise<(step: string) => Step | undefined> {
  const options = { now: () => new Date(now), budgetPercent: 70 };
  const { steps } = await checkOrg({ ...working, ...changed }, options);
  return (name) => steps.find(({ step }) => step === name);
}

describe('the check of the org', () => {
  it.each([
    ['2026-11-02T10:02:00.000Z', 'passed', ''],
    ['2026-11-02T09:58:00.000Z', 'passed', ''],
    ['2026-11-02T10:02:01.000Z', 'warning', 'It is 121 seconds ahead.'],
    ['2026-11-02T09:57:30.000Z', 'warning', 'It is 150 seconds behind.'],
  ])('of the clock at %s: %s', async (now, result, detail) => {
    expect((await check({}, now))('Clock')).toMatchObject({ result, detail });
  });

  it.each([
    [69, 'passed', null],
    [70, 'warning', 'TDM-S-LIMIT-NEAR'],
    [99, 'warning', 'TDM-S-LIMIT-NEAR'],
    [100, 'failed', 'TDM-S-LIMIT'],
  ])('of API requests, %i in a hundred used: %s', async (used, result, code) => {
    const step = (await check({ usage: () => ({ used, limit: 100 }) }))('API requests');
    expect(step).toMatchObject({ result, code });
  });

  it('does not judge API requests that Salesforce does not tell', async () => {
    expect((await check({ usage: () => null }))('API requests')).toMatchObject({ result: 'skipped' });
  });

  it('names what is missing of the package, and how much more', async () => {
    const gaps = Array.from({ length: 12 }, (_, i) => ({
      name: `Tandem_Link__c.F${i}`,
      lacks: 'reading' as const,
    }));
    const step = (await check({ packageGaps: async () => gaps }))('Package');
    expect(step).toMatchObject({ result: 'failed', code: 'TDM-S-PACKAGE' });
    expect(step?.detail).toMatch(/^Missing: Tandem_Link__c\.F0 \(reading\), .+ and 2 more\.$/);
  });

  it('finds out that the integration user does not see all contacts', async () => {
    const blind = { viewAllContacts: false } as UserPermissions;
    const step = await check({ readPermissions: async (users) => new Map(users.map((id) => [id, blind])) });
    expect(step('Package')).toMatchObject({
      result: 'failed',
      code: 'TDM-S-PACKAGE',
      detail: 'Missing: Contact (viewing all).',
    });
  });

  it('goes on when the package cannot be read', async () => {
    const refuse = () => Promise.reject(new Fault('TDM-S-PACKAGE', "sObject type 'Tandem_Link__c'"));
    const step = await check({ packageGaps: refuse, readSettings: refuse });
    expect(step('Package')).toMatchObject({ result: 'failed', code: 'TDM-S-PACKAGE' });
    expect(step('Configurations')).toMatchObject({ result: 'failed', code: 'TDM-S-PACKAGE' });
    expect(step('API requests')).toMatchObject({ result: 'passed' });
  });

  it('judges only the clock when the sign-in fails', async () => {
    const step = await check({ signIn: () => Promise.reject(new Fault('TDM-S-LOGIN', 'invalid_grant')) });
    expect(step('Salesforce sign-in')).toMatchObject({ result: 'failed', code: 'TDM-S-LOGIN' });
    expect(step('Clock')).toMatchObject({ result: 'passed' });
    for (const name of ['Package', 'API requests', 'Configurations'])
      expect(step(name)).toMatchObject({ result: 'skipped' });
  });
});
