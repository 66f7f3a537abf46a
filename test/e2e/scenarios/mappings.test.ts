import { expect } from 'vitest';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

async function mappingIssues(world: World) {
  const issues = await world.issues();
  return issues.filter(({ code, status }) => code === 'TDM-C-MAPPING' && status === 'Open');
}

const fields = [
  { object: 'Contact', fullName: 'Nick__c', type: 'Text', length: 5 },
  { object: 'Contact', fullName: 'Serial__c', type: 'AutoNumber' },
  { object: 'Contact', fullName: 'Sum__c', type: 'Text', length: 40, formula: 'LastName' },
  { object: 'Contact', fullName: 'Score__c', type: 'Number', precision: 5, scale: 0 },
  { object: 'Contact', fullName: 'Mobile__c', type: 'Phone' },
];
const person = {
  givenName: 'Map',
  surname: 'Ping',
  jobTitle: 'Buyer',
  mobilePhone: '555 1',
  nickName: 'Pi',
  emailAddresses: [{ address: 'ping@example.test' }],
};

scenario(
  'a mapping to a missing, read-only, formula or number field, or to the property of another field, is listed with its reason; the rest goes on, and it syncs once corrected',
  async ({ world }) => {
    const { ada, admin } = world;
    await world.salesforce.setsUp({ customFields: fields });
    await admin.maps({
      Gone__c: 'nickName',
      Serial__c: 'initials',
      Sum__c: 'manager',
      Score__c: 'profession',
      Mobile__c: 'mobilePhone',
    });
    await ada.outlook.creates(person);

    await world.syncs();

    const reasons = (await mappingIssues(world)).map(({ field, reason }) => [field, reason]);
    expect(Object.fromEntries(reasons)).toEqual({
      Gone__c: expect.stringContaining('Contact has no field') as string,
      Serial__c: expect.stringContaining('read-only') as string,
      Sum__c: expect.stringContaining('formula') as string,
      Score__c: expect.stringContaining('cannot hold text') as string,
      Mobile__c: expect.stringContaining('MobilePhone') as string,
    });
    const [record] = await ada.salesforce.contacts();
    expect(record?.fields).toMatchObject({ Title: 'Buyer', MobilePhone: '555 1' });
    expect(record?.fields.Mobile__c).toBeUndefined();

    await admin.resetsMappings();
    await admin.maps({ Nick__c: 'nickName' });
    await world.syncs();

    expect(await mappingIssues(world)).toEqual([]);
    const [corrected] = await ada.salesforce.contacts();
    expect(corrected?.fields).toMatchObject({ Nick__c: 'Pi', MobilePhone: '555 1' });
    await world.verify();
  },
);

scenario(
  'a field that is mapped later keeps its value when the contact changes, and one too short for a value holds its beginning',
  async ({ world }) => {
    const { ada, admin } = world;
    await world.salesforce.setsUp({ customFields: fields });
    const item = await ada.outlook.creates(person);
    await world.syncs();
    await admin.maps({ Nick__c: 'nickName' });
    await world.syncs();

    await ada.outlook.edits(item, { jobTitle: 'Seller' });
    await world.syncs();

    const record = async () => (await ada.salesforce.contacts())[0]?.fields;
    expect(await record()).toMatchObject({ Title: 'Seller', Nick__c: 'Pi' });

    await ada.outlook.edits(item, { nickName: 'Pingpong' });
    await world.syncs();

    expect(await record()).toMatchObject({ Nick__c: 'Pingp' });
    expect(await ada.outlook.sees(item)).toMatchObject({ nickName: 'Pingpong' });
    expect((await world.issues()).filter(({ code }) => code === 'TDM-C-CLIPPED')).toMatchObject([
      { field: 'Nick__c', exchangeId: item },
    ]);
    await world.verify();
  },
);
