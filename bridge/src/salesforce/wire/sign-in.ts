import { Connection, OAuth2 } from 'jsforce';
import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { OrgId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Credentials } from './assertion.ts';
import { signAssertion } from './assertion.ts';
import type { OrgTransport } from './transport.ts';
import { CallFailed } from './trouble.ts';

/** A signed-in connection and who it is. */
export interface Session {
  readonly connection: Connection;
  readonly orgId: OrgId;
  readonly userId: UserId;
  readonly instanceUrl: string;
}

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  instance_url: z.url(),
  id: z.string().regex(/\/id\/\w{15,18}\/\w{15,18}$/),
});

/**
 * Asks for an access token by the JWT bearer flow. Throws TDM-S-LOGIN with the service's own words when it is refused,
 * and CallFailed when there was no usable answer.
 */
export async function signInOnce(
  credentials: Credentials,
  apiVersion: string,
  { transport }: OrgTransport,
  now: number,
): Promise<Session> {
  const oauth2 = new OAuth2({ loginUrl: credentials.loginUrl });
  oauth2._transport = transport;
  const assertion = await signAssertion(credentials, now);
  const answer = tokenAnswer.safeParse(await requestToken(oauth2, assertion));
  if (!answer.success)
    throw new CallFailed({ kind: 'unreadable', detail: 'the token answer is not one of Salesforce' });
  const [orgId, userId] = answer.data.id.split('/').slice(-2) as [string, string];
  const connection = new Connection({
    instanceUrl: answer.data.instance_url,
    accessToken: answer.data.access_token,
    version: apiVersion,
    callOptions: { client: 'tandem' },
  });
  connection._transport = transport;
  return {
    connection,
    orgId: as<OrgId>(orgId),
    userId: as<UserId>(userId),
    instanceUrl: answer.data.instance_url,
  };
}

async function requestToken(oauth2: OAuth2, assertion: string): Promise<unknown> {
  try {
    return await oauth2.requestToken({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    });
  } catch (error) {
    if (error instanceof CallFailed || !(error instanceof Error)) throw error;
    // jsforce names the error after a property of the answer, which an answer of another form does not have.
    const name = (error.name as string | undefined) ?? '';
    if (name === '' || name.startsWith('ERROR_HTTP_')) {
      const detail = `the sign-in page answered ${name || 'in another form'}`;
      throw new CallFailed({ kind: 'unreadable', detail }, error);
    }
    if (!/^[a-z_]+$/.test(name)) throw error;
    throw new Fault('TDM-S-LOGIN', `${name}: ${error.message}`, error);
  }
}
