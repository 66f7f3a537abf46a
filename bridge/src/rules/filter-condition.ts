/**
 * One condition on a contact or on its account, as an admin wrote it; all conditions of a configuration must hold. What it
 * says is checked before it is used, for an admin may write anything.
 */
export interface FilterCondition {
  /** `Contact` or `Account`. */
  readonly object: string;
  readonly field: string;
  /** One of `Operator`. */
  readonly operator: string;
  readonly value: string | null;
}

/** How a field is compared with a value. */
export type Operator =
  'Equals' | 'NotEquals' | 'Contains' | 'StartsWith' | 'GreaterThan' | 'LessThan' | 'IsBlank' | 'IsNotBlank';

/** What a condition asks of a field of the contact or account. */
export interface FilterableField {
  readonly name: string;
  /** As a describe writes it, such as `string`, `picklist`, `double`. */
  readonly type: string;
  readonly calculated: boolean;
  /** Whether a query may compare it. */
  readonly filterable: boolean;
}

/** What the fields of the objects that conditions look at can hold, by API name. */
export interface FilterFields<Field extends FilterableField> {
  readonly Contact: ReadonlyMap<string, Field>;
  readonly Account: ReadonlyMap<string, Field>;
}
