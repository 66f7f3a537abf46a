import type { Page } from 'playwright-core';

/** An event of the org. */
interface OrgEvent {
  readonly Id: string;
  readonly StartDateTime: string;
  readonly [field: string]: unknown;
}

/** What people see and do in the org, through the playground's own way to it. */
export async function inSalesforce(page: Page) {
  const post = async (act: string, data: object): Promise<unknown> => {
    const url = new URL(`/api/salesforce/${act}`, page.url()).href;
    const answer = await page.request.post(url, { data });
    if (!answer.ok()) throw new Error(`${act}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  const query = async <Row>(soql: string) => ((await post('query', { soql })) as { records: Row[] }).records;
  const users = await query<{ Id: string; Username: string }>('SELECT Id, Username FROM User');
  return {
    events: (subject: string) =>
      query<OrgEvent>(
        `SELECT Id, Subject, StartDateTime, Location, Owner.Name, Who.Name, WhoCount FROM Event WHERE Subject = '${subject}' ORDER BY StartDateTime`,
      ),
    /** A person changes a record. */
    changes: (username: string, id: string, fields: object) =>
      post('update', { as: users.find((user) => user.Username === username)?.Id, id, fields }),
  };
}
