import { describe, expect, it } from 'vitest';
import type { ExchangeId, ExchangeUserId, FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { ContactsRound } from './exchange.ts';
import { closedAddress } from './testing/closed-address.ts';
import { startTenant } from './testing/emulated-tenant.ts';

const properties = ['displayName', 'surname', 'emailAddresses'];

function people(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, number) => ({
    displayName: `Person ${number}`,
    surname: `${number}`,
  }));
}

function asRound(round: ContactsRound): Extract<ContactsRound, { kind: 'round' }> {
  if (round.kind !== 'round') throw new Error(`not a round but ${round.kind}`);
  return round;
}

describe('mailboxes of a tenant', () => {
  it('are found by mail or sign-in name, with an apostrophe and in any case of letters', async () => {
    const others = [
      { userPrincipalName: "o'neil@contoso.example" },
      { userPrincipalName: 'login@contoso.example', mail: 'grace@contoso.example' },
    ];
    const { exchange, control } = await startTenant([], { others });
    const ids = new Map((await control.people.mailboxes()).map((one) => [one.userPrincipalName, one.id]));
    const find = async (email: string) => exchange.findMailbox(email);
    expect(await find("o'neil@contoso.example")).toEqual({
      kind: 'found',
      id: ids.get("o'neil@contoso.example"),
    });
    expect(await find('grace@contoso.example')).toEqual({
      kind: 'found',
      id: ids.get('login@contoso.example'),
    });
    expect(await find('login@contoso.example')).toEqual({
      kind: 'found',
      id: ids.get('login@contoso.example'),
    });
    expect(await find('ADA@contoso.example')).toMatchObject({ kind: 'found' });
    expect(await find('nobody@contoso.example')).toEqual({ kind: 'notFound' });
  });

  it('are not guessed where two people of the directory have the address', async () => {
    const guest = { userPrincipalName: 'ada_home@contoso.example', mail: 'ada@contoso.example' };
    const { exchange } = await startTenant([], { others: [guest] });
    expect(await exchange.findMailbox('ADA@contoso.example')).toEqual({ kind: 'several' });
    expect(await exchange.findMailbox('ada_home@contoso.example')).toMatchObject({ kind: 'found' });
  });

  it('cannot be found without the directory permission', async () => {
    const { exchange } = await startTenant([], { app: { directory: false } });
    expect(await exchange.findMailbox('ada@contoso.example')).toEqual({ kind: 'denied' });
  });

  it('that cannot be opened are faults, never deletions', async () => {
    const others = [
      { userPrincipalName: 'inactive@contoso.example', inactive: true },
      { userPrincipalName: 'denied@contoso.example' },
    ];
    const app = { mailboxes: ['ada@contoso.example', 'inactive@contoso.example'] };
    const { open, folder, control } = await startTenant([], { others, app });
    const idOf = async (name: string) =>
      (await control.people.mailboxes()).find((one) => one.userPrincipalName === name)?.id ?? '';
    const unknown = '00000000-0000-4000-8000-00000000dead';
    const cases = [
      [await idOf('inactive@contoso.example'), 'TDM-M-INACTIVE'],
      [await idOf('denied@contoso.example'), 'TDM-M-DENIED'],
      [unknown, 'TDM-M-NOT-FOUND'],
    ] as const;
    for (const [user, code] of cases) {
      const mailbox = open(user);
      const item = { id: as<ExchangeId>('x'), etag: null };
      await expect(mailbox.readRound(folder, null, properties)).rejects.toMatchObject({ code });
      await expect(mailbox.folderExists(folder)).rejects.toMatchObject({ code });
      await expect(mailbox.deleteContacts([item, item])).rejects.toMatchObject({ code });
    }
  });
});

describe('the connection', () => {
  it('that cannot be made is a fault for reads and writes', async () => {
    const { connect, folder, seeded } = await startTenant();
    const exchange = connect({ graphUrl: await closedAddress() });
    const mailbox = exchange.mailbox(as<ExchangeUserId>(seeded.id), new AbortController().signal);
    const unreachable = { code: 'TDM-X-UNREACHABLE' };
    const fresh = people(2).map((one) => ({ properties: one, marker: 'm' }));
    await expect(mailbox.readRound(folder, null, [])).rejects.toMatchObject(unreachable);
    await expect(mailbox.createContacts(folder, fresh)).rejects.toMatchObject(unreachable);
  });

  it('that is closed ends calls, and may be closed again', async () => {
    const { exchange, mailbox, folder } = await startTenant();
    await exchange.close();
    await expect(mailbox.folderExists(folder)).rejects.toThrow('closed');
    await expect(exchange.close()).resolves.toBeUndefined();
  });

  it('logs what was refused without addresses', async () => {
    const { connect, control } = await startTenant();
    const entries: object[] = [];
    const note = (entry: object) => void entries.push(entry);
    const exchange = connect({ log: { debug: note, info: note, warn: note } });
    await control.faults.add({ match: { path: '/users' }, effect: { kind: 'status', status: 403 } });
    await exchange.findMailbox('ada@contoso.example');
    expect(entries).toMatchObject([{ operation: 'findMailbox', status: 403 }]);
    expect(JSON.stringify(entries)).not.toContain('contoso');
  });
});

describe('folders of a mailbox', () => {
  it('are found by their exact name at any depth', async () => {
    const { mailbox, folder, control, seeded } = await startTenant();
    const friends = await control.people.createFolder(seeded.id, 'Friends');
    const nested = await control.people.createFolder(seeded.id, 'Salesforce_Sync', friends.id);
    await control.people.createFolder(seeded.id, 'Salesforce_Sync 2');
    expect(await mailbox.findFolders('Salesforce_Sync')).toEqual([folder, nested.id]);
    expect(await mailbox.findFolders('salesforce_sync')).toEqual([]);
  });

  it('are found among more than one page of them', async () => {
    const folders = Array.from({ length: 120 }, (_, number) => ({ displayName: `F${number}` }));
    const { open, control } = await startTenant([], {
      others: [{ userPrincipalName: 'many@contoso.example', folders }],
    });
    const many = (await control.people.mailboxes()).find(
      (one) => one.userPrincipalName === 'many@contoso.example',
    );
    expect(await open(many?.id ?? '').findFolders('F119')).toHaveLength(1);
  });

  it('are created once, whatever becomes of the answer', async () => {
    const { mailbox, control, seeded, folder } = await startTenant();
    await control.faults.add({
      match: { method: 'POST', path: '/contactFolders$' },
      effect: { kind: 'lostAnswer' },
    });
    const created = await mailbox.createFolder('Customers');
    expect(await mailbox.createFolder('Customers')).toBe(created);
    expect(await mailbox.createFolder('salesforce_sync')).toBe(folder);
    const named = (await control.people.folders(seeded.id)).filter(
      ({ displayName }) => displayName === 'Customers',
    );
    expect(named.map(({ id }) => id)).toEqual([created]);
  });

  it('whose id cannot be read are a fault, not taken for deleted', async () => {
    const { mailbox } = await startTenant();
    const folder = as<FolderId>('nonsense');
    await expect(mailbox.folderExists(folder)).rejects.toMatchObject({ code: 'TDM-B-UNEXPECTED' });
  });

  it('that were deleted do not exist, and nothing of them is told as deleted', async () => {
    const { mailbox, control, seeded, folder } = await startTenant(people(3));
    const { cursor } = asRound(await mailbox.readRound(folder, null, properties));
    expect(await mailbox.folderExists(folder)).toBe(true);
    await control.people.deleteFolder(seeded.id, folder);
    expect(await mailbox.folderExists(folder)).toBe(false);
    expect(await mailbox.readRound(folder, cursor, properties)).toEqual({ kind: 'folderGone' });
    expect(await mailbox.readRound(folder, null, properties)).toEqual({ kind: 'folderGone' });
    await expect(mailbox.readMarkers(folder)).rejects.toMatchObject({ code: 'TDM-M-FOLDER-GONE' });
    const [created] = await mailbox.createContacts(folder, [{ properties: {}, marker: 'm' }]);
    expect(created).toEqual({ ok: false, refusal: { kind: 'gone' } });
  });
});

describe('contacts of a folder', () => {
  it('are created with markers, read, changed and deleted', async () => {
    const { mailbox, folder, control } = await startTenant();
    const fresh = people(45).map((one, number) => ({ properties: one, marker: `record-${number}` }));
    const created = await mailbox.createContacts(folder, fresh);
    const contacts = created.flatMap((outcome) => (outcome.ok ? [outcome.done] : []));
    expect(contacts.map((contact) => contact.properties.surname)).toEqual(
      fresh.map(({ properties: { surname } }) => surname),
    );
    const markers = await mailbox.readMarkers(folder);
    expect(contacts.map(({ id }) => markers.get(id))).toEqual(fresh.map(({ marker }) => marker));

    const changes = contacts.map(({ id, etag = null }) => ({
      id,
      etag,
      properties: { surname: `new ${id}` },
    }));
    const changed = await mailbox.updateContacts(changes);
    expect(
      changed.every((outcome) => outcome.ok && outcome.done.properties.surname === `new ${outcome.done.id}`),
    ).toBe(true);
    const late = await mailbox.updateContacts(changes.slice(0, 2));
    expect(late).toEqual(Array(2).fill({ ok: false, refusal: { kind: 'stale' } }));

    const ids = contacts.map(({ id }) => id);
    const now = await mailbox.readContacts(ids, ['surname']);
    expect(ids.map((id) => now.get(id)?.contact.properties)).toEqual(
      ids.map((id) => ({ surname: `new ${id}` })),
    );
    expect(now.get(ids[7] ?? as(''))?.marker).toBe('record-7');

    const all = ids.map((id) => ({ id, etag: null }));
    expect(await mailbox.deleteContacts(all)).toEqual(all.map(() => ({ ok: true, done: null })));
    expect(await mailbox.deleteContacts(all)).toEqual(all.map(() => ({ ok: true, done: null })));
    expect([...(await mailbox.readContacts(ids, [])).values()]).toEqual(ids.map(() => null));
    const { writes } = await control.counters.read();
    expect(writes).toEqual({ created: 45, updated: 45, deleted: 45 });
  });

  it('cost one request for twenty', async () => {
    const { mailbox, folder, control } = await startTenant();
    await mailbox.createContacts(
      folder,
      people(40).map((one) => ({ properties: one, marker: 'm' })),
    );
    expect(await control.counters.read()).toMatchObject({ requests: 2, members: 40 });
  });

  it('that are refused are told one by one', async () => {
    const { mailbox, folder } = await startTenant();
    const address = (number: number) => ({ name: '', address: `a${number}@contoso.example` });
    const outcomes = await mailbox.createContacts(folder, [
      { properties: { surname: 'Byron' }, marker: 'a' },
      { properties: { emailAddresses: [1, 2, 3, 4].map(address) }, marker: 'b' },
      { properties: { jobTitle: 'x'.repeat(300) }, marker: 'c' },
    ]);
    expect(outcomes).toMatchObject([
      { ok: true },
      { ok: false, refusal: { kind: 'refused', code: 'ErrorInvalidRequest', fields: ['emailAddresses'] } },
      {
        ok: false,
        refusal: { kind: 'refused', code: 'ErrorPropertyValidationFailure', fields: ['jobTitle'] },
      },
    ]);
  });

  it('whose create was lost are found again by their markers, and are there once', async () => {
    const { mailbox, folder, control } = await startTenant();
    await control.faults.add({ match: { path: '\\$batch' }, effect: { kind: 'lostAnswer' } });
    const fresh = ["it's", 'b'].map((marker) => ({ properties: { surname: marker }, marker }));
    const outcomes = await mailbox.createContacts(folder, fresh);
    expect(outcomes).toEqual(Array(2).fill({ ok: false, refusal: { kind: 'unknown' } }));
    for (const { marker } of fresh) {
      expect(await mailbox.findByMarker(folder, marker)).toMatchObject([{ properties: { surname: marker } }]);
    }
    expect(await mailbox.findByMarker(folder, 'other')).toEqual([]);
  });

  it.each(['lostAnswer', 'cut', 'malformed', 'html'] as const)(
    'whose updates met %s end up as they should be',
    async (kind) => {
      const { mailbox, folder, control } = await startTenant(people(3));
      const { contacts } = asRound(await mailbox.readRound(folder, null, properties));
      await control.faults.add({ match: { path: '\\$batch' }, effect: { kind } });
      const patches = contacts.map(({ id }) => ({ id, etag: null, properties: { surname: 'Byron' } }));
      const outcomes = await mailbox.updateContacts(patches);
      expect(outcomes.map((outcome) => outcome.ok && outcome.done.properties.surname)).toEqual(
        Array(3).fill('Byron'),
      );
    },
  );

  it('are written once each when the service throttles members', async () => {
    const { mailbox, folder, control, clock } = await startTenant();
    await control.settings.change({ quirks: { batchOverflow: true, retryAfter: 'cycle' } });
    const outcomes = await mailbox.createContacts(
      folder,
      people(12).map((one) => ({ properties: one, marker: 'm' })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(12);
    expect(clock.waits.length).toBeGreaterThan(0);
    expect((await control.counters.read()).writes.created).toBe(12);
  });

  it('are never asked for by more than four requests at a time', async () => {
    const { mailbox, folder, control } = await startTenant(people(2));
    const { contacts } = asRound(await mailbox.readRound(folder, null, properties));
    await control.settings.change({ latencyMs: 5 });
    await Promise.all([
      ...Array.from({ length: 12 }, () => mailbox.folderExists(folder)),
      ...Array.from({ length: 3 }, () =>
        mailbox.readContacts(
          contacts.map(({ id }) => id),
          properties,
        ),
      ),
    ]);
    expect((await control.counters.read()).byStatus['429']).toBeUndefined();
  });
});

describe('rounds of a folder', () => {
  it('bring everything first, then changes and tombstones', async () => {
    const { mailbox, folder, control, seeded } = await startTenant(people(250));
    await control.settings.change({ quirks: { deltaEmptyFirstPage: true, deltaReplays: true } });
    const first = asRound(await mailbox.readRound(folder, null, properties));
    expect(first.contacts).toHaveLength(250);
    const [moved, deleted, edited] = seeded.folders[0]?.contacts ?? [];
    await control.people.moveContact(seeded.id, moved ?? '', 'default');
    await control.people.deleteContact(seeded.id, deleted ?? '');
    await control.people.editContact(seeded.id, edited ?? '', { surname: 'Byron' });
    const second = asRound(await mailbox.readRound(folder, first.cursor, properties));
    expect(new Set(second.tombstones)).toEqual(new Set([moved, deleted]));
    expect(second.contacts.find(({ id }) => id === edited)?.properties.surname).toBe('Byron');
    const now = await mailbox.readContacts(second.tombstones, properties);
    expect(now.get(as(deleted ?? ''))).toBeNull();
    expect(now.get(as(moved ?? ''))?.contact.parentFolderId).toBe(seeded.contactsFolderId);
    const third = asRound(await mailbox.readRound(folder, second.cursor, properties));
    expect(third).toMatchObject({ contacts: [], tombstones: [], malformed: [] });
  });

  it('say when the service has forgotten the cursor', async () => {
    const { mailbox, folder, control } = await startTenant(people(2));
    const { cursor } = asRound(await mailbox.readRound(folder, null, properties));
    await control.purgeCursors();
    expect(await mailbox.readRound(folder, cursor, properties)).toEqual({ kind: 'cursorDead' });
    const garbage = cursor.replace(/\$deltatoken=.*/, '$deltatoken=nonsense');
    expect(await mailbox.readRound(folder, garbage, properties)).toEqual({ kind: 'cursorDead' });
  });

  it('survive tokens that expire in the middle', async () => {
    const { mailbox, folder, control } = await startTenant(people(250));
    await control.faults.add({ match: { path: 'skiptoken' }, effect: { kind: 'expiredToken' } });
    expect(asRound(await mailbox.readRound(folder, null, properties)).contacts).toHaveLength(250);
  });

  it('bring markers in pages of many', async () => {
    const { mailbox, folder } = await startTenant(people(1_100));
    await mailbox.createContacts(folder, [{ properties: {}, marker: 'only' }]);
    expect([...(await mailbox.readMarkers(folder)).values()]).toEqual(['only']);
  });
});
