/** Why the service refuses something, before it is dressed as a single-row answer or as an item of a collection. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** API names; absent where the service leaves the key out. */
  readonly fields?: readonly string[];
  /** Further keys of a single-row answer. */
  readonly detail?: object;
}

/** A request that is refused as a whole; the router turns it into the answer. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Builds a refusal; the status is 400 unless told. */
export function refuse(code: string, message: string, fields?: readonly string[], status = 400): Refusal {
  return fields === undefined ? { status, code, message } : { status, code, message, fields };
}

/** The body of a refused single-row request: an array with `errorCode` (REST guide, "Status Codes and Error Responses"). */
export function errorBody(refusal: Refusal): object[] {
  const { message, code, fields, detail } = refusal;
  return [{ ...detail, message, errorCode: code, ...(fields === undefined ? {} : { fields }) }];
}

/** One refused item of a collection or graph: `statusCode` where single rows say `errorCode`. */
export function itemError(refusal: Refusal): object {
  return { statusCode: refusal.code, message: refusal.message, fields: refusal.fields ?? [] };
}

export const notFound = refuse('NOT_FOUND', 'The requested resource does not exist', undefined, 404);

export const insufficientAccess = refuse(
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'insufficient access rights on object id',
  [],
  403,
);
export const insufficientCrossReference = refuse(
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'insufficient access rights on cross-reference id',
  [],
);
