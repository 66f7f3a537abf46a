import { z } from 'zod';
import type { PackageGap } from '../salesforce.ts';
import { parsed } from '../wire/answer.ts';
import type { SubAnswer } from '../wire/composite.ts';
import { composite } from '../wire/composite.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { refusalInBody } from '../wire/refusal.ts';
import { CallFailed } from '../wire/trouble.ts';
import type { PackagePart } from './parts.ts';
import { packageParts } from './parts.ts';

const describeAnswer = z.object({
  fields: z.array(z.object({ name: z.string(), createable: z.boolean(), updateable: z.boolean() })),
});

/**
 * What this version of the bridge needs of the package and does not find as the integration user: the package is missing or
 * of another version, or a permission is. An object that the user may not read is described as not there ("sObject
 * Describe").
 */
export async function packageGaps(org: Org, patience: Patience): Promise<readonly PackageGap[]> {
  const requests = packageParts.map(({ object }) => ({
    method: 'GET' as const,
    path: `/sobjects/${object}/describe`,
  }));
  return patience(async () => {
    const answers = await composite(org, requests);
    return packageParts.flatMap((part, place) => gapsIn(part, answers[place]));
  });
}

function gapsIn(
  { object, reads, writes }: PackagePart,
  answer: SubAnswer | undefined,
): readonly PackageGap[] {
  if (answer?.status === 404) return [{ name: object, lacks: 'reading' }];
  if (answer === undefined || answer.status >= 400)
    throw new CallFailed(refusalInBody(answer?.status ?? 500, answer?.body));
  const fields = new Map(
    parsed(describeAnswer, answer.body, `describe of ${object}`).fields.map((field) => [field.name, field]),
  );
  return [...reads, ...writes].flatMap((name): PackageGap[] => {
    const field = fields.get(name);
    if (field === undefined) return [{ name: `${object}.${name}`, lacks: 'reading' }];
    const writable = field.createable || field.updateable;
    return writes.includes(name) && !writable ? [{ name: `${object}.${name}`, lacks: 'writing' }] : [];
  });
}
