import { randomUUID } from 'node:crypto';
import type { WireAnswer } from '../kernel/wire.ts';

/** A refusal by Graph, thrown by handlers and turned into an answer in one place. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  /** Answers of the gateway carry `innerError`; those of Exchange behind it do not. */
  readonly origin: 'gateway' | 'exchange';
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    options: { origin?: 'gateway' | 'exchange'; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.origin = options.origin ?? 'exchange';
    this.headers = options.headers ?? {};
  }
}

const gateway = (status: number, code: string, message: string) =>
  new GraphError(status, code, message, { origin: 'gateway' });

/** Each refusal the emulator knows, by what is wrong. */
export const refuse = {
  tokenMissing: () => gateway(401, 'InvalidAuthenticationToken', 'Access token is empty.'),
  tokenUnknown: () =>
    gateway(401, 'InvalidAuthenticationToken', 'IDX14100: JWT is not well formed, there are no dots (.).'),
  tokenExpired: () =>
    gateway(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'),
  meNeedsUser: () =>
    gateway(400, 'BadRequest', '/me request is only valid with delegated authentication flow.'),
  directoryDenied: () =>
    gateway(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  userNotFound: (user: string) =>
    gateway(
      404,
      'Request_ResourceNotFound',
      `Resource '${user}' does not exist or one of its queried reference-property objects are not present.`,
    ),
  invalidUser: (user: string) =>
    new GraphError(404, 'ErrorInvalidUser', `The requested user '${user}' is invalid.`),
  mailboxInactive: () =>
    new GraphError(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    ),
  accessDenied: () =>
    new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'),
  unknownSegment: (segment: string) =>
    gateway(400, 'RequestBroker--ParseUri', `Resource not found for the segment '${segment}'.`),
  unknownProperty: (property: string, type: string) =>
    gateway(
      400,
      'RequestBroker--ParseUri',
      `Could not find a property named '${property}' on type '${type}'.`,
    ),
  notAllowed: (method: string) =>
    new GraphError(
      405,
      'ErrorInvalidRequest',
      `Method '${method === 'PATCH' ? 'PATCH/MERGE' : method}' not allowed for 'Microsoft.OData.UriParser.NavigationPropertySegment'.`,
    ),
  notOffered: (what: string) => gateway(501, 'NotImplemented', `The emulator does not offer ${what}.`),
  lengthRequired: () => gateway(411, 'LengthRequired', 'A POST without a body needs Content-Length: 0.'),
  bodyNotJson: () =>
    gateway(
      400,
      'UnableToDeserializePostBody',
      'were unable to deserialize the post body: it is not a JSON object.',
    ),
  mediaType: () =>
    gateway(415, 'UnsupportedMediaType', 'Ensure the Content-Type header is application/json.'),
  bodyProperty: (property: string, type = 'contact') =>
    gateway(
      400,
      'RequestBodyRead',
      `The property '${property}' does not exist on type 'microsoft.graph.${type}'.`,
    ),
  bodyValue: (property: string, type: string) =>
    gateway(
      400,
      'RequestBodyRead',
      `Cannot convert the value of property '${property}' to the expected type '${type}'.`,
    ),
  tooMany: (property: string, count: number, most: number) =>
    new GraphError(
      400,
      'ErrorInvalidRequest',
      `The multi value property ${property} has ${count} entries, that exceeds the max allowed value of ${most}`,
    ),
  tooLong: (property: string, most: number) =>
    new GraphError(
      400,
      'ErrorPropertyValidationFailure',
      `At least one property failed validation: ${property} is longer than ${most} characters.`,
    ),
  badFilter: () =>
    new GraphError(400, 'ErrorInvalidUrlQueryFilter', 'The query filter contains one or more invalid nodes.'),
  badQuery: (message: string) => new GraphError(400, 'ErrorInvalidUrlQuery', message),
  idMalformed: () => new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.'),
  itemNotFound: () =>
    new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.'),
  syncFolderNotFound: () =>
    new GraphError(404, 'ErrorSyncFolderNotFound', 'The specified folder could not be found in the store.'),
  cannotDelete: () => new GraphError(403, 'ErrorCannotDeleteObject', 'Object cannot be deleted.'),
  folderExists: () =>
    new GraphError(409, 'ErrorFolderExists', 'A folder with the specified name already exists.'),
  staleVersion: () =>
    new GraphError(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    ),
  badRequest: (message: string) => gateway(400, 'BadRequest', message),
  deltaExpand: () => gateway(500, 'InternalServerError', 'Value cannot be null. Parameter name: type'),
  cursorLost: (generation: number, highest: number) =>
    new GraphError(
      410,
      'SyncStateNotFound',
      `The sync state generation is not found; generation=${generation};[highest=${highest}][${highest}][${highest - 2}][${highest - 1}].`,
    ),
  mailboxConcurrency: (headers: Record<string, string>) =>
    new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
      headers,
    }),
};

/** The answer that carries a refusal: `{"error":{code,message,innerError?}}`. */
export function errorAnswer(error: GraphError, now: Date, clientRequestId?: string): WireAnswer {
  const innerError = {
    date: now.toISOString().slice(0, 19),
    'request-id': randomUUID(),
    'client-request-id': clientRequestId ?? randomUUID(),
  };
  return {
    status: error.status,
    headers: error.headers,
    body: {
      error: {
        code: error.code,
        message: error.message,
        ...(error.origin === 'gateway' ? { innerError } : {}),
      },
    },
  };
}

/** The throttled answer of the documentation page "Microsoft Graph throttling guidance". */
export function tooManyRequests(now: Date, headers: Record<string, string>): WireAnswer {
  return {
    status: 429,
    headers,
    body: {
      error: {
        code: 'TooManyRequests',
        innerError: {
          code: '429',
          date: now.toISOString().slice(0, 19),
          message: 'Please retry after',
          'request-id': randomUUID(),
          status: '429',
        },
        message: 'Please retry again later.',
      },
    },
  };
}
