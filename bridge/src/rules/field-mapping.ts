/** Where the values of one field may flow. */
export type MappingDirection = 'Both' | 'ToSalesforce' | 'ToExchange' | 'Off';

/** One row of a configuration's field mapping: a Salesforce field and an Exchange property. */
export interface FieldMapping {
  readonly field: string;
  /** A path such as `mobilePhone`, `businessPhones[0]`, `emailAddresses[0].address`, `businessAddress.street`. */
  readonly property: string;
  readonly direction: MappingDirection;
}
