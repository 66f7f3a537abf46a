import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestTenant } from './test-tenant.ts';
import type { TestTenant } from './test-tenant.ts';
import type { Quirks } from './settings.ts';

const USER = '/users/ann@contoso.test';
let tenant: TestTenant;
beforeEach(async () => {
  tenant = await startTestTenant({ mailboxes: [{ userPrincipalName: 'ann@contoso.test' }] });
});
afterEach(() => tenant.close());

const quirk = (quirks: Partial<Quirks>) => tenant.client.settings.change({ quirks });
const create = async (surname: string) => (await tenant.graph('POST', `${USER}/contacts`, { surname })).body;
const delta = (path = `${USER}/contacts/delta`) =>
  tenant.graph('GET', path, undefined, { prefer: 'IdType="ImmutableId", odata.maxpagesize=2' });

describe('versions', () => {
  it('guard PATCH and DELETE by If-Match with 412, unless switched off', async () => {
    const contact = await create('Guarded');
    const path = `${USER}/contacts/${String(contact.id)}`;
    await tenant.graph('PATCH', path, { jobTitle: 'x' });
    const stale = { 'if-match': String(contact['@odata.etag']) };
    const refused = await tenant.graph('PATCH', path, { jobTitle: 'y' }, stale);
    expect([refused.status, refused.body.error?.code]).toEqual([412, 'ErrorIrresolvableConflict']);
    expect((await tenant.graph('DELETE', path, undefined, stale)).status).toBe(412);
    await quirk({ ifMatchOnContacts: false });
    expect((await tenant.graph('PATCH', path, { jobTitle: 'y' }, stale)).status).toBe(200);
  });

  it('of fresh items move once more by themselves when changeKeyDrift is on', async () => {
    await quirk({ changeKeyDrift: true });
    const contact = await create('Drifting');
    const path = `${USER}/contacts/${String(contact.id)}`;
    expect((await tenant.graph('GET', path)).body.changeKey).toBe(contact.changeKey);
    await tenant.client.clock.change({ advance: 5 });
    const moved = (await tenant.graph('GET', path)).body.changeKey;
    expect(moved).not.toBe(contact.changeKey);
    await tenant.client.clock.change({ advance: 5 });
    expect((await tenant.graph('GET', path)).body.changeKey).toBe(moved);
  });
});

describe('ids', () => {
  it('of the other form are malformed, unless idForms is tolerant', async () => {
    const contact = await create('Forms');
    const asMutable = () =>
      tenant.graph('GET', `${USER}/contacts/${String(contact.id)}`, undefined, { prefer: '' });
    expect((await asMutable()).body.error?.code).toBe('ErrorInvalidIdMalformed');
    await quirk({ idForms: 'tolerant' });
    expect((await asMutable()).body.surname).toBe('Forms');
  });

  it('are case-sensitive', async () => {
    const id = String((await create('Case')).id);
    const changed =
      id.slice(0, 6) +
      id
        .slice(6)
        .replace(/[a-zA-Z]/, (letter) =>
          letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
        );
    expect((await tenant.graph('GET', `${USER}/contacts/${changed}`)).body.error?.code).toBe(
      'ErrorItemNotFound',
    );
  });
});

describe('deleted items', () => {
  it('can be seen with Deleted Items as parent when deletedItemsVisible is on, and cannot be deleted again', async () => {
    const contact = await create('Binned');
    const path = `${USER}/contacts/${String(contact.id)}`;
    await tenant.graph('DELETE', path);
    expect((await tenant.graph('DELETE', path)).status).toBe(404);
    await quirk({ deletedItemsVisible: true });
    const seen = await tenant.graph('GET', path);
    expect([seen.status, seen.body.surname]).toEqual([200, 'Binned']);
    expect(seen.body.parentFolderId).not.toBe(contact.parentFolderId);
    expect((await tenant.graph('DELETE', path)).body.error?.code).toBe('ErrorCannotDeleteObject');
    expect((await tenant.graph('POST', `${path}/permanentDelete`)).status).toBe(204);
    expect((await tenant.graph('GET', path)).status).toBe(404);
  });
});

describe('delta', () => {
  it('may begin with an empty page that has a nextLink', async () => {
    await quirk({ deltaEmptyFirstPage: true });
    await create('Later');
    const first = await delta();
    expect(first.body.value).toEqual([]);
    const second = await delta(String(first.body['@odata.nextLink']));
    expect(second.body.value).toMatchObject([{ surname: 'Later' }]);
  });

  it('may repeat the last item of the page before', async () => {
    await quirk({ deltaReplays: true });
    for (const surname of ['1', '2', '3']) await create(surname);
    const second = await delta(String((await delta()).body['@odata.nextLink']));
    expect(second.body.value?.map(({ surname }) => surname)).toEqual(['2', '3']);
  });

  it('refuses $top and $filter, or lets $top cap the whole round', async () => {
    for (const surname of ['1', '2', '3']) await create(surname);
    expect((await delta(`${USER}/contacts/delta?$top=1`)).status).toBe(400);
    expect((await delta(`${USER}/contacts/delta?$filter=surname eq '1'`)).body.error?.code).toBe(
      'ErrorInvalidUrlQuery',
    );
    await quirk({ deltaTop: 'cap' });
    const capped = await delta(`${USER}/contacts/delta?$top=1`);
    expect(capped.body.value).toHaveLength(1);
    expect((await delta(String(capped.body['@odata.deltaLink']))).body.value).toEqual([]);
  });

  it('refuses $select on the default folder when told so', async () => {
    expect((await delta(`${USER}/contacts/delta?$select=surname`)).status).toBe(200);
    await quirk({ deltaSelectOnDefaultFolder: 'refuse' });
    expect((await delta(`${USER}/contacts/delta?$select=surname`)).status).toBe(400);
  });

  it('may lose the deletion of the last contact, and an item that was moved out and back', async () => {
    const { people } = tenant.client;
    await quirk({ lastDeleteSilent: true, movedBackIsLost: true });
    const [one, two] = [String((await create('1')).id), String((await create('2')).id)];
    const all = await delta();
    await people.createFolder('ann@contoso.test', 'Aside');
    await people.moveContact('ann@contoso.test', one, 'Aside');
    const left = await delta(String(all.body['@odata.deltaLink']));
    expect(left.body.value).toMatchObject([{ id: one, '@removed': { reason: 'deleted' } }]);
    await people.moveContact('ann@contoso.test', one, 'default');
    await people.moveContact('ann@contoso.test', two, 'Aside');
    await people.deleteContact('ann@contoso.test', one);
    const end = await delta(String(left.body['@odata.deltaLink']));
    expect(end.body.value).toMatchObject([{ id: two, '@removed': { reason: 'deleted' } }]);
  });

  it('answers 410 to every cursor after a purge, and starts afresh', async () => {
    const { body } = await delta();
    await tenant.client.purgeCursors('ann@contoso.test');
    expect((await delta(String(body['@odata.deltaLink']))).body.error?.code).toBe('SyncStateNotFound');
    expect((await delta()).status).toBe(200);
  });

  it('refuses a cursor of another folder as badly formed', async () => {
    const folder = await tenant.client.people.createFolder('ann@contoso.test', 'Other');
    const link = String((await delta()).body['@odata.deltaLink']);
    const elsewhere = link.replace(
      '/contacts/delta',
      `/contactFolders/${encodeURIComponent(folder.id)}/contacts/delta`,
    );
    expect((await delta(elsewhere)).body.error?.message).toBe('Badly formed token.');
  });
});

describe('folders', () => {
  it('of one name may be allowed, and ghosts of deleted ones may stop a deletion', async () => {
    const folders = `${USER}/contactFolders`;
    await quirk({ folderExists: 'allow', folderGhosts: true });
    const twins = [
      await tenant.graph('POST', folders, { displayName: 'T' }),
      await tenant.graph('POST', folders, { displayName: 'T' }),
    ];
    expect(twins.map(({ status }) => status)).toEqual([201, 201]);
    const deletions = [];
    for (const { body } of twins)
      deletions.push(await tenant.graph('DELETE', `${folders}/${String(body.id)}`));
    expect(deletions.map(({ status }) => status)).toEqual([204, 409]);
  });
});
