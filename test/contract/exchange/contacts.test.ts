import { describe, expect, it } from 'vitest';
import { contactPath, useWorkspace } from './workspace.ts';

const workspace = useWorkspace();

const create = async (body: object) => {
  const answer = await workspace.graph('POST', `${workspace.folder}/contacts`, { body });
  expect(answer.status).toBe(201);
  return answer.body;
};

describe('a contact', () => {
  it('is created in a folder with id, etag, change key and times, and read back the same', async () => {
    const created = await create({
      givenName: 'Ada',
      middleName: 'Byron',
      surname: 'Lovelace',
      emailAddresses: [{ address: 'ada@example.test', name: 'Ada' }],
      businessPhones: ['+31 20 123 4567'],
      mobilePhone: '+31 6 1234 5678',
      businessAddress: { street: 'Keizersgracht 1\r\nRear', city: 'Amsterdam', postalCode: '1015 CJ' },
      categories: ['Engineering'],
      personalNotes: 'Line one\r\nLine two',
    });
    expect(created).toMatchObject({
      parentFolderId: workspace.folderId,
      '@odata.etag': `W/"${String(created.changeKey)}"`,
      businessAddress: { street: 'Keizersgracht 1\r\nRear', city: 'Amsterdam', postalCode: '1015 CJ' },
    });
    const { '@odata.context': _context, ...read } = (
      await workspace.graph('GET', contactPath(workspace, created.id))
    ).body;
    expect(created).toMatchObject(read);
  });

  it('shows unset values as null or "", {} and []', async () => {
    const created = await create({ surname: 'Bare' });
    for (const name of ['jobTitle', 'mobilePhone', 'companyName', 'middleName', 'fileAs']) {
      expect(created[name] === null || created[name] === '').toBe(true);
    }
    expect(created).toMatchObject({
      homeAddress: {},
      emailAddresses: [],
      businessPhones: [],
      categories: [],
    });
    expect(created).not.toHaveProperty('primaryEmailAddress');
  });

  it('shows e-mail addresses as a collection and by place', async () => {
    const [first, second] = [
      { address: 'one@example.test', name: 'One' },
      { address: 'two@example.test', name: 'Two' },
    ];
    const created = await create({ surname: 'Mail', emailAddresses: [first, second] });
    expect(created).toMatchObject({
      emailAddresses: [first, second],
      primaryEmailAddress: first,
      secondaryEmailAddress: second,
    });
  });

  it('keeps what a PATCH does not name and gets a new change key', async () => {
    const created = await create({ surname: 'Keep', jobTitle: 'Engineer', homePhones: ['1'] });
    const patched = await workspace.graph('PATCH', contactPath(workspace, created.id), {
      body: { jobTitle: 'Director' },
    });
    expect(patched.status).toBe(200);
    expect(patched.body).toMatchObject({ surname: 'Keep', jobTitle: 'Director', homePhones: ['1'] });
    expect(patched.body.changeKey).not.toBe(created.changeKey);
  });

  it('has an address replaced as a whole, not merged', async () => {
    const created = await create({ surname: 'Moved', homeAddress: { street: 'Old 1', city: 'Utrecht' } });
    const body = { homeAddress: { city: 'Delft' } };
    const patched = await workspace.graph('PATCH', contactPath(workspace, created.id), { body });
    const address = patched.body.homeAddress as Record<string, string>;
    expect(address.city).toBe('Delft');
    expect(address.street ?? '').toBe('');
  });

  it('keeps a displayName that is sent together with a new name', async () => {
    const created = await create({ givenName: 'A', surname: 'B', displayName: 'The Boss' });
    const body = { surname: 'C', displayName: 'The Boss' };
    const patched = await workspace.graph('PATCH', contactPath(workspace, created.id), { body });
    expect(patched.body.displayName).toBe('The Boss');
  });

  it('shows a birthday on the day it was given', async () => {
    const created = await create({ surname: 'Born', birthday: '1815-12-10T00:00:00Z' });
    expect(String(created.birthday)).toMatch(/^1815-12-10T/);
  });

  it('holds a street of 300 characters', async () => {
    const street = `${'Long street '.repeat(25)}1`;
    const created = await create({ surname: 'Street', businessAddress: { street } });
    expect((created.businessAddress as { street: string }).street).toBe(street);
  });

  it('is gone after a delete: 404 ErrorItemNotFound', async () => {
    const created = await create({ surname: 'Gone' });
    const path = contactPath(workspace, created.id);
    expect((await workspace.graph('DELETE', path)).status).toBe(204);
    const read = await workspace.graph('GET', path);
    expect([read.status, read.body.error?.code]).toEqual([404, 'ErrorItemNotFound']);
  });
});

describe('a contact that cannot be', () => {
  it.each([
    [
      'a fourth e-mail address',
      { emailAddresses: ['a', 'b', 'c', 'd'].map((name) => ({ address: `${name}@x.test` })) },
    ],
    ['a third business phone', { businessPhones: ['1', '2', '3'] }],
    ['an unknown property', { favouriteColour: 'green' }],
    ['a number for a text', { surname: 7 }],
  ])('is refused for %s with 400', async (_what, body) => {
    const answer = await workspace.graph('POST', `${workspace.folder}/contacts`, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.error?.code).toEqual(expect.any(String));
  });

  it('is refused when its JSON is malformed', async () => {
    const answer = await workspace.graph('POST', `${workspace.folder}/contacts`, { body: '{"surname":' });
    expect(answer.status).toBe(400);
  });
});

describe('addresses of contacts', () => {
  it('differ by id form, and each form reads its own', async () => {
    const created = await create({ surname: 'Forms' });
    const listed = await workspace.graph('GET', `${workspace.folder}/contacts?$filter=surname eq 'Forms'`, {
      mutableIds: true,
    });
    const mutable = listed.body.value?.[0]?.id;
    expect(mutable).not.toBe(created.id);
    const read = await workspace.graph('GET', contactPath(workspace, mutable), { mutableIds: true });
    expect(read.body.surname).toBe('Forms');
  });

  it.each([
    [
      'ErrorInvalidIdMalformed for an id that is none',
      'GET',
      'contacts/nonsense',
      400,
      'ErrorInvalidIdMalformed',
    ],
    ['405 for a PATCH that lost its id', 'PATCH', 'contacts', 405, 'ErrorInvalidRequest'],
    ['RequestBroker--ParseUri for an unknown segment', 'GET', 'nonsense', 400, 'RequestBroker--ParseUri'],
  ])('give %s', async (_what, method, path, status, code) => {
    const answer = await workspace.graph(
      method,
      `${workspace.user}/${path}`,
      method === 'PATCH' ? { body: {} } : {},
    );
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });

  it('give ErrorInvalidUser for a mailbox that does not exist, Request_ResourceNotFound for a user', async () => {
    const nobody = '/users/00000000-0000-4000-8000-00000000dead';
    expect((await workspace.graph('GET', `${nobody}/contacts`)).body.error?.code).toBe('ErrorInvalidUser');
    expect((await workspace.graph('GET', nobody)).body.error?.code).toBe('Request_ResourceNotFound');
  });
});

describe('a list of contacts', () => {
  it('comes in pages that together hold each contact once', async () => {
    const made = await Promise.all(
      ['L1', 'L2', 'L3'].map((surname) => create({ surname, companyName: 'Listed' })),
    );
    const ids: unknown[] = [];
    let path: string | undefined = `${workspace.folder}/contacts?$top=2&$select=id,companyName`;
    while (path !== undefined) {
      const page = await workspace.graph('GET', path);
      ids.push(
        ...(page.body.value ?? []).filter(({ companyName }) => companyName === 'Listed').map(({ id }) => id),
      );
      path = page.body['@odata.nextLink'] as string | undefined;
    }
    expect(ids.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
  });

  it('shows only the selected properties, the id and the etag', async () => {
    await create({ surname: 'Few', jobTitle: 'x' });
    const page = await workspace.graph('GET', `${workspace.folder}/contacts?$top=1&$select=surname`);
    expect(Object.keys(page.body.value?.[0] ?? {}).toSorted()).toEqual(['@odata.etag', 'id', 'surname']);
  });

  it('is found by e-mail address', async () => {
    const created = await create({
      surname: 'Found',
      emailAddresses: [{ address: 'found@example.test', name: 'F' }],
    });
    const filter = encodeURIComponent("emailAddresses/any(a:a/address eq 'found@example.test')");
    const page = await workspace.graph('GET', `${workspace.folder}/contacts?$filter=${filter}`);
    expect(page.body.value?.map(({ id }) => id)).toEqual([created.id]);
  });
});
