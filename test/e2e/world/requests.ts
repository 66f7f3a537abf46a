import type { World } from '../world.ts';

/** What a person reads of a request once it is served. */
export interface RequestAnswer {
  status: string;
  /** Code of a refusal. */
  code: string | null;
  result: Record<string, unknown>;
}

/** Makes a request as that user, syncs, and gives its answer. */
export async function asks(
  world: World,
  by: string,
  Kind__c: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<RequestAnswer> {
  const { salesforce } = world;
  const [id] = await salesforce.insert('Tandem_Request__c', [{ Kind__c, ...fields }], by);
  await world.sync();
  const row = (await salesforce.rows('Tandem_Request__c')).find(({ Id }) => Id === id);
  return {
    status: String(row?.Status__c),
    code: typeof row?.Error_Code__c === 'string' ? row.Error_Code__c : null,
    result: JSON.parse(String(row?.Result__c)) as Record<string, unknown>,
  };
}
