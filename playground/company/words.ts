/** A postal address as both sides know it. */
export interface Address {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
}

/** A company that Salesforce has as an account. `key` names it inside the demo data, since two accounts share a name. */
export interface DemoAccount {
  readonly key: string;
  readonly name: string;
  readonly domain: string;
  readonly city: string;
  readonly country: string;
  readonly industry: string;
  readonly phone: string;
}

/** A contact as one side has it; the two sides of one person may differ. Absent parts are unset. */
export interface DemoContact {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly emails: readonly string[];
  readonly company?: string;
  readonly title?: string;
  readonly department?: string;
  readonly phone?: string;
  readonly mobile?: string;
  readonly homePhone?: string;
  readonly work?: Address;
  readonly home?: Address;
  readonly birthday?: string;
  readonly assistant?: string;
  readonly notes?: string;
  /** The day of the last activity in Salesforce. */
  readonly lastActivity?: string;
}

/** The names of the three people whose mailboxes are synced. */
export type Rep = 'maya' | 'jonas' | 'aiko';

/** A person and where she or he is known; `exchange` is the item in the rep's folder, `salesforce` the rep's record. */
export interface Acquaintance {
  readonly rep: Rep;
  readonly exchange?: DemoContact;
  readonly salesforce?: DemoContact;
}
