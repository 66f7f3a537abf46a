import type { WireAnswer, WireRequest } from '../kernel/wire.ts';
import { refuse } from './errors.ts';
import type { IdForm } from './ids.ts';
import { driftEvents } from './events/mailbox-events.ts';
import { driftChangeKeys } from './mailbox-contacts.ts';
import type { MailboxRecord } from './mailbox.ts';
import type { Moment } from './settings.ts';
import type { App, Tenant } from './tenant.ts';

/** A request to Graph, authenticated and routed. */
export interface GraphCall {
  request: WireRequest;
  /** The path's variable parts by the names in the route. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Where links of answers begin: `http://host/v1.0`. */
  base: string;
  app: App;
  tenant: Tenant;
  moment: Moment;
  ids: IdForm;
  /** `Prefer: odata.maxpagesize`. */
  maxPageSize: number | undefined;
}

export type GraphHandler = (call: GraphCall) => WireAnswer;

const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** A successful answer with a JSON body, or without one. */
export function answer(call: GraphCall, status: number, body?: unknown): WireAnswer {
  const applied = [
    ...(call.ids === 'immutable' ? ['IdType="ImmutableId"'] : []),
    ...(call.maxPageSize === undefined ? [] : [`odata.maxpagesize=${call.maxPageSize}`]),
  ].join(', ');
  return {
    status,
    headers: {
      ...(body === undefined ? {} : { 'content-type': JSON_TYPE }),
      ...(applied === '' ? {} : { 'preference-applied': applied }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

/** The JSON object in a request's body. */
export function jsonBody(request: WireRequest): Record<string, unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw refuse.mediaType();
  let body: unknown;
  try {
    body = JSON.parse(request.body);
  } catch {
    throw refuse.bodyNotJson();
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw refuse.bodyNotJson();
  return body as Record<string, unknown>;
}

/** The mailbox in the path, if there is one and the app may use it. */
export function mailboxOf(call: GraphCall): MailboxRecord {
  const user = call.params.user ?? '';
  const mailbox = call.tenant.mailbox(user);
  if (!mailbox) throw refuse.invalidUser(user);
  if (!call.tenant.inScope(call.app, mailbox)) throw refuse.accessDenied();
  if (mailbox.inactive) throw refuse.mailboxInactive();
  if (call.moment.quirks.changeKeyDrift) driftChangeKeys(mailbox, call.moment.now);
  driftEvents(mailbox, call.moment.now);
  return mailbox;
}

/** Refuses query options beyond those named. */
export function onlyOptions(call: GraphCall, ...allowed: string[]): void {
  for (const option of call.query.keys()) {
    if (option.startsWith('$') && !allowed.includes(option)) {
      throw refuse.badQuery(`The query option '${option}' is not supported here.`);
    }
  }
}

/** `$context` of an answer about a user's things. */
export function context(call: GraphCall, path: string): string {
  return `${call.base}/$metadata#users('${encodeURIComponent(call.params.user ?? '')}')/${path}`;
}
