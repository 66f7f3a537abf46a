import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';

const PATIENTLY = { timeout: 60_000, interval: 200 };
const DAY_SECONDS = 24 * 60 * 60;

scenario(
  "above the share of the org's API requests that is set contacts still sync, and the nightly round waits",
  async ({ world }) => {
    const { ada, salesforce } = world;
    const share = (percent: string) => ({ TANDEM_API_BUDGET_PERCENT: percent });
    const nightly = /nightly tasks/;
    await salesforce.allowsRequests(200);
    await ada.outlook.creates({ givenName: 'Good', surname: 'Contact' });
    const saving = world.start(['start'], share('1'));
    await expect.poll(() => salesforce.contacts(), PATIENTLY).toHaveLength(1);
    saving.kill('SIGTERM');
    expect(await saving.ended, saving.output()).toBe(0);
    expect(saving.output()).not.toMatch(nightly);

    await salesforce.allowsRequests(100_000);
    const bridge = world.start(['start'], share('90'));
    await expect.poll(() => bridge.output(), PATIENTLY).toMatch(nightly);
    bridge.kill('SIGTERM');
    expect(await bridge.ended, bridge.output()).toBe(0);
    await world.syncs();
    await world.verify();
  },
);

scenario(
  'when the API requests of the day are used up it is one coded error; the next day the sync goes on where it stopped',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    await ada.outlook.edits(inOutlook, { jobTitle: 'Comes tomorrow' });
    await salesforce.allowsRequests(0);

    const { exitCode, error, output } = await world.sync();

    expect(exitCode, output).toBe(2);
    expect(error).toMatchObject({ code: 'TDM-S-LIMIT', remedy: expect.stringContaining('waits') as string });

    await salesforce.allowsRequests(1_000);
    await salesforce.advance(DAY_SECONDS);
    await world.syncs();
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Comes tomorrow' });
    await world.verify();
  },
);
