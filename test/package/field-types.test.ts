import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveMapping, type MappableField } from '../../bridge/src/rules/mapping-fault.ts';
import { checkCondition } from '../../bridge/src/rules/check-condition.ts';
import type { FilterableField } from '../../bridge/src/rules/filter-condition.ts';
import { eventProperties } from '../../bridge/src/rules/event-property.ts';
import { exchangeProperties } from '../../bridge/src/rules/property-path.ts';
import { createSalesforceClient } from '../../emulators/client/salesforce.ts';
import { createSalesforce } from '../../emulators/salesforce/salesforce.ts';

interface Described extends MappableField, FilterableField {}
interface Info extends Omit<Described, 'name' | 'type'> {
  readonly apiName: string;
  readonly dataType: string;
}

const customFields = [
  { object: 'Contact', fullName: 'Text__c', type: 'Text', length: 40 },
  { object: 'Contact', fullName: 'Formula__c', type: 'Text', length: 40, formula: 'LastName' },
  { object: 'Contact', fullName: 'Number__c', type: 'Number', precision: 5, scale: 0 },
  { object: 'Contact', fullName: 'Serial__c', type: 'AutoNumber' },
  { object: 'Contact', fullName: 'Flag__c', type: 'Checkbox', defaultValue: 'false' },
  { object: 'Contact', fullName: 'Long__c', type: 'LongTextArea', length: 32000 },
  { object: 'Contact', fullName: 'Day__c', type: 'Date' },
  { object: 'Contact', fullName: 'Time__c', type: 'DateTime' },
  { object: 'Contact', fullName: 'Link__c', type: 'Url' },
];

describe('a field as a screen knows it and as the bridge knows it', () => {
  let org: Awaited<ReturnType<typeof createSalesforce>>;
  let ask: <Answer>(path: string, body?: object) => Promise<Answer>;
  let ofBridge: ReadonlyMap<string, Described>;
  let ofScreen: ReadonlyMap<string, Described>;

  beforeAll(async () => {
    org = await createSalesforce();
    const client = createSalesforceClient(org.url);
    await client.seed({
      customFields,
      users: [
        {
          ref: 'admin',
          Username: 'admin@package.example',
          LastName: 'Admin',
          profile: 'System Administrator',
        },
      ],
    });
    const { accessToken } = await client.openSession('@admin');
    ask = async <Answer>(path: string, body?: object) => {
      const answer = await fetch(`${org.url}/services/data/v66.0/${path}`, {
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
      return (await answer.json()) as Answer;
    };
    const { fields } = await ask<{ fields: Described[] }>('sobjects/Contact/describe');
    ofBridge = new Map(fields.map((field) => [field.name, field]));
    const info = await ask<{ fields: Record<string, Info> }>('ui-api/object-info/Contact');
    // As c/tandemFields takes them.
    ofScreen = new Map(
      Object.values(info.fields).map(({ apiName, dataType, ...field }) => [
        apiName,
        { ...field, name: apiName, type: dataType.toLowerCase() },
      ]),
    );
  });
  afterAll(() => org.close());

  it('can be mapped to the same properties in the same directions, for the same reasons', () => {
    expect([...ofScreen.keys()].sort()).toEqual([...ofBridge.keys()].sort());
    const directions = ['Both', 'ToSalesforce', 'ToExchange', 'Off'] as const;
    const pairs = [...ofBridge.keys()].flatMap((field) =>
      [...exchangeProperties.keys()].flatMap((property) =>
        directions.map((direction) => ({ field, property, direction })),
      ),
    );
    expect(pairs.length).toBeGreaterThan(5_000);
    for (const row of pairs)
      expect(resolveMapping('Contact', [row], ofScreen)).toEqual(resolveMapping('Contact', [row], ofBridge));
  });

  it('of an event, too, which a screen knows by Apex', async () => {
    const describe = await ask<{ fields: Described[] }>('sobjects/Event/describe');
    const bridge = new Map(describe.fields.map((field) => [field.name, field]));
    const info = await ask<Info[]>('apex/TandemEventFields/getFields', {});
    const screen = new Map(
      info.map(({ apiName, dataType, ...field }) => [apiName, { ...field, name: apiName, type: dataType }]),
    );
    expect([...screen.keys()].sort()).toEqual([...bridge.keys()].sort());
    for (const field of bridge.keys())
      for (const property of [...eventProperties.keys(), 'named:Budget'])
        for (const direction of ['Both', 'ToExchange'] as const) {
          const row = { field, property, direction };
          expect(resolveMapping('Event', [row], screen)).toEqual(resolveMapping('Event', [row], bridge));
        }
  });

  it('can be compared by the same operators with the same values', () => {
    const operators = [
      'Equals',
      'NotEquals',
      'Contains',
      'StartsWith',
      'GreaterThan',
      'LessThan',
      'IsBlank',
      'IsNotBlank',
    ];
    const values = ['text', '5', 'true', '2026-01-01', 'LAST_N_DAYS:3', '003000000000001AAA', ''];
    const none = new Map<string, Described>();
    for (const field of ofBridge.keys())
      for (const operator of operators)
        for (const value of values) {
          const condition = { object: 'Contact', field, operator, value };
          const [screen, bridge] = [ofScreen, ofBridge].map((Contact) => {
            const checked = checkCondition(condition, { Contact, Account: none });
            return 'fault' in checked ? 'refused' : checked.comparison;
          });
          expect(screen, JSON.stringify(condition)).toBe(bridge);
        }
  });
});
