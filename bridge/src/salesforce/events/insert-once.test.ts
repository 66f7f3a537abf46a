import { afterEach, expect, it } from 'vitest';
import { createSalesforce } from '../create-salesforce.ts';
import type { subrequests } from '../testing/http-org.ts';
import { compositeAnswer, privateKeyPem, silent, startHttpOrg } from '../testing/http-org.ts';
import type { NewEvent } from './salesforce-events.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

type Records = NonNullable<ReturnType<typeof subrequests>[number]['body']>['records'];

/** Events are made in an org that refuses each part of a call in which one of this key is. */
async function createdWhere(key: string, code: string, keys: readonly string[]) {
  const has = (records: Records) => records.some((record) => record['Tandem_Key__c'] === key);
  const org = await startHttpOrg({
    answer: (request) =>
      compositeAnswer(request, ({ body }) =>
        has(body?.records ?? [])
          ? { status: 403, body: [{ errorCode: code, message: 'not now' }] }
          : {
              status: 200,
              body: body?.records.map((_, place) => ({
                id: `00U${String(place).padStart(12, '0')}AAA`,
                success: true,
                errors: [],
              })),
            },
      ),
  });
  const salesforce = createSalesforce({
    loginUrl: org.url,
    clientId: 'consumer',
    username: 'tandem@example.com',
    privateKeyPem,
    log: silent,
    random: () => 0,
  });
  open.push(org, salesforce);
  return salesforce.events.create(keys.map((one): NewEvent => ({ key: one, fields: { Subject: one } })));
}

const keys = Array.from({ length: 250 }, (_, number) => `event ${number}`);

it.each(['REQUEST_LIMIT_EXCEEDED', 'INVALID_SESSION_ID', 'UNABLE_TO_LOCK_ROW'])(
  'a part of a call that is refused with %s waits, and what the other part made is not lost',
  async (code) => {
    const outcomes = await createdWhere('event 249', code, keys);
    expect(outcomes.slice(0, 200).every(({ ok }) => ok)).toBe(true);
    expect(outcomes.slice(200)).toEqual(
      Array.from({ length: 50 }, () => ({
        ok: false,
        refusal: { kind: 'later', code, retryAfterMs: 30_000 },
      })),
    );
  },
);
