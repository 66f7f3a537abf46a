/** A record type of contacts, as the integration user sees it. */
export interface RecordType {
  readonly id: string;
  readonly developerName: string;
  readonly active: boolean;
  /** Whether the integration user may make contacts of it. */
  readonly available: boolean;
}

/** What contacts of the org have. */
export interface ContactDescription {
  /** By API name. */
  readonly fields: ReadonlyMap<string, FieldDescription>;
  readonly recordTypes: readonly RecordType[];
}

/** What a Salesforce field can hold, from its describe. */
export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** Characters; 0 where a length means nothing. */
  readonly length: number;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** Must be given on create: neither nillable nor defaulted. */
  readonly required: boolean;
  readonly calculated: boolean;
  /** Its name in field-level security, such as `MailingAddress` for a part of it; null when everybody has the field. */
  readonly securedAs: string | null;
  /** Whether a query may compare it. */
  readonly filterable: boolean;
}
