import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTenant } from './test-tenant.ts';
import type { TestTenant } from './test-tenant.ts';

const ANN = 'ann@contoso.test';
const MARKER = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Marker';
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant({
    mailboxes: [{ userPrincipalName: ANN, folders: [{ displayName: 'Work' }] }],
  });
});
afterAll(() => tenant.close());

const marked = (surname: string) =>
  tenant.client.people.createContact(ANN, 'Work', {
    surname,
    singleValueExtendedProperties: [{ id: MARKER, value: surname }],
  });

describe('people', () => {
  it('make, change and delete contacts, which Graph then shows', async () => {
    const { people } = tenant.client;
    const contact = await people.createContact(ANN, 'Work', { givenName: 'Bo', surname: 'Li' });
    await people.editContact(ANN, contact.mutableId, { jobTitle: 'Chief' });
    const path = `/users/${ANN}/contacts/${contact.id}`;
    expect((await tenant.graph('GET', path)).body).toMatchObject({
      surname: 'Li',
      jobTitle: 'Chief',
      middleName: '',
    });
    await people.deleteContact(ANN, contact.id);
    expect((await tenant.graph('GET', path)).status).toBe(404);
  });

  it('copy a contact with its hidden marker but new ids', async () => {
    const original = await marked('Original');
    const copy = await tenant.client.people.copyContact(ANN, original.id);
    expect(copy.extendedProperties).toEqual({ [MARKER]: 'Original' });
    expect([copy.id, copy.mutableId]).not.toEqual([original.id, original.mutableId]);
    expect(copy.surname).toBe('Original');
  });

  it('move a contact: the immutable id stays, the mutable id does not', async () => {
    const before = await marked('Mover');
    const after = await tenant.client.people.moveContact(ANN, before.id, 'default');
    expect(after).toMatchObject({ id: before.id, extendedProperties: before.extendedProperties });
    expect(after.mutableId).not.toBe(before.mutableId);
    const old = await tenant.graph('GET', `/users/${ANN}/contacts/${before.mutableId}`, undefined, {
      prefer: '',
    });
    expect(old.body.error?.code).toBe('ErrorItemNotFound');
  });

  it('take a contact back out of Deleted Items', async () => {
    const contact = await marked('Lazarus');
    await tenant.client.people.deleteContact(ANN, contact.id);
    expect(await tenant.client.people.restoreContact(ANN, contact.id, 'Work')).toMatchObject({
      id: contact.id,
    });
    expect((await tenant.graph('GET', `/users/${ANN}/contacts/${contact.id}`)).status).toBe(200);
  });

  it('make two folders of one name, move and rename, empty and delete them', async () => {
    const { people } = tenant.client;
    const [one, two] = [await people.createFolder(ANN, 'Twin'), await people.createFolder(ANN, 'Twin')];
    expect(one.id).not.toBe(two.id);
    await people.changeFolder(ANN, two.id, { displayName: 'Child', parentFolderId: one.id });
    await people.createContact(ANN, two.id, { surname: 'Inner' });
    expect(await people.emptyFolder(ANN, 'Child')).toBe(1);
    await people.createContact(ANN, two.id, { surname: 'Inner' });
    await people.deleteFolder(ANN, one.id);
    const names = (await people.folders(ANN)).map(({ displayName }) => displayName);
    expect(names).toEqual(['Contacts', 'Work']);
  });

  it('can have their mailbox migrated: the same things under new ids, and old cursors of no use', async () => {
    const { people } = tenant.client;
    const before = await marked('Migrant');
    const [work] = (await people.folders(ANN)).filter(({ displayName }) => displayName === 'Work');
    const delta = `/users/${ANN}/contactFolders/${String(work?.id)}/contacts/delta`;
    const { body } = await tenant.graph('GET', delta, undefined, { prefer: 'odata.maxpagesize=100' });
    await people.migrate(ANN);
    const after = (await people.contacts(ANN, 'Work')).find(({ surname }) => surname === 'Migrant');
    expect(after?.extendedProperties).toEqual(before.extendedProperties);
    expect(after?.id).not.toBe(before.id);
    expect((await tenant.graph('GET', `/users/${ANN}/contacts/${before.id}`)).status).toBe(404);
    expect((await tenant.graph('GET', `/users/${ANN}/contacts/${String(after?.id)}`)).status).toBe(200);
    expect((await tenant.graph('GET', String(body['@odata.deltaLink']))).status).toBe(404);
  });

  it('are told what is not there, and cannot put a folder into itself', async () => {
    const { people } = tenant.client;
    await expect(people.contacts(ANN, 'Nowhere')).rejects.toThrow('404 {"error":"no folder \'Nowhere\'"}');
    await expect(people.folders('nobody')).rejects.toThrow('no mailbox');
    await expect(people.changeFolder(ANN, 'Work', { parentFolderId: 'Work' })).rejects.toThrow('into itself');
    await expect(people.createContact(ANN, 'Work', { shoeSize: 42 })).rejects.toThrow('shoeSize');
  });

  it('are neither counted nor logged', async () => {
    await tenant.client.counters.clear();
    const [last] = (await tenant.client.log.read()).slice(-1);
    await marked('Unseen');
    expect(await tenant.client.counters.read()).toMatchObject({ requests: 0, writes: { created: 0 } });
    expect(await tenant.client.log.read(last?.n)).toEqual([]);
  });
});
