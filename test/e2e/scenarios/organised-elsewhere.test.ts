import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';

scenario(
  'an edit in Salesforce of a meeting whose organiser is not synced is listed until the organiser changes the meeting, and is kept then',
  async ({ world }) => {
    const { ada, exchange } = world;
    const listed = async () => (await openIssuesOf(world, ada.user)).map(({ code }) => code);
    const calendars = await calendarsOf(world);
    const { id } = await exchange.calendars.receiveInvitation(ada.email, {
      ...hour('Their offer', 2),
      organizer: { address: 'guest@elsewhere.test' },
    });
    await world.syncs();
    expect(await listed()).toEqual([]);
    const [row] = await calendars.rows();

    await calendars.changes(ada, String(row?.Id), { Subject: 'Our offer' });
    await world.syncs();
    expect(await listed()).toEqual(['TDM-E-ORGANISED-ELSEWHERE']);
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Their offer' }]);
    await calendars.changes(ada, String(row?.Id), { WhatId: await world.admin.createsAccount('Acme') });
    await world.syncs();
    expect(await listed()).toEqual(['TDM-E-ORGANISED-ELSEWHERE']);

    await calendars.changes(ada, String(row?.Id), { Subject: 'Their offer' });
    await world.syncs();
    expect(await listed()).toEqual([]);

    await calendars.changes(ada, String(row?.Id), { Subject: 'Our offer' });
    await world.syncs();
    await exchange.calendars.updateInvitation(ada.email, id, { subject: 'Their last offer' });
    await exchange.mail.clear();
    await world.syncs();

    expect(await calendars.rows()).toMatchObject([{ Id: row?.Id, Subject: 'Their last offer' }]);
    expect(await listed()).toEqual([]);
    const kept = (await world.issues()).filter(({ code }) => code === 'TDM-E-CONFLICT');
    expect(kept).toMatchObject([{ status: 'Closed', field: 'Subject' }]);
    expect(kept[0]?.details).toContain('Our offer');
    await calendars.verify();
  },
);
