import { expect } from 'vitest';
import { linkedContact, linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import { CODE, openIssuesOf } from '../world/open-issues.ts';

for (const kind of ['malformed', 'html'] as const) {
  const what = kind === 'html' ? "a proxy's HTML page" : 'malformed JSON';

  scenario(
    `bad input: ${what} for one mailbox is one coded problem; the other syncs, and it goes on afterwards`,
    async ({ world }) => {
      const { ada, bob, exchange } = world;
      const adas = await linkedContact(world, ada);
      const bobs = await linkedContact(world, bob);
      await ada.outlook.edits(adas.inOutlook, { jobTitle: 'Comes later' });
      await bob.outlook.edits(bobs.inOutlook, { jobTitle: 'Comes now' });
      const fault = await exchange.fault({
        match: { method: 'GET', path: `/users[/(']+(${ada.exchangeId}|${ada.email})` },
        times: 0,
        effect: { kind },
      });

      const { exitCode, mailboxes, output } = await world.sync();

      expect(await fault.fired()).toBeGreaterThan(0);
      expect(exitCode, output).toBe(1);
      expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({
        state: 'Failing',
        problem: expect.stringMatching(CODE) as string,
      });
      expect(mailboxes.find(({ user }) => user === bob.user)).toMatchObject({
        state: 'InSync',
        problem: null,
      });
      expect(await openIssuesOf(world, ada.user)).toMatchObject([
        { kind: 'Mailbox', code: expect.stringMatching(CODE) as string },
      ]);
      expect(await bob.salesforce.sees(bobs.inSalesforce)).toMatchObject({ Title: 'Comes now' });

      await exchange.clearFaults();
      await world.syncs();
      expect(await ada.salesforce.sees(adas.inSalesforce)).toMatchObject({ Title: 'Comes later' });
      expect(await openIssuesOf(world, ada.user)).toEqual([]);
      await world.verify();
    },
  );

  scenario(
    `bad input: ${what} from Salesforce is one coded error; afterwards the sync goes on`,
    async ({ world }) => {
      const { ada, exchange, salesforce } = world;
      const { inOutlook, inSalesforce } = await linkedContact(world, ada);
      await ada.outlook.edits(inOutlook, { jobTitle: 'Comes later' });
      await exchange.clearCounters();
      await salesforce.fault({ match: { path: '/services/data/' }, times: 0, effect: { kind } });

      const { exitCode, error, mailboxes, output } = await world.sync();

      expect([1, 2], output).toContain(exitCode);
      const codes = error ? [error.code] : mailboxes.map(({ problem }) => problem);
      expect(codes.length).toBeGreaterThan(0);
      for (const code of codes) expect(code).toMatch(CODE);
      expect((await exchange.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });

      await salesforce.clearFaults();
      await world.syncs();
      expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Comes later' });
      await world.verify();
    },
  );
}

scenario(
  'bad input: a malformed answer to a create that was carried out leads to no copy on either side',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    await linkedContacts(world, ada, 2);
    await ada.salesforce.creates({ FirstName: 'Half', LastName: 'Answer', Email: 'half-out@example.test' });
    await ada.outlook.creates({
      givenName: 'Half',
      surname: 'Question',
      emailAddresses: [{ address: 'half-in@example.test' }],
    });
    const out = await exchange.fault({
      match: { method: 'POST', path: '/contacts$', body: 'half-out@' },
      effect: { kind: 'malformed' },
    });
    const inward = await salesforce.fault({
      match: { body: '"LastName":"Question"', member: false },
      effect: { kind: 'malformed' },
    });

    await world.sync();
    expect([await out.fired(), await inward.fired()]).toEqual([1, 1]);
    await world.syncs();

    expect(await ada.outlook.contacts()).toHaveLength(4);
    expect(await ada.salesforce.contacts()).toHaveLength(4);
    await world.verify();
  },
);
