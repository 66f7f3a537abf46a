import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { hasCode } from './answer.ts';
import { folderGoneCodes } from './mailbox-fault.ts';
import { arrived, bodyOf } from './reads.ts';
import type { GraphRequest } from './request.ts';
import type { Sender } from './sender.ts';

const page = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
});

/** Remembers the links of one reading; a link that comes twice would never end. */
export function createTrail(operation: string): (link: string) => void {
  const followed = new Set<string>();
  return (link) => {
    if (followed.has(link)) throw new Fault('TDM-X-ANSWER', `${operation}: pages go round in a circle`);
    followed.add(link);
  };
}

/** All items of an ordinary list of a folder from this page on to its end; null when the folder does not exist. */
export async function readList(
  sender: Sender,
  first: GraphRequest['target'],
  operation: string,
): Promise<readonly unknown[] | null> {
  const items: unknown[] = [];
  const follow = createTrail(operation);
  let target: GraphRequest['target'] | null = first;
  while (target) {
    const here: GraphRequest['target'] = target;
    const answer = await sender.send(() => ({ operation, method: 'GET', target: here }), true);
    const readable = arrived(answer, operation);
    if (readable.status === 404 && hasCode(readable, folderGoneCodes)) return null;
    const { value, '@odata.nextLink': next } = bodyOf(answer, page, operation);
    items.push(...value);
    if (next !== undefined) follow(next);
    target = next === undefined ? null : { link: next };
  }
  return items;
}
