import { z } from 'zod';
import type { ExchangeUserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { FoundMailbox } from './exchange.ts';
import { bodyOf } from './reads.ts';
import type { Sender } from './sender.ts';

const operation = 'findMailbox';

const users = z.looseObject({
  value: z.array(
    z.looseObject({
      id: z.string().min(1),
      mail: z.string().nullish(),
      userPrincipalName: z.string().nullish(),
    }),
  ),
});

/**
 * Finds the user of this address; one whose mail it is goes before one who signs in with it, and none is chosen where it is the
 * mail of several, such as a person and a guest. Asked by filter, since an address may hold characters that a path cannot.
 * Source: "List users".
 */
export async function findMailbox(sender: Sender, email: string): Promise<FoundMailbox> {
  const quoted = `'${email.replaceAll("'", "''")}'`;
  const filter = encodeURIComponent(`mail eq ${quoted} or userPrincipalName eq ${quoted}`);
  const target = { path: `/users?$filter=${filter}&$select=id,mail,userPrincipalName` };
  const answer = await sender.send(() => ({ operation, method: 'GET', target }), true);
  if (answer.kind === 'answer' && answer.status === 403) return { kind: 'denied' };
  const { value } = bodyOf(answer, users, operation);
  const wanted = email.toLowerCase();
  const owners = value.filter((user) => user.mail?.toLowerCase() === wanted);
  if (owners.length > 1) return { kind: 'several' };
  const found = owners[0] ?? value.find((user) => user.userPrincipalName?.toLowerCase() === wanted);
  return found ? { kind: 'found', id: as<ExchangeUserId>(found.id) } : { kind: 'notFound' };
}
