import { z } from 'zod';
import { decodedPath } from './wire.ts';
import type { WireRequest } from './wire.ts';

const regularExpression = z.string().refine((source) => {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}, 'not a regular expression');

/** The body of `POST /_control/faults`. */
export const faultSchema = z.strictObject({
  match: z
    .strictObject({
      method: z.string().optional(),
      path: regularExpression.optional(),
      body: regularExpression.optional(),
      member: z.boolean().optional(),
    })
    .default({}),
  skip: z.int().nonnegative().default(0),
  times: z.int().nonnegative().default(1),
  effect: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('status'),
      status: z.int().min(200).max(599),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
    }),
    z.strictObject({ kind: z.literal('delay'), ms: z.number().nonnegative() }),
    z.strictObject({ kind: z.literal('lostAnswer') }),
    z.strictObject({ kind: z.literal('cut') }),
    z.strictObject({ kind: z.literal('malformed') }),
    z.strictObject({ kind: z.literal('html') }),
    z.strictObject({ kind: z.literal('expiredToken') }),
  ]),
});

export type FaultInput = z.input<typeof faultSchema>;
export type FaultSpecification = z.output<typeof faultSchema>;

/** A fault as listed: its specification, how many requests matched and on how many it took effect. */
export type Fault = FaultSpecification & { id: string; matched: number; fired: number };

/** The faults that wait for a request. */
export interface Faults {
  add(fault: FaultSpecification): string;
  list(): Fault[];
  /** Removes one fault; false when there is none of that id. */
  remove(id: string): boolean;
  clear(): void;
  /** The first fault, in order of arrival, that takes effect on the request; counts the match and the use. */
  take(request: Pick<WireRequest, 'method' | 'path' | 'body' | 'member'>): Fault | undefined;
}

export function createFaults(): Faults {
  const faults: Fault[] = [];
  let last = 0;
  return {
    add: (specification) => {
      const id = `fault-${++last}`;
      faults.push({ ...specification, id, matched: 0, fired: 0 });
      return id;
    },
    list: () => faults.map((fault) => ({ ...fault })),
    remove: (id) => {
      const index = faults.findIndex((fault) => fault.id === id);
      if (index >= 0) faults.splice(index, 1);
      return index >= 0;
    },
    clear: () => void faults.splice(0),
    take: (request) => {
      for (const fault of faults) {
        if (isSpent(fault) || !matches(fault.match, request)) continue;
        fault.matched += 1;
        if (fault.matched <= fault.skip) continue;
        fault.fired += 1;
        return fault;
      }
      return undefined;
    },
  };
}

function isSpent(fault: Fault): boolean {
  return fault.times > 0 && fault.fired >= fault.times;
}

function matches(
  match: Fault['match'],
  request: Pick<WireRequest, 'method' | 'path' | 'body' | 'member'>,
): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method.toUpperCase()) return false;
  if (match.member !== undefined && match.member !== request.member) return false;
  if (match.path !== undefined && !new RegExp(match.path).test(decodedPath(request.path))) return false;
  return match.body === undefined || new RegExp(match.body).test(request.body);
}
