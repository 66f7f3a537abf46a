import { expect, it } from 'vitest';
import { startTenant } from './testing/emulated-tenant.ts';

it('says that the app may write, and leaves the mailbox as it was', async () => {
  const { control, mailbox } = await startTenant([{ givenName: 'Bea' }]);
  const before = await control.state();
  expect(await mailbox.mayWrite()).toBe(true);
  expect((await control.state()).mailboxes).toEqual(before.mailboxes);
});

it('says that the app may only read', async () => {
  const { control, mailbox } = await startTenant();
  const body = { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } };
  await control.faults.add({
    match: { method: 'PATCH' },
    times: 0,
    effect: { kind: 'status', status: 403, body },
  });
  expect(await mailbox.mayWrite()).toBe(false);
});

it('throws what is wrong with the mailbox as a whole', async () => {
  const { open } = await startTenant();
  await expect(open('nobody@contoso.example').mayWrite()).rejects.toMatchObject({ code: 'TDM-M-NOT-FOUND' });
});
