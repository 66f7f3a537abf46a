import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SalesforceClient } from '../../../emulators/client/salesforce.ts';
import { ROOT, emulated, openTarget, queryPath } from './target.ts';
import type { Target } from './target.ts';

/** What a session may do by profile, permission sets and sharing. Only the emulator's users can be changed at will. */
describe.runIf(emulated)('the integration user', () => {
  let target: Target;
  let control: SalesforceClient;
  const run = (path: string) => target.send('GET', path);
  const soql = (text: string) => run(queryPath(text));
  const rowOf = async (text: string) => (await control.people.query(text))[0]!.Id;

  beforeAll(async () => {
    target = await openTarget();
    control = target.control;
  });
  afterAll(() => target.close());

  const inSet = "Parent.Name = 'Tandem_Integration'";
  const objectRow = (object: string) =>
    rowOf(`SELECT Id FROM ObjectPermissions WHERE ${inSet} AND SobjectType = '${object}'`);
  const fieldRow = (field: string) =>
    rowOf(`SELECT Id FROM FieldPermissions WHERE ${inSet} AND Field = '${field}'`);

  test('does not know an object that it may not read', async () => {
    expect(await soql('SELECT Id FROM Event')).toMatchObject({
      status: 400,
      body: [
        { errorCode: 'INVALID_TYPE', message: expect.stringContaining("sObject type 'Event'") as string },
      ],
    });
    expect((await run(`${ROOT}/sobjects/Event/describe`)).status).toBe(404);
    const connection = await target.connect();
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map(({ name }) => name)).not.toContain('Event');
  });

  test('does not know a field that it may not read, and cannot write one that it may only read', async () => {
    const made = await target.send('POST', `${ROOT}/sobjects/Contact`, { LastName: 'Field' });
    const path = `${ROOT}/sobjects/Contact/${(made.body as { id: string }).id}`;
    const title = await fieldRow('Contact.Title');
    await control.people.update({ id: title, fields: { PermissionsEdit: false } });
    expect(await target.send('PATCH', path, { Title: 'T' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Title'] }],
    });
    const connection = await target.connect();
    const described = async () =>
      (await connection.describe('Contact')).fields.find((one) => one.name === 'Title');
    expect(await described()).toMatchObject({ createable: false, updateable: false });
    await control.people.delete({ id: title });
    expect(await described()).toBeUndefined();
    expect(await soql('SELECT Title FROM Contact')).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'INVALID_FIELD',
          message: expect.stringContaining("No such column 'Title' on entity 'Contact'") as string,
        },
      ],
    });
    expect(await target.send('PATCH', path, { Title: 'T' })).toMatchObject({
      body: [{ errorCode: 'INVALID_FIELD', message: "No such column 'Title' on sobject of type Contact" }],
    });
    expect((await run(path)).body).not.toHaveProperty('Title');
  });

  test('creates nothing of an object whose Create it lacks', async () => {
    expect(await target.send('POST', `${ROOT}/sobjects/Lead`, { LastName: 'L', Company: 'C' })).toMatchObject(
      {
        status: 400,
        body: [
          {
            errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
            message: 'entity type cannot be inserted: Lead',
          },
        ],
      },
    );
  });

  test('changes and deletes no record that sharing only lets it read', async () => {
    const id = await control.people.create({ object: 'Contact', fields: { LastName: 'Others' } });
    await control.people.update({
      id: await objectRow('Contact'),
      fields: { PermissionsModifyAllRecords: false },
    });
    const path = `${ROOT}/sobjects/Contact/${id}`;
    const refused = { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', fields: [] }] };
    expect((await run(path)).status).toBe(200);
    expect(await target.send('PATCH', path, { Department: 'D' })).toMatchObject(refused);
    expect(await target.send('DELETE', path)).toMatchObject(refused);
    const many = await target.send('PATCH', `${ROOT}/composite/sobjects`, {
      records: [{ attributes: { type: 'Contact' }, Id: id, Department: 'D' }],
    });
    expect(many).toMatchObject({
      status: 200,
      body: [{ success: false, errors: [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] }],
    });
  });

  test('finds no record that sharing hides', async () => {
    const id = await control.people.create({ object: 'Contact', fields: { LastName: 'Hidden' } });
    await control.people.update({
      id: await objectRow('Contact'),
      fields: { PermissionsViewAllRecords: false },
    });
    expect((await run(`${ROOT}/sobjects/Contact/${id}`)).status).toBe(404);
    expect(await soql(`SELECT Id FROM Contact WHERE Id = '${id}'`)).toMatchObject({ body: { totalSize: 0 } });
    expect(
      await target.send('PATCH', `${ROOT}/composite/sobjects`, {
        records: [{ attributes: { type: 'Contact' }, Id: id, Department: 'D' }],
      }),
    ).toMatchObject({
      body: [{ errors: [{ statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' }] }],
    });
  });

  test('may do everything while permissions are not enforced', async () => {
    await control.settings.change({ quirks: { enforcePermissions: false } });
    expect((await soql('SELECT Id FROM Event')).status).toBe(200);
    await control.settings.change({ quirks: { enforcePermissions: true } });
  });

  test('reads permission rows without View Setup only where the switch allows it', async () => {
    const query = 'SELECT Id FROM PermissionSetAssignment LIMIT 1';
    const set = await rowOf("SELECT Id FROM PermissionSet WHERE Name = 'Tandem_Integration'");
    await control.settings.change({ quirks: { permissionRowsNeedViewSetup: true } });
    expect((await soql(query)).status).toBe(200);
    await control.people.update({ id: set, fields: { PermissionsViewSetup: false } });
    expect(await soql(query)).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_TYPE' }] });
    await control.settings.change({ quirks: { permissionRowsNeedViewSetup: false } });
    expect((await soql(query)).status).toBe(200);
    await control.people.update({ id: set, fields: { PermissionsViewSetup: true } });
  });

  test('asks for followed records with a limit', async () => {
    const query = 'SELECT ParentId FROM EntitySubscription';
    expect(await soql(query)).toMatchObject({ status: 400, body: [{ errorCode: 'MALFORMED_QUERY' }] });
    expect((await soql(`${query} LIMIT 1000`)).status).toBe(200);
  });
});

describe.runIf(emulated)('access of other users', () => {
  let target: Target;
  let ids: Record<string, string>;
  const soql = (text: string) => target.send('GET', queryPath(text));
  const fields = 'RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel';
  const accessOf = (user: string, records: readonly string[]) =>
    soql(
      `SELECT ${fields} FROM UserRecordAccess WHERE UserId = '${ids[user]}' AND RecordId IN (${records.map((id) => `'${id}'`).join(',')})`,
    );

  beforeAll(async () => {
    target = await openTarget();
    ({ ids } = await target.control.seed({
      roles: [
        { ref: 'chief', Name: 'Chief' },
        { ref: 'rep', Name: 'Rep', ParentRoleId: '@chief' },
      ],
      users: [
        { ref: 'boss', Username: 'boss@contract.example', LastName: 'Boss', UserRoleId: '@chief' },
        { ref: 'bea', Username: 'bea@contract.example', LastName: 'Bea', UserRoleId: '@rep' },
        { ref: 'cem', Username: 'cem@contract.example', LastName: 'Cem' },
      ],
      accounts: [{ ref: 'acme', Name: 'Acme', OwnerId: '@bea' }],
      contacts: [{ ref: 'contact', LastName: 'Shared', AccountId: '@acme', OwnerId: '@bea' }],
    }));
  });
  beforeEach(async () => {
    await target.control.settings.change({
      quirks: { sharing: { Account: 'Private', Contact: 'Private', Lead: 'ReadWrite' } },
    });
  });
  afterAll(() => target.close());

  test('UserRecordAccess gives one row a record, without any flag where there is no access', async () => {
    const { acme, contact } = ids as { acme: string; contact: string };
    const none = {
      HasReadAccess: false,
      HasEditAccess: false,
      HasDeleteAccess: false,
      MaxAccessLevel: 'None',
    };
    const full = { HasReadAccess: true, HasEditAccess: true, HasDeleteAccess: true, MaxAccessLevel: 'All' };
    for (const [user, expected] of [
      ['bea', full],
      ['boss', full],
      ['cem', none],
    ] as const) {
      expect(await accessOf(user, [acme, contact])).toMatchObject({
        status: 200,
        body: {
          totalSize: 2,
          records: [
            { attributes: { type: 'UserRecordAccess' }, RecordId: acme, ...expected },
            { RecordId: contact, ...expected },
          ],
        },
      });
    }
  });

  test('a share by hand counts until it is taken back', async () => {
    const { contact } = ids as { contact: string };
    await target.control.people.share({ id: contact, user: '@cem', level: 'Edit' });
    expect(await accessOf('cem', [contact])).toMatchObject({
      body: {
        records: [
          { HasReadAccess: true, HasEditAccess: true, HasDeleteAccess: false, MaxAccessLevel: 'Edit' },
        ],
      },
    });
    expect(
      await soql(`SELECT ContactAccessLevel, RowCause FROM ContactShare WHERE ContactId = '${contact}'`),
    ).toMatchObject({
      body: { records: [{ ContactAccessLevel: 'Edit', RowCause: 'Manual' }] },
    });
    await target.control.people.unshare({ id: contact, user: '@cem' });
    expect(await accessOf('cem', [contact])).toMatchObject({ body: { records: [{ HasReadAccess: false }] } });
  });

  test('only RecordId is given when an access field is filtered', async () => {
    const where = `WHERE UserId = '${ids['bea']}' AND RecordId = '${ids['contact']}' AND HasEditAccess = true`;
    expect(await soql(`SELECT RecordId FROM UserRecordAccess ${where}`)).toMatchObject({
      body: { totalSize: 1 },
    });
    expect(await soql(`SELECT RecordId, HasReadAccess FROM UserRecordAccess ${where}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'MALFORMED_QUERY' }],
    });
  });

  test('more than 200 records and more than one user are refused', async () => {
    const many = Array.from({ length: 201 }, (_none, index) => `003${String(index).padStart(12, '0')}`);
    expect(await accessOf('bea', many)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'LIMIT_EXCEEDED', message: 'Number of records exceeds limit: 200' }],
    });
    const two = `SELECT RecordId FROM UserRecordAccess WHERE UserId IN ('${ids['bea']}', '${ids['cem']}') AND RecordId = '${ids['contact']}'`;
    expect(await soql(two)).toMatchObject({ status: 400, body: [{ errorCode: 'MALFORMED_QUERY' }] });
  });

  test('UserEntityAccess tells what a user may do with objects', async () => {
    const ask = async (user: string) => {
      const answer = await soql(
        `SELECT EntityDefinitionId, IsReadable, IsCreatable, IsEditable, IsDeletable FROM UserEntityAccess WHERE UserId = '${user}' AND EntityDefinitionId IN ('Lead', 'Event')`,
      );
      return (answer.body as { records: object[] }).records;
    };
    const all = { IsReadable: true, IsCreatable: true, IsEditable: true, IsDeletable: true };
    expect(await ask(ids['cem']!)).toMatchObject([
      { EntityDefinitionId: 'Lead', ...all },
      { EntityDefinitionId: 'Event', ...all },
    ]);
    const connection = await target.connect();
    expect(await ask((await connection.identity()).user_id)).toMatchObject([
      { IsReadable: true, IsCreatable: false },
      { IsReadable: false },
    ]);
  });

  test('permissions can be read in bulk, those of profiles as permission sets', async () => {
    const assignments = `SELECT PermissionSet.IsOwnedByProfile, PermissionSet.Profile.Name FROM PermissionSetAssignment WHERE AssigneeId = '${ids['cem']}'`;
    expect(await soql(assignments)).toMatchObject({
      body: { records: [{ PermissionSet: { IsOwnedByProfile: true, Profile: { Name: 'Standard User' } } }] },
    });
    const objects =
      "SELECT PermissionsRead, PermissionsEdit, PermissionsViewAllRecords FROM ObjectPermissions WHERE Parent.Profile.Name = 'Standard User' AND SobjectType = 'Contact'";
    expect(await soql(objects)).toMatchObject({
      body: { records: [{ PermissionsRead: true, PermissionsEdit: true, PermissionsViewAllRecords: false }] },
    });
    const field =
      "SELECT PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE Parent.Profile.Name = 'Standard User' AND Field = 'Contact.Title'";
    expect(await soql(field)).toMatchObject({ body: { records: [{ PermissionsEdit: true }] } });
  });

  test('people act with their own access where the switch says so', async () => {
    const edit = { id: ids['contact']!, fields: { Title: 'T' }, as: '@cem' };
    await target.control.people.update(edit);
    await target.control.settings.change({ quirks: { peopleRespectAccess: true } });
    await expect(target.control.people.update(edit)).rejects.toThrow(/INSUFFICIENT_ACCESS/);
    await target.control.people.update({ ...edit, as: '@boss' });
    expect(await target.control.people.query('SELECT Id FROM Account', { as: '@cem' })).toEqual([]);
    await target.control.settings.change({ quirks: { peopleRespectAccess: false } });
  });

  test('followed records are rows of EntitySubscription', async () => {
    const followed = `SELECT ParentId FROM EntitySubscription WHERE SubscriberId = '${ids['cem']}' LIMIT 1000`;
    await target.control.people.follow({ id: ids['contact']!, as: '@cem' });
    await expect(target.control.people.follow({ id: ids['contact']!, as: '@cem' })).rejects.toThrow(
      /DUPLICATE/,
    );
    expect(await soql(followed)).toMatchObject({ body: { records: [{ ParentId: ids['contact'] }] } });
    await target.control.people.unfollow({ id: ids['contact']!, as: '@cem' });
    expect(await soql(followed)).toMatchObject({ body: { totalSize: 0 } });
  });
});
