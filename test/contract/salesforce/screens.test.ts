import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, emulated, openTarget, plain } from './target.ts';
import type { Answer, Target } from './target.ts';

interface Connection {
  edges: { node: Record<string, unknown>; cursor: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** What the screens of Salesforce ask: GraphQL and the User Interface API, with the rights of who is signed in. */
describe.runIf(emulated)('the screens of Salesforce', () => {
  let target: Target;
  let ids: Record<string, string>;
  /** Sends as a person who is signed in in a browser. */
  const sessions = new Map<string, string>();
  const send = async (
    user: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const known = sessions.get(user) ?? (await target.control.openSession(user)).accessToken;
    sessions.set(user, known);
    return plain(method, `${target.signIn.loginUrl}${ROOT}/${path}`, body, {
      authorization: `Bearer ${known}`,
      ...headers,
    });
  };
  const ask = async (user: string, query: string, variables: object = {}) => {
    const { status, body } = await send(user, 'POST', 'graphql', { query, variables });
    expect(status).toBe(200);
    return body as {
      data: { uiapi: { query: Record<string, Connection> } } | null;
      errors: { message: string }[];
    };
  };
  const mailboxes = async (user: string, args: string, fields = 'Email__c { value }') => {
    const query = `{ uiapi { query { Tandem_Mailbox__c(${args}) { edges { node { Id ${fields} } cursor } totalCount pageInfo { hasNextPage endCursor } } } } }`;
    const { data, errors } = await ask(user, query);
    expect(errors).toEqual([]);
    return data!.uiapi.query['Tandem_Mailbox__c']!;
  };
  const emailsOf = ({ edges }: Connection) =>
    edges.map(({ node }) => (node['Email__c'] as { value: string }).value);

  beforeAll(async () => {
    target = await openTarget();
    const mailbox = (name: string, state: string, more: object = {}) => ({
      User__c: `@${name}`,
      OwnerId: `@${name}`,
      User_Key__c: `@${name}`,
      Email__c: `${name}@contract.example`,
      Contacts_State__c: state,
      ...more,
    });
    ({ ids } = await target.control.seed({
      users: [
        { ref: 'ada', Username: 'ada@contract.example', LastName: 'Adams', permissionSets: ['Tandem_Admin'] },
        { ref: 'bo', Username: 'bo@contract.example', LastName: "O'Hara", permissionSets: ['Tandem_User'] },
        { ref: 'cy', Username: 'cy@contract.example', LastName: 'Cyrus', permissionSets: ['Tandem_User'] },
        { ref: 'none', Username: 'none@contract.example', LastName: 'None' },
      ],
      records: {
        Tandem_Mailbox__c: [
          mailbox('ada', 'InSync', {
            Open_Issues__c: 1200,
            Contacts_In_Sync_As_Of__c: '2026-03-01T09:30:00Z',
          }),
          mailbox('bo', 'Failing'),
          mailbox('cy', 'InSync'),
        ],
      },
    }));
  });
  afterAll(() => target.close());

  test('GraphQL gives values, and what people read in their place', async () => {
    const fields = `Contacts_State__c { value displayValue label } Open_Issues__c { value displayValue }
      Contacts_In_Sync_As_Of__c { value } User__r { Id Name { value } } User__c { value }`;
    const { edges, totalCount } = await mailboxes('@ada', 'where: { Email__c: { like: "ada%" } }', fields);
    expect(totalCount).toBe(1);
    expect(edges[0]!.node).toMatchObject({
      Contacts_State__c: { value: 'InSync', displayValue: 'In sync', label: 'In sync' },
      Open_Issues__c: { value: 1200, displayValue: '1,200' },
      Contacts_In_Sync_As_Of__c: { value: '2026-03-01T09:30:00.000Z' },
      User__c: { value: ids['ada'] },
      User__r: { Id: ids['ada'], Name: { value: 'Adams' } },
    });
  });

  test('GraphQL filters by fields, parents, lists, dates, and, or and not', async () => {
    const found = async (where: string) => emailsOf(await mailboxes('@ada', `where: ${where}`)).sort();
    const [ada, bo, cy] = ['ada', 'bo', 'cy'].map((name) => `${name}@contract.example`);
    expect(await found('{ Contacts_State__c: { eq: "Failing" } }')).toEqual([bo]);
    expect(await found('{ Contacts_State__c: { in: ["Failing", "Paused"] } }')).toEqual([bo]);
    expect(await found('{ User__r: { Name: { like: "%O\'Hara%" } } }')).toEqual([bo]);
    expect(await found('{ not: { Contacts_State__c: { eq: "Failing" } } }')).toEqual([ada, cy]);
    expect(await found('{ or: [{ Email__c: { like: "cy%" } }, { Open_Issues__c: { gt: 1000 } }] }')).toEqual([
      ada,
      cy,
    ]);
    expect(
      await found('{ Contacts_State__c: { eq: "InSync" }, Email__c: { ne: "cy@contract.example" } }'),
    ).toEqual([ada]);
    expect(await found('{ Contacts_In_Sync_As_Of__c: { gte: { value: "2026-01-01T00:00:00Z" } } }')).toEqual([
      ada,
    ]);
    expect(await found('{ Contacts_In_Sync_As_Of__c: { eq: null } }')).toEqual([bo, cy]);
  });

  test('GraphQL sorts, and takes filter and order as variables', async () => {
    const query = `query sorted($where: Tandem_Mailbox__c_Filter, $orderBy: Tandem_Mailbox__c_OrderBy, $first: Int) {
      uiapi { query { Tandem_Mailbox__c(where: $where, orderBy: $orderBy, first: $first) { edges { node { Email__c { value } } } } } } }`;
    const sorted = async (orderBy: object) => {
      const { data } = await ask('@ada', query, {
        orderBy,
        first: 2,
        where: { Email__c: { like: '%contract%' } },
      });
      return emailsOf(data!.uiapi.query['Tandem_Mailbox__c']!).map((email) => email.split('@')[0]);
    };
    expect(await sorted({ User__r: { Name: { order: 'DESC' } } })).toEqual(['bo', 'cy']);
    expect(await sorted({ Contacts_State__c: { order: 'ASC' }, Email__c: { order: 'DESC' } })).toEqual([
      'bo',
      'cy',
    ]);
    expect(await sorted({ Open_Issues__c: { order: 'DESC', nulls: 'LAST' } })).toContain('ada');
  });

  test('GraphQL gives ten records unless asked for more, and the rest by cursor', async () => {
    const first = await mailboxes('@ada', 'first: 2, orderBy: { Email__c: { order: ASC } }');
    expect(emailsOf(first)).toEqual(['ada@contract.example', 'bo@contract.example']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = first.pageInfo.endCursor;
    const second = await mailboxes(
      '@ada',
      `first: 2, after: "${after}", orderBy: { Email__c: { order: ASC } }`,
    );
    expect(emailsOf(second)).toEqual(['cy@contract.example']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false });
    expect(second.totalCount).toBe(3);
  });

  test('GraphQL with an upper bound gives no pages of fewer than 200', async () => {
    const paged = (size: number) =>
      ask(
        '@ada',
        `{ uiapi { query { Tandem_Mailbox__c(first: ${size}, upperBound: 5000) { totalCount } } } }`,
      );
    expect((await paged(200)).errors).toEqual([]);
    expect((await paged(50)).errors).toHaveLength(1);
  });

  test('GraphQL shows each person the records that sharing lets them see', async () => {
    expect(emailsOf(await mailboxes('@bo', 'first: 10'))).toEqual(['bo@contract.example']);
    expect(emailsOf(await mailboxes('@ada', 'first: 10'))).toHaveLength(3);
  });

  test('GraphQL counts records by the values of a field, of those that the person sees', async () => {
    const counted = async (user: string, where: string) => {
      const groupBy = 'groupBy: { Contacts_State__c: { group: true } }';
      const fields = 'Contacts_State__c { value } Id { count { value } }';
      const query = `{ uiapi { aggregate { Tandem_Mailbox__c(first: 20, where: ${where}, ${groupBy}) { edges { node { aggregate { ${fields} } } } totalCount } } } }`;
      const { data, errors } = (await ask(user, query)) as {
        data: unknown;
        errors: object[];
      };
      expect(errors).toEqual([]);
      const { uiapi } = data as { uiapi: { aggregate: { Tandem_Mailbox__c: { edges: object[] } } } };
      return uiapi.aggregate.Tandem_Mailbox__c.edges;
    };
    const group = (value: string, count: number) => ({
      node: { aggregate: { Contacts_State__c: { value }, Id: { count: { value: count } } } },
    });
    const all = await counted('@ada', '{ Email__c: { like: "%contract%" } }');
    expect(all).toHaveLength(2);
    expect(all).toEqual(expect.arrayContaining([group('InSync', 2), group('Failing', 1)]));
    expect(await counted('@bo', '{ Email__c: { like: "%contract%" } }')).toEqual([group('Failing', 1)]);
  });

  test('GraphQL does not know an object or a field that a person may not read', async () => {
    const query = '{ uiapi { query { Tandem_Mailbox__c { edges { node { Id } } } } } }';
    expect(await ask('@none', query)).toMatchObject({
      data: null,
      errors: [
        {
          message:
            "Validation error of type FieldUndefined: Field 'Tandem_Mailbox__c' in type 'RecordQuery' is undefined",
          extensions: { ErrorType: 'ValidationError' },
        },
      ],
    });
    const hidden = '{ uiapi { query { Contact { edges { node { Id Tandem_Key__c { value } } } } } } }';
    expect((await ask('@ada', hidden)).errors[0]!.message).toContain("Field 'Tandem_Key__c'");
    const optional = hidden.replace('Tandem_Key__c', 'Tandem_Key__c @optional');
    expect((await ask('@ada', optional)).errors).toEqual([]);
  });

  test('GraphQL refuses what is not in the schema', async () => {
    for (const inner of [
      'Tandem_Mailbox__c(where: { Email__c: { near: "x" } }) { totalCount }',
      'Tandem_Mailbox__c(where: { Contacts_Problem__c: { eq: 5 } }) { totalCount }',
      'Tandem_Request__c(where: { Result__c: { like: "x" } }) { totalCount }',
      'Profile { totalCount }',
    ])
      expect((await ask('@ada', `{ uiapi { query { ${inner} } } }`)).errors, inner).toHaveLength(1);
    expect((await ask('@ada', '{ uiapi {')).errors[0]).toMatchObject({
      extensions: { ErrorType: 'InvalidSyntax' },
    });
  });

  test('a record is created, read and changed with the rights of the person', async () => {
    const request = { apiName: 'Tandem_Request__c', fields: { Kind__c: 'SyncNow', User__c: ids['bo'] } };
    const made = await send('@bo', 'POST', 'ui-api/records', request);
    expect(made).toMatchObject({
      status: 201,
      body: {
        apiName: 'Tandem_Request__c',
        fields: { Kind__c: { value: 'SyncNow', displayValue: expect.any(String) as string } },
      },
    });
    const { id } = made.body as { id: string };
    const path = `ui-api/records/${id}?fields=Tandem_Request__c.Status__c,Tandem_Request__c.User__r.Name`;
    expect(await send('@bo', 'GET', path)).toMatchObject({
      status: 200,
      body: {
        fields: {
          Status__c: { value: 'New' },
          User__r: { value: { fields: { Name: { value: "O'Hara" } } } },
        },
      },
    });
    expect((await send('@cy', 'GET', path)).status).toBe(403);
    expect(
      await send('@bo', 'PATCH', `ui-api/records/${id}`, { fields: { Kind__c: 'Pause' } }),
    ).toMatchObject({
      status: 400,
      body: [{ enhancedErrorType: 'RecordError' }],
    });
    expect((await send('@none', 'POST', 'ui-api/records', request)).status).toBe(400);
  });

  test('a refused save names the field and its reason', async () => {
    const request = { apiName: 'Tandem_Request__c', fields: { Kind__c: 'Dance' } };
    const { body } = await send('@bo', 'POST', 'ui-api/records', request);
    expect(body).toMatchObject([
      {
        message: 'An error occurred while trying to create the record. Please try again.',
        output: {
          fieldErrors: {
            Kind__c: [{ fieldLabel: 'Kind', message: expect.stringContaining('Dance') as string }],
          },
        },
      },
    ]);
  });

  test('object info and picklist values say what a form needs, and only of what the person may see', async () => {
    expect(await send('@bo', 'GET', 'ui-api/object-info/Tandem_Request__c')).toMatchObject({
      status: 200,
      body: {
        label: 'Request',
        createable: true,
        updateable: false,
        fields: { Kind__c: { label: 'Kind', dataType: 'Picklist' } },
      },
    });
    const values =
      'ui-api/object-info/Tandem_Mailbox__c/picklist-values/012000000000000AAA/Contacts_State__c';
    const { body } = await send('@bo', 'GET', values);
    expect((body as { values: object[] }).values).toContainEqual(
      expect.objectContaining({ value: 'InSync', label: 'In sync' }),
    );
    expect((await send('@none', 'GET', 'ui-api/object-info/Tandem_Request__c')).status).toBe(404);
  });

  test('object info tells kinds of fields apart, of several objects in one answer', async () => {
    const { body } = await send('@bo', 'GET', 'ui-api/object-info/Contact');
    expect(body).toMatchObject({
      nameFields: ['FirstName', 'LastName', 'Name'],
      defaultRecordTypeId: '012000000000000AAA',
      recordTypeInfos: { '012000000000000AAA': { master: true, available: true } },
      fields: {
        Name: { compound: true, dataType: 'String', updateable: false },
        FirstName: { compound: false, compoundFieldName: 'Name', updateable: true },
        MailingCity: { compoundFieldName: 'MailingAddress', compoundComponentName: 'City', length: 40 },
        MailingAddress: { compound: true, dataType: 'Address', sortable: false },
        Description: { dataType: 'TextArea', filterable: false },
        AccountId: {
          reference: true,
          relationshipName: 'Account',
          referenceToInfos: [{ apiName: 'Account' }],
        },
      },
    });
    expect(Object.keys((body as { fields: object }).fields)).not.toContain('Tandem_Key__c');
    const several = await send('@none', 'GET', 'ui-api/object-info/batch/Contact,Tandem_Mailbox__c');
    expect(several).toMatchObject({
      status: 207,
      body: {
        hasErrors: true,
        results: [{ statusCode: 200, result: { apiName: 'Contact' } }, { statusCode: 404 }],
      },
    });
  });

  test('a save is refused when somebody else saved since the record was read', async () => {
    const fields = { Name: 'Sales', Contact_Direction__c: 'Both' };
    const made = await send('@ada', 'POST', 'ui-api/records', { apiName: 'Tandem_Configuration__c', fields });
    const { id, lastModifiedDate } = made.body as { id: string; lastModifiedDate: string };
    const save = (since: string) =>
      send(
        '@ada',
        'PATCH',
        `ui-api/records/${id}`,
        { fields: { Name: 'People' } },
        { 'if-unmodified-since': since },
      );
    const longAgo = new Date(Date.parse(lastModifiedDate) - 60_000).toISOString();
    expect((await save(longAgo)).status).toBe(412);
    expect((await save(lastModifiedDate)).status).toBe(200);
    expect((await send('@bo', 'DELETE', `ui-api/records/${id}`)).status).toBe(403);
    expect((await send('@ada', 'DELETE', `ui-api/records/${id}`)).status).toBe(204);
    expect((await send('@ada', 'DELETE', `ui-api/records/${id}`)).status).toBe(404);
  });

  test('an Apex method that is one query is answered to who has access to its class', async () => {
    const call = (user: string) => send(user, 'POST', 'apex/TandemProfiles/getProfiles', {});
    const { status, body } = await call('@ada');
    expect(status).toBe(200);
    expect(body).toContainEqual({ Id: expect.any(String) as string, Name: 'Standard User' });
    expect(await call('@bo')).toMatchObject({
      status: 403,
      body: { message: "You do not have access to the Apex class named 'TandemProfiles'." },
    });
    expect((await send('@ada', 'POST', 'apex/TandemRequestAction/invoke', {})).status).toBe(501);
  });

  test('navigation items are the tabs that permission sets show', async () => {
    const tabs = async (user: string) => {
      const { body } = await send(user, 'GET', 'ui-api/nav-items?pageSize=100');
      return (body as { navItems: { developerName: string }[] }).navItems.map((item) => item.developerName);
    };
    expect(await tabs('@ada')).toEqual(expect.arrayContaining(['Tandem_Activity', 'Tandem_Status']));
    expect(await tabs('@bo')).toContain('Tandem_Status');
    expect(await tabs('@bo')).not.toContain('Tandem_Activity');
    expect(await tabs('@none')).toEqual([]);
    const page = await send('@ada', 'GET', 'ui-api/nav-items?page=0&pageSize=1');
    expect(page.body).toMatchObject({
      navItems: [{}],
      nextPageUrl: expect.stringContaining('page=1') as string,
    });
  });
});
