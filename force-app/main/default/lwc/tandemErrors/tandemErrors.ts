import { fill } from 'c/tandemText';
import { labels } from './labels';

/** The shapes in which the platform reports an error, as far as they carry words for people. */
interface PlatformError {
  readonly message?: unknown;
  readonly statusText?: unknown;
  readonly body?: ErrorBody | readonly ErrorBody[];
}

interface ErrorBody {
  readonly message?: unknown;
  readonly pageErrors?: readonly ErrorBody[];
  readonly fieldErrors?: Readonly<Record<string, readonly ErrorBody[]>>;
  readonly output?: {
    readonly errors?: readonly ErrorBody[];
    readonly fieldErrors?: Readonly<Record<string, readonly ErrorBody[]>>;
  };
}

/** How GraphQL refuses a query with an object or field that the person may not read. */
const UNSEEN = /^Unknown type "\w+"|FieldUndefined/;

/** A field of an object that GraphQL does not know, so that it is not there or hidden from the person. */
const UNSEEN_FIELD = /Field ['"](\w+)['"] (?:in|is not defined by) type ['"]\w+__c(?:_Filter|_OrderBy)?['"]/;

/**
 * The words of any error of a wire, an Apex method, Lightning Data Service or JavaScript, one string a problem and each once.
 * An error whose details say why (a field, a rule) gives those in place of its summary; what the person may not see, which GraphQL
 * takes for undefined, is said to be a matter of permission.
 */
export function reduceErrors(errors: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(errors) ? errors : [errors];
  return [...new Set(list.flatMap(wordsOf).map(aboutUnseen))];
}

function aboutUnseen(text: string): string {
  const field = UNSEEN_FIELD.exec(text)?.[1];
  if (field !== undefined) return fill(labels.noField, field);
  return UNSEEN.test(text) ? labels.noPermission : text;
}

/** The HTTP status that the platform refused with; undefined for any other error. */
export function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
}

function wordsOf(error: unknown): string[] {
  if (typeof error === 'string') return words(error);
  if (typeof error !== 'object' || error === null) return [];
  const { message, statusText, body } = error as PlatformError;
  const bodies: readonly ErrorBody[] =
    body === undefined ? [] : Array.isArray(body) ? body : [body as ErrorBody];
  const fromBody = bodies.flatMap(wordsOfBody);
  return fromBody.length > 0 ? fromBody : [...words(message), ...words(statusText)].slice(0, 1);
}

function wordsOfBody({ message, pageErrors, fieldErrors, output }: ErrorBody): string[] {
  const details = [
    ...(pageErrors ?? []),
    ...(output?.errors ?? []),
    ...Object.values(fieldErrors ?? {}).flat(),
    ...Object.values(output?.fieldErrors ?? {}).flat(),
  ].flatMap((detail) => words(detail.message));
  return details.length > 0 ? details : words(message);
}

function words(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}
