import { createHash } from 'node:crypto';
import { z } from 'zod';
import { inLanes } from '../kernel/lanes.ts';
import type { Perform } from '../kernel/perform.ts';
import { worstTransport } from '../kernel/wire.ts';
import type { WireAnswer, WireRequest } from '../kernel/wire.ts';
import { errorAnswer, GraphError, refuse } from './errors.ts';
import { authenticatedApp } from './graph.ts';
import type { Moment } from './settings.ts';
import type { Tenant } from './tenant.ts';

const batchSchema = z.object({
  requests: z.array(
    z.object({
      id: z.string(),
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).optional(),
    }),
  ),
});

type Member = z.output<typeof batchSchema>['requests'][number];

export interface BatchParts {
  tenant: Tenant;
  moment: () => Moment;
  perform: Perform;
  serve: (request: WireRequest) => WireAnswer;
}

const LANES = 4;

/**
 * `POST /v1.0/$batch` (learn.microsoft.com "Combine multiple HTTP requests using JSON batching"; "Microsoft Graph
 * service-specific throttling limits"): up to 20 members, four at a time, or one at a time when any depends on another.
 * Each is throttled, delayed, counted and faulted by itself. Answers come in another order than the requests.
 */
export async function serveBatch(request: WireRequest, parts: BatchParts): Promise<WireAnswer> {
  let members: Member[];
  try {
    authenticatedApp(request, parts.tenant, parts.moment().now);
    members = readBatch(request, parts.moment().limits.batchMembers);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return errorAnswer(error, parts.moment().now, request.headers['client-request-id']);
  }
  const { quirks } = parts.moment();
  const serial = members.some((member) => (member.dependsOn ?? []).length > 0);
  const width = serial ? 1 : quirks.batchOverflow ? members.length : LANES;
  const answers = new Map<string, WireAnswer>();
  await inLanes(serial ? inOrderOfDependence(members) : members, width, async (member) => {
    const failed = (member.dependsOn ?? []).some((id) => (answers.get(id)?.status ?? 424) >= 400);
    answers.set(
      member.id,
      failed ? failedDependency() : await parts.perform(memberRequest(member, request), parts.serve),
    );
  });
  const order = quirks.batchShuffled ? shuffled(members) : members;
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: { responses: order.map(({ id }) => shownAnswer(id, answers.get(id))) },
    ...worstTransport([...answers.values()]),
  };
}

function readBatch(request: WireRequest, most: number): Member[] {
  let input: unknown;
  try {
    input = JSON.parse(request.body);
  } catch {
    throw refuse.badRequest('Invalid batch payload format.');
  }
  const batch = batchSchema.safeParse(input);
  if (!batch.success) throw refuse.badRequest('Invalid batch payload format.');
  const members = batch.data.requests;
  if (members.length === 0) throw refuse.badRequest('Invalid batch payload format.');
  if (members.length > most) {
    throw refuse.badRequest(`Number of batch request steps exceeds the maximum value of ${most}.`);
  }
  const ids = new Set(members.map(({ id }) => id));
  if (ids.size < members.length) throw refuse.badRequest('Request ids must be unique within a batch.');
  for (const member of members) checkMember(member, ids);
  inOrderOfDependence(members);
  return members;
}

function checkMember(member: Member, ids: Set<string>): void {
  if (/^[a-z]+:\/\//i.test(member.url) || /^\/?\$batch\b/i.test(member.url)) {
    throw refuse.badRequest(`The url of request '${member.id}' must be relative and no batch.`);
  }
  const headers = lowerCased(member.headers);
  const writes = ['POST', 'PATCH', 'PUT'].includes(member.method.toUpperCase());
  if (writes && (member.body === undefined || headers['content-type'] === undefined)) {
    throw refuse.badRequest(`Write request id : ${member.id} does not contain Content-Type header or body.`);
  }
  if ((member.dependsOn ?? []).some((id) => !ids.has(id))) {
    throw refuse.badRequest(`Request '${member.id}' depends on a request that is not in the batch.`);
  }
}

/** Members with every dependency before its dependents; a circle refuses the batch. */
function inOrderOfDependence(members: readonly Member[]): Member[] {
  const placed: Member[] = [];
  const waiting = [...members];
  while (waiting.length > 0) {
    const index = waiting.findIndex((member) =>
      (member.dependsOn ?? []).every((id) => placed.some((done) => done.id === id)),
    );
    if (index < 0) throw refuse.badRequest('The dependsOn of the requests go round in a circle.');
    placed.push(...waiting.splice(index, 1));
  }
  return placed;
}

function memberRequest(member: Member, outer: WireRequest): WireRequest {
  const body = member.body === undefined || member.body === null ? '' : JSON.stringify(member.body);
  return {
    method: member.method.toUpperCase(),
    path: `/v1.0/${member.url.replace(/^\//, '')}`,
    headers: {
      ...lowerCased(member.headers),
      host: outer.headers.host ?? '',
      authorization: outer.headers.authorization ?? '',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
    member: true,
  };
}

function lowerCased(headers: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function failedDependency(): WireAnswer {
  return {
    status: 424,
    body: { error: { code: 'FailedDependency', message: 'A request this one depends on has failed.' } },
  };
}

const HEADER_NAMES: Record<string, string> = {
  'content-type': 'Content-Type',
  'retry-after': 'Retry-After',
  location: 'Location',
  'preference-applied': 'Preference-Applied',
};

function shownAnswer(id: string, answer: WireAnswer | undefined): Record<string, unknown> {
  const headers = Object.entries(answer?.headers ?? {}).map(([name, value]) => [
    HEADER_NAMES[name.toLowerCase()] ?? name,
    value,
  ]);
  return {
    id,
    status: answer?.status ?? 500,
    headers: Object.fromEntries(headers) as object,
    body: answer?.body ?? null,
  };
}

/** An order that depends on the ids only, and is seldom that of the requests. */
function shuffled(members: readonly Member[]): Member[] {
  const key = ({ id }: Member) => createHash('sha1').update(id).digest('hex');
  return members.toSorted((left, right) => (key(left) < key(right) ? -1 : 1));
}
