import { expect, it, onTestFinished } from 'vitest';
import { createSalesforce } from '../create-salesforce.ts';
import type { Salesforce } from '../salesforce.ts';
import { startOrg } from '../testing/emulated-org.ts';
import { compositeAnswer, privateKeyPem, silent, startHttpOrg } from '../testing/http-org.ts';
import { packageParts } from './parts.ts';

type Described = { name: string; createable: boolean; updateable: boolean };

/** An org that describes each object as the package has it, with what `change` makes of it. */
async function describing(
  change: (object: string, fields: Described[]) => Described[] | null,
): Promise<Salesforce> {
  const org = await startHttpOrg({
    answer: (request) =>
      compositeAnswer(request, ({ url }) => {
        const object = /sobjects\/(\w+)\/describe$/.exec(url)?.[1] ?? '';
        const part = packageParts.find((one) => one.object === object);
        const names = [...(part?.reads ?? []), ...(part?.writes ?? [])];
        const fields = change(
          object,
          names.map((name) => ({ name, createable: true, updateable: true })),
        );
        return fields === null
          ? {
              status: 404,
              body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
            }
          : { status: 200, body: { name: object, fields } };
      }),
  });
  const salesforce = createSalesforce({
    loginUrl: org.url,
    clientId: 'consumer',
    username: 'tandem@example.com',
    privateKeyPem,
    log: silent,
    patienceMs: 0,
  });
  onTestFinished(async () => {
    await salesforce.close();
    await org.close();
  });
  return salesforce;
}

it('finds nothing missing in an org that has the package, in one call', async () => {
  const org = await startOrg();
  onTestFinished(() => org.close());
  await org.salesforce.signIn();
  await org.requests();
  expect(await org.salesforce.packageGaps()).toEqual([]);
  expect(await org.requests()).toBe(1);
});

it('names objects and fields that are not there, and fields that cannot be written', async () => {
  const salesforce = await describing((object, fields) => {
    if (object === 'Tandem_Activity__c') return null;
    if (object === 'Tandem_Link__c') return fields.filter(({ name }) => name !== 'Scope__c');
    if (object === 'Contact')
      return fields.map((field) => ({ ...field, createable: false, updateable: false }));
    return fields;
  });
  expect(await salesforce.packageGaps()).toEqual([
    { name: 'Tandem_Link__c.Scope__c', lacks: 'reading' },
    { name: 'Tandem_Activity__c', lacks: 'reading' },
    { name: 'Contact.Tandem_Key__c', lacks: 'writing' },
  ]);
});

it('does not ask for writing what it only reads', async () => {
  const salesforce = await describing((object, fields) =>
    object === 'Tandem_Configuration__c'
      ? fields.map((field) => ({ ...field, createable: false, updateable: false }))
      : fields,
  );
  expect(await salesforce.packageGaps()).toEqual([]);
});
