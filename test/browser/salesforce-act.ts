import type { Page } from 'playwright-core';

/** An event of the org. */
interface OrgEvent {
  readonly Id: string;
  readonly StartDateTime: string;
  readonly [field: string]: unknown;
}

/** What people see and do in the org, through the playground's own way to it. */
export function inSalesforce(page: Page) {
  const post = async (act: string, data: object): Promise<unknown> => {
    const url = new URL(`/api/salesforce/${act}`, page.url()).href;
    const answer = await page.request.post(url, { data });
    if (!answer.ok()) throw new Error(`${act}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  const query = async <Row>(soql: string) => ((await post('query', { soql })) as { records: Row[] }).records;
  return {
    events: (subject: string) =>
      query<OrgEvent>(
        `SELECT Id, Subject, StartDateTime, Location, Topic__c, OwnerId, Owner.Name, Who.Name, WhoCount FROM Event WHERE IsChild = FALSE AND Subject = '${subject}' ORDER BY StartDateTime`,
      ),
    /** The names of those whom an event is with. */
    attendees: async (id: string) =>
      (
        await query<{ readonly Relation: { readonly Name: string } }>(
          `SELECT Relation.Name FROM EventRelation WHERE EventId = '${id}'`,
        )
      ).map(({ Relation }) => Relation.Name),
    /** A person changes a record. */
    changes: (userId: string, id: string, fields: object) => post('update', { as: userId, id, fields }),
  };
}
