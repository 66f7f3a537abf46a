import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, emulated, openTarget } from './target.ts';
import type { Target } from './target.ts';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const contacts = `${ROOT}/sobjects/Contact`;

test('the package’s own rules refuse what they forbid', async () => {
  const link = { Link_Key__c: `contract-${process.pid}`, Kind__c: 'Contact', State__c: 'Suppressed' };
  expect(await target.send('POST', `${ROOT}/sobjects/Tandem_Link__c`, link)).toMatchObject({
    status: 400,
    body: [
      {
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'A suppressed link needs a reason.',
        fields: ['Reason__c'],
      },
    ],
  });
});

describe.runIf(emulated)('a customer’s validation rule', () => {
  beforeAll(() =>
    target.control.seed({
      validationRules: [
        {
          object: 'Contact',
          name: 'Department_Needed',
          formula: 'AND(ISBLANK(Department), LEN(LastName) > 0, LastName = "Ruled")',
          message: 'Say which department.',
        },
      ],
    }),
  );
  const refused = { message: 'Say which department.', fields: [] };

  test('refuses a single row, and one record of a collection', async () => {
    expect(await target.send('POST', contacts, { LastName: 'Ruled' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', ...refused }],
    });
    const records = ['Ruled', 'Free'].map((LastName) => ({ attributes: { type: 'Contact' }, LastName }));
    expect(await target.send('POST', `${ROOT}/composite/sobjects`, { records })).toMatchObject({
      status: 200,
      body: [
        { success: false, errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', ...refused }] },
        { success: true },
      ],
    });
  });

  test('with an unknown function is refused when it is seeded', async () => {
    const rule = {
      object: 'Contact',
      name: 'Odd',
      formula: 'VLOOKUP(Title, Title, "x") = "y"',
      message: 'No.',
    };
    await expect(target.control.seed({ validationRules: [rule] })).rejects.toThrow(
      'validation rule Contact.Odd: the function VLOOKUP is not supported',
    );
  });
});

describe.runIf(emulated)('duplicate rules', () => {
  const message = 'Use one of these records?';
  let known: string;
  beforeAll(async () => {
    await target.control.seed({
      duplicateRules: [
        { name: 'Alerts', object: 'Contact', onEdit: 'Allow', match: [{ field: 'Email' }], message },
        { name: 'Blocks', object: 'Contact', onCreate: 'Block', match: [{ field: 'Title' }], message },
      ],
    });
    const fields = { LastName: 'Known', Email: 'known@a.example', Title: 'Only One' };
    known = await target.control.people.create({ object: 'Contact', fields });
  });
  const same = { LastName: 'Twin', Email: 'KNOWN@a.example' };
  const allowSave = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };

  test('an alert shows a single row the match, under a misspelt key', async () => {
    expect(await target.send('POST', contacts, same)).toEqual(
      expect.objectContaining({
        status: 400,
        body: [
          {
            errorCode: 'DUPLICATES_DETECTED',
            message,
            duplicateResut: {
              allowSave: true,
              duplicateRule: 'Alerts',
              duplicateRuleEntityType: 'Contact',
              errorMessage: message,
              matchResults: [
                {
                  entityType: 'Contact',
                  errors: [],
                  matchEngine: 'ExactMatchEngine',
                  matchRecords: [
                    {
                      additionalInformation: [],
                      fieldDiffs: [],
                      matchConfidence: 100,
                      record: {
                        attributes: { type: 'Contact', url: `${ROOT}/sobjects/Contact/${known}` },
                        Id: known,
                      },
                    },
                  ],
                  rule: 'Matching_Rule',
                  size: 1,
                  success: true,
                },
              ],
            },
          },
        ],
      }),
    );
  });

  test('record details are there when the header asks for them', async () => {
    const header = { 'sforce-duplicate-rule-header': 'includeRecordDetails=true' };
    const answer = await target.send('POST', contacts, same, header);
    expect(JSON.stringify(answer.body)).toContain('"Email":"known@a.example"');
  });

  test('a collection tells only that there is one', async () => {
    const records = [{ attributes: { type: 'Contact' }, ...same }];
    const { body } = await target.send('POST', `${ROOT}/composite/sobjects`, { records });
    expect(body).toEqual([
      { success: false, errors: [{ statusCode: 'DUPLICATES_DETECTED', message, fields: [] }] },
    ]);
  });

  test('allowSave saves despite an alert, and not despite a block', async () => {
    expect((await target.send('POST', contacts, same, allowSave)).status).toBe(201);
    const blocked = { LastName: 'Blocked', Title: 'Only One' };
    expect(await target.send('POST', contacts, blocked, allowSave)).toMatchObject({
      status: 400,
      body: [
        { errorCode: 'DUPLICATES_DETECTED', duplicateResut: { allowSave: false, duplicateRule: 'Blocks' } },
      ],
    });
  });

  test('each subrequest of a composite has the header of its own', async () => {
    const member = (referenceId: string, httpHeaders?: object) => ({
      method: 'POST',
      url: contacts,
      referenceId,
      body: same,
      ...(httpHeaders ? { httpHeaders } : {}),
    });
    const compositeRequest = [member('plain'), member('allowed', allowSave)];
    expect(await target.send('POST', `${ROOT}/composite`, { compositeRequest }, allowSave)).toMatchObject({
      body: { compositeResponse: [{ httpStatusCode: 400 }, { httpStatusCode: 201 }] },
    });
  });
});

describe.runIf(emulated)('limits of the org', () => {
  test('a full storage refuses new records, and /limits shows it', async () => {
    await target.control.settings.change({ limits: { dataStorageMb: 0 } });
    expect(await target.send('POST', contacts, { LastName: 'Full' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'STORAGE_LIMIT_EXCEEDED', message: 'storage limit exceeded' }],
    });
    expect((await target.send('GET', `${ROOT}/limits`)).body).toMatchObject({
      DataStorageMB: { Max: 0, Remaining: 0 },
    });
    await target.control.settings.change({ limits: { dataStorageMb: 10_240 } });
  });

  test('a user who is deactivated owns nothing new', async () => {
    const { ids } = await target.control.seed({
      users: [{ ref: 'gone', Username: 'gone@contract.example', LastName: 'Gone' }],
    });
    await target.control.people.deactivate('@gone');
    expect(await target.send('POST', contacts, { LastName: 'Owned', OwnerId: ids['gone'] })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INACTIVE_OWNER_OR_USER' }],
    });
  });
});
