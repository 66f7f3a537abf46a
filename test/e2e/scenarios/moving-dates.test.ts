import { expect } from 'vitest';
import type { GoesOut } from '../oracle/honest.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';
import type { Person } from '../world/people.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** So many days pass in Salesforce, and with them the nightly round. */
async function afterDays(world: World, days: number) {
  await world.salesforce.advance(days * (DAY_MS / 1000));
  const { exitCode, output } = await world.sync(['--nightly']);
  expect(exitCode, output).toBe(0);
}

const surnamesIn = async ({ outlook }: Person) =>
  (await outlook.contacts()).map(({ properties }) => String(properties.surname)).toSorted();

const goesOut =
  (...names: readonly string[]): GoesOut =>
  ({ owner, fields }, user) =>
    owner === user && names.includes(String(fields.LastName));

scenario(
  'contacts that leave a filter by the clock alone go at night, those that enter it come, and what the user changed stays',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.filters(['Contact', 'Birthdate', 'GreaterThan', 'TODAY']);
    const [, , soon] = await ada.salesforce.createsAll([
      { LastName: 'Leaves', Birthdate: daysFromNow(5) },
      { LastName: 'Stays', Birthdate: daysFromNow(50) },
      { LastName: 'Edited', Birthdate: daysFromNow(5) },
    ]);
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual(['Edited', 'Leaves', 'Stays']);
    const edited = (await ada.outlook.contacts()).find(({ properties }) => properties.surname === 'Edited');
    await ada.outlook.edits(edited?.id ?? '', { mobilePhone: '+351 91 000' });
    await world.syncs();

    await afterDays(world, 10);

    expect(await surnamesIn(ada)).toEqual(['Edited', 'Stays']);
    expect((await world.links()).filter(({ state }) => state === 'Suppressed')).toHaveLength(2);
    expect(await ada.salesforce.sees(soon ?? '')).toMatchObject({ MobilePhone: '+351 91 000' });
    await world.verify({ goesOut: goesOut('Stays') });

    await admin.filters(['Contact', 'Birthdate', 'LessThan', 'TODAY']);
    await world.syncs();
    expect(await surnamesIn(ada)).toEqual(['Edited', 'Leaves']);

    await afterDays(world, 50);

    expect(await surnamesIn(ada)).toEqual(['Edited', 'Leaves', 'Stays']);
    expect(await world.salesforce.contacts()).toHaveLength(3);
    expect((await world.links()).filter(({ state }) => state === 'Live')).toHaveLength(3);
    await world.verify();
  },
);
