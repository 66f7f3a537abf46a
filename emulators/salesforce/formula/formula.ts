/** A formula as a tree. */
export type Formula =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'field'; readonly path: string }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly Formula[] }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'both' | 'either'; readonly left: Formula; readonly right: Formula };

export type Comparison = '=' | '!=' | '<' | '>' | '<=' | '>=';

/** The functions of the subset, with how many operands each takes. */
export const functions = {
  AND: [1, Infinity],
  OR: [1, Infinity],
  NOT: [1, 1],
  ISBLANK: [1, 1],
  ISPICKVAL: [2, 2],
  TEXT: [1, 1],
  LEN: [1, 1],
  ISNEW: [0, 0],
  ISCHANGED: [1, 1],
  PRIORVALUE: [1, 1],
  REGEX: [2, 2],
  CASESAFEID: [1, 1],
  BLANKVALUE: [2, 2],
} as const satisfies Record<string, readonly [least: number, most: number]>;

export type FunctionName = keyof typeof functions;

/** A formula that cannot be read, or that asks for more than the subset. */
export class UnsupportedFormula extends Error {}
